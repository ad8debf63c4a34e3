import type { RecordRow } from '#core/db/schema.ts'
import { newCall } from '#core/profiles/erasmus-calls.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import { createSampleIds, type SampleContext } from './generate-context.ts'
import { createRandom } from './random.ts'

type CallRow = RecordRow<'erasmusCall'>

/** A source of chance and ids of its own, so that what was there before stays as it was. */
const grantSeed = 130_001

/** The Erasmus+ projects of this year and the two before, as the school's agreements of each call. */
export function generateCalls({ seed, today, thisYear }: SampleContext): readonly CallRow[] {
  const nextId = createSampleIds(createRandom((seed + grantSeed) >>> 0), addDays(today, 2))
  const thisCall = Number(thisYear.slice(0, 4))
  return [2, 1, 0].map((yearsAgo) => {
    const callYear = thisCall - yearsAgo
    return {
      id: nextId(),
      ...newCall,
      isOutermost: 0,
      name: `Erasmus+ ${callYear}`,
      callYear,
      agreementNumber: `${callYear}-1-FR01-KA131-HED-0000${callYear * 31}`,
      startsOn: `${callYear}-06-01`,
      endsOn: `${callYear + 2}-07-31`,
      envelope: [180_000, 195_000, 210_000][2 - yearsAgo] ?? null,
      travelFor: callYear >= 2024 ? 'everyone' : 'short-inclusion',
      fundedDaysMost: null,
      ceiling: null,
      source: null,
      certainty: null,
      notes: null,
    }
  })
}
