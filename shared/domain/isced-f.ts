import { iscedFLabels } from './isced-f-labels.ts'
import { err, ok } from './result.ts'
import type { Brand, Refusal, Result } from './result.ts'
import { cleanText, foldText, matchKey } from './text-folding.ts'

/** A code of ISCED-F 2013 with its leading zero: two digits (broad), three (narrow) or four (detailed field). */
export type IscedF = Brand<string, 'IscedF'>
export type IscedFLevel = 'broad' | 'narrow' | 'detailed'

/** A code read from a text, and what the reader had to suppose. */
export type IscedFRead = {
  readonly code: IscedF
  readonly level: IscedFLevel
  /** A leading zero was missing, as when a spreadsheet stored the code as a number. */
  readonly isZeroRestored: boolean
  /** Without its zero the code is also one of ISCED 1997, where it means another field (521 was mechanics). */
  readonly maybeIsced1997: boolean
}

export type IscedFReason =
  | 'empty'
  | 'no-code'
  | 'unknown-code'
  | 'ambiguous'
  | 'several-codes'
  | 'old-subject-area'
export type IscedFRefusal = Refusal<IscedFReason> & { readonly candidates: readonly IscedF[] }

const rowsByCode: ReadonlyMap<string, { readonly en: string; readonly fr: string }> = new Map(
  iscedFLabels.map(([code, en, fr]) => [code, { en, fr }]),
)

/** Codes of ISCED 1997 that are codes of ISCED-F 2013 once a zero is put before them. Source: both classifications. */
const isced1997 = new Set(
  (
    '10 14 21 22 31 32 34 38 42 44 46 48 52 54 58 62 64 72 76 81 84 85 86 ' +
    '211 212 213 214 215 221 222 223 225 226 310 311 312 313 314 321 322 341 342 343 344 345 346 347 380 ' +
    '420 421 422 440 441 442 443 461 462 481 482 520 521 522 523 524 525 541 542 543 544 581 582 ' +
    '621 622 623 624 641 720 721 722 723 724 725 726 727 761 762 811 812 813 814 815 840 850 851 852 853 861 862 863'
  ).split(' '),
)

export function isIscedF(text: string): text is IscedF {
  return rowsByCode.has(text)
}

/** All codes, in the order of the classification. */
export function listIscedF(): readonly IscedF[] {
  return iscedFLabels.map(([code]) => code).filter(isIscedF)
}

export function iscedFLevel(code: IscedF): IscedFLevel {
  return code.length === 2 ? 'broad' : code.length === 3 ? 'narrow' : 'detailed'
}

function isDetailed(code: IscedF): boolean {
  return code.length === 4
}

/**
 * Whether a code can be reported: the Beneficiary Module and EWP agreements (v7) take four digits only.
 * Source: EWP `subject-area` and Beneficiary Module draft schemas.
 */
export const isReportable = isDetailed

/** The official name of a field in one language. */
export function iscedFLabel(code: IscedF, language: 'en' | 'fr'): string {
  const row = rowsByCode.get(code)
  if (row === undefined) throw new Error(`Not an ISCED-F code: ${code}`)
  return row[language]
}

/** The broader field that holds a code, or undefined for a broad field. */
export function iscedFParent(code: IscedF): IscedF | undefined {
  const parent = code.slice(0, -1)
  return isIscedF(parent) ? parent : undefined
}

/** Whether `code` is `field` or one of the fields under it: 0613 is within 061 and 06. */
export function isWithinIscedF(code: IscedF, field: IscedF): boolean {
  return code.startsWith(field)
}

/**
 * Reads one code: `0613`, `613`, the number 613, `0613 Software…`, `ISCED-F 0613`, `061.3`, or the official name of a
 * field in English or French. A code without its leading zero is completed when only one code of the classification
 * fits (613 → 0613); 11 may be 011 or 0011 and is refused with both as candidates. `06.1` is refused: that is how the
 * subject areas of Erasmus were written before ISCED-F, and they mean other fields (inferred from agreements of then).
 */
export function parseIscedF(written: string | number): Result<IscedFRead, IscedFRefusal> {
  const text = cleanText(String(written))
  if (text === '') return refused('empty')
  const rest = foldText(text).replace(/^(?:(?:isced|cite)(?:[ -]?f)?(?:[ -]?2013)?|code)[ :#-]*/, '')
  if (/^\d{1,2}\.[1-9](?!\d)/.test(rest))
    return refused('old-subject-area', { code: rest.slice(0, 4).trim() })
  const match = /^(?:(\d{2,3})\.([1-9]\d?)|(\d{2,4})(?:\.0)?|(\d)(?:\.0)?$)(?!\d)(.*)$/.exec(rest)
  if (match === null) return readName(text)
  const [, stem = '', end = '', plain = '', single = '', after = ''] = match
  if (/(?<!\d)0\d{2,3}(?!\d)/.test(after)) return refused('several-codes')
  return readDigits(stem + end + plain + single)
}

function readName(text: string): Result<IscedFRead, IscedFRefusal> {
  const code = codesByName.get(matchKey(text))
  return code === undefined ? refused('no-code') : ok(read(code, false))
}

function readDigits(digits: string): Result<IscedFRead, IscedFRefusal> {
  if (isIscedF(digits)) return ok(read(digits, false))
  const candidates = [2, 3, 4].map((length) => digits.padStart(length, '0')).filter(isIscedF)
  const distinct = [...new Set(candidates)]
  const [code] = distinct
  if (code === undefined) return refused('unknown-code', { code: digits })
  return distinct.length === 1 ? ok(read(code, true)) : refused('ambiguous', { code: digits }, distinct)
}

function read(code: IscedF, isZeroRestored: boolean): IscedFRead {
  const maybeIsced1997 = isZeroRestored && isced1997.has(code.slice(1))
  return { code, level: iscedFLevel(code), isZeroRestored, maybeIsced1997 }
}

/** Fields by name; a name that several levels share means the most detailed: `Law` is 042 and 0421, read as 0421. */
const codesByName: ReadonlyMap<string, IscedF> = new Map(
  iscedFLabels.flatMap(([code, en, fr]) =>
    isIscedF(code)
      ? [
          [matchKey(en), code],
          [matchKey(fr), code],
        ]
      : [],
  ),
)

/**
 * Reads several codes from one cell: `0613, 0714`, `0613/0714`, one per line, with or without names. Every part that
 * begins with a digit must be a code; duplicates are dropped.
 */
export function parseIscedList(written: string | number): Result<readonly IscedFRead[], IscedFRefusal> {
  const text = cleanText(String(written))
  if (text === '') return refused('empty')
  // A comma inside a name is not a separator: only what a code follows is.
  const parts = text.split(/\s*(?:[,;/|+&]|\bet\b|\band\b|\s-\s|\s)\s*(?=\d{2,4}(?!\d))/)
  const reads = new Map<IscedF, IscedFRead>()
  for (const part of parts) {
    const result = parseIscedF(part)
    if (!result.ok) return result
    reads.set(result.value.code, result.value)
  }
  return ok([...reads.values()])
}

function refused(
  reason: IscedFReason,
  params: Refusal<IscedFReason>['params'] = {},
  candidates: readonly IscedF[] = [],
): { readonly ok: false; readonly error: IscedFRefusal } {
  return err({ reason, params: { ...params, candidates: candidates.join(', ') }, candidates })
}
