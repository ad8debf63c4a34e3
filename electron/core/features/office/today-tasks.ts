import { pipelineSteps } from '#shared/domain/mobility-steps.ts'
import type { Filter, ListName } from '#shared/lists/types.ts'
import { obligationTasks } from '#core/features/obligations/obligation-tasks.ts'

/** Something to do, with the list that shows which records are meant. */
export interface OfficeTask {
  readonly code: string
  readonly list: ListName
  readonly filters: readonly Filter[]
  /** Whose it is: stays belong to the office that answers for their form, partners to those that nominate. */
  readonly of: 'stays' | 'partners' | 'everybody'
}

export const is = (key: string, ...values: string[]): Filter => ({ key, test: 'is', values })
const until = (key: string, day: string): Filter => ({ key, test: 'at-most', values: [day] })
const onStay = (code: string, ...filters: Filter[]): OfficeTask => ({
  code,
  list: 'mobilities',
  filters,
  of: 'stays',
})

/** Steps at which a stay is on its way: neither done with nor given up. */
export const liveSteps = pipelineSteps.filter((step) => step !== 'recognised')

interface Moment {
  readonly today: string
  /** The last day that is soon enough to be said today. */
  readonly soon: string
  readonly academicYear: string
  /** Forms of which hosts are told by a nomination. */
  readonly nominatedForms: readonly string[]
}

/** What the home page asks the office to do: first what is late, then what waits at each step. */
export function tasksOf({ today, soon, academicYear, nominatedForms }: Moment): readonly OfficeTask[] {
  const fields = ['birthDate', 'nationality', 'email', 'gender']
  return [
    {
      code: 'documents-overdue',
      list: 'documents',
      filters: [is('status', 'missing'), until('dueOn', today), is('mobilityStatus', ...liveSteps)],
      of: 'stays',
    },
    onStay(
      'leaving-unsigned',
      is('status', 'applied', 'approved', 'selected', 'nominated', 'accepted'),
      until('plannedStart', soon),
    ),
    onStay(
      'to-nominate',
      is('status', 'selected'),
      is('academicYear', academicYear),
      is('form', ...nominatedForms),
    ),
    onStay('awaiting-answer', is('status', 'nominated')),
    onStay('to-approve', is('status', 'applied')),
    onStay('agreement-to-sign', is('status', 'accepted')),
    onStay('not-yet-arrived', is('status', 'agreed', 'departed'), until('plannedStart', today)),
    onStay('not-yet-returned', is('status', 'arrived'), until('plannedEnd', today)),
    onStay('to-recognise', is('status', 'returned')),
    {
      code: 'ending-agreements',
      list: 'agreements',
      filters: [is('lastYear', academicYear), is('status', 'active')],
      of: 'partners',
    },
    ...obligationTasks.map((task): OfficeTask => ({ ...task, of: 'everybody' })),
    ...fields.map((field): OfficeTask => ({
      code: `missing-${field}`,
      list: 'students',
      filters: [{ key: field, test: 'empty', values: [] }],
      of: 'everybody',
    })),
  ]
}

export const figures: readonly OfficeTask[] = [
  { code: 'partners', list: 'partners', filters: [], of: 'everybody' },
  { code: 'agreements', list: 'agreements', filters: [is('status', 'active')], of: 'everybody' },
  { code: 'students', list: 'students', filters: [], of: 'everybody' },
  onStay('abroad', is('status', 'departed', 'arrived')),
]
