import { join } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'
import type { School } from '#shared/contract/settings.ts'
import type { Language } from '#shared/text/define-texts.ts'
import { collectErasmus, type ErasmusNominee } from '#core/features/nominations/erasmus-candidates.ts'
import { createNameKeeper } from '#core/workbooks/file-names.ts'
import { writeWorkbook } from '#core/workbooks/write-workbook.ts'
import { defineExport, type ExportContext, type ExportedFile, type ExportParams } from './define-export.ts'
import { erasmusColumns } from './erasmus-columns.ts'
import { subjectSheet } from './nomination-columns.ts'
import { booleanParam, listParam, textParam } from './params.ts'

/** The students selected for a partner, one row each: for one partner, several or all, in one workbook or one each. */
export const erasmusNominations = defineExport({
  id: 'erasmus-nominations',
  titleKey: 'export.title.erasmus-nominations',
  extension: 'xlsx',
  params: [
    { key: 'academicYear', type: 'academic-year', required: true },
    { key: 'partners', type: 'partners', required: false },
    { key: 'perPartner', type: 'boolean', required: false },
    { key: 'again', type: 'boolean', required: false },
    { key: 'includeIncomplete', type: 'boolean', required: false },
  ],
  async run(context, params) {
    const { words, progress } = context
    progress('collecting', 0, null)
    const year = textParam(params, 'academicYear')
    const { school, nominees, leftOut } = await nomineesOf(context, params, year)
    const books = booleanParam(params, 'perPartner')
      ? [...Map.groupBy(nominees, (nominee) => nominee.institutionId).values()]
      : [nominees]
    const keepName = createNameKeeper()
    const files: ExportedFile[] = []
    let rowsBefore = 0
    for (const book of books) {
      const onRows = (rows: number) => progress('writing', rowsBefore + rows, nominees.length)
      files.push(await writeBook(context, { school, nominees: book, year, keepName, onRows }))
      rowsBefore += book.length
    }
    return { files, packageName: words.t('export.file.nominations', { year: dashed(year) }), leftOut }
  },
})

/**
 * Who goes into the file: the complete ones, unless all are asked for.
 * @throws DomainError `nothing-to-export`
 */
export async function nomineesOf(context: ExportContext, params: ExportParams, academicYear: string) {
  const { school, schoolMissing, nominees } = await collectErasmus(context.read, {
    academicYear,
    institutionIds: listParam(params, 'partners'),
    again: booleanParam(params, 'again'),
  })
  if (nominees.length === 0)
    throw new DomainError('nothing-to-export', { reason: 'no-selected', year: academicYear })
  if (booleanParam(params, 'includeIncomplete')) return { school, nominees, leftOut: 0 }
  if (schoolMissing.length > 0)
    throw new DomainError('nothing-to-export', {
      reason: 'school-incomplete',
      fields: schoolMissing.join(', '),
    })
  const complete = nominees.filter((nominee) => nominee.missing.length === 0)
  if (complete.length === 0)
    throw new DomainError('nothing-to-export', {
      reason: 'all-incomplete',
      year: academicYear,
      count: nominees.length,
    })
  return { school, nominees: complete, leftOut: nominees.length - complete.length }
}

interface Book {
  readonly school: School
  readonly nominees: readonly ErasmusNominee[]
  readonly year: string
  readonly keepName: ReturnType<typeof createNameKeeper>
  readonly onRows: (rows: number) => void
}

async function writeBook(context: ExportContext, book: Book): Promise<ExportedFile> {
  const { nominees, school, year } = book
  const words = context.wordsIn(languageOf(nominees, context.words.language))
  const partner = onlyPartner(nominees)
  const title =
    partner === undefined
      ? words.t('export.file.nominations', { year: dashed(year) })
      : words.t('export.file.nominationsOf', { year: dashed(year), partner })
  const name = book.keepName(title, 'xlsx')
  const path = join(context.outFolder, name)
  const rows = await writeWorkbook({
    path,
    title,
    language: words.language,
    today: context.today,
    signal: context.signal,
    sheets: [subjectSheet(words.t('export.sheet.nominations'), erasmusColumns, nominees, school, words)],
    onRows: book.onRows,
  })
  return { name, path, rows, mobilityIds: nominees.map((nominee) => nominee.mobilityId) }
}

/** The language of the partners when they have one and the same; the user's otherwise. */
function languageOf(nominees: readonly ErasmusNominee[], own: Language): Language {
  const languages = new Set(nominees.map((nominee) => nominee.nominationLanguage))
  const [only] = languages
  return languages.size === 1 ? (only ?? own) : own
}

function onlyPartner(nominees: readonly ErasmusNominee[]): string | undefined {
  const partners = new Map(nominees.map(({ institutionId, hostName }) => [institutionId, hostName]))
  const [only] = partners.values()
  return partners.size === 1 ? only : undefined
}

/** `2026/2027` as a file name can hold it. */
export function dashed(year: string): string {
  return year.replace('/', '-')
}
