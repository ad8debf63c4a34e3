import { textKey } from '#shared/entities/labels.ts'
import {
  athensCourses,
  athensHostQuotas,
  athensRegistrations,
  athensSessions,
  wishes,
} from './athens-lists.ts'
import { nominationProfiles } from './nomination-profiles.ts'
import { campaignLists } from './campaigns.ts'
import { computedColumn, defineList, fieldColumn, foreignColumn } from './define.ts'
import { agreementUseColumns, incomingLists, reportedMobilityColumns } from './report-columns.ts'
import { obligationLists } from './obligations.ts'
import { bmLists } from './bm.ts'
import { grantLists, grantStayColumns, grantStudentColumns } from './grants.ts'
import { registerLists } from './registers.ts'
import { stayFileLists } from './stay-files.ts'
import { incomingCounts, partnerBalance, placesLedger, quotaPoolMembers, quotaPools } from './places-lists.ts'
import type { ListColumn, ListDefinition, ListName } from './types.ts'

const shown = { shown: true }

/** The types of a partner's agreements: several choices in one cell, divided by commas. */
const agreementKinds: ListColumn = {
  ...foreignColumn('kinds', 'agreement', 'kind', { shown: true, widthPx: 190 }),
  label: textKey('column.partners.kinds'),
}

const institutionColumns = (list: 'institutions' | 'partners'): readonly ListColumn[] => [
  fieldColumn('institution', 'name', { shown: true, widthPx: 320 }),
  fieldColumn('institution', 'country', shown),
  fieldColumn('institution', 'city', shown),
  fieldColumn('institution', 'erasmusCode', shown),
  ...(list === 'institutions' ? [fieldColumn('institution', 'kind', shown)] : []),
  ...(list === 'partners' ? [agreementKinds] : []),
  computedColumn(list, 'agreements', 'integer', { total: 'sum' }),
  computedColumn(list, 'places', 'integer', { total: 'sum' }),
  computedColumn(list, 'outgoing', 'integer', { total: 'sum' }),
  ...(list === 'partners' ? [computedColumn(list, 'lastYear', 'academic-year')] : []),
  ...['nameEn', 'shortName', 'pic', 'oid', 'schac', 'ror', 'localCode', 'isAthensMember'].map((field) =>
    fieldColumn('institution', field),
  ),
  ...[
    'website',
    'contactName',
    'contactEmail',
    'phone',
    'nominationLanguage',
    'latitude',
    'longitude',
    'notes',
  ].map((field) => fieldColumn('institution', field)),
]

const byName = [{ key: 'name', descending: false }]

const definitions: Readonly<Record<ListName, ListDefinition>> = {
  institutions: defineList({
    name: 'institutions',
    title: 'list.institutions',
    entity: 'institution',
    columns: institutionColumns('institutions'),
    sort: byName,
  }),
  partners: defineList({
    name: 'partners',
    title: 'list.partners',
    entity: 'institution',
    columns: institutionColumns('partners'),
    sort: byName,
  }),
  agreements: defineList({
    name: 'agreements',
    title: 'list.agreements',
    entity: 'agreement',
    columns: [
      foreignColumn('institution', 'institution', 'name', {
        shown: true,
        widthPx: 300,
        label: 'field.agreement.institutionId',
      }),
      foreignColumn('country', 'institution', 'country', shown),
      fieldColumn('agreement', 'kind', shown),
      fieldColumn('agreement', 'status', shown),
      fieldColumn('agreement', 'firstYear', shown),
      fieldColumn('agreement', 'lastYear', shown),
      computedColumn('agreements', 'conditions', 'integer', { total: 'sum' }),
      computedColumn('agreements', 'places', 'integer', { total: 'sum' }),
      fieldColumn('agreement', 'autumnDeadline', shown),
      fieldColumn('agreement', 'springDeadline', shown),
      foreignColumn('erasmusCode', 'institution', 'erasmusCode'),
      foreignColumn('city', 'institution', 'city'),
      fieldColumn('agreement', 'reference'),
      fieldColumn('agreement', 'signedOn'),
      ...[
        'signatory',
        'partnerReference',
        'partnerSignatory',
        'partnerSignedOn',
        'iiaId',
        'partnerIiaId',
        'ounitId',
        'partnerOunitId',
      ].map((field) => fieldColumn('agreement', field)),
      fieldColumn('agreement', 'carryOver'),
      fieldColumn('agreement', 'notes'),
      ...agreementUseColumns,
    ],
    sort: [{ key: 'institution', descending: false }],
  }),
  conditions: defineList({
    name: 'conditions',
    title: 'list.conditions',
    entity: 'condition',
    columns: [
      foreignColumn('institution', 'institution', 'name', {
        shown: true,
        widthPx: 280,
        label: 'field.agreement.institutionId',
      }),
      foreignColumn('agreementKind', 'agreement', 'kind', { shown: true, label: 'kind.agreement' }),
      fieldColumn('condition', 'direction', shown),
      fieldColumn('condition', 'kind', shown),
      fieldColumn('condition', 'peoplePerYear', { shown: true, total: 'sum' }),
      fieldColumn('condition', 'monthsPerYear', { shown: true, total: 'sum' }),
      computedColumn('conditions', 'places', 'integer', { total: 'sum' }),
      fieldColumn('condition', 'iscedCodes', shown),
      fieldColumn('condition', 'eqfLevels', shown),
      fieldColumn('condition', 'languages', shown),
      ...['firstYear', 'lastYear', 'daysPerYear', 'isBlended', 'otherTerms', 'notes'].map((field) =>
        fieldColumn('condition', field),
      ),
    ],
    sort: [{ key: 'institution', descending: false }],
  }),
  places: defineList({
    name: 'places',
    title: 'list.places',
    entity: 'place',
    columns: [
      foreignColumn('institution', 'institution', 'name', {
        shown: true,
        widthPx: 280,
        label: 'field.agreement.institutionId',
      }),
      foreignColumn('country', 'institution', 'country', shown),
      foreignColumn('agreementKind', 'agreement', 'kind', { shown: true, label: 'kind.agreement' }),
      fieldColumn('place', 'academicYear', shown),
      fieldColumn('place', 'semester', shown),
      fieldColumn('place', 'programme', shown),
      fieldColumn('place', 'count', { shown: true, total: 'sum' }),
      computedColumn('places', 'taken', 'integer', { total: 'sum' }),
      foreignColumn('erasmusCode', 'institution', 'erasmusCode'),
      fieldColumn('place', 'notes'),
    ],
    sort: [
      { key: 'academicYear', descending: true },
      { key: 'institution', descending: false },
    ],
  }),
  students: defineList({
    name: 'students',
    title: 'list.students',
    entity: 'student',
    columns: [
      fieldColumn('student', 'studentNumber', shown),
      fieldColumn('student', 'familyName', { shown: true, widthPx: 160 }),
      fieldColumn('student', 'givenNames', { shown: true, widthPx: 150 }),
      fieldColumn('student', 'cohort', shown),
      fieldColumn('student', 'programme', shown),
      fieldColumn('student', 'track', shown),
      fieldColumn('student', 'nationality', shown),
      fieldColumn('student', 'email', { shown: true, widthPx: 240 }),
      computedColumn('students', 'mobilities', 'integer', { total: 'sum' }),
      ...[
        'gender',
        'birthDate',
        'phone',
        'department',
        'studyYear',
        'eqfLevel',
        'iscedCode',
        'ectsAcquired',
      ].map((field) => fieldColumn('student', field)),
      ...['status', 'isSchooledInFrance', 'languages', 'esi', 'notes'].map((field) =>
        fieldColumn('student', field),
      ),
      ...grantStudentColumns,
    ],
    sort: [
      { key: 'familyName', descending: false },
      { key: 'givenNames', descending: false },
    ],
  }),
  mobilities: defineList({
    name: 'mobilities',
    title: 'list.mobilities',
    entity: 'mobility',
    columns: [
      foreignColumn('familyName', 'student', 'familyName', { shown: true, widthPx: 150 }),
      foreignColumn('givenNames', 'student', 'givenNames', { shown: true, widthPx: 140 }),
      foreignColumn('cohort', 'student', 'cohort', shown),
      fieldColumn('mobility', 'form', { shown: true, widthPx: 170 }),
      fieldColumn('mobility', 'status', { shown: true, widthPx: 130 }),
      foreignColumn('institution', 'institution', 'name', {
        shown: true,
        widthPx: 280,
        label: 'field.mobility.institutionId',
      }),
      foreignColumn('country', 'institution', 'country', shown),
      fieldColumn('mobility', 'academicYear', shown),
      fieldColumn('mobility', 'semester', shown),
      fieldColumn('mobility', 'plannedStart', shown),
      fieldColumn('mobility', 'plannedEnd', shown),
      foreignColumn('studentNumber', 'student', 'studentNumber'),
      foreignColumn('programme', 'student', 'programme'),
      foreignColumn('erasmusCode', 'institution', 'erasmusCode'),
      ...['actualStart', 'actualEnd', 'iscedCode', 'language', 'title', 'overbookingReason', 'notes'].map(
        (field) => fieldColumn('mobility', field),
      ),
      ...reportedMobilityColumns,
      ...grantStayColumns,
    ],
    sort: [
      { key: 'academicYear', descending: true },
      { key: 'familyName', descending: false },
    ],
  }),
  mobilitySteps: defineList({
    name: 'mobilitySteps',
    title: 'list.mobilitySteps',
    entity: 'mobilityStep',
    columns: [
      fieldColumn('mobilityStep', 'movedOn', shown),
      fieldColumn('mobilityStep', 'step', { shown: true, widthPx: 170 }),
      fieldColumn('mobilityStep', 'fromStep', { shown: true, widthPx: 170 }),
      foreignColumn('familyName', 'student', 'familyName', { shown: true, widthPx: 150 }),
      foreignColumn('givenNames', 'student', 'givenNames', { shown: true, widthPx: 140 }),
      foreignColumn('form', 'mobility', 'form', { shown: true, widthPx: 170 }),
      foreignColumn('institution', 'institution', 'name', {
        shown: true,
        widthPx: 280,
        label: 'field.mobility.institutionId',
      }),
      foreignColumn('academicYear', 'mobility', 'academicYear', shown),
      fieldColumn('mobilityStep', 'remark', { shown: true, widthPx: 240 }),
      foreignColumn('studentNumber', 'student', 'studentNumber'),
    ],
    sort: [{ key: 'movedOn', descending: true }],
  }),
  nominations: defineList({
    name: 'nominations',
    title: 'list.nominations',
    entity: 'nomination',
    columns: [
      fieldColumn('nomination', 'sentOn', shown),
      foreignColumn('familyName', 'student', 'familyName', { shown: true, widthPx: 150 }),
      foreignColumn('givenNames', 'student', 'givenNames', { shown: true, widthPx: 140 }),
      foreignColumn('institution', 'institution', 'name', {
        shown: true,
        widthPx: 280,
        label: 'field.mobility.institutionId',
      }),
      foreignColumn('academicYear', 'mobility', 'academicYear', shown),
      fieldColumn('nomination', 'channel', shown),
      fieldColumn('nomination', 'recipient', shown),
      fieldColumn('nomination', 'format'),
      fieldColumn('nomination', 'fileName', { shown: true, widthPx: 260 }),
      fieldColumn('nomination', 'sha256', { widthPx: 260 }),
    ],
    sort: [{ key: 'sentOn', descending: true }],
  }),
  athensSessions,
  athensCourses,
  athensHostQuotas,
  wishes,
  athensRegistrations,
  placesLedger,
  partnerBalance,
  quotaPools,
  quotaPoolMembers,
  incomingCounts,
  nominationProfiles,
  ...stayFileLists,
  ...campaignLists,
  ...incomingLists,
  ...obligationLists,
  ...registerLists,
  ...grantLists,
  ...bmLists,
}

export function listOf(name: ListName): ListDefinition {
  return definitions[name]
}

export function columnOf(definition: ListDefinition, key: string): ListColumn | undefined {
  return definition.columns.find((column) => column.key === key)
}
