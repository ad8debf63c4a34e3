/** What a number format makes of a number. Durations (`[h]:mm`) stay numbers. */
export type NumberFormatKind = 'number' | 'date' | 'time' | 'date-time'

/** Excel keeps no format longer than this; a longer one is not read. */
const maxFormatLength = 1_000

/**
 * Tells dates and times from other formats by their first section, in one pass over the characters: quoted and
 * escaped text, colours, conditions and locales are skipped (ECMA-376 part 1, 18.8.31).
 */
export function classifyFormat(format: string): NumberFormatKind {
  if (format.length > maxFormatLength || isGeneral(format)) return 'number'
  const tokens = readTokens(format)
  if (tokens === 'number') return 'number'
  const isTime = tokens.includes('h') || tokens.includes('s')
  const isDate = /[yd]/.test(tokens) || hasMonth(tokens)
  if (isDate) return isTime ? 'date-time' : 'date'
  return isTime ? 'time' : 'number'
}

function isGeneral(format: string): boolean {
  const lower = format.toLowerCase()
  return lower.startsWith('general') || lower.startsWith('standard') || lower === '@'
}

/** The letters that stand for parts of a date, in order (`dmyhms`), or `number` as soon as it cannot be a date. */
function readTokens(format: string): string {
  let tokens = ''
  let at = 0
  while (at < format.length) {
    const character = format.charAt(at).toLowerCase()
    if (character === ';') break
    if (character === '"' || character === '[') {
      const end = format.indexOf(character === '"' ? '"' : ']', at + 1)
      if (end === -1) break
      if (isElapsedTime(format.slice(at, end + 1))) return 'number'
      at = end + 1
    } else if (character === '\\' || character === '_' || character === '*') at += 2
    else if (isNumberSign(format, at, tokens)) return 'number'
    else {
      if ('ymdhs'.includes(character) && !tokens.endsWith(character)) tokens += character
      else if (character === 'e' || character === 'g' || character === 'b') tokens += 'y'
      at += isHalfDayMark(format, at)
    }
  }
  return tokens
}

function isElapsedTime(bracket: string): boolean {
  return /^\[(?:h+|m+|s+)\]$/i.test(bracket)
}

/** Digits belong to numbers, save the fractions of a second behind `ss.`; so does the exponent `E+`. */
function isNumberSign(format: string, at: number, tokens: string): boolean {
  const character = format.charAt(at)
  if (character === '0') return !tokens.endsWith('s')
  if (character === '#' || character === '?') return true
  const next = format.charAt(at + 1)
  return (character === 'E' || character === 'e') && (next === '+' || next === '-')
}

/** `AM/PM` and `A/P` hold letters of months: they are skipped whole. Returns the characters to advance by. */
function isHalfDayMark(format: string, at: number): number {
  const ahead = format.slice(at, at + 5).toLowerCase()
  if (ahead === 'am/pm') return 5
  return ahead.startsWith('a/p') ? 3 : 1
}

/** An `m` is minutes when hours come before it or seconds after it, else a month. */
function hasMonth(tokens: string): boolean {
  for (let at = tokens.indexOf('m'); at !== -1; at = tokens.indexOf('m', at + 1)) {
    if (tokens.charAt(at - 1) !== 'h' && tokens.charAt(at + 1) !== 's') return true
  }
  return false
}

/** Formats that files name by number only (ECMA-376 part 1, 18.8.30); those from 27 on are the East Asian ones. */
const builtInFormats: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'mm-dd-yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  ...[27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id): [number, string] => [
    id,
    'yyyy/m/d',
  ]),
  ...[32, 33].map((id): [number, string] => [id, 'h:mm:ss']),
])

export function builtInFormat(id: number): string {
  return builtInFormats.get(id) ?? 'General'
}
