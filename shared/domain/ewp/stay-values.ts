import { parseEsi } from '#shared/domain/esi.ts'
import { isIscedF } from '#shared/domain/isced-f.ts'
import { parseLanguage } from '#shared/domain/languages.ts'
import { childText, findChild, type XmlNode } from './xml-tree.ts'

/** What a nomination and a learning agreement both say of a student. */
export interface EwpStudent {
  readonly givenNames: string | null
  readonly familyName: string | null
  readonly esi: string | null
  readonly birthDate: string | null
  readonly nationality: string | null
  readonly gender: string | null
  readonly email: string | null
}

export function readStudent(node: XmlNode | undefined): EwpStudent {
  const gender = childText(node, 'gender')
  return {
    givenNames: childText(node, 'given-names') ?? null,
    familyName: childText(node, 'family-name') ?? null,
    esi: knownEsi(childText(node, 'global-id')),
    birthDate: childText(node, 'birth-date')?.slice(0, 10) ?? null,
    nationality: childText(node, 'nationality') ?? childText(node, 'citizenship') ?? null,
    gender: gender === undefined ? null : String(Number(gender)),
    email: childText(node, 'email') ?? null,
  }
}

function knownEsi(text: string | undefined): string | null {
  const esi = parseEsi(text ?? '')
  return esi.ok ? esi.value : null
}

/** A field that the classification knows; null for what it does not. */
export function knownIsced(text: string | undefined): string | null {
  return text !== undefined && isIscedF(text) ? text : null
}

/** A language with the level reached in it, as the office writes it: `en:B2`. */
export function readSkill(
  node: XmlNode | undefined,
): { readonly language: string; readonly skill: string } | null {
  const language = parseLanguage(childText(node, 'language') ?? '')
  const level = childText(node, 'cefr-level')
  if (!language.ok) return null
  return {
    language: language.value,
    skill: level === undefined ? language.value : `${language.value}:${level}`,
  }
}

/** The part of the year that a term is: first of two, second of two, or all of it. Source: EWP academic term ids. */
export function semesterOfTerm(term: string | undefined): 'autumn' | 'spring' | 'year' | null {
  const [, number, total] = /-([1-9])\/([1-9])$/.exec(term ?? '') ?? []
  if (total === '1') return 'year'
  if (total !== '2') return null
  return number === '1' ? 'autumn' : 'spring'
}

export function termOf(academicYear: string, semester: string | null): string | null {
  if (semester === 'year') return `${academicYear}-1/1`
  if (semester === 'autumn') return `${academicYear}-1/2`
  return semester === 'spring' ? `${academicYear}-2/2` : null
}

/** The first day of a stay: a date, or the first of a month. */
export function readStart(node: XmlNode | undefined): string | null {
  const month = childText(node, 'start-year-month')?.slice(0, 7)
  return childText(node, 'start-date')?.slice(0, 10) ?? (month === undefined ? null : `${month}-01`)
}

/** The last day of a stay: a date, or the last of a month. */
export function readEnd(node: XmlNode | undefined): string | null {
  const month = childText(node, 'end-year-month')?.slice(0, 7)
  if (month === undefined) return childText(node, 'end-date')?.slice(0, 10) ?? null
  const [year = 0, number = 1] = month.split('-').map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = number === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(number) ? 30 : 31
  return `${month}-${days}`
}

/** One course of a learning agreement, as the office keeps it. */
export interface EwpComponent {
  readonly title: string
  readonly code: string | null
  readonly term: number | null
  readonly ects: number | null
  readonly recognitionConditions: string | null
  readonly status: 'inserted' | 'deleted'
  readonly reasonCode: string | null
  readonly reasonText: string | null
}

export function readComponent(node: XmlNode): EwpComponent {
  const term = Number(childText(findChild(node, 'term-id'), 'term-number') ?? Number.NaN)
  const credit = node.children.find(
    (child) => child.name === 'credit' && childText(child, 'scheme')?.toLowerCase() === 'ects',
  )
  const ects = Number(childText(credit, 'value') ?? Number.NaN)
  return {
    title: childText(node, 'title') ?? '–',
    code: childText(node, 'los-code') ?? null,
    term: Number.isInteger(term) && term >= 1 && term <= 8 ? term : null,
    ects: Number.isFinite(ects) && ects >= 0 && ects <= 120 ? ects : null,
    recognitionConditions: childText(node, 'recognition-conditions') ?? null,
    status: node.attributes['status'] === 'deleted' ? 'deleted' : 'inserted',
    reasonCode: node.attributes['reason-code'] ?? null,
    reasonText: node.attributes['reason-text'] ?? null,
  }
}

/** A signature, as the office keeps it. */
export interface EwpSignature {
  readonly signerName: string | null
  readonly position: string | null
  readonly email: string | null
  readonly signedOn: string | null
}

export function readSignature(node: XmlNode): EwpSignature {
  return {
    signerName: childText(node, 'signer-name') ?? null,
    position: childText(node, 'signer-position') ?? null,
    email: childText(node, 'signer-email') ?? null,
    signedOn: childText(node, 'timestamp')?.slice(0, 10) ?? null,
  }
}
