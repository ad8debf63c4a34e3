import type { LedgerStatus } from '#shared/domain/obligation-types.ts'
import { textKey } from '#shared/entities/labels.ts'
import { computedColumn, defineList, fieldColumn, foreignColumn } from './define.ts'
import type { ListColumn } from './types.ts'

/** The order of the list: those one must look after first. */
const statuses: readonly LedgerStatus[] = ['at-risk', 'on-track', 'met', 'exempt', 'not-owed']

const status: ListColumn = {
  key: 'status',
  label: textKey('column.obligations.status'),
  type: 'choice',
  choices: statuses.map((value) => ({ value, label: textKey(`obligation.status.${value}`) })),
  isShown: true,
  widthPx: 120,
}

const weeks = (key: string) =>
  computedColumn('obligations', key, 'integer', key === 'requiredWeeks' ? {} : { total: 'sum' })

/** What each student owes and has, and which days of each stay count. */
export const obligationLists = {
  obligations: defineList({
    name: 'obligations',
    title: 'list.obligations',
    entity: 'student',
    columns: [
      fieldColumn('student', 'studentNumber', { shown: true, widthPx: 120 }),
      fieldColumn('student', 'familyName', { shown: true, widthPx: 130 }),
      fieldColumn('student', 'givenNames', { shown: true, widthPx: 120 }),
      fieldColumn('student', 'cohort', { shown: true, widthPx: 80 }),
      status,
      ...['requiredWeeks', 'acquiredWeeks', 'plannedWeeks', 'missingWeeks'].map(weeks),
      computedColumn('obligations', 'reason', 'text', { widthPx: 420 }),
      computedColumn('obligations', 'monthsLeft', 'integer'),
      computedColumn('obligations', 'problems', 'text', { widthPx: 260 }),
      computedColumn('obligations', 'endOfStudies', 'date', { shown: false }),
      ...['programme', 'track', 'studyYear', 'email', 'isSchooledInFrance'].map((field) =>
        fieldColumn('student', field),
      ),
      ...['exemptionReason', 'exemptionProof', 'exemptionDate', 'entryYear', 'repeatedYears'].map((field) =>
        fieldColumn('student', field),
      ),
    ],
    sort: [
      { key: 'status', descending: false },
      { key: 'familyName', descending: false },
      { key: 'givenNames', descending: false },
    ],
  }),
  ledgerLines: defineList({
    name: 'ledgerLines',
    title: 'list.ledgerLines',
    entity: 'mobility',
    columns: [
      foreignColumn('familyName', 'student', 'familyName', { shown: true, widthPx: 150 }),
      foreignColumn('givenNames', 'student', 'givenNames', { shown: true, widthPx: 140 }),
      foreignColumn('cohort', 'student', 'cohort', { shown: true, widthPx: 90 }),
      fieldColumn('mobility', 'form', { shown: true, widthPx: 170 }),
      fieldColumn('mobility', 'status', { shown: true, widthPx: 130 }),
      foreignColumn('institution', 'institution', 'name', {
        shown: true,
        widthPx: 240,
        label: 'field.mobility.institutionId',
      }),
      computedColumn('ledgerLines', 'days', 'integer', { total: 'sum' }),
      computedColumn('ledgerLines', 'acquiredDays', 'integer', { total: 'sum' }),
      computedColumn('ledgerLines', 'plannedDays', 'integer', { total: 'sum' }),
      computedColumn('ledgerLines', 'reason', 'text', { widthPx: 420 }),
      foreignColumn('studentNumber', 'student', 'studentNumber'),
      foreignColumn('country', 'institution', 'country'),
      ...['academicYear', 'stayCountry', 'plannedStart', 'plannedEnd', 'actualStart', 'actualEnd'].map(
        (field) => fieldColumn('mobility', field),
      ),
    ],
    sort: [
      { key: 'familyName', descending: false },
      { key: 'givenNames', descending: false },
    ],
  }),
} as const
