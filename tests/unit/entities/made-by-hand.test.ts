import { expect, it } from 'vitest'
import { entityNames, isMadeByHand } from '#shared/entities/index.ts'

it('offers a form for all records but those of which the application writes what is needed', () => {
  expect(entityNames.filter((name) => !isMadeByHand(name))).toEqual([
    'mobilityStep',
    'nomination',
    'scenario',
    'scenarioLine',
    'register',
    'registerEntry',
    'bmReading',
    'bmRemark',
  ])
})
