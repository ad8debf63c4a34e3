import { worldRegions } from '#shared/domain/world-regions.ts'
import { textKey } from '#shared/entities/labels.ts'
import { computedColumn, defineList, fieldColumn, foreignColumn } from './define.ts'
import type { ListColumn, ListName } from './types.ts'

/** Region of the world of a stay's country. */
const regionColumn = (list: ListName): ListColumn => ({
  ...computedColumn(list, 'region', 'choice', { shown: false, label: 'column.report.region' }),
  choices: worldRegions.map((value) => ({ value, label: textKey(`region.${value}`) })),
})

/** What reports count stays by, of our students and of those we receive. */
const stayColumns = (list: ListName): readonly ListColumn[] => [
  regionColumn(list),
  computedColumn(list, 'days', 'integer', { shown: false, total: 'sum', label: 'column.report.days' }),
  computedColumn(list, 'durationBand', 'text', { shown: false, label: 'column.report.durationBand' }),
]

/** Columns that reports need of our students' stays. */
export const reportedMobilityColumns: readonly ListColumn[] = [
  foreignColumn('gender', 'student', 'gender'),
  foreignColumn('studentStatus', 'student', 'status'),
  ...stayColumns('mobilities'),
]

/** Whether, and how, an agreement is used. */
export const agreementUseColumns: readonly ListColumn[] = [
  computedColumn('agreements', 'lastStayYear', 'academic-year', { shown: false }),
  computedColumn('agreements', 'outgoingStays', 'integer', { shown: false, total: 'sum' }),
  computedColumn('agreements', 'incomingStays', 'integer', { shown: false, total: 'sum' }),
  computedColumn('agreements', 'isDormant', 'boolean', { shown: false }),
  computedColumn('agreements', 'isOneWay', 'boolean', { shown: false }),
  computedColumn('agreements', 'isOversubscribed', 'boolean', { shown: false }),
]

export const incomingLists = {
  incomingStays: defineList({
    name: 'incomingStays',
    title: 'list.incomingStays',
    entity: 'incomingStay',
    columns: [
      fieldColumn('incomingStay', 'familyName', { shown: true, widthPx: 150 }),
      fieldColumn('incomingStay', 'givenNames', { shown: true, widthPx: 140 }),
      foreignColumn('institution', 'institution', 'name', {
        shown: true,
        widthPx: 280,
        label: 'field.incomingStay.institutionId',
      }),
      foreignColumn('country', 'institution', 'country', { shown: true }),
      fieldColumn('incomingStay', 'form', { shown: true, widthPx: 170 }),
      fieldColumn('incomingStay', 'status', { shown: true }),
      fieldColumn('incomingStay', 'academicYear', { shown: true }),
      fieldColumn('incomingStay', 'semester', { shown: true }),
      fieldColumn('incomingStay', 'start', { shown: true }),
      fieldColumn('incomingStay', 'end', { shown: true }),
      ...['gender', 'nationality', 'email', 'programme', 'omobilityId', 'notes'].map((field) =>
        fieldColumn('incomingStay', field),
      ),
      ...stayColumns('incomingStays'),
    ],
    sort: [
      { key: 'academicYear', descending: true },
      { key: 'familyName', descending: false },
    ],
  }),
}
