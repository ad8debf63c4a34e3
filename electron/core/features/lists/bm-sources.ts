import type { ListSource } from './list-source.ts'

/** Where the lists of what the Beneficiary Module said come from. */
export const bmSources = {
  bmReadings: { from: 'bmReading r', columns: {}, searched: ['r.id'], entity: 'bmReading' },
  bmRemarks: {
    from: `bmRemark r JOIN bmReading b ON b.id = r.readingId JOIN mobility m ON m.id = r.mobilityId
      JOIN student s ON s.id = m.studentId LEFT JOIN institution i ON i.id = m.institutionId`,
    columns: {
      familyName: 's.familyName',
      givenNames: 's.givenNames',
      institution: 'i.name',
      bmId: 'm.bmId',
      academicYear: 'm.academicYear',
      readOn: 'b.readOn',
      fileName: 'b.fileName',
    },
    searched: ['r.id', 'm.studentId', 'm.institutionId'],
    entity: 'bmRemark',
  },
} as const satisfies Readonly<Record<string, ListSource>>

/** Filters of these lists by the record behind a row. */
export const bmLinks = {
  bmReadings: { id: 'r.id' },
  bmRemarks: { id: 'r.id', readingId: 'r.readingId', mobilityId: 'r.mobilityId', studentId: 'm.studentId' },
} as const
