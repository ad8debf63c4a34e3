import { parseEqf } from '#shared/domain/eqf.ts'
import { parseGender, guessMeaningOfM, type MeaningOfM } from '#shared/domain/gender.ts'
import { parsePlaces } from '#shared/domain/number-text.ts'
import { cleanText } from '#shared/domain/text-folding.ts'
import { checkFieldValue, parseFieldText, type ReadingOptions } from '#shared/entities/field-values.ts'
import type { Field } from '#shared/entities/fields.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { Cell } from '#core/sheets/types.ts'
import { cellText, isBlank } from './cell-text.ts'
import { findChoice } from './choice-words.ts'
import { cleaned, warning } from './issues.ts'
import { blankRead, isPlaceholder, readErasmusCode, readField, refused, type CellRead } from './read-field.ts'
import { readAcademicYear, readSemester } from './read-periods.ts'
import type { ImportTarget, TargetKey } from './targets.ts'

export type CellReader = (cell: Cell | undefined) => CellRead

export interface CellOptions extends ReadingOptions {
  /** What M means in a column of genders. */
  readonly meaningOfM: MeaningOfM
}

/** Creates the reader of a column. Repeated values are read once. */
export function createCellReader(target: ImportTarget, options: CellOptions): CellReader {
  const read = remembering(textReader(target, options))
  const isNumeric = target.field?.field.type === 'decimal' || target.field?.field.type === 'integer'
  return (cell) => {
    if (isBlank(cell)) return blankRead
    if (typeof cell === 'object' && cell !== null && cell.kind === 'error')
      return { value: null, issue: warning('imports.issue.formula-error', { value: cell.raw }) }
    if (isNumeric && typeof cell === 'number') return readNumber(target, cell)
    if (typeof cell === 'number' && target.field?.field.type === 'date') return readSerialDate(cell, read)
    return read(cellText(cell))
  }
}

/** Beyond this many different values a column hardly repeats itself, and remembering costs more than reading. */
const mostRemembered = 4096

function remembering(read: (text: string) => CellRead): (text: string) => CellRead {
  let known: Map<string, CellRead> | undefined = new Map()
  let hits = 0
  return (text) => {
    if (known === undefined) return read(text)
    const found = known.get(text)
    if (found !== undefined) {
      hits += 1
      return found
    }
    const made = read(text)
    known.set(text, made)
    if (known.size > mostRemembered) {
      if (hits < known.size) known = undefined
      else known.clear()
      hits = 0
    }
    return made
  }
}

type TextReader = (text: string) => CellRead

function textReader(target: ImportTarget, options: CellOptions): TextReader {
  const { key, field } = target
  if (key === 'places' || key === 'condition.peoplePerYear') return readPlaces
  if (key === 'semester') return readSemester
  if (key === 'mobility.semester') return readStaySemester
  if (key === 'mobility.form' && field !== undefined) return (text) => readForm(text, field.field, options)
  if (key === 'academicYear' || key === 'mobility.academicYear')
    return (text) => readAcademicYear(text, 'exact')
  if (key === 'agreement.firstYear') return (text) => readAcademicYear(text, 'first')
  if (key === 'agreement.lastYear') return (text) => readAcademicYear(text, 'last')
  if (key === 'student.gender') return (text) => readGender(text, options.meaningOfM)
  if (key === 'student.eqfLevel') return readLevel
  if (key === 'institution.latitude' || key === 'institution.longitude')
    return (text) => readDegrees(text, target, options)
  if (field === undefined) return readPlainText
  if (key === 'student.studyYear') return (text) => readField(studyYearText(text), field.field, options)
  if (key === 'institution.erasmusCode') return (text) => readErasmusCode(text, field.field, options)
  if (key === 'student.studentNumber' || key === 'institution.localCode')
    return (text) => readNumberedText(text, field.field)
  if (field.field.type === 'text')
    return names.has(key) ? (text) => readText(text, field.field) : (text) => readRemark(text, field.field)
  if (field.field.type === 'choice') return (text) => readChoice(key, text, field.field, options)
  return (text) => readField(text, field.field, options)
}

/** Somebody may be called Null, and an institution NC. */
const names: ReadonlySet<TargetKey> = new Set<TargetKey>([
  'student.familyName',
  'student.givenNames',
  'institution.name',
  'institution.nameEn',
  'institution.shortName',
])

/** A text that may be a sign for *nothing*: n/a, a dash. */
function readRemark(written: string, field: Field): CellRead {
  const text = written.trim()
  return isPlaceholder(text)
    ? { value: null, issue: cleaned('imports.issue.placeholder', { value: text }) }
    : readText(written, field)
}

/** A number that went through a spreadsheet as an amount: `20240005.0`. */
function readNumberedText(written: string, field: Field): CellRead {
  const to = /^\s*(\d+)[.,]0+\s*$/.exec(written)?.[1]
  if (to === undefined) return readRemark(written, field)
  const read = readText(to, field)
  return read.value === null
    ? read
    : { value: read.value, issue: cleaned('imports.issue.written-as', { from: written.trim(), to }) }
}

/** A grave or acute accent standing alone, typed for an apostrophe or a quotation mark. */
const strayAccent = /[`´]/g

function readText(written: string, field: Field): CellRead {
  const hasAccent = written.includes('`') || written.includes('´')
  const text = hasAccent ? written.replace(strayAccent, "'") : written
  const parsed = parseFieldText(field, text)
  if (!parsed.ok) return refused(parsed.error)
  if (parsed.value === null) return blankRead
  if (parsed.value === written) return { value: parsed.value }
  const to = String(parsed.value)
  if (hasAccent)
    return { value: to, issue: cleaned('imports.issue.apostrophe', { from: written.trim(), to }) }
  return isTrimmed(written, to)
    ? { value: to }
    : { value: to, issue: cleaned('imports.issue.spaces', { from: written.trim(), to }) }
}

/** White space around a value is no part of it: taking it away is not worth a word. */
function isTrimmed(written: string, value: string): boolean {
  return written.trim() === value
}

function readPlainText(written: string): CellRead {
  return readText(written, { type: 'text' })
}

function readChoice(key: TargetKey, written: string, field: Field, options: ReadingOptions): CellRead {
  const choice = findChoice(key, written)
  return choice === undefined ? readField(written, field, options) : { value: choice }
}

function readGender(written: string, meaning: MeaningOfM): CellRead {
  if (isPlaceholder(written.trim())) return blankRead
  const gender = parseGender(written, meaning)
  if (gender.ok) return { value: gender.value }
  return {
    value: null,
    issue: {
      code: textKey(`domain.gender.${gender.error.reason}`),
      severity: 'warning',
      params: gender.error.params,
    },
  }
}

/** `7`, `Master`, `M1`, `Bac+5`: the level of the European framework. */
function readLevel(written: string): CellRead {
  if (isPlaceholder(written.trim())) return blankRead
  const level = parseEqf(written)
  if (level.ok) return { value: level.value }
  const { reason, params } = level.error
  return { value: null, issue: { code: textKey(`domain.eqf.${reason}`), severity: 'warning', params } }
}

/** A form that is written and cannot be read is an empty text: the stay is not one of the form that blanks mean. */
function readForm(written: string, field: Field, options: ReadingOptions): CellRead {
  const read = readChoice('mobility.form', written, field, options)
  return read.issue?.severity === 'warning' ? { ...read, value: '' } : read
}

/** A stay takes one semester or both; *any* says that it is not decided yet. */
function readStaySemester(written: string): CellRead {
  if (isPlaceholder(written.trim())) return blankRead
  const read = readSemester(written)
  return read.value === 'any' ? blankRead : read
}

/** `2A`, `2e année`, `Year 2`: the figure. */
function studyYearText(written: string): string {
  return (
    /^\D{0,12}(\d{1,2})(?:\s?(?:a|e|eme|ème|ère|ere|re|er|nd|rd|th|st|°|º)\b.*|)$/i.exec(
      cleanText(written),
    )?.[1] ?? written
  )
}

function readPlaces(written: string): CellRead {
  const places = parsePlaces(written)
  if (places.ok) return { value: places.value }
  return {
    value: null,
    issue: {
      code: textKey(`domain.places.${places.error.reason}`),
      severity: 'warning',
      params: places.error.params,
    },
  }
}

function readNumber({ field }: ImportTarget, cell: number): CellRead {
  if (field === undefined) return blankRead
  const checked = checkFieldValue(field.field, cell)
  return checked.ok ? { value: checked.value } : refused(checked.error)
}

/** Degrees have no thousands: `48.858` cannot mean 48,858. */
function readDegrees(written: string, target: ImportTarget, options: ReadingOptions): CellRead {
  const text = written.trim().replace(',', '.')
  if (/^-?\d{1,3}(?:\.\d+)?$/.test(text)) return readNumber(target, Number(text))
  return target.field === undefined ? blankRead : readField(written, target.field.field, options)
}

/** Days since 1899-12-30, as spreadsheets count them: a date whose cell has lost its format. */
function readSerialDate(cell: number, read: TextReader): CellRead {
  if (!Number.isInteger(cell) || cell < 10_000 || cell > 60_000) return read(cellText(cell))
  const day = new Date(Date.UTC(1899, 11, 30) + cell * 86_400_000).toISOString().slice(0, 10)
  return { value: day, issue: cleaned('imports.issue.serial-date', { from: cell, to: day }) }
}

export function meaningOfM(samples: Iterable<string>): MeaningOfM {
  return guessMeaningOfM(samples)
}
