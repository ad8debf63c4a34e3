import type { RecordRow } from '#core/db/schema.ts'
import type { AcademicYear } from '#shared/domain/academic-year.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { toDayNumber } from '#shared/domain/civil-date.ts'
import type { SampleFlavour } from './generate-flavour.ts'
import type { Random } from './random.ts'

export type MobilityRow = RecordRow<'mobility'>
export type MobilityStatus = MobilityRow['status']

/** What every part of the sample is made from. */
export interface SampleContext {
  /** For parts that draw from a series of their own, so that they change nothing in the others. */
  readonly seed: number
  readonly random: Random
  readonly today: CivilDate
  readonly thisYear: AcademicYear
  readonly flavour: SampleFlavour
  readonly nextId: () => string
}

const dayMs = 86_400_000

/**
 * Makes ids shaped as UUIDv7 that increase and are the same on every run: the time is the day of the sample, one
 * millisecond more for each id, the rest comes from the seed.
 */
export function createSampleIds(random: Random, today: CivilDate): () => string {
  let timeMs = toDayNumber(today) * dayMs
  const hex = (digits: number) =>
    random
      .int(0, 16 ** digits - 1)
      .toString(16)
      .padStart(digits, '0')
  return () => {
    timeMs += 1
    const time = timeMs.toString(16).padStart(12, '0')
    const variant = random.pick(['8', '9', 'a', 'b'])
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`
  }
}
