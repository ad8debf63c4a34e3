import { ok, refuse } from './result.ts'
import type { Brand, Refusal, Result } from './result.ts'
import { cleanText } from './text-folding.ts'

/**
 * A European Student Identifier: `urn:schac:personalUniqueCode:int:esi:<issuer>:<code>`, the issuer being the domain of
 * the institution, or the country where codes are national (inferred from the definition of SCHAC).
 * Source: EWP outgoing mobilities, global-id.
 */
export type Esi = Brand<string, 'Esi'>

export type EsiReason = 'empty' | 'not-esi' | 'no-issuer' | 'malformed-code'

const prefix = 'urn:schac:personalUniqueCode:int:esi:'

function isEsi(text: string): text is Esi {
  const [, issuer = '', code = ''] = /^urn:schac:personalUniqueCode:int:esi:([^:]+):([^:]+)$/.exec(text) ?? []
  return isIssuer(issuer) && isCode(code)
}

const isIssuer = (text: string): boolean =>
  /^(?:[a-z]{2}|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})$/.test(text)
const isCode = (text: string): boolean => /^[A-Za-z0-9._%/@+-]{1,80}$/.test(text)

/** Reads an identifier, its fixed part in any case; the code keeps its capitals. */
export function parseEsi(written: string): Result<Esi, Refusal<EsiReason>> {
  const text = cleanText(written)
  if (text === '') return refuse('empty')
  if (!text.toLowerCase().startsWith(prefix.toLowerCase())) return refuse('not-esi')
  const [issuer = '', ...code] = text.slice(prefix.length).split(':')
  return esiOf(issuer, code.join(':'))
}

/** Makes the identifier of a student from the issuer's domain (or country) and the student's code there. */
export function esiOf(issuer: string, code: string): Result<Esi, Refusal<EsiReason>> {
  const domain = issuer.trim().toLowerCase()
  if (!isIssuer(domain)) return refuse('no-issuer')
  const esi = `${prefix}${domain}:${code.trim()}`
  return isEsi(esi) ? ok(esi) : refuse('malformed-code')
}

/** The issuer and the code of an identifier. */
export function esiParts(esi: Esi): { readonly issuer: string; readonly code: string } {
  const [issuer = '', code = ''] = esi.slice(prefix.length).split(':')
  return { issuer, code }
}
