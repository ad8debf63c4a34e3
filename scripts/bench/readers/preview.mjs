// The whole preview of an import in a core that runs, as the window asks for it: reading, finding the table, comparing each
// row with the office. Prints the CPU that it took, the reading process included, in milliseconds.
import { readFile } from 'node:fs/promises'
import { createSampleApp, ownAndChildrenCpuMs, temporaryFolder } from '../lib.mjs'

const { app, client } = await createSampleApp(temporaryFolder(), {
  sample: false,
  readerPath: process.argv[3],
})
const file = new File([await readFile(process.argv[2] ?? '')], 'list.xlsx')
const beforeMs = ownAndChildrenCpuMs()
const { jobId } = await client.jobs.start({ kind: 'import-read', as: 'students', file })
const result = await client.jobs.result({ jobId })
if (result.kind !== 'import-read') throw new Error(result.kind)
const { counts } = await client.imports.get({ importId: result.importId })
if (counts.rows < 1000) throw new Error('nothing was read')
console.log(ownAndChildrenCpuMs() - beforeMs)
await app.close()
