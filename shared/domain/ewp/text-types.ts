/**
 * What the text of an EWP element or attribute may be. Source: EWP common-types.xsd (architecture 1.16.0), the academic
 * term schema, and the built-in types of XML Schema that they use.
 */
export type TextType =
  | 'string'
  | 'identifier'
  | 'email'
  | 'sha256'
  | 'date'
  | 'year-month'
  | 'date-time'
  | 'boolean'
  | 'academic-year'
  | 'academic-term'
  | 'positive-integer'
  | 'integer'
  | 'decimal'
  | 'positive-decimal-2'
  | 'language'
  | 'cefr'
  | 'cefr-or-native'
  | 'isced-4'
  | 'isced-v6'
  | 'isced-old'
  | 'eqf'
  | 'country'
  | 'gender'
  | 'http'
  | 'phone'
  | 'los-id'
  | 'loi-id'
  | 'empty'

/** A text of a closed set. */
export interface ChoiceType {
  readonly choices: readonly string[]
}

/** Types whose blanks around the value count for nothing (`whiteSpace = collapse`). */
const collapsed: ReadonlySet<TextType> = new Set<TextType>([
  'date',
  'year-month',
  'date-time',
  'boolean',
  'positive-integer',
  'integer',
  'decimal',
  'positive-decimal-2',
  'language',
  'eqf',
  'gender',
  'http',
])

const zone = '(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)?'
const shapes: Readonly<Record<Exclude<TextType, 'string' | 'date' | 'date-time'>, RegExp>> = {
  identifier: /^[!-~]{1,64}$/,
  email: /^[^@]+@[^.]+\.[^\r\n]+$/,
  sha256: /^[0-9a-f]{64}$/,
  'year-month': new RegExp(`^\\d{4}-(?:0[1-9]|1[0-2])${zone}$`),
  boolean: /^(?:true|false|0|1)$/,
  'academic-year': /^[0-9]{4}\/[0-9]{4}$/,
  'academic-term': /^[0-9]{4}\/[0-9]{4}-[1-9]\/[1-9]$/,
  'positive-integer': /^\+?0*[1-9][0-9]*$/,
  integer: /^[+-]?[0-9]+$/,
  decimal: /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/,
  'positive-decimal-2': /^(?=.*[1-9])\+?(?:[0-9]+(?:\.[0-9]{0,2}0*)?|\.[0-9]{1,2}0*)$/,
  language: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/,
  cefr: /^[ABC][12]$/,
  'cefr-or-native': /^(?:[ABC][12]|NS)$/,
  'isced-4': /^[0-9]{4}$/,
  'isced-v6': /^[0-9]{1,3}$/,
  'isced-old': /^[0-9]{1,4}$/,
  eqf: /^\+?0*[1-8]$/,
  country: /^[A-Z][A-Z]$/,
  gender: /^\+?0*[0129]$/,
  http: /^https?:\/\/[^\r\n]+$/,
  phone: /^\+[0-9]{1,15}$/,
  'los-id': /^(?:CR|CLS|MOD|DEP)\/.{1,40}$/,
  'loi-id': /^(?:CRI|CLSI|MODI|DEPI)\/.{1,40}$/,
  empty: /^$/,
}

/** Whether a text is of a type. */
export function isOfType(type: TextType | ChoiceType, written: string): boolean {
  if (typeof type !== 'string') return type.choices.includes(written)
  const text = collapsed.has(type) ? written.trim() : written
  if (type === 'string') return true
  if (type === 'date') return isDate(text)
  if (type === 'date-time') return isDateTime(text)
  return shapes[type].test(text)
}

const dateShape = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${zone}$`)

function isDate(text: string): boolean {
  const [, year, month, day] = dateShape.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const monthNumber = Number(month)
  return (
    Number(year) > 0 &&
    monthNumber >= 1 &&
    monthNumber <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(year), monthNumber)
  )
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

const timeShape = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2})T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?${zone}$`,
)

function isDateTime(text: string): boolean {
  const day = timeShape.exec(text)?.[1]
  return day !== undefined && isDate(day)
}
