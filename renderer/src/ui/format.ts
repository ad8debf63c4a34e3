import type { Language } from '#shared/text/define-texts.ts'
import { createFormats } from '#shared/text/formats.ts'
import type { Formats } from '#shared/text/formats.ts'

/** Writes values the way the user's language does: what the whole application shares, and what only screens need. */
export interface Format extends Formats {
  /** The locale behind all of it, with days before months in English too. */
  readonly locale: string
  readonly number: (value: number, maxDecimals?: number) => string
  /** A civil day in words, which cannot be misread: 3 April 2026. */
  readonly dateInWords: (isoDay: string) => string
  /** How far a civil day is from another: “in 3 days”, “yesterday”. */
  readonly relativeDays: (isoDay: string, todayIsoDay: string) => string
  /** Alternatives: a, b or c. */
  readonly listOr: (words: readonly string[]) => string
  /** A figure as one types it: no thousands separators, all its decimals. */
  readonly typedNumber: (value: number) => string
}

const isoDayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const dayMs = 86_400_000

/** Creates the writer of one language; the `Intl` objects are made once and kept. */
export function createFormat(language: Language): Format {
  const locale = language === 'en' ? 'en-GB' : 'fr-FR'
  const inWords = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const listOr = new Intl.ListFormat(locale, { type: 'disjunction' })
  const typed = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 })
  const numberOf = numberWriter(locale)
  return {
    ...createFormats(language),
    locale,
    number: (value, maxDecimals = 2) => numberOf(maxDecimals).format(value),
    dateInWords: (iso) => {
      const time = dayTime(iso)
      return time === undefined ? iso : inWords.format(time)
    },
    relativeDays: (iso, today) => {
      const [from, to] = [dayTime(today), dayTime(iso)]
      return from === undefined || to === undefined
        ? iso
        : relative.format(Math.round((to - from) / dayMs), 'day')
    },
    listOr: (words) => listOr.format(words),
    typedNumber: (value) => typed.format(value),
  }
}

/** Milliseconds of a civil day, for counting and for `Intl` in UTC only: never shown as a moment. */
function dayTime(isoDay: string): number | undefined {
  const [, year, month, day] = isoDayPattern.exec(isoDay) ?? []
  return year === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(day))
}

function numberWriter(locale: string): (maxDecimals: number) => Intl.NumberFormat {
  const formats = new Map<number, Intl.NumberFormat>()
  return (maxDecimals) => {
    const known = formats.get(maxDecimals)
    if (known !== undefined) return known
    const created = new Intl.NumberFormat(locale, { maximumFractionDigits: maxDecimals })
    formats.set(maxDecimals, created)
    return created
  }
}
