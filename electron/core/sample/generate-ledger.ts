import type { RecordRow } from '#core/db/schema.ts'
import { shiftAcademicYear } from '#shared/domain/academic-year.ts'
import type { AgreementRow, ConditionRow } from './generate-agreements.ts'
import { createSampleIds, type SampleContext } from './generate-context.ts'
import { createRandom } from './random.ts'

interface LedgerRows {
  readonly quotaPool: readonly RecordRow<'quotaPool'>[]
  readonly quotaPoolMember: readonly RecordRow<'quotaPoolMember'>[]
  readonly incomingCount: readonly RecordRow<'incomingCount'>[]
}

/** A draw of its own: what is added here changes nothing of the rest of the sample. */
function ownContext({ today }: SampleContext, seed: number) {
  const random = createRandom(seed)
  return { random, nextId: createSampleIds(random, today) }
}

/** Quotas that the conditions of one partner share, and the students received in last and this academic year. */
export function generateLedger(
  context: SampleContext,
  agreements: readonly AgreementRow[],
  conditions: readonly ConditionRow[],
  nameOf: (institutionId: string) => string,
): LedgerRows {
  const { random, nextId } = ownContext(context, 8_080)
  const agreementById = new Map(agreements.map((row) => [row.id, row]))
  const incoming = conditions.filter(({ direction, kind, agreementId, peoplePerYear }) => {
    const agreement = agreementById.get(agreementId)
    const isCounted = agreement?.status === 'active' && agreement.kind !== 'athens'
    return isCounted && direction === 'incoming' && kind === 'student-studies' && (peoplePerYear ?? 0) > 0
  })
  const incomingCount = incoming.flatMap((condition) =>
    [-1, 0].flatMap((shift) => {
      const people = random.int(0, condition.peoplePerYear ?? 0)
      const semester = random.chance(0.5) ? ('autumn' as const) : ('spring' as const)
      const academicYear = shiftAcademicYear(context.thisYear, shift)
      return people === 0
        ? []
        : [
            {
              id: nextId(),
              conditionId: condition.id,
              academicYear,
              semester,
              people,
              months: people * 5,
              notes: null,
            },
          ]
    }),
  )
  const pools = sharedQuotas(agreements, conditions).map(({ institutionId, members }) => ({
    pool: {
      id: nextId(),
      name: nameOf(institutionId),
      academicYear: null,
      total: Math.max(1, members.reduce((sum, { peoplePerYear }) => sum + (peoplePerYear ?? 0), 0) - 1),
      notes: null,
    },
    members,
  }))
  return {
    quotaPool: pools.map(({ pool }) => pool),
    quotaPoolMember: pools.flatMap(({ pool, members }) =>
      members.map(({ id }, at) => ({
        id: nextId(),
        poolId: pool.id,
        conditionId: id,
        programme: null,
        reserved: at === 0 ? 1 : null,
        notes: null,
      })),
    ),
    incomingCount,
  }
}

const sharedQuotaCount = 6

/** Partners with an Erasmus agreement and another one, whose students come out of one quota. */
function sharedQuotas(agreements: readonly AgreementRow[], conditions: readonly ConditionRow[]) {
  const institutions = [...new Set(agreements.map(({ institutionId }) => institutionId))]
  return institutions
    .map((institutionId) => {
      const own = agreements.filter(
        (row) => row.institutionId === institutionId && row.status === 'active' && row.kind !== 'athens',
      )
      const members = conditions.filter(
        ({ agreementId, direction, kind, isBlended }) =>
          direction === 'outgoing' &&
          kind === 'student-studies' &&
          isBlended === 0 &&
          own.some(({ id }) => id === agreementId),
      )
      return { institutionId, members }
    })
    .filter(({ members }) => members.length >= 2)
    .slice(0, sharedQuotaCount)
}
