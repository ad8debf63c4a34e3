import { sql, type Kysely } from 'kysely'
import type { EntityName } from '#shared/entities/index.ts'
import { documentKinds } from '#shared/entities/stay-file.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { Translate } from '#shared/text/text.ts'
import type { Database } from '#core/db/schema.ts'
import { campaignTitles } from './campaign-titles.ts'

/** How people call a record, and what tells it from another of the same name. */
export interface RecordTitle {
  readonly entity: EntityName
  readonly id: string
  readonly title: string
  readonly hint: string
}

/** A record that belongs to a stay, with the stay's student and host. */
const ofStay = (table: string) =>
  `FROM ${table} r JOIN mobility m ON m.id = r.mobilityId JOIN student s ON s.id = m.studentId
    LEFT JOIN institution i ON i.id = m.institutionId`

/** `choice` is the key of a word that belongs to the title; the rest is names, the same in every language. */
const titleSql: Readonly<Record<EntityName, string>> = {
  institution: `SELECT r.id, r.name AS title, concat_ws(' · ', r.city, r.country, r.erasmusCode) AS hint, NULL AS choice FROM institution r`,
  agreement: `SELECT r.id, i.name AS title, concat_ws(' – ', r.firstYear, r.lastYear) AS hint, 'choice.agreement.kind.' || r.kind AS choice
    FROM agreement r JOIN institution i ON i.id = r.institutionId`,
  condition: `SELECT r.id, i.name AS title, ifnull(r.iscedCodes, '') AS hint, 'choice.condition.kind.' || r.kind AS choice
    FROM condition r JOIN agreement a ON a.id = r.agreementId JOIN institution i ON i.id = a.institutionId`,
  place: `SELECT r.id, concat_ws(' · ', i.name, r.academicYear, r.programme) AS title, '' AS hint, 'choice.place.semester.' || r.semester AS choice
    FROM place r JOIN condition c ON c.id = r.conditionId JOIN agreement a ON a.id = c.agreementId JOIN institution i ON i.id = a.institutionId`,
  student: `SELECT r.id, r.familyName || ' ' || r.givenNames AS title, concat_ws(' · ', r.studentNumber, r.cohort, r.programme) AS hint, NULL AS choice FROM student r`,
  mobility: `SELECT r.id, s.familyName || ' ' || s.givenNames AS title, concat_ws(' · ', i.name, r.academicYear) AS hint, 'choice.mobility.form.' || r.form AS choice
    FROM mobility r JOIN student s ON s.id = r.studentId LEFT JOIN institution i ON i.id = r.institutionId`,
  mobilityStep: `SELECT r.id, s.familyName || ' ' || s.givenNames AS title, r.movedOn AS hint, 'choice.mobilityStep.step.' || r.step AS choice
    FROM mobilityStep r JOIN mobility m ON m.id = r.mobilityId JOIN student s ON s.id = m.studentId`,
  nomination: `SELECT r.id, s.familyName || ' ' || s.givenNames AS title, r.sentOn AS hint, NULL AS choice
    FROM nomination r JOIN mobility m ON m.id = r.mobilityId JOIN student s ON s.id = m.studentId`,
  athensSession: `SELECT r.id, r.session AS title, concat_ws(' – ', r.startsOn, r.endsOn) AS hint, NULL AS choice FROM athensSession r`,
  athensHostQuota: `SELECT r.id, i.name AS title, r.session AS hint, NULL AS choice
    FROM athensHostQuota r JOIN institution i ON i.id = r.institutionId`,
  athensRegistration: `SELECT r.id, s.familyName || ' ' || s.givenNames || ' · ' || c.code AS title, c.session AS hint,
    'choice.athensRegistration.status.' || r.status AS choice
    FROM athensRegistration r JOIN student s ON s.id = r.studentId JOIN athensCourse c ON c.id = r.courseId`,
  quotaPool: `SELECT r.id, r.name AS title, ifnull(r.academicYear, '') AS hint, NULL AS choice FROM quotaPool r`,
  quotaPoolMember: `SELECT r.id, concat_ws(' · ', p.name, i.name, r.programme) AS title, '' AS hint, NULL AS choice
    FROM quotaPoolMember r JOIN quotaPool p ON p.id = r.poolId JOIN condition c ON c.id = r.conditionId
    JOIN agreement a ON a.id = c.agreementId JOIN institution i ON i.id = a.institutionId`,
  incomingCount: `SELECT r.id, concat_ws(' · ', i.name, r.academicYear) AS title, '' AS hint, 'choice.incomingCount.semester.' || r.semester AS choice
    FROM incomingCount r JOIN condition c ON c.id = r.conditionId JOIN agreement a ON a.id = c.agreementId JOIN institution i ON i.id = a.institutionId`,
  nominationProfile: `SELECT r.id, i.name AS title, concat_ws(' · ', r.contactName, r.contactEmail) AS hint, 'choice.nominationProfile.channel.' || r.channel AS choice
    FROM nominationProfile r JOIN institution i ON i.id = r.institutionId`,
  athensCourse: `SELECT r.id, r.code || ' ' || r.title AS title, r.session AS hint, NULL AS choice FROM athensCourse r`,
  wish: `SELECT r.id, s.familyName || ' ' || s.givenNames || ' · ' || c.code AS title, '' AS hint, NULL AS choice
    FROM wish r JOIN student s ON s.id = r.studentId JOIN athensCourse c ON c.id = r.courseId`,
  interruption: `SELECT r.id, s.familyName || ' ' || s.givenNames AS title, concat_ws(' – ', r.start, r."end") AS hint, NULL AS choice ${ofStay('interruption')}`,
  document: `SELECT r.id, s.familyName || ' ' || s.givenNames AS title, concat_ws(' · ', r.title, i.name) AS hint, 'choice.document.kind.' || r.kind AS choice
    ${ofStay('document')}`,
  laComponent: `SELECT r.id, concat_ws(' · ', r.title, s.familyName || ' ' || s.givenNames) AS title, ifnull(r.code, '') AS hint, 'choice.laComponent.table.' || r."table" AS choice ${ofStay('laComponent')}`,
  laSignature: `SELECT r.id, s.familyName || ' ' || s.givenNames AS title, concat_ws(' · ', r.version, r.signerName) AS hint, 'choice.laSignature.role.' || r.role AS choice ${ofStay('laSignature')}`,
  transcriptLine: `SELECT r.id, concat_ws(' · ', r.title, s.familyName || ' ' || s.givenNames) AS title, ifnull(r.code, '') AS hint, NULL AS choice ${ofStay('transcriptLine')}`,
  incomingStay: `SELECT r.id, concat_ws(' ', r.familyName, r.givenNames) AS title, concat_ws(' · ', i.name, r.academicYear) AS hint, 'choice.incomingStay.form.' || r.form AS choice
    FROM incomingStay r JOIN institution i ON i.id = r.institutionId`,
  erasmusCall: `SELECT r.id, r.name AS title, concat_ws(' · ', r.action, r.agreementNumber) AS hint, NULL AS choice FROM erasmusCall r`,
  grantRate: `SELECT r.id, CAST(r.callYear AS TEXT) AS title, concat_ws(' · ', r.distanceBand, r.amount) AS hint, 'choice.grantRate.kind.' || r.kind AS choice FROM grantRate r`,
  countryGroup: `SELECT r.id, CAST(r.firstCall AS TEXT) AS title, r.countries AS hint, 'choice.countryGroup.name.' || r.name AS choice FROM countryGroup r`,
  aidScheme: `SELECT r.id, r.name AS title, ifnull(r.funder, '') AS hint, NULL AS choice FROM aidScheme r`,
  funding: `SELECT r.id, concat_ws(' · ', x.name, s.familyName || ' ' || s.givenNames) AS title, ifnull(r.reference, '') AS hint, 'choice.funding.status.' || r.status AS choice
    ${ofStay('funding')} JOIN aidScheme x ON x.id = r.schemeId`,
  instalment: `SELECT r.id, concat_ws(' · ', x.name, s.familyName || ' ' || s.givenNames) AS title, ifnull(r.dueOn, '') AS hint, NULL AS choice
    FROM instalment r JOIN funding f ON f.id = r.fundingId JOIN aidScheme x ON x.id = f.schemeId
    JOIN mobility m ON m.id = f.mobilityId JOIN student s ON s.id = m.studentId`,
  ...campaignTitles,
  bmReading: `SELECT r.id, r.fileName AS title, r.readOn AS hint, NULL AS choice FROM bmReading r`,
  bmRemark: `SELECT r.id, concat_ws(' · ', s.familyName || ' ' || s.givenNames, r.label) AS title, ifnull(r.message, '') AS hint, 'choice.bmRemark.kind.' || r.kind AS choice ${ofStay('bmRemark')}`,
  register: `SELECT r.id, r.fileName AS title, r.listDate AS hint, NULL AS choice FROM register r`,
  registerEntry: `SELECT r.id, r.name AS title, concat_ws(' · ', r.erasmusCode, g.listDate) AS hint, NULL AS choice
    FROM registerEntry r JOIN register g ON g.id = r.registerId`,
}

/** The titles of some records of one kind, in the order asked for; records that are gone are left out. */
export async function titlesOf(
  db: Kysely<Database>,
  t: Translate,
  entity: EntityName,
  ids: readonly string[],
): Promise<readonly RecordTitle[]> {
  if (ids.length === 0) return []
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  const result = await sql<TitleRow>`${sql.raw(titleSql[entity])} WHERE r.id IN ${wanted}`.execute(db)
  const awaited =
    entity === 'document' && result.rows.length < ids.length ? await awaitedDocuments(db, ids) : []
  const byId = new Map(
    [...awaited, ...result.rows].map((row) => {
      const title = row.choice === null ? row.title : `${row.title} · ${t(textKey(row.choice))}`
      return [row.id, { entity, id: row.id, title, hint: row.hint }]
    }),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

interface TitleRow {
  readonly id: string
  readonly title: string
  readonly hint: string
  readonly choice: string | null
}

/** Documents that a checklist awaits: their ids tell the stay and the kind. */
async function awaitedDocuments(db: Kysely<Database>, ids: readonly string[]): Promise<readonly TitleRow[]> {
  const kinds = sql`(SELECT value FROM json_each(${JSON.stringify(documentKinds)}))`
  const result = await sql<TitleRow>`
    SELECT x.value AS id, s.familyName || ' ' || s.givenNames AS title, ifnull(i.name, '') AS hint,
      'choice.document.kind.' || substr(x.value, instr(x.value, '.') + 1) AS choice
    FROM json_each(${JSON.stringify(ids)}) x JOIN mobility m ON m.id = substr(x.value, 1, instr(x.value, '.') - 1)
    JOIN student s ON s.id = m.studentId LEFT JOIN institution i ON i.id = m.institutionId
    WHERE substr(x.value, instr(x.value, '.') + 1) IN ${kinds}`.execute(db)
  return result.rows
}
