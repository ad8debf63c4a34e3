import { DomainError } from '#shared/domain/errors.ts'
import { parseDecimal } from '#shared/domain/number-text.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import { cellText } from '#core/imports/cell-text.ts'
import { withWorkbook } from '#core/imports/read-file.ts'
import type { SheetData, SheetRow } from '#core/sheets/types.ts'

/** One row of a sheet of the instance: its values by column, and where it stands. */
interface Line {
  readonly sheet: string
  readonly row: number
  readonly text: (column: string) => string
}

export interface InstanceWorkbook {
  readonly places: readonly {
    readonly code: string
    readonly name: string
    readonly capacity: number | null
    readonly isOpen: boolean
    readonly pool: string
    readonly poolTotal: number | null
    readonly reservedFor: string
    readonly reservedSeats: number | null
    readonly reservedKept: boolean
  }[]
  readonly students: readonly {
    readonly number: string
    readonly name: string
    readonly score: number
    readonly second: number | null
    readonly group: string
    readonly isAtRisk: boolean
  }[]
  readonly wishes: readonly { readonly student: string; readonly place: string; readonly rank: number }[]
}

const sheetNames = {
  places: ['places', 'place'],
  students: ['students', 'student', 'eleves', 'eleve', 'etudiants'],
  wishes: ['wishes', 'wish', 'voeux', 'voeu'],
} as const

/** Column names understood, the first is the documented one. */
const columns: Readonly<Record<string, readonly string[]>> = {
  code: ['code'],
  name: ['name', 'nom'],
  capacity: ['capacity', 'places', 'capacite', 'seats'],
  open: ['open', 'ouverte', 'ouvert'],
  pool: ['pool', 'quota'],
  poolTotal: ['pool total', 'total quota', 'quota total'],
  reservedFor: ['reserved for', 'reserve a', 'reservees a'],
  reservedSeats: ['reserved seats', 'places reservees'],
  reservedKept: ['reserved kept', 'reservees gardees'],
  student: ['student', 'number', 'student number', 'eleve', 'numero', 'numero eleve'],
  score: ['score'],
  second: ['second', 'tie break', 'second criterion', 'second critere'],
  group: ['group', 'groupe', 'programme'],
  atRisk: ['at risk', 'menacee', 'obligation at risk'],
  rank: ['rank', 'rang'],
  place: ['place'],
}

/**
 * Reads a whole instance: sheets `Places`, `Students` and `Wishes`, described in docs/campaign-workbook.md. Nothing is
 * guessed: what cannot be read is refused with its sheet and row.
 * @throws DomainError `sheet-refused`, `instance-invalid`
 */
export async function readInstanceWorkbook(
  file: { readonly name: string; readonly bytes: Uint8Array },
  signal: AbortSignal,
): Promise<InstanceWorkbook> {
  const sheets = await withWorkbook(file, { signal }, async (workbook) => {
    const find = async (names: readonly string[]) => {
      const info = workbook.sheets.find((one) => names.includes(foldText(one.name)))
      if (info === undefined) throw invalid(file.name, 1, 'no-sheet', { name: names[0] ?? '' })
      return await workbook.read(info.name)
    }
    const places = await find(sheetNames.places)
    const students = await find(sheetNames.students)
    return { places, students, wishes: await find(sheetNames.wishes) }
  })
  return {
    places: linesOf(sheets.places, ['code', 'capacity']).map(readPlace),
    students: linesOf(sheets.students, ['student', 'score']).map(readStudent),
    wishes: readWishes(sheets.wishes),
  }
}

function readPlace(line: Line) {
  return {
    code: needed(line, 'code'),
    name: line.text('name'),
    capacity: count(line, 'capacity'),
    isOpen: flag(line, 'open', true),
    pool: line.text('pool'),
    poolTotal: count(line, 'poolTotal'),
    reservedFor: line.text('reservedFor'),
    reservedSeats: count(line, 'reservedSeats'),
    reservedKept: flag(line, 'reservedKept', false),
  }
}

function readStudent(line: Line) {
  return {
    number: needed(line, 'student'),
    name: line.text('name'),
    score: decimal(line, 'score') ?? 0,
    second: decimal(line, 'second'),
    group: line.text('group'),
    isAtRisk: flag(line, 'atRisk', false),
  }
}

/** One row per wish (student, place, rank), or one row per student with the choices in columns 1, 2, 3… */
function readWishes(sheet: SheetData) {
  const header = headerOf(sheet)
  const choices = [...header].flatMap(([name, index]) => {
    const rank = /^(?:choice |choix |wish |voeu )?(\d{1,2})$/.exec(name)?.[1]
    return rank === undefined ? [] : [{ rank: Number(rank), index, name }]
  })
  if (choices.length === 0)
    return linesOf(sheet, ['student', 'place', 'rank']).map((line) => ({
      student: needed(line, 'student'),
      place: needed(line, 'place'),
      rank: count(line, 'rank') ?? refuse(line, 'no-value', 'rank'),
    }))
  return dataRows(sheet).flatMap((row) => {
    const line = lineOf(sheet, header, row)
    const student = needed(line, 'student')
    return choices.flatMap(({ rank, index }) => {
      const place = cellText(row.cells[index]).trim()
      return place === '' ? [] : [{ student, place, rank }]
    })
  })
}

function headerOf(sheet: SheetData): ReadonlyMap<string, number> {
  const [first] = sheet.rows
  return new Map((first?.cells ?? []).map((cell, index) => [foldText(cellText(cell)), index]))
}

function dataRows(sheet: SheetData): readonly SheetRow[] {
  return sheet.rows.slice(1).filter((row) => row.cells.some((cell) => cellText(cell).trim() !== ''))
}

function linesOf(sheet: SheetData, required: readonly string[]): readonly Line[] {
  const header = headerOf(sheet)
  for (const column of required)
    if (indexOf(header, column) === undefined)
      throw invalid(sheet.name, sheet.rows[0]?.number ?? 1, 'no-column', {
        name: columns[column]?.[0] ?? column,
      })
  return dataRows(sheet).map((row) => lineOf(sheet, header, row))
}

function lineOf(sheet: SheetData, header: ReadonlyMap<string, number>, row: SheetRow): Line {
  return {
    sheet: sheet.name,
    row: row.number,
    text: (column) => {
      const index = indexOf(header, column)
      return index === undefined ? '' : cellText(row.cells[index]).trim()
    },
  }
}

function indexOf(header: ReadonlyMap<string, number>, column: string): number | undefined {
  for (const name of columns[column] ?? []) {
    const index = header.get(name)
    if (index !== undefined) return index
  }
  return undefined
}

function needed(line: Line, column: string): string {
  const text = line.text(column)
  return text === '' ? refuse(line, 'no-value', column) : text
}

function decimal(line: Line, column: string): number | null {
  const text = line.text(column)
  if (text === '') return null
  const read = parseDecimal(text)
  return read.ok ? read.value : refuse(line, 'not-a-number', column)
}

function count(line: Line, column: string): number | null {
  const value = decimal(line, column)
  if (value !== null && (!Number.isInteger(value) || value < 0)) return refuse(line, 'not-a-count', column)
  return value
}

function flag(line: Line, column: string, usual: boolean): boolean {
  const text = foldText(line.text(column))
  if (text === '') return usual
  if (['yes', 'oui', '1', 'true', 'vrai', 'x'].includes(text)) return true
  if (['no', 'non', '0', 'false', 'faux'].includes(text)) return false
  return refuse(line, 'not-yes-no', column)
}

function refuse(line: Line, problem: string, column: string): never {
  throw invalid(line.sheet, line.row, problem, {
    name: columns[column]?.[0] ?? column,
    value: line.text(column),
  })
}

/** What is wrong, its sheet and row; the sentence is `campaign.instance.<problem>`. */
export function invalid(
  sheet: string,
  row: number,
  problem: string,
  params: Readonly<Record<string, string | number>>,
): DomainError {
  return new DomainError('instance-invalid', { sheet, row, problem, ...params })
}
