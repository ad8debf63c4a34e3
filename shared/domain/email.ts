import { ok, refuse } from './result.ts'
import type { Brand, Refusal, Result } from './result.ts'
import { cleanText } from './text-folding.ts'

/** An e-mail address as it is stored: the domain in lower case, no name, no `mailto:`. */
export type Email = Brand<string, 'Email'>

export type EmailReason = 'empty' | 'no-at' | 'several' | 'malformed'

/**
 * Pragmatic rather than RFC 5322: what mail providers of institutions accept. Quoted local parts and address literals
 * are refused, letters of any alphabet are accepted in the domain.
 */
function isEmail(text: string): text is Email {
  const [, local = '', domain = ''] = /^([^@]{1,64})@([^@]{3,253})$/.exec(text) ?? []
  const isLocal = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local)
  const labels = domain.split('.')
  const isDomain =
    labels.length >= 2 &&
    labels.every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(label))
  return isLocal && isDomain && /^\p{L}{2,}$|^xn--/u.test(labels.at(-1) ?? '')
}

/** Reads one address, cleaned of `mailto:`, the name before `<…>`, brackets and final punctuation. */
export function parseEmail(written: string): Result<Email, Refusal<EmailReason>> {
  if (written.length > longestAddress) return refuse(longReason(written))
  const text = stripAddress(written)
  if (text === '') return refuse('empty')
  if (!text.includes('@')) return refuse('no-at')
  if (text.indexOf('@') !== text.lastIndexOf('@')) return refuse('several')
  const at = text.indexOf('@')
  const email = text.slice(0, at) + text.slice(at).toLowerCase()
  return isEmail(email) ? ok(email) : refuse('malformed')
}

function longReason(written: string): EmailReason {
  const signs = written.split('@').length - 1
  if (signs === 0) return 'no-at'
  return signs === 1 ? 'malformed' : 'several'
}

/** 64 characters, @, 253 characters, and room for a name before them. */
const longestAddress = 600

function stripAddress(written: string): string {
  const text = cleanText(written)
  const inBrackets = /<([^<>]*@[^<>]*)>[^@]*$/.exec(text)?.[1] ?? text
  return inBrackets
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?(?:subject|cc|body)=.*$/i, '')
    .replace(/^[\s<("'[]+/, '')
    .replace(/[\s>)"'\],;:.]+$/, '')
}

/** Reads the addresses of one cell, separated by commas, semicolons, slashes or spaces; without duplicates. */
export function parseEmailList(written: string): Result<readonly Email[], Refusal<EmailReason>> {
  const emails = new Map<string, Email>()
  for (const part of splitAddresses(cleanText(written))) {
    const result = parseEmail(part)
    if (!result.ok) return result
    emails.set(emailKey(result.value), result.value)
  }
  return emails.size === 0 ? refuse('empty') : ok([...emails.values()])
}

function splitAddresses(text: string): readonly string[] {
  return text
    .split(/[;|]| \/ /)
    .filter((part) => part.trim() !== '')
    .flatMap((part) => {
      // `Ruiz, Ana <ana@upm.es>`: words without @ are the name of the address beside them.
      const addresses = part.split(/,|\s(?=\S*@)/).filter((one) => one.includes('@'))
      return addresses.length > 0 ? addresses : [part]
    })
}

/** The form in which addresses are compared: providers do not tell capitals apart. */
export function emailKey(email: Email): string {
  return email.toLowerCase()
}
