import type { Filter } from '#shared/lists/types.ts'

interface Task {
  readonly code: string
  readonly list: 'obligations'
  readonly filters: readonly Filter[]
}

/** Studies that end within a year leave one summer, or one semester, to mend what is missing. */
const urgentMonths = '12'

/** What the home page says of the obligation: who leaves soon without the weeks, and what cannot be counted. */
export const obligationTasks: readonly Task[] = [
  {
    code: 'at-risk',
    list: 'obligations',
    filters: [
      { key: 'status', test: 'is', values: ['at-risk'] },
      { key: 'monthsLeft', test: 'at-most', values: [urgentMonths] },
    ],
  },
  {
    code: 'missing-obligation',
    list: 'obligations',
    filters: [{ key: 'problems', test: 'not-empty', values: [] }],
  },
]
