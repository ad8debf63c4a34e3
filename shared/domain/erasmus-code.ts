import { isCountryCode } from './country-codes.ts'
import type { CountryCode } from './country-codes.ts'
import { err, ok } from './result.ts'
import type { Brand, Refusal, Result } from './result.ts'
import { foldText } from './text-folding.ts'

/**
 * An Erasmus code in canonical writing: country part padded to three characters, city, two or three digits
 * (`F  PARIS083`, `PL WARSZAW01`, `IRLDUBLIN01`). Its spaces are significant on screen and in files.
 * Source: eche-api documentation of Erasmus codes, checked on the 6,142 codes of the official list of 2026-04-08.
 */
export type ErasmusCode = Brand<string, 'ErasmusCode'>

export type ErasmusCodeReason =
  | 'empty'
  | 'no-digits'
  | 'too-many-digits'
  | 'no-city'
  | 'malformed'
  | 'prefix-unknown'
  | 'prefix-not-separated'
  | 'trailing-text'

/** Why a code was refused; `candidates` are the codes it may have meant, to be checked against the official list. */
export type ErasmusCodeRefusal = Refusal<ErasmusCodeReason> & { readonly candidates: readonly ErasmusCode[] }

/**
 * Country parts of Erasmus codes and their ISO 3166 countries. A code's country part is the issuing country, which
 * can differ from the institution's own.
 * Source: eche-api `processing/erasmus.py` and the official list of 2026-04-08 (`BE` is met once there, for a Belgian
 * institution); CH and UK are no longer in that list and still circulate in partner lists.
 */
export const erasmusPrefixes = {
  A: 'AT',
  AL: 'AL',
  B: 'BE',
  BA: 'BA',
  BE: 'BE',
  BG: 'BG',
  CH: 'CH',
  CY: 'CY',
  CZ: 'CZ',
  D: 'DE',
  DK: 'DK',
  E: 'ES',
  EE: 'EE',
  F: 'FR',
  G: 'GR',
  HR: 'HR',
  HU: 'HU',
  I: 'IT',
  IRL: 'IE',
  IS: 'IS',
  LI: 'LI',
  LT: 'LT',
  LUX: 'LU',
  LV: 'LV',
  ME: 'ME',
  MK: 'MK',
  MT: 'MT',
  N: 'NO',
  NL: 'NL',
  P: 'PT',
  PL: 'PL',
  RO: 'RO',
  RS: 'RS',
  S: 'SE',
  SF: 'FI',
  SI: 'SI',
  SK: 'SK',
  TR: 'TR',
  UK: 'GB',
  XK: 'XK',
} as const satisfies Readonly<Record<string, string>>

export type ErasmusPrefix = keyof typeof erasmusPrefixes

/** Country codes written in place of the Erasmus country part, and the part they stand for. */
const prefixesMeant: ReadonlyMap<string, ErasmusPrefix> = new Map([
  ['AT', 'A'],
  ['DE', 'D'],
  ['ES', 'E'],
  ['FR', 'F'],
  ['GR', 'G'],
  ['EL', 'G'],
  ['IT', 'I'],
  ['IE', 'IRL'],
  ['LU', 'LUX'],
  ['L', 'LUX'],
  ['NO', 'N'],
  ['PT', 'P'],
  ['SE', 'S'],
  ['FI', 'SF'],
  ['FIN', 'SF'],
  ['GB', 'UK'],
])

/**
 * Pairs of consonants that begin names of European towns (Brno, Gdańsk, Hradec, Ljubljana…). Any other pair shows
 * that what stands first is a country part. Source: inferred from the towns of the official list.
 */
const townOnset = new RegExp(
  '^(?:b[jlr]|c[hlrsvz]|d[nrw]|f[jlr]|g[dhjlnrvw]|h[jlrv]|k[hjlnrvw]|l[hjlv]|m[cklnt]|p[fhlnrst]|' +
    'r[hz]|s[cfhjklmnpqrtvwz]|t[hjlrsvw]|v[lr]|w[lr]|x[hk]|z[bdghlmnrsvw])',
  'i',
)

const canonical = /^(IRL|LUX|[A-Z]{2} |[A-Z] {2})[A-Z][A-Z-]*[A-Z]\d{2,3}$/

export function isErasmusCode(text: string): text is ErasmusCode {
  const prefix = canonical.exec(text)?.[1]
  return prefix !== undefined && isPrefix(prefix.trim()) && !text.includes('--')
}

function isPrefix(text: string): text is ErasmusPrefix {
  return Object.hasOwn(erasmusPrefixes, text)
}

/**
 * Reads an Erasmus code as people write it: any case, any white space or hyphen after the country part, accents,
 * a space before the number, a single digit. The four irregular codes of the official list are read this way:
 * `DK FREDERICIA 01` → `DK FREDERICIA01`, `F  PARIS 063` → `F  PARIS063`, `F  VERDUN1` → `F  VERDUN01`,
 * `RSPROKUP01` → `RS PROKUP01`. A code without space is read only when what it begins with cannot be the name of a
 * town and one country part fits (`FPARIS083`); `ROMA01` may be Rome without country part or a Romanian code, and
 * `DKODENSE01` Danish or German: refused, with candidates.
 */
export function parseErasmusCode(text: string): Result<ErasmusCode, ErasmusCodeRefusal> {
  if (isErasmusCode(text)) return ok(text)
  const written = foldText(text).toUpperCase()
  if (written === '') return refused('empty')
  if (written.length > 200) return refused('malformed')
  const parts = /^([A-Z][^0-9]*?)[ ._-]*(\d+)(.*)$/.exec(written)
  const [, letters, digits, rest] = parts ?? []
  if (letters === undefined || digits === undefined) {
    return /^[A-Z][A-Z ._-]*$/.test(written) ? refused('no-digits') : refused('malformed')
  }
  if (digits.length > 3) return refused('too-many-digits', { digits })
  const read = readParts(letters, digits)
  if (rest === undefined || rest.trim() === '') return read
  // What follows the number: a faculty, a remark, or a town whose name holds digits (`PARIS-8 01`).
  if (/^[ ._-]*\d+$/.test(rest)) return refused('malformed')
  return refused('trailing-text', { rest: rest.trim() }, read.ok ? [read.value] : read.error.candidates)
}

function readParts(letters: string, digits: string): Result<ErasmusCode, ErasmusCodeRefusal> {
  const separated = /^([A-Z]{1,3})[^A-Z]+(.*)$/.exec(letters)
  const [, prefix, town] = separated ?? []
  if (prefix !== undefined && town !== undefined) {
    if (isPrefix(prefix)) return readTown(prefix, town, digits)
    // `FR PARIS083`: a country code in place of the country part; `FST-DENI01`: a town in two words.
    const meant = compose(prefixesMeant.get(prefix), town, digits)
    const candidates = meant.length > 0 ? meant : unseparatedCandidates(letters, digits)
    return refused('prefix-unknown', { prefix }, candidates)
  }
  if (isPrefix(letters)) return refused('no-city')
  return readUnseparated(letters, digits)
}

function readTown(
  prefix: ErasmusPrefix,
  town: string,
  digits: string,
): Result<ErasmusCode, ErasmusCodeRefusal> {
  const [code] = compose(prefix, town, digits)
  return code === undefined ? refused('no-city') : ok(code)
}

function readUnseparated(letters: string, digits: string): Result<ErasmusCode, ErasmusCodeRefusal> {
  const candidates = unseparatedCandidates(letters, digits)
  const [code] = candidates
  // IRL and LUX are written without space in the canonical form.
  if (code !== undefined && /^(?:IRL|LUX)/.test(letters)) return ok(code)
  if (code !== undefined && candidates.length === 1 && !mayBeginTown(letters)) return ok(code)
  if (code !== undefined) return refused('prefix-not-separated', {}, candidates)
  return refused('prefix-unknown', { prefix: letters.slice(0, 2) })
}

function unseparatedCandidates(letters: string, digits: string): readonly ErasmusCode[] {
  return [3, 2, 1].flatMap((length) => {
    const prefix = letters.slice(0, length)
    return isPrefix(prefix) ? compose(prefix, letters.slice(length), digits) : []
  })
}

function mayBeginTown(letters: string): boolean {
  return /^.?[AEIOUY]/.test(letters) || townOnset.test(letters)
}

/** The canonical code of three parts, or nothing when the town is too short to be one. */
function compose(prefix: ErasmusPrefix | undefined, town: string, digits: string): readonly ErasmusCode[] {
  if (prefix === undefined) return []
  const city = town.replace(/[^A-Z]+/g, '-').replace(/^-+|-+$/g, '')
  const code = prefix.padEnd(3) + city + digits.padStart(2, '0')
  return isErasmusCode(code) ? [code] : []
}

function refused(
  reason: ErasmusCodeReason,
  params: Refusal<ErasmusCodeReason>['params'] = {},
  candidates: readonly ErasmusCode[] = [],
): { readonly ok: false; readonly error: ErasmusCodeRefusal } {
  return err({ reason, params: { ...params, candidates: candidates.join(', ') }, candidates })
}

/** The three parts of a code: `F  PARIS083` is `F`, `PARIS`, `083`. */
export function erasmusCodeParts(code: ErasmusCode): { prefix: string; city: string; number: string } {
  const number = /\d+$/.exec(code)?.[0] ?? ''
  return { prefix: code.slice(0, 3).trim(), city: code.slice(3, code.length - number.length), number }
}

/** The code as it is shown and exported, its padding kept: show it with `white-space: pre-wrap`. */
export function formatErasmusCode(code: ErasmusCode): string {
  return code
}

/** ISO 3166 alpha-2 code of the country that issued the code (`XK` for Kosovo). */
export function erasmusCodeCountry(code: ErasmusCode): CountryCode {
  const { prefix } = erasmusCodeParts(code)
  const country = isPrefix(prefix) ? erasmusPrefixes[prefix] : ''
  if (!isCountryCode(country)) throw new Error(`Not an Erasmus code: ${code}`)
  return country
}

const shape = new RegExp(
  `^\\s*(?:(?:${Object.keys(erasmusPrefixes).join('|')})[\\s._-]+|IRL|LUX)[a-z][a-z. -]{0,11}[a-z]\\s?\\d{1,3}(?![\\da-z])`,
  'i',
)

/** The country of an institution: as it is written, or else where its Erasmus code was issued. */
export function countryFrom(country: string | null, erasmusCode: string | null): string | null {
  if (country !== null) return country
  return erasmusCode !== null && isErasmusCode(erasmusCode) ? erasmusCodeCountry(erasmusCode) : null
}

/**
 * Whether a cell looks like an Erasmus code, to recognise a column by its content: cheap, and true for some other
 * codes; count it over many cells and parse those kept. A faculty after the code does not hide it.
 */
export function looksLikeErasmusCode(text: string): boolean {
  return text.length >= 5 && text.length <= 40 && shape.test(text)
}
