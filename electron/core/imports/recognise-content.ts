import { parseAcademicYear } from '#shared/domain/academic-year.ts'
import { guessDateOrder, readDateText } from '#shared/domain/date-text.ts'
import { looksLikeErasmusCode } from '#shared/domain/erasmus-code.ts'
import { parseIscedList } from '#shared/domain/isced-f.ts'
import { cleanText, foldText } from '#shared/domain/text-folding.ts'
import type { Cell } from '#core/sheets/types.ts'
import { cellText } from './cell-text.ts'
import { findChoice, findSemester } from './choice-words.ts'
import type { CountryReader } from './country-names.ts'
import { looksLikeInstitution } from './institution-words.ts'

/** What the values of a column look like: each figure is the share of the sampled values, 0 to 1. */
export interface ContentProfile {
  /** Values sampled; the shares mean little under three. */
  readonly count: number
  readonly distinct: number
  readonly meanLength: number
  readonly text: number
  readonly integer: number
  readonly smallInteger: number
  readonly decimal: number
  /** Whole numbers that grow by one: line numbers. */
  readonly serial: number
  readonly year: number
  readonly academicYear: number
  readonly date: number
  readonly birthDate: number
  readonly erasmusCode: number
  readonly pic: number
  readonly oid: number
  readonly ror: number
  readonly esi: number
  readonly domain: number
  readonly email: number
  readonly url: number
  readonly phone: number
  readonly country: number
  readonly nationality: number
  readonly institution: number
  readonly cefr: number
  readonly isced: number
  readonly eqf: number
  readonly semesterWord: number
  readonly gender: number
  readonly identifier: number
  readonly personName: number
  /** Two words or more of which some, not all, are in capitals: NOM Prénom. */
  readonly fullName: number
  readonly latitude: number
  readonly longitude: number
  readonly agreementKind: number
  readonly studentStatus: number
  readonly mobilityForm: number
  readonly mobilityStatus: number
}

type Share = Exclude<keyof ContentProfile, 'count' | 'distinct' | 'meanLength' | 'serial'>
type Test = (text: string, cell: Cell) => boolean

const isInteger = (text: string) => /^-?\d+(?:[.,]0+)?$/.test(text)
const numberOf = (text: string) => Number(text.replace(',', '.'))
const letters = /^[\p{L}\p{M}'’ .-]+$/u
const capitals = /^[\p{Lu}\p{M}'’.-]{2,}$/u

const level =
  /^(?:eqf ?)?[1-8](?:\s*[,;/&+-]\s*[1-8])*$|bachelor|licen[cs]e|master|phd|doctor|undergraduate|postgraduate|graduate|grado|laurea|\bbsc\b|\bmsc\b|^[bmdl](?:\s*[,;/&+-]\s*[bmd])*$/

const tests: Readonly<Record<Exclude<Share, 'country' | 'nationality'>, Test>> = {
  text: (text) => /\p{L}/u.test(text),
  integer: isInteger,
  smallInteger: (text) => /^\d{1,3}(?:[.,]0+)?$/.test(text),
  decimal: (text) => /^-?\d+[.,]\d+$/.test(text),
  year: (text) => /^(?:19|20)\d\d$/.test(text),
  academicYear: (text) => /\d/.test(text) && text.length < 30 && parseAcademicYear(text).ok,
  date: (text, cell) => isDate(text, cell),
  birthDate: (text, cell) => isDate(text, cell) && yearOf(text) >= 1950 && yearOf(text) <= 2015,
  erasmusCode: looksLikeErasmusCode,
  pic: (text) => /^[1-9]\d{8}$/.test(text),
  oid: (text) => /^E1\d{7}$/i.test(text),
  ror: (text) => /^(?:https?:\/\/ror\.org\/)?0[0-9a-z]{6}\d{2}$/i.test(text),
  esi: (text) => /urn:schac:personaluniquecode/i.test(text),
  domain: (text) => /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(text) && !/^www\./i.test(text),
  email: (text) => /^\S+@[^\s@]+\.[a-z]{2,}$/i.test(text),
  url: (text) => /^(?:https?:\/\/|www\.)\S+\.\S+$/i.test(text),
  phone: (text) => /^(?:\+|00|0|\()[\d\s().+/-]{7,}$/.test(text) && (text.match(/\d/g) ?? []).length >= 8,
  institution: (text) =>
    text.length >= 4 && !/^(?:https?:|www\.)|@/i.test(text) && looksLikeInstitution(text),
  cefr: (text) => text.length <= 60 && /(?:^|[^a-z0-9])[abc][12](?![a-z0-9])/i.test(text),
  isced: (text) => /^\D{0,8}0?\d/.test(text) && text.length <= 200 && parseIscedList(text).ok,
  eqf: (text) => text.length <= 60 && isLevel(text),
  semesterWord: (text) => text.length <= 40 && /\p{L}/u.test(text) && findSemester(text) !== undefined,
  gender: (text) => text.length <= 14 && findChoice('student.gender', text) !== undefined,
  identifier: (text) => /^[A-Z]{0,4}[-_]?\d[\dA-Z./_-]{2,19}$/i.test(text),
  personName: (text) => text.length <= 60 && letters.test(text) && text.split(' ').length <= 5,
  fullName: isFullName,
  latitude: (text) => /^-?\d{1,2}[.,]\d{3,}$/.test(text) && Math.abs(numberOf(text)) <= 90,
  longitude: (text) => /^-?\d{1,3}[.,]\d{3,}$/.test(text) && Math.abs(numberOf(text)) <= 180,
  agreementKind: (text) => findChoice('agreement.kind', text) !== undefined,
  studentStatus: (text) => findChoice('student.status', text) !== undefined,
  mobilityForm: (text) => findChoice('mobility.form', text) !== undefined,
  mobilityStatus: (text) => findChoice('mobility.status', text) !== undefined,
}

const zeroShares = {
  text: 0,
  integer: 0,
  smallInteger: 0,
  decimal: 0,
  year: 0,
  academicYear: 0,
  date: 0,
  birthDate: 0,
  erasmusCode: 0,
  pic: 0,
  oid: 0,
  ror: 0,
  esi: 0,
  domain: 0,
  email: 0,
  url: 0,
  phone: 0,
  institution: 0,
  cefr: 0,
  isced: 0,
  eqf: 0,
  semesterWord: 0,
  gender: 0,
  identifier: 0,
  personName: 0,
  fullName: 0,
  latitude: 0,
  longitude: 0,
  agreementKind: 0,
  studentStatus: 0,
  mobilityForm: 0,
  mobilityStatus: 0,
}

function isDate(text: string, cell: Cell): boolean {
  if (typeof cell === 'object' && cell !== null && cell.kind === 'date') return /^\d{4}-/.test(cell.iso)
  return /\d/.test(text) && text.length <= 30 && readDateText(text).ok
}

function yearOf(text: string): number {
  return Number(/(?:19|20)\d\d/.exec(text)?.[0])
}

function isLevel(text: string): boolean {
  return level.test(foldText(text))
}

function isFullName(text: string): boolean {
  if (text.length > 80 || /\d/.test(text)) return false
  if (/^[^,]{2,40},\s*[^,]{2,40}$/.test(text)) return true
  const words = text.split(/\s+/).filter((word) => word.length > 1)
  const inCapitals = words.filter((word) => capitals.test(word)).length
  return words.length >= 2 && inCapitals > 0 && inCapitals < words.length
}

/** Looks at the values of one column. Blank cells must have been left out. */
export function profileContent(cells: readonly Cell[], countries: CountryReader): ContentProfile {
  const values = cells
    .map((cell) => ({ cell, text: cleanText(cellText(cell)) }))
    .filter(({ text }) => text !== '')
  const distinct = new Map(values.map((value) => [value.text, value]))
  const count = values.length
  const held = (test: Test): number => {
    const passed = new Set(
      [...distinct.values()].filter(({ text, cell }) => test(text, cell)).map(({ text }) => text),
    )
    return count === 0 ? 0 : values.filter(({ text }) => passed.has(text)).length / count
  }
  const shares = Object.fromEntries(Object.entries(tests).map(([name, test]) => [name, held(test)]))
  return {
    ...zeroShares,
    ...shares,
    country: held(
      (text) => /\p{L}{2}/u.test(text) && text.length <= 60 && countries.name(text) !== undefined,
    ),
    nationality: held(
      (text) => /\p{L}{2}/u.test(text) && text.length <= 60 && countries.quick(text) !== undefined,
    ),
    count,
    distinct: count === 0 ? 0 : distinct.size / count,
    meanLength: count === 0 ? 0 : values.reduce((sum, { text }) => sum + text.length, 0) / count,
    serial: serialShare(values.map(({ text }) => text)),
  }
}

function serialShare(texts: readonly string[]): number {
  if (texts.length < 3) return 0
  const steps = texts.slice(1).filter((text, i) => isInteger(text) && Number(text) === Number(texts[i]) + 1)
  return steps.length / (texts.length - 1)
}

/** The order of day and month that the dates of some columns show, or undefined when they do not tell. */
export function dateOrderOf(cells: Iterable<Cell>): 'dmy' | 'mdy' | 'ymd' | undefined {
  return guessDateOrder([...cells].filter((cell) => typeof cell === 'string')).order
}
