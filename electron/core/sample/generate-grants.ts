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
      name: `Erasmus+ ${callYear}`,
      callYear,
      action: newCall.action,
      agreementNumber: `${callYear}-1-FR01-KA131-HED-0000${callYear * 31}`,
      startsOn: `${callYear}-06-01`,
      endsOn: `${callYear + 2}-07-31`,
      envelope: [210_000, 195_000, 180_000][yearsAgo] ?? null,
      dayCount: newCall.dayCount,
      longMinDays: newCall.longMinDays,
      longMaxDays: newCall.longMaxDays,
      shortMinDays: newCall.shortMinDays,
      shortMaxDays: newCall.shortMaxDays,
      fundedDaysMost: null,
      cycleMonths: newCall.cycleMonths,
      singleCycleMonths: newCall.singleCycleMonths,
      travelFor: newCall.travelFor,
      travelDaysMost: newCall.travelDaysMost,
      greenTravelDaysMost: newCall.greenTravelDaysMost,
      isOutermost: 0,
      ceiling: null,
      firstPercent: newCall.firstPercent,
      firstDueDays: newCall.firstDueDays,
      lastDueDays: newCall.lastDueDays,
      source: null,
      certainty: null,
      notes: null,
    }
  })
}
