import type { Database as RawDatabase } from 'better-sqlite3'
import type { BudgetFigure, CallBudget } from '#shared/contract/grants.ts'
import type { Filter } from '#shared/lists/types.ts'
import type { RecordRow } from '#core/db/schema.ts'
import { grantState } from './grant-state.ts'
import { centsOf } from './grants.repo.ts'
import { grantsOf, type OfficeGrant } from './grants.service.ts'

type CallRow = RecordRow<'erasmusCall'>
type Rows = readonly OfficeGrant[]

/** What each call has, gave and paid; the latest first. Every figure names the rows behind it. */
export function callBudgets(raw: RawDatabase) {
  const calls = raw.prepare<[], CallRow>('SELECT * FROM erasmusCall ORDER BY callYear DESC, name').all()
  const grants = grantsOf(raw)
  const years = rateYears(raw)
  const orphans = grants.filter(({ call }) => call === null)
  return {
    calls: calls.map((call) => ({
      ...budgetOf(
        call,
        grants.filter((grant) => grant.call?.id === call.id),
      ),
      rates: years.get(call.callYear) ?? 0,
      copyFrom: [...years.keys()].filter((year) => year < call.callYear).at(-1) ?? null,
    })),
    withoutCall: figure(orphans.length, [{ key: 'callId', test: 'empty', values: [] }]),
    unsetRates: unsetRates(raw),
  }
}

function budgetOf(call: CallRow, grants: Rows): Omit<CallBudget, 'rates' | 'copyFrom'> {
  const ofCall: Filter = { key: 'callId', test: 'is', values: [call.id] }
  const inState = (state: string): readonly Filter[] => [
    ofCall,
    { key: 'state', test: 'is', values: [state] },
  ]
  const stateRows = (state: string) => grants.filter((grant) => grantState(grant) === state)
  const committed = sum(grants, ({ grantedCents }) => grantedCents ?? 0)
  const envelope = call.envelope === null ? null : centsOf(call.envelope)
  return {
    id: call.id,
    name: call.name,
    callYear: call.callYear,
    action: call.action,
    agreementNumber: call.agreementNumber,
    envelope,
    left: envelope === null ? null : envelope - committed,
    stays: figure(grants.length, [ofCall]),
    committed: figure(committed, [ofCall, { key: 'granted', test: 'not-empty', values: [] }]),
    paid: figure(
      sum(grants, ({ paidCents }) => paidCents),
      [ofCall, { key: 'paid', test: 'is-not', values: ['0'] }],
    ),
    toGrant: figure(
      sum(stateRows('to-grant'), ({ totalCents }) => totalCents ?? 0),
      inState('to-grant'),
    ),
    toPay: figure(
      sum(stateRows('to-pay'), ({ differenceCents }) => differenceCents ?? 0),
      inState('to-pay'),
    ),
    toClaim: figure(
      sum(stateRows('to-claim'), ({ differenceCents }) => -(differenceCents ?? 0)),
      inState('to-claim'),
    ),
    zeroGrant: figure(grants.filter(({ isZeroGrant }) => isZeroGrant).length, [
      ofCall,
      { key: 'isZeroGrant', test: 'is', values: ['true'] },
    ]),
    blocked: figure(stateRows('blocked').length, inState('blocked')),
    overCycle: figure(
      grants.filter(({ problems }) => problems.some(({ code }) => code === 'over-cycle')).length,
      [ofCall, { key: 'isOverCycle', test: 'is', values: ['true'] }],
    ),
  }
}

function figure(value: number, filters: readonly Filter[]): BudgetFigure {
  return {
    value,
    list: 'grants',
    filters: filters.map(({ key, test, values }) => ({ key, test, values: [...values] })),
  }
}

function sum(grants: Rows, centsIn: (grant: OfficeGrant) => number): number {
  return grants.reduce((cents, grant) => cents + centsIn(grant), 0)
}

/** Figures without an amount, of the years in which the school has a call. */
function unsetRates(raw: RawDatabase): number {
  return Number(
    raw
      .prepare(
        `SELECT count(*) FROM grantRate r WHERE r.amount IS NULL
         AND EXISTS (SELECT 1 FROM erasmusCall c WHERE c.callYear = r.callYear)`,
      )
      .pluck()
      .get(),
  )
}

/** How many figures each year has, the earliest first. */
function rateYears(raw: RawDatabase): ReadonlyMap<number, number> {
  const rows = raw
    .prepare<[], { year: number; count: number }>(
      'SELECT callYear AS year, count(*) AS count FROM grantRate GROUP BY callYear ORDER BY callYear',
    )
    .all()
  return new Map(rows.map(({ year, count }) => [year, count]))
}
