import { defineList, fieldColumn, foreignColumn } from './define.ts'

const shown = { shown: true }

/** The lists of what the Beneficiary Module said. */
export const bmLists = {
  bmReadings: defineList({
    name: 'bmReadings',
    title: 'list.bmReadings',
    entity: 'bmReading',
    columns: [
      fieldColumn('bmReading', 'readOn', shown),
      fieldColumn('bmReading', 'fileName', { shown: true, widthPx: 320 }),
      ...['isFeedback', 'rows', 'matched', 'errors', 'differences'].map((field) =>
        fieldColumn('bmReading', field, shown),
      ),
      fieldColumn('bmReading', 'sha256', { widthPx: 260 }),
    ],
    sort: [{ key: 'readOn', descending: true }],
  }),
  bmRemarks: defineList({
    name: 'bmRemarks',
    title: 'list.bmRemarks',
    entity: 'bmRemark',
    columns: [
      foreignColumn('familyName', 'student', 'familyName', { shown: true, widthPx: 150 }),
      foreignColumn('givenNames', 'student', 'givenNames', { shown: true, widthPx: 140 }),
      fieldColumn('bmRemark', 'kind', { shown: true, widthPx: 170 }),
      fieldColumn('bmRemark', 'label', { shown: true, widthPx: 200 }),
      fieldColumn('bmRemark', 'message', { shown: true, widthPx: 320 }),
      fieldColumn('bmRemark', 'ours', { shown: true, widthPx: 130 }),
      fieldColumn('bmRemark', 'theirs', { shown: true, widthPx: 130 }),
      fieldColumn('bmRemark', 'status', { shown: true, widthPx: 110 }),
      foreignColumn('readOn', 'bmReading', 'readOn', shown),
      foreignColumn('fileName', 'bmReading', 'fileName', { widthPx: 240 }),
      foreignColumn('institution', 'institution', 'name', {
        widthPx: 240,
        label: 'field.mobility.institutionId',
      }),
      foreignColumn('bmId', 'mobility', 'bmId'),
      foreignColumn('academicYear', 'mobility', 'academicYear'),
      fieldColumn('bmRemark', 'bmField'),
      fieldColumn('bmRemark', 'row'),
    ],
    sort: [
      { key: 'status', descending: false },
      { key: 'familyName', descending: false },
      { key: 'givenNames', descending: false },
    ],
  }),
}
