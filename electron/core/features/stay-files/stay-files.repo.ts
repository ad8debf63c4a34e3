import { sql, type Kysely } from 'kysely'
import type { StayDates } from '#shared/domain/documents.ts'
import type { Instalment } from '#shared/domain/funding.ts'
import type { LaComponent, LaSignature } from '#shared/domain/learning-agreement.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'
import { stayCountrySql } from '#core/db/stay-country.ts'

type Db = Kysely<Database>

export async function findStayDates(db: Db, mobilityId: string): Promise<StayDates | undefined> {
  return await db
    .selectFrom('mobility')
    .select(['plannedStart', 'plannedEnd', 'actualStart', 'actualEnd'])
    .where('id', '=', mobilityId)
    .executeTakeFirst()
}

export async function setStayDate(
  trx: Trx,
  mobilityId: string,
  field: 'actualStart' | 'actualEnd',
  date: string | null,
): Promise<void> {
  await trx
    .updateTable('mobility')
    .set({ [field]: date })
    .where('id', '=', mobilityId)
    .execute()
}

export async function listSignatures(db: Db, mobilityId: string): Promise<readonly LaSignature[]> {
  return await db
    .selectFrom('laSignature')
    .select(['id', 'version', 'role', 'signedOn'])
    .where('mobilityId', '=', mobilityId)
    .execute()
}

export async function listComponents(db: Db, mobilityId: string): Promise<readonly LaComponent[]> {
  return await db
    .selectFrom('laComponent')
    .select(['id', 'version', 'table', 'title', 'code', 'ects', 'status', 'reasonCode', 'reasonText'])
    .where('mobilityId', '=', mobilityId)
    .orderBy('version')
    .orderBy('id')
    .execute()
}

/** The payments of one aid, and what was granted; null while nothing was. */
export async function listInstalments(
  db: Db,
  fundingId: string,
): Promise<{ readonly granted: number | null; readonly instalments: readonly Instalment[] }> {
  const funding = await db
    .selectFrom('funding')
    .select('amountGranted')
    .where('id', '=', fundingId)
    .executeTakeFirst()
  const instalments = await db
    .selectFrom('instalment')
    .select(['id', 'amount', 'dueOn', 'paidOn'])
    .where('fundingId', '=', fundingId)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  return { granted: funding?.amountGranted ?? null, instalments }
}

export async function findStayOfAgreement(db: Db, mobilityId: string) {
  return await db
    .selectFrom('mobility')
    .select(['plannedStart', 'actualStart', 'automaticRecognition', 'recognitionExplanation', 'ectsAsked'])
    .where('id', '=', mobilityId)
    .executeTakeFirst()
}

/** Signatures with the names under them. */
export async function listSigners(db: Db, mobilityId: string) {
  return await db
    .selectFrom('laSignature')
    .select(['id', 'version', 'role', 'signerName', 'signedOn'])
    .where('mobilityId', '=', mobilityId)
    .orderBy('version')
    .execute()
}

/** The student of a stay and the contact at its host. */
export async function findParties(db: Db, mobilityId: string) {
  const row = await db
    .selectFrom('mobility as m')
    .innerJoin('student as s', 's.id', 'm.studentId')
    .leftJoin('institution as i', 'i.id', 'm.institutionId')
    .select(['s.familyName', 's.givenNames', 's.email as studentEmail', 'i.contactName', 'i.contactEmail'])
    .where('m.id', '=', mobilityId)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, studentName: `${row.givenNames} ${row.familyName}` }
}

export async function listTranscript(db: Db, mobilityId: string) {
  return await db
    .selectFrom('transcriptLine')
    .select(['id', 'code', 'title', 'ects', 'grade', 'convertedGrade', 'result'])
    .where('mobilityId', '=', mobilityId)
    .orderBy('id')
    .execute()
}

/** What the rules of aids look at. */
export async function findAidFacts(db: Db, mobilityId: string) {
  return await db
    .selectFrom('mobility as m')
    .innerJoin('student as s', 's.id', 'm.studentId')
    .leftJoin('institution as i', 'i.id', 'm.institutionId')
    .select(['m.form', 'm.academicYear', 'm.plannedStart', 'm.plannedEnd', 'm.actualStart', 'm.actualEnd'])
    .select(['s.nationality', 's.status as studentStatus', 's.scholarship'])
    .select(sql<string | null>`${sql.raw(stayCountrySql('m', 'i'))}`.as('hostCountry'))
    .select((eb) =>
      eb
        .exists(
          eb.selectFrom('agreement as a').select('a.id').whereRef('a.institutionId', '=', 'm.institutionId'),
        )
        .as('isPartner'),
    )
    .where('m.id', '=', mobilityId)
    .executeTakeFirst()
}

export async function listSchemes(db: Db) {
  return await db.selectFrom('aidScheme').selectAll().orderBy('name').execute()
}

/** The aids of a stay with their payments. */
export async function listFundings(db: Db, mobilityId: string) {
  const fundings = await db
    .selectFrom('funding as f')
    .innerJoin('aidScheme as x', 'x.id', 'f.schemeId')
    .select(['f.id', 'f.schemeId', 'x.name as scheme', 'f.status', 'f.amountAsked', 'f.amountGranted'])
    .where('f.mobilityId', '=', mobilityId)
    .orderBy('f.id')
    .execute()
  const instalments = await db
    .selectFrom('instalment as p')
    .innerJoin('funding as f', 'f.id', 'p.fundingId')
    .select(['p.id', 'p.fundingId', 'p.amount', 'p.dueOn', 'p.paidOn'])
    .where('f.mobilityId', '=', mobilityId)
    .orderBy('p.dueOn')
    .orderBy('p.id')
    .execute()
  return fundings.map((funding) => ({
    ...funding,
    instalments: instalments.filter(({ fundingId }) => fundingId === funding.id),
  }))
}
