import type { Filter, ListName } from '#shared/lists/types.ts'

/**
 * One table of a report: the rows of a list, counted by the values of one column and by academic year, or by those of a second
 * column. Each of its figures is a list with filters, so it opens the rows behind it.
 */
export interface ReportTable {
  readonly id: string
  readonly list: ListName
  /** Which rows of the list count. */
  readonly filters: readonly Filter[]
  readonly rowKey: string
  /** `academicYear` for a table over the years of the report. */
  readonly columnKey: string
  /** A column of numbers to add up; without it rows are counted. */
  readonly sumKey?: string
  readonly order: 'most-first' | 'as-listed' | 'natural'
  readonly chart: 'bars' | 'lines'
}

/** A single figure of the year, set beside that of the year before. */
export interface ReportFigure {
  readonly id: string
  readonly list: ListName
  /** Those of one academic year. */
  readonly filters: (academicYear: string) => readonly Filter[]
  readonly sumKey?: string
  /** Whether an earlier year can be told: how agreements are used is only known of the present. */
  readonly hasPast: boolean
}

const is = (key: string, ...values: string[]): Filter => ({ key, test: 'is', values })

/** Stays that are sure or were made: accepted by the host and not given up. */
const outgoing = is(
  'status',
  'accepted',
  'agreed',
  'departed',
  'arrived',
  'returned',
  'recognised',
  'interrupted',
)
const incoming = is('status', 'accepted', 'arrived', 'left')
const active = is('status', 'active')
const abroad: Filter = { key: 'form', test: 'is-not', values: ['regional-semester'] }

const byYear = (
  id: string,
  list: 'mobilities' | 'incomingStays',
  rowKey: string,
  order: ReportTable['order'],
  chart: ReportTable['chart'] = 'bars',
): ReportTable => ({
  id,
  list,
  filters: list === 'mobilities' ? [outgoing, abroad] : [incoming],
  rowKey,
  columnKey: 'academicYear',
  order,
  chart,
})

/** The tables of the annual report and of the CTI's yearly questions, in the order in which they are shown. */
export const reportTables: readonly ReportTable[] = [
  byYear('outgoing-form', 'mobilities', 'form', 'as-listed', 'lines'),
  byYear('outgoing-duration', 'mobilities', 'durationBand', 'natural'),
  byYear('outgoing-region', 'mobilities', 'region', 'as-listed'),
  byYear('outgoing-country', 'mobilities', 'country', 'most-first'),
  byYear('outgoing-gender', 'mobilities', 'gender', 'as-listed'),
  byYear('outgoing-programme', 'mobilities', 'programme', 'most-first'),
  byYear('outgoing-status', 'mobilities', 'studentStatus', 'as-listed'),
  byYear('incoming-form', 'incomingStays', 'form', 'as-listed', 'lines'),
  byYear('incoming-duration', 'incomingStays', 'durationBand', 'natural'),
  byYear('incoming-region', 'incomingStays', 'region', 'as-listed'),
  byYear('incoming-country', 'incomingStays', 'country', 'most-first'),
  byYear('incoming-gender', 'incomingStays', 'gender', 'as-listed'),
  byYear('incoming-programme', 'incomingStays', 'programme', 'most-first'),
  {
    id: 'obligations',
    list: 'obligations',
    filters: [],
    rowKey: 'cohort',
    columnKey: 'status',
    order: 'natural',
    chart: 'bars',
  },
  {
    id: 'balance',
    list: 'partnerBalance',
    filters: [{ key: 'balance', test: 'is-not', values: ['0'] }],
    rowKey: 'institution',
    columnKey: 'academicYear',
    sumKey: 'balance',
    order: 'most-first',
    chart: 'bars',
  },
  {
    id: 'aids',
    list: 'fundings',
    filters: [{ key: 'amountGranted', test: 'not-empty', values: [] }],
    rowKey: 'scheme',
    columnKey: 'academicYear',
    sumKey: 'amountGranted',
    order: 'most-first',
    chart: 'bars',
  },
  {
    id: 'agreements-kind',
    list: 'agreements',
    filters: [],
    rowKey: 'kind',
    columnKey: 'status',
    order: 'as-listed',
    chart: 'bars',
  },
]

/** The figures that open a report. */
export const reportFigures: readonly ReportFigure[] = [
  {
    id: 'outgoing',
    list: 'mobilities',
    filters: (year) => [outgoing, abroad, is('academicYear', year)],
    hasPast: true,
  },
  {
    id: 'incoming',
    list: 'incomingStays',
    filters: (year) => [incoming, is('academicYear', year)],
    hasPast: true,
  },
  {
    id: 'agreements',
    list: 'agreements',
    filters: () => [active],
    hasPast: false,
  },
  { id: 'dormant', list: 'agreements', filters: () => [active, is('isDormant', 'true')], hasPast: false },
  { id: 'one-way', list: 'agreements', filters: () => [active, is('isOneWay', 'true')], hasPast: false },
  {
    id: 'oversubscribed',
    list: 'agreements',
    filters: () => [active, is('isOversubscribed', 'true')],
    hasPast: false,
  },
  {
    id: 'ending',
    list: 'agreements',
    filters: (year) => [active, is('lastYear', year)],
    hasPast: false,
  },
]

/** How many academic years a report shows, the one asked for included. */
export const reportedYears = 5
