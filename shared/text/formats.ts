import type { Language } from './define-texts.ts'

/** Writes values in the user's language. Days are civil dates: no time zone ever moves them. */
export interface Formats {
  readonly integer: (value: number) => string
  readonly decimal: (value: number) => string
  /** `2026-11-22` → `22/11/2026` */
  readonly date: (day: string) => string
  /** `--04-15` → `15 April` */
  readonly monthDay: (monthDay: string) => string
  /** An instant in UTC, shown in the computer's time zone. */
  readonly instant: (instant: string) => string
  readonly country: (code: string) => string
  readonly language: (code: string) => string
  readonly list: (items: readonly string[]) => string
  readonly fileSize: (bytes: number) => string
  readonly compare: (a: string, b: string) => number
}

export function createFormats(language: Language): Formats {
  const integer = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const locale = localeOf(language)
  const monthDay = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const instant = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const countries = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
  const languageNames = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true })
  return {
    integer: (value) => integer.format(value),
    decimal: (value) => decimal.format(value),
    date: createDayFormat(language),
    monthDay: (value) =>
      /^--\d{2}-\d{2}$/.test(value) ? monthDay.format(new Date(`2000-${value.slice(2)}T00:00:00Z`)) : value,
    instant: (value) => instant.format(new Date(value)),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    language: (code) =>
      /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code) ? (languageNames.of(code) ?? code) : code,
    list: (items) => list.format(items),
    fileSize: (bytes) => fileSize(bytes, decimal, language),
    compare: (a, b) => collator.compare(a, b),
  }
}

/** Writes a civil day in digits: `2026-11-22` → `22/11/2026`. Whatever is not one stays as it is. */
export function createDayFormat(language: Language): (day: string) => string {
  const date = new Intl.DateTimeFormat(localeOf(language), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (day) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day
    const instant = new Date(`${day}T00:00:00Z`)
    return Number.isNaN(instant.getTime()) ? day : date.format(instant)
  }
}

/** Day before month, as everywhere in Europe. */
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}

function fileSize(bytes: number, decimal: Intl.NumberFormat, language: Language): string {
  const units = language === 'fr' ? ['o', 'ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${decimal.format(unit === 0 ? value : Math.round(value * 10) / 10)} ${units[unit] ?? ''}`
}
