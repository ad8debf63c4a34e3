import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { prepare } from './lib/prepare.mjs'
import { cacheFolder, root } from './lib/project.mjs'
import { relay } from './lib/relay.mjs'

// Runs the measurements, each in a process of its own: npm run bench, or npm run bench -- NAME […]

await prepare()
const folder = join(root, 'scripts', 'bench')
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs') && file !== 'lib.mjs')
  .map((file) => file.slice(0, -'.mjs'.length))
const [wanted, ...args] = process.argv.slice(2)
if (wanted !== undefined && !names.includes(wanted)) {
  console.error(`Which measurement? npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`)
  process.exit(1)
}
const env = { ...process.env, NODE_COMPILE_CACHE: join(cacheFolder, 'node') }
for (const name of wanted === undefined ? names : [wanted]) {
  console.log(`\n${name}`)
  const code = await relay(process.execPath, [join(folder, `${name}.mjs`), ...args], { cwd: root, env })
  if (code !== 0) process.exitCode = 1
}
