import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { fuses } from './fuses.mjs'

// Reads the fuses back from a packaged program: node scripts/package/check-fuses.mjs PROGRAM

const [program] = process.argv.slice(2)
if (program === undefined) throw new Error('Which packaged program?')
const wire = await getCurrentFuseWire(program)
let wrong = 0
for (const [name, index] of Object.entries(FuseV1Options)) {
  if (typeof index !== 'number') continue // the enumeration also lists its numbers by name
  const wanted = /** @type {Record<number, unknown>} */ (fuses)[index]
  const found = wire[/** @type {FuseV1Options} */ (index)] === FuseState.ENABLE
  console.log(`${found === wanted ? 'as decided' : 'WRONG     '}  ${name}: ${found}`)
  if (found !== wanted) wrong += 1
}
process.exitCode = wrong === 0 ? 0 : 1
