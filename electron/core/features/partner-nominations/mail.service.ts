import type { Kysely } from 'kysely'
import * as z from 'zod'
import { DomainError } from '#shared/domain/errors.ts'
import { fillPlaceholders, unknownPlaceholders } from '#shared/domain/placeholders.ts'
import {
  mailPlaceholders,
  mailTextsSchema,
  type MailText,
  type MailTexts,
} from '#shared/contract/nomination-mail.ts'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate } from '#shared/text/text.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'

const settingId = 'nominationMail'

/** The subject and the body of nominations by e-mail, in both languages: the office's own, or those that come with us. */
export async function readMailTexts(db: Kysely<Database>): Promise<MailTexts> {
  const row = await db.selectFrom('setting').select('value').where('id', '=', settingId).executeTakeFirst()
  const kept: unknown = row === undefined ? {} : JSON.parse(row.value)
  return {
    en: standardText('en'),
    fr: standardText('fr'),
    ...z.partialRecord(z.enum(['en', 'fr']), mailTextsSchema).parse(kept),
  }
}

function standardText(language: Language): MailText {
  const t = createTranslate(language)
  // each placeholder stands for itself until the mail is written
  const itself = Object.fromEntries(mailPlaceholders.map((name) => [name, `{{${name}}}`]))
  return { subject: t('nominationMail.subject', itself), body: t('nominationMail.body', itself) }
}

/** @throws DomainError `text-unknown-placeholder` */
export function assertMailTexts(texts: MailTexts): void {
  for (const { subject, body } of Object.values(texts)) {
    const [unknown] = unknownPlaceholders(`${subject}\n${body}`, mailPlaceholders)
    if (unknown !== undefined)
      throw new DomainError('text-unknown-placeholder', {
        placeholder: unknown,
        known: mailPlaceholders.join(', '),
      })
  }
}

export async function writeMailTexts(trx: Trx, texts: MailTexts): Promise<void> {
  const value = JSON.stringify(texts)
  await trx
    .insertInto('setting')
    .values({ id: settingId, value })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ value }))
    .execute()
}

/** The subject and the body for one partner. */
export function fillMail(
  text: MailText,
  values: Readonly<Record<(typeof mailPlaceholders)[number], string>>,
): MailText {
  return {
    subject: fillPlaceholders(text.subject, values).replaceAll(/\s+/g, ' ').trim(),
    body: fillPlaceholders(text.body, values),
  }
}
