import { documentStates } from '#shared/domain/documents.ts'
import { textKey } from '#shared/entities/labels.ts'
import { computedColumn, defineList, fieldColumn, foreignColumn } from './define.ts'
import type { ListColumn, ListDefinition } from './types.ts'

const shown = { shown: true }

/** Whose stay it is, and where. */
const stayColumns: readonly ListColumn[] = [
  foreignColumn('familyName', 'student', 'familyName', { shown: true, widthPx: 150 }),
  foreignColumn('givenNames', 'student', 'givenNames', { shown: true, widthPx: 140 }),
  foreignColumn('form', 'mobility', 'form', { shown: true, widthPx: 160 }),
  foreignColumn('institution', 'institution', 'name', {
    shown: true,
    widthPx: 240,
    label: 'field.mobility.institutionId',
  }),
]

/** What else is known of the stay, for those who look for it. */
const moreStayColumns: readonly ListColumn[] = [
  foreignColumn('academicYear', 'mobility', 'academicYear'),
  foreignColumn('mobilityStatus', 'mobility', 'status'),
  foreignColumn('cohort', 'student', 'cohort'),
  foreignColumn('studentNumber', 'student', 'studentNumber'),
]

const byStudent = [
  { key: 'familyName', descending: false },
  { key: 'givenNames', descending: false },
]

/** The lists of what the files of stays hold. */
export const stayFileLists = {
  interruptions: defineList({
    name: 'interruptions',
    title: 'list.interruptions',
    entity: 'interruption',
    columns: [
      ...stayColumns,
      fieldColumn('interruption', 'start', shown),
      fieldColumn('interruption', 'end', shown),
      fieldColumn('interruption', 'reason', shown),
      ...moreStayColumns,
    ],
    sort: [{ key: 'start', descending: true }],
  }),
  documents: defineList({
    name: 'documents',
    title: 'list.documents',
    entity: 'document',
    columns: [
      ...stayColumns,
      fieldColumn('document', 'kind', { shown: true, widthPx: 200 }),
      {
        ...computedColumn('documents', 'state', 'choice', { shown: true, widthPx: 150 }),
        choices: documentStates.map((value) => ({ value, label: textKey(`document-state.${value}`) })),
      },
      fieldColumn('document', 'dueOn', shown),
      fieldColumn('document', 'receivedOn', shown),
      fieldColumn('document', 'certifiedDate', shown),
      fieldColumn('document', 'expiresOn', shown),
      fieldColumn('document', 'fileName', { shown: true, widthPx: 200 }),
      computedColumn('documents', 'office', 'text', { shown: true, widthPx: 190 }),
      foreignColumn('neededFor', 'mobility', 'status', { label: 'column.documents.neededFor' }),
      fieldColumn('document', 'status'),
      fieldColumn('document', 'sizeBytes'),
      fieldColumn('document', 'sha256'),
      foreignColumn('email', 'student', 'email'),
      fieldColumn('document', 'title'),
      fieldColumn('document', 'issuedOn'),
      fieldColumn('document', 'notes'),
      ...moreStayColumns,
    ],
    sort: [{ key: 'dueOn', descending: false }, ...byStudent],
  }),
  laComponents: defineList({
    name: 'laComponents',
    title: 'list.laComponents',
    entity: 'laComponent',
    columns: [
      ...stayColumns,
      ...['version', 'table', 'code'].map((field) => fieldColumn('laComponent', field, shown)),
      fieldColumn('laComponent', 'title', { shown: true, widthPx: 280 }),
      fieldColumn('laComponent', 'ects', { shown: true, total: 'sum' }),
      fieldColumn('laComponent', 'status', shown),
      ...['term', 'reasonCode', 'reasonText', 'recognitionConditions'].map((field) =>
        fieldColumn('laComponent', field),
      ),
      ...moreStayColumns,
    ],
    sort: [...byStudent, { key: 'version', descending: false }, { key: 'table', descending: false }],
  }),
  laSignatures: defineList({
    name: 'laSignatures',
    title: 'list.laSignatures',
    entity: 'laSignature',
    columns: [
      ...stayColumns,
      ...['version', 'role', 'signerName', 'signedOn'].map((field) =>
        fieldColumn('laSignature', field, shown),
      ),
      ...['position', 'email'].map((field) => fieldColumn('laSignature', field)),
      ...moreStayColumns,
    ],
    sort: [...byStudent, { key: 'version', descending: false }],
  }),
  transcriptLines: defineList({
    name: 'transcriptLines',
    title: 'list.transcriptLines',
    entity: 'transcriptLine',
    columns: [
      ...stayColumns,
      fieldColumn('transcriptLine', 'code', shown),
      fieldColumn('transcriptLine', 'title', { shown: true, widthPx: 280 }),
      fieldColumn('transcriptLine', 'ects', { shown: true, total: 'sum' }),
      ...['grade', 'convertedGrade', 'result'].map((field) => fieldColumn('transcriptLine', field, shown)),
      fieldColumn('transcriptLine', 'term'),
      ...moreStayColumns,
    ],
    sort: byStudent,
  }),
  aidSchemes: defineList({
    name: 'aidSchemes',
    title: 'list.aidSchemes',
    entity: 'aidScheme',
    columns: [
      fieldColumn('aidScheme', 'name', { shown: true, widthPx: 300 }),
      ...['funder', 'isOpen', 'amountKind', 'rate', 'ceiling'].map((field) =>
        fieldColumn('aidScheme', field, shown),
      ),
      fieldColumn('aidScheme', 'forms', { shown: true, widthPx: 260 }),
      ...['countryGroups', 'minDays', 'maxDays', 'minScholarshipLevel', 'certainty'].map((field) =>
        fieldColumn('aidScheme', field, shown),
      ),
      ...['hostCountries', 'nationalities', 'studentStatus', 'needsPartner', 'excludesOthers'].map((field) =>
        fieldColumn('aidScheme', field),
      ),
      ...['firstYear', 'lastYear', 'source', 'notes'].map((field) => fieldColumn('aidScheme', field)),
    ],
    sort: [{ key: 'name', descending: false }],
  }),
  fundings: defineList({
    name: 'fundings',
    title: 'list.fundings',
    entity: 'funding',
    columns: [
      ...stayColumns,
      foreignColumn('scheme', 'aidScheme', 'name', {
        shown: true,
        widthPx: 240,
        label: 'field.funding.schemeId',
      }),
      fieldColumn('funding', 'status', shown),
      fieldColumn('funding', 'amountAsked', { shown: true, total: 'sum' }),
      fieldColumn('funding', 'amountGranted', { shown: true, total: 'sum' }),
      ...['askedOn', 'decidedOn', 'reference', 'notes'].map((field) => fieldColumn('funding', field)),
      ...moreStayColumns,
    ],
    sort: byStudent,
  }),
  instalments: defineList({
    name: 'instalments',
    title: 'list.instalments',
    entity: 'instalment',
    columns: [
      ...stayColumns,
      foreignColumn('scheme', 'aidScheme', 'name', {
        shown: true,
        widthPx: 240,
        label: 'field.funding.schemeId',
      }),
      fieldColumn('instalment', 'amount', { shown: true, total: 'sum' }),
      fieldColumn('instalment', 'dueOn', shown),
      fieldColumn('instalment', 'paidOn', shown),
      fieldColumn('instalment', 'notes'),
      ...moreStayColumns,
    ],
    sort: [{ key: 'dueOn', descending: false }, ...byStudent],
  }),
} as const satisfies Readonly<Record<string, ListDefinition>>
