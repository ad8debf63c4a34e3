import { join } from 'node:path'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/project.mjs'
import { relay } from './lib/relay.mjs'

await prepare()
process.exitCode = await relay(
  process.execPath,
  [join(root, 'electron/hosts/cli.ts'), ...process.argv.slice(2)],
  {
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
  },
)
