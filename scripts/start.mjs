import { prepare } from './lib/prepare.mjs'

await prepare()
const { start } = await import('./lib/start.mjs')
await start(process.argv.slice(2))
