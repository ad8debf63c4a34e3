import { isCountryCode, toEuCountryCode } from '#shared/domain/country-codes.ts'
import { findDatePattern, isDatePattern, writeDay, type DatePattern } from '#shared/domain/date-pattern.ts'
import { guessDateOrder, readDateText } from '#shared/domain/date-text.ts'
import { parseDecimal, type DecimalMark } from '#shared/domain/number-text.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { BmValue, BmValueKind } from './bm-fields.ts'

/*
 * How a template writes its values: seen in its own rows, its lists of allowed values and its hints, never supposed
 * where it shows something. What it shows nothing of is written as Mobility Tool+ did: flags are YES and NO, countries
 * are the codes of the European Union (EL, UK). Source: wikis.ec.europa.eu NAITDOC pages 33530300 and 33530662;
 * RRCGN/OnGea-System export code.
 */

export type CountryShape = 'eu-code' | 'iso-code' | 'code-and-name' | 'name'

export interface ColumnStyle {
  /** Null where the cells are real dates. */
  readonly date: DatePattern | null
  /** Null where the cells are real numbers. */
  readonly decimalMark: DecimalMark | null
  readonly country: CountryShape
  /** The template's own word for a code of ours: `yes`, `FR`, `HE-SMS`. */
  readonly terms: Readonly<Record<string, string>>
  /** The cells take nothing but the items of a list. */
  readonly isListed: boolean
  /** Flags are true and false of a spreadsheet, not words. */
  readonly isBoolean: boolean
}

/** What a template shows of one column. */
export interface SeenColumn {
  readonly label: string
  /** Texts of the row of formats under the header, where there is one: `DD-MM-YYYY`. */
  readonly hint: string
  /** Texts of the cells below, in order; empty ones left out. */
  readonly samples: readonly string[]
  /** What the cells allow; null where they allow anything. */
  readonly allowed: readonly string[] | null
  /** Whether the cells are dates, numbers, true or false of a spreadsheet; always false in csv. */
  readonly hasDates: boolean
  readonly hasNumbers: boolean
  readonly hasBooleans: boolean
}

/** The code that a template's word means; undefined when it cannot be told. */
export type WordReader = (word: string) => string | undefined

/** Looks at what a template shows of a column. `readWord` understands words of a list or of other rows. */
export function styleOf(kind: BmValueKind, seen: SeenColumn, readWord: WordReader): ColumnStyle {
  const words = seen.allowed ?? [...new Set(seen.samples)]
  return {
    date: kind === 'date' ? dateStyle(seen) : null,
    decimalMark: kind === 'amount' ? decimalStyle(seen) : null,
    country: kind === 'country' ? countryShape(seen.allowed ?? seen.samples) : 'eu-code',
    terms: kind === 'flag' ? flagTerms(words) : termsOf(words, readWord),
    isListed: seen.allowed !== null,
    isBoolean: kind === 'flag' && seen.hasBooleans && seen.allowed === null,
  }
}

function dateStyle({ label, hint, samples, hasDates }: SeenColumn): DatePattern | null {
  if (hasDates) return null
  return findDatePattern(hint) ?? samplePattern(samples) ?? findDatePattern(label) ?? null
}

/** The pattern of dates that are there: their order, and what stands between the figures. */
function samplePattern(samples: readonly string[]): DatePattern | undefined {
  const between = samples.flatMap(
    (text) => /^\d{1,4}([/.-])\d{1,2}\1\d{1,4}$/.exec(text.trim())?.[1] ?? [],
  )[0]
  if (between === undefined) return undefined
  const order = guessDateOrder(samples).order ?? 'dmy'
  const parts = { dmy: ['dd', 'mm', 'yyyy'], mdy: ['mm', 'dd', 'yyyy'], ymd: ['yyyy', 'mm', 'dd'] }[order]
  const pattern = parts.join(between)
  return isDatePattern(pattern) ? pattern : undefined
}

function decimalStyle({ samples, hint, hasNumbers }: SeenColumn): DecimalMark | null {
  if (hasNumbers) return null
  for (const text of [...samples, hint]) {
    const mark = /\d([.,])\d{1,2}$/.exec(text.trim())?.[1]
    if (mark === ',' || mark === '.') return mark
  }
  return samples.length > 0 ? '.' : null
}

const flagPairs = [
  ['YES', 'NO'],
  ['Yes', 'No'],
  ['yes', 'no'],
  ['Y', 'N'],
  ['TRUE', 'FALSE'],
  ['True', 'False'],
  ['true', 'false'],
  ['OUI', 'NON'],
  ['Oui', 'Non'],
  ['oui', 'non'],
  ['1', '0'],
] as const

/** Both words of the pair that a word belongs to, so that a column full of `No` says how it writes yes. */
function flagTerms(words: readonly string[]): Readonly<Record<string, string>> {
  const yes = words.find((word) => readFlag(word) === true)
  const no = words.find((word) => readFlag(word) === false)
  const pair = flagPairs.find(([a, b]) => a === yes || b === no) ?? flagPairs[0]
  return { yes: yes ?? pair[0], no: no ?? pair[1] }
}

/** Reads a flag: yes and no in the languages and ways of templates; undefined for other words. */
export function readFlag(word: string): boolean | undefined {
  const [first = ''] = matchKey(word).split(' ')
  if (['yes', 'y', 'true', 'oui', 'o', '1', 'x', 'vrai'].includes(first)) return true
  return ['no', 'n', 'false', 'non', '0', 'faux'].includes(first) ? false : undefined
}

function countryShape(words: readonly string[]): CountryShape {
  const has = (shape: RegExp) => words.some((word) => shape.test(word.trim()))
  if (has(/^[A-Z]{2}\s*[-–:/(]\s*\p{L}{3}/u)) return 'code-and-name'
  if (has(/^[A-Z]{2}$/)) return has(/^(?:GR|GB)$/) && !has(/^(?:EL|UK)$/) ? 'iso-code' : 'eu-code'
  return has(/^\p{L}{4}/u) ? 'name' : 'eu-code'
}

function termsOf(words: readonly string[], readWord: WordReader): Readonly<Record<string, string>> {
  const terms: Record<string, string> = {}
  for (const word of words) {
    const code = readWord(word)
    if (code !== undefined) terms[code] ??= word
  }
  return terms
}

/** A value as a cell of the template holds it. */
export type BmCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly flag: boolean }
  | { readonly kind: 'date'; readonly iso: string; readonly text: string | null }
  /** The template's list has no word for it: the cell stays empty. */
  | { readonly kind: 'not-listed'; readonly value: string }

export interface CellNames {
  /** The English name of a country, for templates that write names. */
  readonly country: (code: string) => string
  /** The usual word for a code of a choice where the template shows none. */
  readonly choice: (code: string) => string
}

/** Writes a value in the style of its column. */
export function writeCell(value: BmValue, kind: BmValueKind, style: ColumnStyle, names: CellNames): BmCell {
  if (value === null || value === '') return { kind: 'empty' }
  const word = wordOf(value, kind, style, names)
  if (word !== undefined) return word
  if (typeof value === 'number') return writeNumber(value, kind, style)
  if (kind === 'date' && typeof value === 'string')
    return { kind: 'date', iso: value, text: style.date === null ? null : writeDay(value, style.date) }
  return { kind: 'text', text: String(value) }
}

function wordOf(value: BmValue, kind: BmValueKind, style: ColumnStyle, names: CellNames): BmCell | undefined {
  if (kind !== 'flag' && kind !== 'country' && kind !== 'choice') return undefined
  if (kind === 'flag' && style.isBoolean && typeof value === 'boolean')
    return { kind: 'boolean', flag: value }
  const code = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  const term = style.terms[code]
  if (term !== undefined && term !== '') return asFigure(term)
  if (style.isListed) return { kind: 'not-listed', value: kind === 'country' ? names.country(code) : code }
  return {
    kind: 'text',
    text: kind === 'country' ? writeCountry(code, style.country, names) : names.choice(code),
  }
}

/** A list of figures holds numbers; one of `01` and `02` holds texts. */
function asFigure(term: string): BmCell {
  return /^(?:0|[1-9]\d{0,8})$/.test(term)
    ? { kind: 'number', number: Number(term) }
    : { kind: 'text', text: term }
}

function writeCountry(code: string, shape: CountryShape, names: CellNames): string {
  const euCode = isCountryCode(code) ? toEuCountryCode(code) : code
  switch (shape) {
    case 'eu-code':
      return euCode
    case 'iso-code':
      return code
    case 'code-and-name':
      return `${euCode} - ${names.country(code)}`
    case 'name':
      return names.country(code)
  }
}

function writeNumber(value: number, kind: BmValueKind, style: ColumnStyle): BmCell {
  if (kind === 'code' || kind === 'text') return { kind: 'text', text: String(value) }
  if (kind !== 'amount' || style.decimalMark === null) return { kind: 'number', number: value }
  return { kind: 'text', text: value.toFixed(2).replace('.', style.decimalMark) }
}

/**
 * Reads a cell that the module wrote, as a value to compare with ours: ISO day, number, true or false, text. Undefined
 * when it cannot be read as what the column holds; null when it is empty.
 */
export function readCell(
  text: string,
  kind: BmValueKind,
  style: ColumnStyle,
  readWord: WordReader,
): BmValue | undefined {
  const written = text.trim()
  if (written === '') return null
  switch (kind) {
    case 'date': {
      const order = style.date === null ? undefined : orderOf(style.date)
      const read = readDateText(written, order === undefined ? {} : { order })
      return read.ok ? read.value.date : undefined
    }
    case 'whole':
    case 'amount': {
      const read = parseDecimal(written, style.decimalMark ?? '.')
      return read.ok ? read.value : undefined
    }
    case 'flag':
      return readFlag(written)
    case 'country':
    case 'choice':
      return readWord(written) ?? written
    case 'code':
    case 'text':
      return written
  }
}

function orderOf(pattern: DatePattern): 'dmy' | 'mdy' | 'ymd' {
  if (pattern.startsWith('y')) return 'ymd'
  return pattern.startsWith('m') ? 'mdy' : 'dmy'
}
