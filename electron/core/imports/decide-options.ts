import { academicYearOf } from '#shared/domain/academic-year.ts'
import { parseCivilDate } from '#shared/domain/civil-date.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import type { ImportKind, ImportOptions } from '#shared/contract/imports.ts'
import type { Cell, SheetData } from '#core/sheets/types.ts'
import { isBlank } from './cell-text.ts'
import type { FoundTable } from './find-table.ts'
import { findPeriod, findSession } from './find-period.ts'
import type { Mapping } from './mapping.ts'
import { dateOrderOf } from './recognise-content.ts'

/** The options in force, and where each one comes from. */
export interface DecidedOptions {
  readonly options: ImportOptions
  readonly sources: Readonly<Record<string, string>>
}

interface Known {
  readonly kind: ImportKind
  readonly sheet: SheetData
  readonly table: FoundTable
  readonly mapping: Mapping
  readonly fileName: string
  /** What the user chose now, and what was kept from the last import of such a list. */
  readonly chosen: ImportOptions
  readonly remembered: ImportOptions
  readonly today: string
}

/** Decides the options that the user has not: from the list itself, from last time, from today. */
export function decideOptions(known: Known): DecidedOptions {
  const options: Record<string, string | boolean> = {}
  const sources: Record<string, string> = {}
  const take: Take = (name, value, source) => {
    if (value === undefined || name in options) return
    options[name] = value
    sources[name] = source
  }
  for (const name of optionNames) take(name, known.chosen[name], 'user')
  for (const name of rememberedOptions) take(name, known.remembered[name], 'remembered')
  take('dateOrder', dateOrderOf(dateCells(known.sheet, known.mapping)), 'columns')
  deciders[known.kind]?.(known, take)
  return { options, sources }
}

type Take = (name: keyof ImportOptions, value: string | boolean | undefined, source: string) => void

/** What the lists of a kind leave to be decided, beside the order of their dates. */
const deciders: Readonly<Partial<Record<ImportKind, (known: Known, take: Take) => void>>> = {
  // The year of a stay without any said is that of its dates: today's is only the last resort, row by row.
  mobilities: takePeriod,
  courses: takeSession,
  'athens-choices': takeSession,
  partners(known, take) {
    takePeriod(known, take)
    take('academicYear', currentYear(known.today), 'today')
    take('agreements', isListOfPartners(known), 'columns')
  },
}

/** The ATHENS session that the list names, in a title, its sheet or its file; else the next one. */
function takeSession(known: Known, take: Take): void {
  const found = findSession(known.sheet, known.table.headerRows, known.fileName)
  take('athensSession', found?.session, found?.source ?? '')
  const [year, month] = [known.today.slice(0, 4), known.today.slice(5, 7)]
  const next = month <= '03' ? `${year}-03` : month <= '11' ? `${year}-11` : `${Number(year) + 1}-03`
  // past its middle, November is over for those who prepare: March is what lists are about
  take('athensSession', known.today.slice(5) >= '11-15' ? `${Number(year) + 1}-03` : next, 'today')
}

/** The year and the semester that the list is about as a whole. */
function takePeriod(known: Known, take: Take): void {
  const period = findPeriod(known.sheet, known.table.headerRows, known.fileName)
  take('academicYear', period?.academicYear, period?.source ?? '')
  take('semester', period?.semester, period?.source ?? '')
}

const optionNames = [
  'academicYear',
  'semester',
  'agreementKind',
  'agreements',
  'mobilityForm',
  'mobilityStatus',
  'athensSession',
  'campaignId',
  'overbookingReason',
  'dateOrder',
] as const
/** The year of a list is looked for in it each time; these do not change from one year to the next. */
const rememberedOptions = [
  'agreementKind',
  'agreements',
  'mobilityForm',
  'mobilityStatus',
  'dateOrder',
] as const

/** The choices of the user that serve the next time. */
export function optionsToRemember(chosen: ImportOptions, remembered: ImportOptions): ImportOptions {
  return Object.fromEntries(
    rememberedOptions.flatMap((name) => {
      const value = chosen[name] ?? remembered[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

export function currentYear(today: string): string {
  const day = parseCivilDate(today)
  if (!day.ok) throw new Error(`The clock gives ${today}`)
  return academicYearOf(day.value)
}

/**
 * A list that speaks of agreements, conditions or places is one of partners; so is any other, save an official register
 * of institutions that hold a charter.
 */
function isListOfPartners({ mapping, table, sheet }: Known): boolean {
  const saysMore = mapping.some(
    ({ target }) =>
      target.key === 'places' || target.key.startsWith('agreement.') || target.key.startsWith('condition.'),
  )
  if (saysMore) return true
  const words = [sheet.name, ...table.headers].map(foldText).join(' | ')
  return !/\beche\b|proposal number|charter/.test(words)
}

function* dateCells(sheet: SheetData, mapping: Mapping): Generator<Cell> {
  const columns = mapping
    .filter(({ target }) => target.field?.field.type === 'date')
    .map(({ index }) => index)
  if (columns.length === 0) return
  for (const row of sheet.rows.slice(0, 5000)) {
    for (const column of columns) {
      const cell = row.cells[column]
      if (cell !== undefined && !isBlank(cell)) yield cell
    }
  }
}
