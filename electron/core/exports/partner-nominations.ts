import { writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'
import { fillPlaceholders, parseExtraColumns } from '#shared/domain/placeholders.ts'
import type { School } from '#shared/contract/settings.ts'
import { readFile } from '#core/files/file-store.ts'
import { createCountryReader } from '#core/imports/country-names.ts'
import { SheetError } from '#core/sheets/types.ts'
import type { ErasmusNominee } from '#core/features/nominations/erasmus-candidates.ts'
import {
  listProfiles,
  listTemplates,
  type ProfileRow,
  type TemplateRow,
} from '#core/features/partner-nominations/partner-nominations.repo.ts'
import { createNameKeeper } from '#core/workbooks/file-names.ts'
import { writeWorkbook } from '#core/workbooks/write-workbook.ts'
import { defineExport, type ExportContext, type ExportedFile, type ExportRemark } from './define-export.ts'
import { erasmusColumns } from './erasmus-columns.ts'
import { dashed, nomineesOf } from './erasmus-nominations.ts'
import { fillTemplate, textsOf } from './fill-template.ts'
import { subjectSheet } from './nomination-columns.ts'
import { nominationValues, saidOfAll } from './nomination-values.ts'
import { booleanParam, textParam } from './params.ts'

/** The students selected for each partner, in the partner's own workbook where there is one, else in ours. */
export const partnerNominations = defineExport({
  id: 'nominations',
  titleKey: 'export.title.nominations',
  extension: 'xlsx',
  params: [
    { key: 'academicYear', type: 'academic-year', required: true },
    { key: 'partners', type: 'partners', required: false },
    { key: 'again', type: 'boolean', required: false },
    { key: 'includeIncomplete', type: 'boolean', required: false },
    { key: 'generic', type: 'boolean', required: false },
  ],
  async run(context, params) {
    const { words, progress, read } = context
    progress('collecting', 0, null)
    const year = textParam(params, 'academicYear')
    const { school, nominees, leftOut } = await nomineesOf(context, params, year)
    const groups = [...Map.groupBy(nominees, (nominee) => nominee.institutionId)]
    const ids = groups.map(([id]) => id)
    const profiles = new Map((await listProfiles(read, ids)).map((row) => [row.institutionId, row]))
    const templates = booleanParam(params, 'generic') ? [] : await listTemplates(read, ids)
    const templatesById = new Map(templates.map((row) => [row.institutionId, row]))
    const maker = { context, school, year, keepName: createNameKeeper(), countries: createCountryReader() }
    const files: ExportedFile[] = []
    const remarks: ExportRemark[] = []
    let done = 0
    for (const [id, group] of groups) {
      if (context.signal.aborted) throw new DomainError('job-cancelled')
      const profile = profiles.get(id)
      if (profile === undefined) throw new Error('A partner without institution')
      const template = templatesById.get(id)
      const book = { nominees: group, profile }
      if (template === undefined) files.push(await writeOwn(maker, book))
      else {
        const filled = await fillTheirs(maker, book, template)
        files.push(...filled.files)
        remarks.push(...filled.remarks)
      }
      done += group.length
      progress('writing', done, nominees.length)
    }
    const packageName = words.t('export.file.nominations', { year: dashed(year) })
    return { files, packageName, leftOut, remarks }
  },
})

interface Maker {
  readonly context: ExportContext
  readonly school: School
  readonly year: string
  readonly keepName: ReturnType<typeof createNameKeeper>
  readonly countries: ReturnType<typeof createCountryReader>
}

interface Book {
  readonly nominees: readonly ErasmusNominee[]
  readonly profile: ProfileRow
}

function wordsFor({ context }: Maker, { profile }: Book) {
  return profile.nominationLanguage === null ? context.words : context.wordsIn(profile.nominationLanguage)
}

/** What is recorded of a file that names some students. */
function nominating(maker: Maker, book: Book, nominees: readonly ErasmusNominee[]) {
  const words = wordsFor(maker, book)
  return {
    rows: nominees.length,
    mobilityIds: nominees.map((nominee) => nominee.mobilityId),
    sending: {
      channel: book.profile.channel,
      recipient: book.profile.channel === 'web-form' ? book.profile.formUrl : book.profile.contactEmail,
    },
    said: saidOfAll(nominees, maker.school, words),
  }
}

/** Our own workbook, with the columns that this partner wants beside. */
async function writeOwn(maker: Maker, book: Book): Promise<ExportedFile> {
  const { context, school, year, keepName } = maker
  const words = wordsFor(maker, book)
  const title = words.t('export.file.nominationsOf', { year: dashed(year), partner: book.profile.name })
  const name = keepName(title, 'xlsx')
  const path = join(context.outFolder, name)
  const sheet = subjectSheet(
    words.t('export.sheet.nominations'),
    erasmusColumns,
    book.nominees,
    school,
    words,
  )
  const extra = parseExtraColumns(book.profile.extraColumns)
  const [rows = []] = sheet.batches
  await writeWorkbook({
    path,
    title,
    language: words.language,
    today: context.today,
    signal: context.signal,
    sheets: [
      {
        name: sheet.name,
        columns: [...sheet.columns, ...extra.map(({ header }) => ({ header, format: 'text' as const }))],
        batches: [
          rows.map((row, at) => {
            const nominee = book.nominees[at]
            const texts = nominee === undefined ? {} : textsOf(nominationValues(nominee, school, words))
            return [...row, ...extra.map(({ value }) => fillPlaceholders(value, texts))]
          }),
        ],
      },
    ],
  })
  return { name, path, ...nominating(maker, book, book.nominees) }
}

/** The partner's own workbook, in as many copies as its rows ask for. */
async function fillTheirs(maker: Maker, book: Book, row: TemplateRow) {
  const { context, school, year, keepName, countries } = maker
  const words = wordsFor(maker, book)
  const bytes = await readFile(context.read, row.sha256)
  const students = book.nominees.map((nominee) => ({
    name: `${nominee.familyName} ${nominee.givenNames}`.trim(),
    values: nominationValues(nominee, school, words),
  }))
  const copies = await refusing(row.fileName, fillTemplate({ ...row, bytes }, students, countries))
  const title = words.t('export.file.nominationsOf', { year: dashed(year), partner: book.profile.name })
  const extension = extname(row.fileName).slice(1) || 'xlsx'
  const room = row.lastRow === null ? students.length : row.lastRow - row.firstRow + 1
  const files: ExportedFile[] = []
  for (const [at, copy] of copies.entries()) {
    const name = keepName(title, extension)
    const path = join(context.outFolder, name)
    await writeFile(path, copy.bytes)
    files.push({ name, path, ...nominating(maker, book, book.nominees.slice(at * room, (at + 1) * room)) })
  }
  const split = { partner: book.profile.name, copies: copies.length, rows: room }
  return {
    files,
    remarks: [
      ...copies.flatMap((copy) => copy.remarks),
      ...(copies.length > 1 ? [{ code: 'several-copies', params: split }] : []),
    ],
  }
}

/** What is wrong with the partner's file, in the application's words. */
async function refusing<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    throw new DomainError('sheet-refused', { ...error.params, reason: error.code, file })
  }
}
