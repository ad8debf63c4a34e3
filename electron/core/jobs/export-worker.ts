import { parentPort, workerData } from 'node:worker_threads'
import { DomainError } from '#shared/domain/errors.ts'
import { performExport } from '#core/exports/perform-export.ts'
import { createGazetteer } from '#core/geo/gazetteer.ts'
import type { ExportAnswer, ThreadRequest } from './run-export.ts'
import type { JobContext } from './job-runner.ts'

/** The thread that runs one export: it reads through a connection of its own and writes only in its folder. */

if (parentPort === null) throw new Error('The export worker runs as a worker thread only')
const port = parentPort
const request: ThreadRequest = workerData
const abort = new AbortController()
// the only message that ever comes asks to stop
port.on('message', () => abort.abort())

const answer = (message: ExportAnswer) => port.postMessage(message)
const progressEveryMs = 100
let toldAt = 0
let toldPhase = ''
const onProgress: JobContext['onProgress'] = (phase, done, total) => {
  const now = Date.now()
  if (phase === toldPhase && now - toldAt < progressEveryMs) return
  toldAt = now
  toldPhase = phase
  answer({ type: 'progress', phase, done, total })
}
const log = {
  info: (event: string, fields: Readonly<Record<string, string | number | boolean>> = {}) =>
    answer({ type: 'log', event, fields }),
  error: (event: string, error: unknown) => answer({ type: 'log', event, fields: { error: String(error) } }),
}

try {
  const gazetteer = createGazetteer(request.cities, (cities) => answer({ type: 'cities', cities }))
  const outcome = await performExport(request, { signal: abort.signal, onProgress, log, gazetteer })
  answer({ type: 'done', outcome })
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  answer({ type: 'refused', code: error.code, data: error.data })
}
port.close()
