import { join } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'
import { listRegisteredForEcts } from '#core/features/athens/athens.repo.ts'
import { safeFileName } from '#core/workbooks/file-names.ts'
import { writeWorkbook } from '#core/workbooks/write-workbook.ts'
import { defineExport } from './define-export.ts'
import { textParam } from './params.ts'

/**
 * The students registered in a session, for the registrar: no credit unless the home institution registers them, and
 * the mark of who did not come is 0. Source: registration conditions of the network.
 */
export const athensRegistrations = defineExport({
  id: 'athens-registrations',
  titleKey: 'export.title.athens-registrations',
  extension: 'xlsx',
  params: [{ key: 'session', type: 'athens-session', required: true }],
  async run({ words, read, progress, outFolder, today, signal }, params) {
    const session = textParam(params, 'session')
    const rows = await listRegisteredForEcts(read, session)
    if (rows.length === 0) throw new DomainError('nothing-to-export', { reason: 'no-registrations', session })
    const { t, formats } = words
    const title = t('export.file.athensRegistrations', { session })
    const name = `${safeFileName(title)}.xlsx`
    const path = join(outFolder, name)
    await writeWorkbook({
      path,
      title,
      language: words.language,
      today,
      signal,
      sheets: [
        {
          name: t('export.sheet.athensRegistrations'),
          columns: [
            { header: t('nomination.column.studentNumber'), format: 'text' },
            { header: t('nomination.column.familyName'), format: 'text' },
            { header: t('nomination.column.givenNames'), format: 'text' },
            { header: t('nomination.column.programme'), format: 'text' },
            { header: t('nomination.column.studyYear'), format: 'number' },
            { header: t('nomination.column.courseCode'), format: 'text' },
            { header: t('nomination.column.courseTitle'), format: 'text' },
            { header: t('nomination.column.hostName'), format: 'text' },
            { header: t('nomination.column.courseCity'), format: 'text' },
            { header: t('nomination.column.courseLanguage'), format: 'text' },
            { header: t('nomination.column.courseEcts'), format: 'number' },
            { header: t('athens.column.hours'), format: 'number' },
            { header: t('athens.column.start'), format: 'date' },
            { header: t('athens.column.end'), format: 'date' },
            { header: t('athens.column.bip'), format: 'text' },
            { header: t('field.athensRegistration.status'), format: 'text' },
            { header: t('athens.column.mark'), format: 'number' },
          ],
          batches: [
            rows.map((row) => [
              row.studentNumber,
              row.familyName,
              row.givenNames,
              row.programme,
              row.studyYear,
              row.code,
              row.title,
              row.host,
              row.city ?? row.hostCity,
              row.language === null ? null : formats.language(row.language),
              row.ects,
              row.hours,
              row.startsOn,
              row.endsOn,
              t(row.isBip === 1 ? 'ui.yes' : 'ui.no'),
              t(`choice.athensRegistration.status.${row.status}`),
              row.status === 'absent' ? 0 : null,
            ]),
          ],
        },
      ],
      onRows: (done) => progress('writing', Math.min(done, rows.length), rows.length),
    })
    return { files: [{ name, path, rows: rows.length }], packageName: title, leftOut: 0 }
  },
})
