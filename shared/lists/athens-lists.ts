import { computedColumn, defineList, fieldColumn, foreignColumn } from './define.ts'

const shown = { shown: true }
const host = foreignColumn('institution', 'institution', 'name', {
  shown: true,
  widthPx: 240,
  label: 'field.athensCourse.institutionId',
})
const studentName = [
  foreignColumn('familyName', 'student', 'familyName', { shown: true, widthPx: 150 }),
  foreignColumn('givenNames', 'student', 'givenNames', { shown: true, widthPx: 140 }),
]

export const athensSessions = defineList({
  name: 'athensSessions',
  title: 'list.athensSessions',
  entity: 'athensSession',
  columns: [
    fieldColumn('athensSession', 'session', shown),
    fieldColumn('athensSession', 'status', shown),
    ...['startsOn', 'endsOn', 'wishesDeadline', 'nominationDeadline', 'resultsOn', 'maxChoices'].map(
      (field) => fieldColumn('athensSession', field, shown),
    ),
    computedColumn('athensSessions', 'courses', 'integer'),
    computedColumn('athensSessions', 'students', 'integer'),
    fieldColumn('athensSession', 'minChoices'),
    fieldColumn('athensSession', 'notes'),
  ],
  sort: [{ key: 'session', descending: true }],
})

export const athensCourses = defineList({
  name: 'athensCourses',
  title: 'list.athensCourses',
  entity: 'athensCourse',
  columns: [
    fieldColumn('athensCourse', 'session', shown),
    fieldColumn('athensCourse', 'code', { shown: true, widthPx: 90 }),
    fieldColumn('athensCourse', 'title', { shown: true, widthPx: 320 }),
    host,
    fieldColumn('athensCourse', 'city', shown),
    fieldColumn('athensCourse', 'ects', shown),
    fieldColumn('athensCourse', 'language', shown),
    fieldColumn('athensCourse', 'capacity', { shown: true, total: 'sum' }),
    computedColumn('athensCourses', 'firstChoices', 'integer', { total: 'sum' }),
    computedColumn('athensCourses', 'choices', 'integer', { total: 'sum', shown: false }),
    computedColumn('athensCourses', 'given', 'integer', { total: 'sum' }),
    fieldColumn('athensCourse', 'isBip', shown),
    ...['hours', 'minEcts', 'minStudyYear', 'prerequisites', 'notes'].map((field) =>
      fieldColumn('athensCourse', field),
    ),
  ],
  sort: [
    { key: 'session', descending: true },
    { key: 'code', descending: false },
  ],
})

export const athensHostQuotas = defineList({
  name: 'athensHostQuotas',
  title: 'list.athensHostQuotas',
  entity: 'athensHostQuota',
  columns: [
    fieldColumn('athensHostQuota', 'session', shown),
    host,
    fieldColumn('athensHostQuota', 'quota', { shown: true, total: 'sum' }),
    computedColumn('athensHostQuotas', 'given', 'integer', { total: 'sum' }),
    fieldColumn('athensHostQuota', 'notes'),
  ],
  sort: [
    { key: 'session', descending: true },
    { key: 'institution', descending: false },
  ],
})

export const wishes = defineList({
  name: 'wishes',
  title: 'list.wishes',
  entity: 'wish',
  columns: [
    foreignColumn('session', 'athensCourse', 'session', shown),
    ...studentName,
    fieldColumn('wish', 'rank', shown),
    foreignColumn('code', 'athensCourse', 'code', shown),
    foreignColumn('title', 'athensCourse', 'title', { shown: true, widthPx: 320 }),
    host,
    fieldColumn('wish', 'meetsPrerequisites', shown),
    foreignColumn('studentNumber', 'student', 'studentNumber'),
  ],
  sort: [
    { key: 'session', descending: true },
    { key: 'familyName', descending: false },
    { key: 'rank', descending: false },
  ],
})

export const athensRegistrations = defineList({
  name: 'athensRegistrations',
  title: 'list.athensRegistrations',
  entity: 'athensRegistration',
  columns: [
    foreignColumn('session', 'athensCourse', 'session', shown),
    foreignColumn('studentNumber', 'student', 'studentNumber'),
    ...studentName,
    foreignColumn('code', 'athensCourse', 'code', { shown: true, widthPx: 90 }),
    foreignColumn('title', 'athensCourse', 'title', { shown: true, widthPx: 280 }),
    host,
    fieldColumn('athensRegistration', 'status', { shown: true, widthPx: 130 }),
    fieldColumn('athensRegistration', 'rank', { shown: true, label: 'column.athensRegistrations.rank' }),
    foreignColumn('ects', 'athensCourse', 'ects', { shown: true, total: 'sum' }),
    foreignColumn('isBip', 'athensCourse', 'isBip', shown),
    fieldColumn('athensRegistration', 'isLocked'),
    ...['cancelReason', 'cancelAgreedBy', 'cancelAgreedOn', 'notes'].map((field) =>
      fieldColumn('athensRegistration', field),
    ),
  ],
  sort: [
    { key: 'session', descending: true },
    { key: 'familyName', descending: false },
  ],
})
