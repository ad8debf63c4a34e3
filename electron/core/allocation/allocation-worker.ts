import { parentPort, workerData } from 'node:worker_threads'
import type { AllocationRequest } from './allocation-messages.ts'
import { performAllocation } from './perform-allocation.ts'

/** The thread that runs one allocation. It holds no file and no connection: it may be ended at any moment. */

if (parentPort === null) throw new Error('The allocation worker runs as a worker thread only')
const port = parentPort
const request: AllocationRequest = workerData
await performAllocation(request, (answer) => port.postMessage(answer, []))
port.close()
