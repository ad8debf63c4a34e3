import { prepare } from './lib/prepare.mjs'

// Builds what is not built or is older than its sources: node scripts/ensure-built.mjs [web|desktop]

await prepare()
const { ensureBuilt } = await import('./lib/build.mjs')
ensureBuilt(process.argv[2] === 'desktop' ? 'desktop' : 'web')
