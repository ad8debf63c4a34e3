import { prepare } from './lib/prepare.mjs'

await prepare()
const { runAllGates } = await import('./lib/gates.mjs')
process.exitCode = await runAllGates()
