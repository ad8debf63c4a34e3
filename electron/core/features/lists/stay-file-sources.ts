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

/**
 * The documents of all stays: those that are there, and those that the form's checklist awaits and nobody has touched
 * yet. The latter have the id that their record will have, the stay's and the kind, so that opening, editing and
 * filling in many at once work for both.
 */
const ruled = (column: string) =>
  `(SELECT rule.${column} FROM rule WHERE rule.form = dm.form AND rule.kind = d.kind)`
const due = (from: string, days: string) =>
  `document_due(${from}, ${days}, ifnull(dm.actualStart, dm.plannedStart), ifnull(dm.actualEnd, dm.plannedEnd))`
const dueOn = `iif(d.dueOn IS NOT NULL OR d.status <> 'missing', d.dueOn, ${due(ruled('dueFrom'), ruled('dueDays'))})`
const expiresOn = `CASE WHEN d.expiresOn IS NOT NULL OR d.kind NOT IN (SELECT kind FROM lasting) THEN d.expiresOn
  ELSE document_expiry(${ruled('validMonths')}, d.issuedOn, d.receivedOn) END`
const stateOf = (status: string, day: string, expiry: string, step: string) =>
  `document_state(${status}, ${day}, ${expiry}, ${step}, dm.status, ifnull(dm.actualEnd, dm.plannedEnd), :today)`

// What a rule says at once of a document is said before it is asked: in hundreds of thousands each asking counts.
const allDocuments = `(
  WITH rule AS MATERIALIZED (
    SELECT f.value ->> 'form' AS form, d.value ->> 'code' AS kind, d.value ->> 'step' AS step,
      d.value ->> 'isRequired' AS isRequired, d.value ->> 'validMonths' AS validMonths,
      d.value ->> 'dueFrom' AS dueFrom, d.value ->> 'dueDays' AS dueDays
    FROM setting, json_each(setting.value) f, json_each(f.value, '$.documents') d WHERE setting.id = 'forms'),
  lasting AS MATERIALIZED (SELECT kind FROM rule WHERE validMonths IS NOT NULL)
  SELECT d.id, d.mobilityId, dm.studentId, d.kind, d.title, d.status, d.certifiedDate, ${dueOn} AS dueOn,
    d.receivedOn, d.issuedOn, ${expiresOn} AS expiresOn, d.fileName, d.sha256, d.sizeBytes, d.notes,
    ${ruled('step')} AS neededFor,
    CASE WHEN d.status = 'received' AND d.expiresOn IS NULL AND d.kind NOT IN (SELECT kind FROM lasting)
      THEN 'received' ELSE ${stateOf('d.status', dueOn, expiresOn, ruled('step'))} END AS state
  FROM document d JOIN mobility dm ON dm.id = d.mobilityId
  UNION ALL
  SELECT dm.id || '.' || rule.kind, dm.id, dm.studentId, rule.kind, NULL, 'missing', NULL,
    ${due('rule.dueFrom', 'rule.dueDays')}, NULL, NULL, NULL, NULL, NULL, NULL, NULL, rule.step,
    ${stateOf("'missing'", due('rule.dueFrom', 'rule.dueDays'), 'NULL', 'rule.step')}
  FROM mobility dm JOIN rule ON rule.form = dm.form
  WHERE rule.isRequired AND dm.status NOT IN ('recognised', 'refused', 'withdrawn')
    AND NOT EXISTS (SELECT 1 FROM document d WHERE d.mobilityId = dm.id AND d.kind = rule.kind))`

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
  documents: {
    from: `${allDocuments} r ${stay}`,
    columns: {
      ...stayColumns,
      state: 'r.state',
      neededFor: 'r.neededFor',
      email: 's.email',
      office: `(SELECT f.value ->> 'office' FROM setting x, json_each(x.value) f WHERE x.id = 'forms' AND f.value ->> 'form' = m.form)`,
    },
    searched: ['r.id', 'm.studentId', 'm.institutionId'],
    entity: 'document',
  },
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
  // the student is a column of the rows themselves, so that narrowing to one reads that student's stays only
  documents: { id: 'r.id', mobilityId: 'r.mobilityId', studentId: 'r.studentId' },
  laComponents: stayLinks,
  laSignatures: stayLinks,
  transcriptLines: stayLinks,
  aidSchemes: { id: 'r.id' },
  fundings: { ...stayLinks, schemeId: 'r.schemeId' },
  instalments: { id: 'r.id', fundingId: 'r.fundingId', mobilityId: 'f.mobilityId', studentId: 'm.studentId' },
} as const
