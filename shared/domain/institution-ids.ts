import { ok, refuse } from './result.ts'
import type { Brand, Refusal, Result } from './result.ts'
import { cleanText } from './text-folding.ts'

/** Participant identification code of the European Commission: nine digits. Source: every row of the official charter lists. */
export type Pic = Brand<string, 'Pic'>
/** Organisation identifier of Erasmus+ and the European Solidarity Corps: `E1` and seven digits. Source: same lists. */
export type Oid = Brand<string, 'Oid'>
/** Internet domain that names an institution in EWP (`uw.edu.pl`). Source: EWP registry, SCHAC home organisation. */
export type SchacDomain = Brand<string, 'SchacDomain'>
/** Identifier of the Research Organization Registry without its address (`01fdvj254`). Source: ROR documentation. */
export type RorId = Brand<string, 'RorId'>
/** Number of a French school (`0650048Z`): seven digits and a check letter. Source: French ministry of education. */
export type Uai = Brand<string, 'Uai'>

export type PicReason = 'empty' | 'not-digits' | 'wrong-length'
export type OidReason = 'empty' | 'malformed'
export type SchacReason = 'empty' | 'is-address' | 'malformed'
export type RorReason = 'empty' | 'malformed' | 'wrong-checksum'
export type UaiReason = 'empty' | 'malformed' | 'wrong-checksum'

const isPic = (text: string): text is Pic => /^\d{9}$/.test(text)
const isOid = (text: string): text is Oid => /^E1\d{7}$/.test(text)
const isSchac = (text: string): text is SchacDomain =>
  text.length <= 253 && /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(text)
const isRor = (text: string): text is RorId => rorShape.test(text) && rorChecksum(text) === text.slice(7)
const isUai = (text: string): text is Uai => uaiShape.test(text) && uaiLetter(text) === text.slice(7)

/** Reads a PIC written as a number, with spaces or dots between groups of digits, or after the word PIC. */
export function parsePic(written: string | number): Result<Pic, Refusal<PicReason>> {
  const text = cleanText(String(written)).replace(/^PIC[\s:#]*/i, '')
  if (text === '') return refuse('empty')
  const digits = text.replace(/\.0+$/, '').replace(/[\s.]/g, '')
  if (!/^\d+$/.test(digits)) return refuse('not-digits')
  return isPic(digits) ? ok(digits) : refuse('wrong-length', { length: digits.length })
}

/** Reads an OID in any case, spaces ignored, with or without the word OID before it. */
export function parseOid(written: string): Result<Oid, Refusal<OidReason>> {
  const text = cleanText(written)
    .toUpperCase()
    .replace(/^OID[\s:#]*/, '')
    .replace(/\s/g, '')
  if (text === '') return refuse('empty')
  return isOid(text) ? ok(text) : refuse('malformed')
}

/**
 * Reads the domain of an institution in any case. An address of a page is refused: the site of an institution often
 * differs from its domain in EWP.
 */
export function parseSchacDomain(written: string): Result<SchacDomain, Refusal<SchacReason>> {
  const text = cleanText(written)
    .toLowerCase()
    .replace(/^urn:schac:homeorganization:/, '')
    .replace(/\.$/, '')
  if (text === '') return refuse('empty')
  if (/^(?:[a-z]+:\/\/|www\.)|[/@]/.test(text)) return refuse('is-address')
  return isSchac(text) ? ok(text) : refuse('malformed')
}

/** Reads a ROR identifier with or without `https://ror.org/` before it. */
export function parseRor(written: string): Result<RorId, Refusal<RorReason>> {
  const text = cleanText(written)
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?ror\.org\//, '')
    .replace(/\/$/, '')
  if (text === '') return refuse('empty')
  if (!rorShape.test(text)) return refuse('malformed')
  return isRor(text) ? ok(text) : refuse('wrong-checksum')
}

/** Crockford's base 32: no i, l, o, u. */
const base32 = '0123456789abcdefghjkmnpqrstvwxyz'
const rorShape = /^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/

/** The two check digits of a ROR identifier: ISO 7064 mod 97-10 of the number written in base 32. */
function rorChecksum(ror: string): string {
  const number = Array.from(ror.slice(1, 7)).reduce((sum, digit) => sum * 32 + base32.indexOf(digit), 0)
  return String(98 - ((number * 100) % 97)).padStart(2, '0')
}

/** Reads the number of a French school in any case, spaces ignored. */
export function parseUai(written: string): Result<Uai, Refusal<UaiReason>> {
  const text = cleanText(written)
    .toUpperCase()
    .replace(/^UAI[\s:#]*/, '')
    .replace(/\s/g, '')
  if (text === '') return refuse('empty')
  if (!uaiShape.test(text)) return refuse('malformed')
  return isUai(text) ? ok(text) : refuse('wrong-checksum', { letter: uaiLetter(text) })
}

const uaiShape = /^\d{7}[A-Z]$/

/** The check letter: the remainder by 23 in the alphabet without I, O and Q. */
function uaiLetter(uai: string): string {
  return 'ABCDEFGHJKLMNPRSTUVWXYZ'.charAt(Number(uai.slice(0, 7)) % 23)
}
