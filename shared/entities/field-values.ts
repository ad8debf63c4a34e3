import { parseAcademicYear } from '#shared/domain/academic-year.ts'
import { parseAthensCourse, parseAthensSession } from '#shared/domain/athens.ts'
import { parseCefr } from '#shared/domain/cefr.ts'
import { isCountryCode, findCountryByAlias, parseCountryCode } from '#shared/domain/country-codes.ts'
import { isCivilDate } from '#shared/domain/civil-date.ts'
import { readDateText, type DateTextOptions } from '#shared/domain/date-text.ts'
import { parseEmail } from '#shared/domain/email.ts'
import { parseEqfList } from '#shared/domain/eqf.ts'
import { formatErasmusCode, parseErasmusCode } from '#shared/domain/erasmus-code.ts'
import { parseEsi } from '#shared/domain/esi.ts'
import { parseOid, parsePic, parseRor, parseSchacDomain } from '#shared/domain/institution-ids.ts'
import { parseIscedF, parseIscedList } from '#shared/domain/isced-f.ts'
import { formatLanguageSkill, parseLanguage, parseLanguageSkills } from '#shared/domain/languages.ts'
import { parseDecimal } from '#shared/domain/number-text.ts'
import { err, ok, type Refusal, type Result } from '#shared/domain/result.ts'
import { cleanText, foldText } from '#shared/domain/text-folding.ts'
import { textKey } from './labels.ts'
import type { CodeKind, Field, FieldValue } from './fields.ts'
import type { FieldProblem } from './record-rules.ts'

export type { FieldProblem } from './record-rules.ts'

type Checked = Result<FieldValue, FieldProblem>

export interface ReadingOptions extends DateTextOptions {
  /** Recognises a country by its name in any language; the core has it, the window does without. */
  readonly country?: (text: string) => string | undefined
}

/** The longest text that a field keeps; a cell of a spreadsheet holds 32,767 characters. */
const maxTextLength = 40_000

/**
 * Reads what was typed, pasted or imported into a field: cleaned, checked and brought to the form that is kept.
 * Blank is null.
 */
export function parseFieldText(field: Field, text: string, options: ReadingOptions = {}): Checked {
  const clean = field.type === 'text' && field.long === true ? text.trim() : cleanText(text)
  if (clean === '') return field.required === true ? problem('record.required') : ok(null)
  switch (field.type) {
    case 'text':
    case 'reference':
      return clean.length > maxTextLength ? problem('record.too-long', { max: maxTextLength }) : ok(clean)
    case 'integer':
    case 'decimal':
      return parseNumber(field, clean)
    case 'boolean':
      return parseYesNo(clean)
    case 'date':
      return isCivilDate(clean)
        ? ok(clean)
        : read('date-text', readDateText(clean, options), (value) => value.date)
    case 'month-day':
      return parseMonthDay(clean, options)
    case 'academic-year':
      return read('academic-year', parseAcademicYear(clean), (value) => value)
    case 'choice':
      return field.choices.includes(clean) ? ok(clean) : problem('record.unknown-choice', { value: clean })
    case 'choices':
      return parseChoices(field.choices, clean)
    case 'country':
      return parseCountry(clean, options)
    case 'language':
      return read('language', parseLanguage(clean), (value) => value)
    case 'email':
      return read('email', parseEmail(clean), (value) => value)
    case 'url':
      return parseWebAddress(clean)
    case 'code':
      if (field.code === 'country-list') return parseCountries(clean, options)
      return codeParsers[field.code](clean)
  }
}

/** Checks a value that is already of the field's type, and gives it in the form that is kept. */
export function checkFieldValue(field: Field, value: FieldValue): Checked {
  if (value === null) return field.required === true ? problem('record.required') : ok(null)
  if (typeof value === 'boolean')
    return field.type === 'boolean' ? ok(value) : problem('record.unknown-choice', { value: String(value) })
  if (typeof value === 'number') {
    if (field.type === 'integer' || field.type === 'decimal') return checkNumber(field, value)
    return parseFieldText(field, String(value))
  }
  return parseFieldText(field, value)
}

type NumberField = Extract<Field, { type: 'integer' | 'decimal' }>

function parseNumber(field: NumberField, text: string): Checked {
  const parsed = parseDecimal(text)
  return parsed.ok ? checkNumber(field, parsed.value) : problem('record.not-a-number', { value: text })
}

function checkNumber(field: NumberField, value: number): Checked {
  if (!Number.isFinite(value)) return problem('record.not-a-number', { value: String(value) })
  if (field.type === 'integer' && !Number.isInteger(value))
    return problem('record.not-whole', { value: String(value) })
  if (field.min !== undefined && value < field.min) return problem('record.too-small', { min: field.min })
  if (field.max !== undefined && value > field.max) return problem('record.too-large', { max: field.max })
  return ok(value)
}

const yes = new Set(['yes', 'y', 'oui', 'o', 'true', 'vrai', '1', 'si', 'ja', 'x', 'sim'])
const no = new Set(['no', 'n', 'non', 'false', 'faux', '0', 'nein', 'nao'])

function parseYesNo(text: string): Checked {
  const folded = foldText(text)
  if (yes.has(folded)) return ok(true)
  return no.has(folded) ? ok(false) : problem('record.not-yes-no', { value: text })
}

/** A yearly day: `--04-15` as EWP writes it, or a date of any year as people do (`15/04`, `15 avril`). */
function parseMonthDay(text: string, options: DateTextOptions): Checked {
  const leapYear = '2000'
  const written = /^--(\d{2}-\d{2})$/.exec(text)?.[1]
  if (written !== undefined && isCivilDate(`${leapYear}-${written}`)) return ok(text)
  const figures = /^(\d{1,2})[/.-](\d{1,2})\.?$/.exec(text)
  const dated = figures === null ? `${text} ${leapYear}` : `${figures[1]}/${figures[2]}/${leapYear}`
  const attempts = [readDateText(dated, options), readDateText(text, options)]
  const day = attempts.find((attempt) => attempt.ok)
  return day?.ok === true
    ? ok(`--${day.value.date.slice(5)}`)
    : problem('record.not-month-day', { value: text })
}

function parseCountry(text: string, options: ReadingOptions): Checked {
  if (isCountryCode(text)) return ok(text)
  const known = options.country?.(text) ?? findCountryByAlias(text)
  if (known !== undefined) return ok(known)
  const code = parseCountryCode(text)
  return code.ok ? ok(code.value) : problem('record.unknown-country', { value: text })
}

/** Several countries, by code or name, divided by commas. */
function parseCountries(text: string, options: ReadingOptions): Checked {
  const codes: string[] = []
  for (const part of partsOf(text)) {
    const country = parseCountry(part, options)
    if (!country.ok) return country
    codes.push(String(country.value))
  }
  return ok([...new Set(codes)].join(', '))
}

function parseChoices(choices: readonly string[], text: string): Checked {
  const given = partsOf(text)
  const unknown = given.find((part) => !choices.includes(part))
  if (unknown !== undefined) return problem('record.unknown-choice', { value: unknown })
  return ok(choices.filter((choice) => given.includes(choice)).join(','))
}

function partsOf(text: string): readonly string[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const webAddress =
  /^(?:https?:\/\/)?([\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}-]+)+)(:\d+)?([/?#]\S*)?$/u

/** Only web addresses: a link that a file brings is never anything that could be run. */
function parseWebAddress(text: string): Checked {
  if (!webAddress.test(text)) return problem('record.not-an-address', { value: text })
  return ok(/^https?:\/\//.test(text) ? text : `https://${text}`)
}

const codeParsers: Readonly<Record<Exclude<CodeKind, 'country-list'>, (text: string) => Checked>> = {
  erasmus: (text) => read('erasmus-code', parseErasmusCode(text), formatErasmusCode),
  pic: (text) => read('pic', parsePic(text), (value) => value),
  oid: (text) => read('oid', parseOid(text), (value) => value),
  schac: (text) => read('schac', parseSchacDomain(text), (value) => value),
  ror: (text) => read('ror', parseRor(text), (value) => value),
  isced: (text) => read('isced-f', parseIscedF(text), (value) => value.code),
  'isced-list': (text) =>
    read('isced-f', parseIscedList(text), (codes) => codes.map((value) => value.code).join(', ')),
  cefr: (text) => read('cefr', parseCefr(text), (value) => value),
  'eqf-list': (text) => read('eqf', parseEqfList(text), (levels) => levels.join(', ')),
  esi: (text) => read('esi', parseEsi(text), (value) => value),
  'language-skills': (text) =>
    read('language', parseLanguageSkills(text), (skills) => skills.map(formatLanguageSkill).join(', ')),
  'athens-course': (text) => read('athens-course', parseAthensCourse(text), (value) => value),
  'athens-session': (text) => read('athens-session', parseAthensSession(text), (value) => value),
}

/** A domain rule's answer as a field's: its reason is a sentence of shared/text. */
function read<T>(
  subject: string,
  result: Result<T, Refusal<string>>,
  keep: (value: T) => FieldValue,
): Checked {
  if (result.ok) return ok(keep(result.value))
  return err({ code: textKey(`domain.${subject}.${result.error.reason}`), params: result.error.params })
}

function problem(code: FieldProblem['code'], params: FieldProblem['params'] = {}): Checked {
  return err({ code, params })
}
