import { civilDateOf } from './civil-date.ts'
import type { CivilDate } from './civil-date.ts'
import { ok, refuse } from './result.ts'
import type { Refusal, Result } from './result.ts'
import { foldText } from './text-folding.ts'

/** Order of day, month and year in dates written with figures. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** A date read from a text. */
export type DateRead = {
  readonly date: CivilDate
  /** Another date can be read in the same figures (03/04/2026) and no order was given. */
  readonly isAmbiguous: boolean
  /** The century was supplied from two digits. */
  readonly isCenturySupplied: boolean
}

export type DateTextReason =
  | 'empty'
  | 'not-a-date'
  | 'no-day'
  | 'no-such-day'
  | 'other-order'
  | 'unknown-month'

export type DateTextOptions = {
  /** The order that the column follows, from `guessDateOrder` or from the user; without it day comes before month. */
  readonly order?: DateOrder
  /** The latest year that two digits can mean: 2049 reads 49 as 2049 and 50 as 1950. Give this year for birth dates. */
  readonly latestYear?: number
}

/** Names of months in French, English, Spanish, German and Italian, folded, from January on. */
const monthNames: readonly string[] = [
  'janvier janv jan january enero ene januar jänner jaenner gennaio gen',
  'fevrier fevr fev february feb febrero februar febbraio',
  'mars mar march marzo marz maerz mrz',
  'avril avr april apr abril abr aprile',
  'mai may mayo maggio mag',
  'juin june jun junio juni giugno giu',
  'juillet juil july jul julio juli luglio lug',
  'aout aou august aug agosto ago',
  'septembre sept sep september septiembre setiembre set settembre',
  'octobre oct october octubre oktober okt ottobre ott',
  'novembre nov november noviembre',
  'decembre dec december diciembre dic dezember dez dicembre',
]
const monthByName: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, i) =>
    foldText(names)
      .split(' ')
      .map((name): [string, number] => [name, i + 1]),
  ),
)

/**
 * Reads a written date: `03/04/2026`, `3.4.26`, `3 avril 2026`, `April 3rd, 2026`, `Fri 3 Apr 2026`, `2026-04-03T10:00Z`,
 * `20260403`. A time of day is dropped. Refuses what is not one whole day, and a date that contradicts the given order.
 */
export function readDateText(
  written: string,
  options: DateTextOptions = {},
): Result<DateRead, Refusal<DateTextReason>> {
  const text = withoutTime(written)
  if (text === '') return refuse('empty')
  if (text.length > longestDate) return refuse('not-a-date')
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text)
  if (compact !== null) return whole(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const figures = numericShape.exec(text)
  if (figures !== null) return readFigures(figures[1] ?? '', figures[3] ?? '', figures[4] ?? '', options)
  return readWords(text, options)
}

/** Longer than any date with its weekday and time: a paragraph in a date column is not worth searching. */
const longestDate = 60

function withoutTime(written: string): string {
  return foldText(written.slice(0, longestDate * 2))
    .replace(timeOfDay, '')
    .replace(weekdays, '')
}

const timeOfDay =
  /(?:t|,? (?:at |a |um )?)\d{1,2}[:h]\d{2}(?:[:m]\d{2}(?:[.,]\d+)?)? ?(?:am|pm|[ap]\.m\.|z|utc|gmt|uhr)? ?(?:[+-]\d{2}:?\d{2})?$/
const weekdays =
  /^(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun|mie|jue|vie|sab|dom|mo|di|mi|do|fr|sa|so|gio)[a-z]*\.?,? (?=\d{1,4}[/.-]\d|\d{1,2}\S* [a-z]|[a-z]+\.? \d)/
const numericShape = /^(\d{1,4}) ?([/.-]| ) ?(\d{1,2}) ?\2 ?(\d{1,4})\.?$/

function whole(
  year: number,
  month: number,
  day: number,
  marks: Partial<DateRead> = {},
): Result<DateRead, Refusal<DateTextReason>> {
  const date = civilDateOf(year, month, day)
  if (!date.ok) return refuse('no-such-day', { day, month, year })
  return ok({ date: date.value, isAmbiguous: false, isCenturySupplied: false, ...marks })
}

function readFigures(
  first: string,
  second: string,
  third: string,
  options: DateTextOptions,
): Result<DateRead, Refusal<DateTextReason>> {
  if (first.length === 4 && third.length <= 2) return whole(Number(first), Number(second), Number(third))
  if (first.length > 2) return refuse('not-a-date')
  if (third.length !== 2 && third.length !== 4) return refuse('not-a-date')
  const isShort = third.length === 2
  if (options.order === 'ymd') {
    if (!isShort) return refuse('other-order', { order: 'ymd' })
    return whole(fullYear(first, options), Number(second), Number(third), { isCenturySupplied: true })
  }
  return readDayAndMonth(
    Number(first),
    Number(second),
    isShort ? fullYear(third, options) : Number(third),
    isShort,
    options.order,
  )
}

function readDayAndMonth(
  first: number,
  second: number,
  year: number,
  isCenturySupplied: boolean,
  order: 'dmy' | 'mdy' | undefined,
): Result<DateRead, Refusal<DateTextReason>> {
  const asDmy = whole(year, second, first, { isCenturySupplied })
  const asMdy = whole(year, first, second, { isCenturySupplied })
  if (order === 'dmy') return asDmy.ok || !asMdy.ok ? asDmy : refuse('other-order', { order })
  if (order === 'mdy') return asMdy.ok || !asDmy.ok ? asMdy : refuse('other-order', { order })
  if (!asDmy.ok) return asMdy.ok ? asMdy : asDmy
  return asMdy.ok && first !== second ? ok({ ...asDmy.value, isAmbiguous: true }) : asDmy
}

/** The year of two digits: the last one not after the latest year allowed. */
function fullYear(digits: string, { latestYear = 2049 }: DateTextOptions): number {
  const sameCentury = Math.floor(latestYear / 100) * 100 + Number(digits)
  return sameCentury > latestYear ? sameCentury - 100 : sameCentury
}

function readWords(text: string, options: DateTextOptions): Result<DateRead, Refusal<DateTextReason>> {
  const plain = text
    .replace(/^(?:le|the|el|il|am|den|on|du) /, '')
    .replace(/,/g, ' ')
    .replace(/(\d)(?:st|nd|rd|th|er|º|°|o|ero|ere)(?![a-z])/g, '$1')
    .replace(/ (?:de|del|of|di) /g, ' ')
    .replace(/ (?:de|del|of|di) /g, ' ')
    .replace(/ +/g, ' ')
  const dayFirst = /^(\d{1,2})\.?[ -]?([a-z]{3,})\.?[ -]?(\d{4}|\d{2})$/.exec(plain)
  if (dayFirst !== null) return readNamed(dayFirst[1] ?? '', dayFirst[2] ?? '', dayFirst[3] ?? '', options)
  const monthFirst = /^([a-z]{3,})\.?[ -](\d{1,2})\.?[ -](\d{4})$/.exec(plain)
  if (monthFirst !== null)
    return readNamed(monthFirst[2] ?? '', monthFirst[1] ?? '', monthFirst[3] ?? '', options)
  const yearFirst = /^(\d{4})[ -]([a-z]{3,})\.?[ -](\d{1,2})$/.exec(plain)
  if (yearFirst !== null)
    return readNamed(yearFirst[3] ?? '', yearFirst[2] ?? '', yearFirst[1] ?? '', options)
  const month = /^([a-z]{3,})\.?[ -]?\d{2,4}$/.exec(plain)?.[1]
  const isMonth =
    /^(?:\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2})$/.test(plain) || (month !== undefined && monthByName.has(month))
  return refuse(isMonth ? 'no-day' : 'not-a-date')
}

function readNamed(
  day: string,
  name: string,
  year: string,
  options: DateTextOptions,
): Result<DateRead, Refusal<DateTextReason>> {
  const month = monthByName.get(name)
  if (month === undefined) return refuse('unknown-month', { month: name })
  const isCenturySupplied = year.length === 2
  return whole(isCenturySupplied ? fullYear(year, options) : Number(year), month, Number(day), {
    isCenturySupplied,
  })
}

/** What the dates of a column say of their order. */
export type DateOrderGuess = {
  /** The order that fits, or undefined when no date shows it or when dates contradict each other. */
  readonly order: DateOrder | undefined
  /** Dates that fit one order only. */
  readonly dmy: number
  readonly mdy: number
  readonly ymd: number
  /** Dates in figures that fit both dmy and mdy. */
  readonly either: number
}

/**
 * Finds the order of the dates of a column from those that fit one order only. Day and month orders that are both met
 * contradict each other; ISO dates beside either of them do not, since they are read alike in any order.
 */
export function guessDateOrder(samples: Iterable<string>): DateOrderGuess {
  const counts = { dmy: 0, mdy: 0, ymd: 0, either: 0 }
  for (const sample of samples) {
    const shown = shownOrder(sample)
    if (shown !== undefined) counts[shown] += 1
  }
  return { order: orderOf(counts), ...counts }
}

function orderOf({ dmy, mdy, ymd, either }: Omit<DateOrderGuess, 'order'>): DateOrder | undefined {
  if (dmy > 0 && mdy > 0) return undefined
  if (dmy > 0) return 'dmy'
  if (mdy > 0) return 'mdy'
  return ymd > 0 && either === 0 ? 'ymd' : undefined
}

function shownOrder(sample: string): DateOrder | 'either' | undefined {
  const text = withoutTime(sample)
  const [, first = '', , second = '', third = ''] = numericShape.exec(text) ?? []
  if (first === '') return undefined
  if (first.length === 4) return 'ymd'
  const fitsDmy = readFigures(first, second, third, { order: 'dmy' }).ok
  const fitsMdy = readFigures(first, second, third, { order: 'mdy' }).ok
  if (fitsDmy && fitsMdy) return first === second ? undefined : 'either'
  if (fitsDmy) return 'dmy'
  return fitsMdy ? 'mdy' : undefined
}
