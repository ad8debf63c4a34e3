import { categoryCents, type GrantCategory } from '#shared/domain/grant-types.ts'
import { createGrantWords } from '#shared/text/grant-text.ts'
import type { DerivedGroup, DerivedRow } from '#core/features/lists/derived-tables.ts'
import { grantState } from './grant-state.ts'
import { grantsOf, type OfficeGrant } from './grants.service.ts'

const euros = (cents: number | null) => (cents === null ? null : cents / 100)

/** The grants of all stays that have one or can have one, as lists show them; amounts in euros. */
export const grantTables: DerivedGroup = {
  tables: {
    stayGrant: `stayId TEXT PRIMARY KEY, callId TEXT, call TEXT, state TEXT, basis TEXT, durationKind TEXT,
      countryGroup TEXT, calendarDays INTEGER, commercialDays INTEGER, fundedDays INTEGER, individual REAL,
      traineeship REAL, inclusion REAL, travel REAL, computed REAL, asked REAL, granted REAL, paid REAL,
      difference REAL, cycleMonths REAL, isOverCycle INTEGER, problems TEXT`,
    callSpending: `callId TEXT PRIMARY KEY, stays INTEGER, committed REAL, paid REAL`,
  },
  compute: (raw, { words }) => {
    const grants = grantsOf(raw)
    const { problem } = createGrantWords(words.t, words.formats)
    return {
      stayGrant: grants.map((grant) => rowOf(grant, (one) => problem(one.code, one.params))),
      callSpending: spendingRows(grants),
    }
  },
}

function rowOf(grant: OfficeGrant, said: (problem: OfficeGrant['problems'][number]) => string): DerivedRow {
  const { days } = grant
  const parts = (...categories: readonly GrantCategory[]) =>
    euros(categories.reduce((cents, category) => cents + categoryCents(grant, category), 0))
  const problems = [...new Set(grant.problems.map(said))].join(' ')
  return [
    grant.mobilityId,
    grant.call?.id ?? null,
    grant.call?.name ?? null,
    grantState(grant),
    grant.basis,
    grant.durationKind,
    grant.group,
    days?.calendar.mobility ?? null,
    days?.commercial.mobility ?? null,
    days?.[grant.dayCount].funded ?? null,
    parts('individual-support'),
    parts('traineeship-top-up'),
    parts('inclusion-top-up', 'inclusion-support'),
    parts('travel-support', 'green-top-up', 'exceptional-travel'),
    euros(grant.totalCents),
    euros(grant.askedCents),
    euros(grant.grantedCents),
    euros(grant.paidCents),
    euros(grant.differenceCents),
    grant.cycleMonths,
    grant.problems.some(({ code }) => code === 'over-cycle') ? 1 : 0,
    problems === '' ? null : problems,
  ]
}

function spendingRows(grants: readonly OfficeGrant[]): readonly DerivedRow[] {
  const byCall = new Map<string, { stays: number; committed: number; paid: number }>()
  for (const { call, grantedCents, paidCents } of grants) {
    if (call === null) continue
    const sums = byCall.get(call.id) ?? { stays: 0, committed: 0, paid: 0 }
    byCall.set(call.id, {
      stays: sums.stays + 1,
      committed: sums.committed + (grantedCents ?? 0),
      paid: sums.paid + paidCents,
    })
  }
  return [...byCall].map(([id, { stays, committed, paid }]) => [id, stays, committed / 100, paid / 100])
}
