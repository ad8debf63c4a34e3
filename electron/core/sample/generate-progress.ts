import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays, daysBetween, earlierDate, laterDate } from '#shared/domain/civil-date.ts'
import type { Period } from '#shared/domain/period.ts'
import type { MobilityStatus, SampleContext } from './generate-context.ts'

/** Where a stay stands, and its days as the host certified them. */
export interface Progress {
  readonly status: MobilityStatus
  readonly actualStart: CivilDate | null
  readonly actualEnd: CivilDate | null
}

/** A stay of which no certificate has come. */
export function uncertified(status: MobilityStatus): Progress {
  return { status, actualStart: null, actualEnd: null }
}

/** Stays that never took place. */
export function isGivenUp(status: MobilityStatus): boolean {
  return status === 'refused' || status === 'withdrawn'
}

/** Whether a stay takes a place: a wish or a refused one does not. */
export function takesPlace(status: MobilityStatus): boolean {
  return status !== 'draft' && status !== 'applied' && !isGivenUp(status)
}

/** Where a stay stands today by its planned days; `before` says where one that has not begun stands. */
export function progressOf(
  context: SampleContext,
  period: Period,
  before: (daysAhead: number) => MobilityStatus,
): Progress {
  const { random, today } = context
  if (period.start > today) return uncertified(before(daysBetween(today, period.start)))
  if (period.end >= today) return underWay(context, period)
  const isOld = daysBetween(period.end, today) > 75
  const status = random.chance(isOld ? 0.94 : 0.3) ? 'recognised' : 'returned'
  return { status, ...certifiedDays(context, period) }
}

/** The certificate of arrival comes some days after the student does. */
function underWay(context: SampleContext, period: Period): Progress {
  const { random, today } = context
  const isNew = daysBetween(period.start, today) <= 10
  if (random.chance(isNew ? 0.6 : 0.1)) return uncertified('departed')
  return { status: 'arrived', actualStart: certifiedDays(context, period).actualStart, actualEnd: null }
}

/** Real days are near the planned ones and never in the future. */
function certifiedDays({ random, today }: SampleContext, { start, end }: Period) {
  const actualStart = earlierDate(addDays(start, random.int(-3, 4)), earlierDate(today, end))
  const actualEnd = earlierDate(addDays(end, random.int(-6, 3)), today)
  return { actualStart, actualEnd: laterDate(actualStart, actualEnd) }
}

/** A stay that began and was broken off some weeks later. */
export function interrupted(context: SampleContext, period: Period): Progress {
  const { random, today } = context
  const { actualStart } = certifiedDays(context, period)
  const actualEnd = earlierDate(addDays(actualStart, random.int(20, 70)), earlierDate(period.end, today))
  return { status: 'interrupted', actualStart, actualEnd: laterDate(actualStart, actualEnd) }
}
