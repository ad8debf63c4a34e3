import type { EntityName } from '#shared/entities/index.ts'
import type { ListSource } from './list-source.ts'

const stay = `JOIN mobility m ON m.id = r.mobilityId JOIN student s ON s.id = m.studentId
  LEFT JOIN institution i ON i.id = m.institutionId`

/** Columns of the stay behind a row. */
const stayColumns = {
  familyName: 's.familyName',
  givenNames: 's.givenNames',
  cohort: 's.cohort',
  studentNumber: 's.studentNumber',
  form: 'm.form',
  institution: 'i.name',
  academicYear: 'm.academicYear',
  mobilityStatus: 'm.status',
} as const

/** A list of records that belong to stays; words find the record, its student and its host. */
function ofStay(entity: EntityName): ListSource {
  return {
    from: `${entity} r ${stay}`,
    columns: stayColumns,
    searched: ['r.id', 'm.studentId', 'm.institutionId'],
    entity,
  }
}

/** Where the lists of what the files of stays hold come from. */
export const stayFileSources = {
  interruptions: ofStay('interruption'),
  documents: ofStay('document'),
  laComponents: ofStay('laComponent'),
  laSignatures: ofStay('laSignature'),
  transcriptLines: ofStay('transcriptLine'),
  aidSchemes: { from: 'aidScheme r', columns: {}, searched: ['r.id'], entity: 'aidScheme' },
  fundings: {
    from: `funding r JOIN aidScheme x ON x.id = r.schemeId ${stay}`,
    columns: { ...stayColumns, scheme: 'x.name' },
    searched: ['r.id', 'm.studentId', 'm.institutionId', 'r.schemeId'],
    entity: 'funding',
  },
  instalments: {
    from: `instalment r JOIN funding f ON f.id = r.fundingId JOIN aidScheme x ON x.id = f.schemeId
      JOIN mobility m ON m.id = f.mobilityId JOIN student s ON s.id = m.studentId
      LEFT JOIN institution i ON i.id = m.institutionId`,
    columns: { ...stayColumns, scheme: 'x.name' },
    searched: ['r.id', 'm.studentId', 'm.institutionId', 'f.schemeId'],
    entity: 'instalment',
  },
} as const satisfies Readonly<Record<string, ListSource>>

const stayLinks = { id: 'r.id', mobilityId: 'r.mobilityId', studentId: 'm.studentId' } as const

/** Filters of these lists by the record behind a row. */
export const stayFileLinks = {
  interruptions: stayLinks,
  documents: stayLinks,
  laComponents: stayLinks,
  laSignatures: stayLinks,
  transcriptLines: stayLinks,
  aidSchemes: { id: 'r.id' },
  fundings: { ...stayLinks, schemeId: 'r.schemeId' },
  instalments: { id: 'r.id', fundingId: 'r.fundingId', mobilityId: 'f.mobilityId', studentId: 'm.studentId' },
} as const
