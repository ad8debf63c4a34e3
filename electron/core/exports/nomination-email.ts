import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'
import { collectErasmus } from '#core/features/nominations/erasmus-candidates.ts'
import { deadlinesOf } from '#core/features/partner-nominations/deadlines.service.ts'
import { readMailTexts } from '#core/features/partner-nominations/mail.service.ts'
import { listProfiles } from '#core/features/partner-nominations/partner-nominations.repo.ts'
import { safeFileName } from '#core/workbooks/file-names.ts'
import { defineExport } from './define-export.ts'
import { writeEml } from './eml.ts'
import { nominationMail } from './nomination-mail.ts'
import { partnerNominations } from './partner-nominations.ts'
import { listParam, textParam } from './params.ts'

/** The nominations of one partner as an e-mail ready to send, its workbook attached. */
export const nominationEmail = defineExport({
  id: 'nomination-email',
  titleKey: 'export.title.nomination-email',
  extension: 'eml',
  params: [
    { key: 'academicYear', type: 'academic-year', required: true },
    { key: 'partners', type: 'partners', required: true },
    { key: 'again', type: 'boolean', required: false },
    { key: 'includeIncomplete', type: 'boolean', required: false },
  ],
  async run(context, params) {
    const [institutionId = '', ...others] = listParam(params, 'partners')
    if (others.length > 0) throw new DomainError('nothing-to-export', { reason: 'one-partner' })
    const year = textParam(params, 'academicYear')
    const made = await partnerNominations.run(context, params)
    const [profile] = await listProfiles(context.read, [institutionId])
    if (profile === undefined) throw new DomainError('record-missing', { entity: 'institution' })
    const words =
      profile.nominationLanguage === null ? context.words : context.wordsIn(profile.nominationLanguage)
    const named = new Set(made.files.flatMap((file) => file.mobilityIds ?? []))
    const { school, nominees } = await collectErasmus(context.read, {
      academicYear: year,
      institutionIds: [institutionId],
      again: true,
    })
    const deadlines = await deadlinesOf(context.read, context.today, words.formats.compare)
    const texts = await readMailTexts(context.read)
    const mail = nominationMail(
      texts[words.language],
      {
        profile,
        school,
        nominees: nominees.filter(({ mobilityId }) => named.has(mobilityId)),
        academicYear: year,
        deadlines: deadlines.filter((deadline) => deadline.institutionId === institutionId),
      },
      words,
    )
    const attachments = await Promise.all(
      made.files.map(async ({ name, path }) => ({ name, bytes: await readFile(path) })),
    )
    const from = school.coordinatorEmail === '' ? null : school.coordinatorEmail
    const eml = writeEml({ from, to: profile.contactEmail, ...mail, attachments })
    const name = `${safeFileName(mail.subject)}.eml`
    const path = join(context.outFolder, name)
    await writeFile(path, eml)
    const said = Object.assign({}, ...made.files.map((file) => file.said ?? {}))
    const sending = { channel: 'e-mail' as const, recipient: profile.contactEmail }
    const files = [{ name, path, rows: named.size, mobilityIds: [...named], sending, said }]
    return { ...made, files, packageName: name }
  },
})
