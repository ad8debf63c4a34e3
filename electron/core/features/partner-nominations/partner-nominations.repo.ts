import { sql, type Kysely } from 'kysely'
import * as z from 'zod'
import { templateColumn, type TemplateColumn } from '#shared/contract/nomination-templates.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database, NominationTemplateTable } from '#core/db/schema.ts'

type Db = Kysely<Database>

export type TemplateRow = Omit<NominationTemplateTable, 'columns'> & {
  readonly columns: readonly TemplateColumn[]
}

const storedColumns = z.array(templateColumn)

/** The workbooks of some partners; all of them when none is named. */
export async function listTemplates(
  db: Db,
  institutionIds: readonly string[],
): Promise<readonly TemplateRow[]> {
  let query = db.selectFrom('nominationTemplate').selectAll()
  if (institutionIds.length > 0)
    query = query.where(
      'institutionId',
      'in',
      sql<string>`(SELECT value FROM json_each(${JSON.stringify(institutionIds)}))`,
    )
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, columns: storedColumns.parse(JSON.parse(row.columns)) }))
}

export async function findTemplate(db: Db, institutionId: string): Promise<TemplateRow | undefined> {
  return (await listTemplates(db, [institutionId]))[0]
}

/** One workbook per partner: a new one takes the place of the old. */
export async function putTemplate(trx: Trx, row: TemplateRow): Promise<void> {
  await trx.deleteFrom('nominationTemplate').where('institutionId', '=', row.institutionId).execute()
  await trx
    .insertInto('nominationTemplate')
    .values({ ...row, columns: JSON.stringify(row.columns) })
    .execute()
}

export async function deleteTemplate(trx: Trx, institutionId: string): Promise<void> {
  await trx.deleteFrom('nominationTemplate').where('institutionId', '=', institutionId).execute()
}

/** How partners want their nominations, with the language and the contact that are the partner's own. */
export async function listProfiles(db: Db, institutionIds: readonly string[]) {
  const rows = await db
    .selectFrom('institution as i')
    .leftJoin('nominationProfile as p', 'p.institutionId', 'i.id')
    .where('i.id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(institutionIds)}))`)
    .select(['i.id as institutionId', 'i.name', 'i.nominationLanguage', 'i.contactName as partnerContact'])
    .select(['i.contactEmail as partnerEmail', 'i.erasmusCode'])
    .select([
      'p.id',
      'p.channel',
      'p.formUrl',
      'p.contactName',
      'p.contactEmail',
      'p.extraColumns',
      'p.notes',
    ])
    .execute()
  return rows.map(({ partnerContact, partnerEmail, ...row }) => ({
    ...row,
    channel: row.channel ?? ('file' as const),
    contactName: row.contactName ?? partnerContact,
    contactEmail: row.contactEmail ?? partnerEmail,
  }))
}
export type ProfileRow = Awaited<ReturnType<typeof listProfiles>>[number]

/** The latest nomination of each mobility, with what it said where that was kept. */
export async function listLastNominations(db: Db, mobilityIds: readonly string[]) {
  return await db
    .selectFrom('nomination as n')
    .leftJoin('nominationSent as s', 's.id', 'n.id')
    .where('n.mobilityId', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(mobilityIds)}))`)
    .select([
      'n.id',
      'n.mobilityId',
      'n.sentOn',
      'n.channel',
      'n.recipient',
      'n.fileName',
      'n.sha256',
      'n.sizeBytes',
    ])
    .select('s.said')
    .orderBy('n.sentOn', 'desc')
    .orderBy('n.id', 'desc')
    .execute()
}

/** How the partners that have a profile or a workbook of their own are named to. */
export async function listChannels(db: Db) {
  const rows = await db
    .selectFrom('institution as i')
    .leftJoin('nominationProfile as p', 'p.institutionId', 'i.id')
    .leftJoin('nominationTemplate as t', 't.institutionId', 'i.id')
    .where((eb) => eb.or([eb('p.id', 'is not', null), eb('t.id', 'is not', null)]))
    .select(['i.id as institutionId', 'p.channel', 't.id as templateId'])
    .execute()
  return rows.map(({ institutionId, channel, templateId }) => ({
    institutionId,
    channel: channel ?? ('file' as const),
    hasTemplate: templateId !== null,
  }))
}
