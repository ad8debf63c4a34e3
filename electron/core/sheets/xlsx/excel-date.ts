import type { NumberFormatKind } from './number-format.ts'

const dayMs = 86_400_000
const secondsPerDay = 86_400
/** Day 0 of either count, as Excel has it from March 1900 on. */
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
const lastDay = Date.UTC(9999, 11, 31)

/**
 * The civil date, time or date-time of an Excel serial number, as Excel shows it, to the second. Undefined for what
 * Excel does not show as a date: negative numbers, 29 February 1900 (serial 60, a day that never was), the year 10000.
 * A number below 1 is a time of day; a time format with days keeps them.
 */
export function serialToIso(serial: number, kind: NumberFormatKind, is1904: boolean): string | undefined {
  const totalSeconds = Math.round(serial * secondsPerDay)
  if (!(serial >= 0) || !Number.isSafeInteger(totalSeconds)) return undefined
  const days = Math.floor(totalSeconds / secondsPerDay)
  const time = formatTime(totalSeconds % secondsPerDay)
  if (days === 0 && !is1904) return kind !== 'time' && serial === 0 ? undefined : time
  if (days === 0 && kind === 'time') return time
  const date = formatDay(days, is1904)
  if (date === undefined || kind === 'date') return date
  return `${date}T${time}`
}

function formatDay(days: number, is1904: boolean): string | undefined {
  // Excel believes that 1900 was a leap year: before March its count is one day behind the calendar.
  if (!is1904 && days === 60) return undefined
  const shift = !is1904 && days < 60 ? 1 : 0
  const day = (is1904 ? epoch1904 : epoch1900) + (days + shift) * dayMs
  return day <= lastDay ? new Date(day).toISOString().slice(0, 10) : undefined
}

function formatTime(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

const isoPattern =
  /^(?:(\d{4})-(\d\d)-(\d\d))?(?:(?:^|T)(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/

/** The value of a cell of type date, which holds ISO 8601 text; undefined when it is none. Zones and fractions are dropped. */
export function normaliseIso(text: string): string | undefined {
  const parts = isoPattern.exec(text.trim())
  if (parts === null) return undefined
  const [, year, month, day, hour, minute, second = '00'] = parts
  const date = year === undefined ? undefined : civilDate(Number(year), Number(month), Number(day))
  if (year !== undefined && date === undefined) return undefined
  if (hour === undefined) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const time = `${hour}:${minute}:${second}`
  return date === undefined ? time : `${date}T${time}`
}

/** Undefined for days that the calendar does not have. */
function civilDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}
