import { ok, refuse } from './result.ts'
import type { Refusal, Result } from './result.ts'
import { foldText } from './text-folding.ts'

export type DecimalReason = 'empty' | 'not-a-number' | 'ambiguous'

/** Which sign begins the decimals in a column, where the user or other cells of the column tell. */
export type DecimalMark = ',' | '.'

/**
 * Reads a number written with or without groups of thousands: `1 234,5`, `1,234.5`, `1.234,50`, `12,5`, `450 €`. One
 * sign followed by exactly three digits (`1,234`) may be either and is refused unless `decimalMark` is given.
 */
export function parseDecimal(
  written: string | number,
  decimalMark?: DecimalMark,
): Result<number, Refusal<DecimalReason>> {
  if (typeof written === 'number') return Number.isFinite(written) ? ok(written) : refuse('not-a-number')
  const text = foldText(written)
    .replace(/^(?:€|eur|euros?) ?| ?(?:€|eur|euros?)$/g, '')
    .replace(/(?<=\d)[ '](?=\d{3}(?!\d))/g, '')
  if (text === '') return refuse('empty')
  const [, sign = '', digits = ''] = /^([+-]?) ?(\d[\d.,]*|[.,]\d+)$/.exec(text) ?? []
  const mark = decimalMark ?? markOf(digits)
  if (digits === '') return refuse('not-a-number')
  if (mark === 'either') return refuse('ambiguous', { number: written.trim() })
  const plain = plainDigits(digits, mark)
  return plain === undefined ? refuse('not-a-number') : ok(Number(`${sign === '-' ? '-' : ''}${plain}`))
}

/** The sign that begins the decimals of a number, as far as the number itself shows it. */
function markOf(digits: string): DecimalMark | 'either' {
  const commas = digits.split(',').length - 1
  const points = digits.split('.').length - 1
  if (commas > 0 && points > 0) return digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.'
  if (commas > 1) return '.'
  if (points > 1) return ','
  // 0,125 and 1234,125 cannot have groups of thousands before their sign.
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return 'either'
  return commas === 1 ? ',' : '.'
}

function plainDigits(digits: string, mark: DecimalMark): string | undefined {
  const group = mark === ',' ? '.' : ','
  const [whole = '', decimals, ...others] = digits.split(mark)
  if (others.length > 0 || decimals?.includes(group)) return undefined
  const groups = whole.split(group)
  const isGrouped =
    groups.length === 1 ||
    (/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((part) => /^\d{3}$/.test(part)))
  return isGrouped
    ? `${groups.join('') || '0'}.${decimals === undefined || decimals === '' ? '0' : decimals}`
    : undefined
}

export type PlacesReason =
  | 'not-a-number'
  | 'not-whole'
  | 'negative'
  | 'too-many'
  | 'sum'
  | 'range'
  | 'with-remark'

/** More places than any agreement has: a year or an identifier in the wrong column. */
const mostPlaces = 999

/**
 * Reads a count of places: `3`, `3.0`, ` 3 `, `12 places`, `2 étudiants`; null for an empty cell, a dash or `n/a`. What
 * needs a decision is refused with what can be read in it: `2+1` (`sum`, total 3), `1-2` (`range`), `2*` or `3 (S1)`
 * (`with-remark`, value 2 or 3).
 */
export function parsePlaces(written: string | number | null): Result<number | null, Refusal<PlacesReason>> {
  if (written === null) return ok(null)
  const text = foldText(String(written))
  if (/^(?:-*|n\/?a|n\.a\.?|none|neant|aucune?)$/.test(text)) return ok(null)
  const [, sign = '', digits = '', decimals = '', rest = ''] =
    /^([+-]?)(\d+)(?:[.,](\d+))?(.*)$/.exec(text) ?? []
  if (digits === '') return refuse('not-a-number')
  if (sign === '-') return refuse('negative')
  const unit = rest.trim()
  if (unit !== '' && !placeWords.test(unit)) return refuseRest(Number(digits), unit)
  if (!/^0{0,2}$/.test(decimals)) return refuse('not-whole', { number: text })
  const places = Number(digits)
  return places <= mostPlaces ? ok(places) : refuse('too-many', { number: places, max: mostPlaces })
}

const placeWords =
  /^(?:places?|pl\.?|students?|studenti|estudiantes?|etudiant(?:e|s|es)?|etudiant\(e\)s|eleves?|plazas?|vacantes?|slots?|spots?|seats?|posti|platze?|studierende|persons?|personnes?|pers\.?)$/

function refuseRest(value: number, rest: string): Result<never, Refusal<PlacesReason>> {
  if (/^(?:\+ ?\d+ ?)+$/.test(rest)) {
    const total = rest.split('+').reduce((sum, part) => sum + Number(part), value)
    return refuse('sum', { total })
  }
  if (/^(?:-|a|to|\/|ou|or) ?\d+$/.test(rest)) return refuse('range', { number: `${value} ${rest}` })
  return refuse('with-remark', { value, remark: rest })
}
