import { findAcademicYear } from '#shared/domain/academic-year.ts'
import { parseAcademicTerm, parseSemester } from '#shared/domain/academic-term.ts'
import { parseEqf, studyCycleOf } from '#shared/domain/eqf.ts'
import { guessMeaningOfM, parseGender } from '#shared/domain/gender.ts'
import { codedValues, type NominationValueKey } from '#shared/domain/nomination-values.ts'
import { foldText, matchKey } from '#shared/domain/text-folding.ts'
import type { CountryReader } from '#core/imports/country-names.ts'

/** What a partner's own word stands for; undefined when it cannot be told. */
export type TermReader = (term: string) => string | undefined

/** The reader of the words of one value, knowing all the words that may stand there. */
export function termReader(
  key: NominationValueKey,
  terms: readonly string[],
  countries: CountryReader,
): TermReader | undefined {
  if (key === 'gender') {
    const meaningOfM = guessMeaningOfM(terms)
    return (term) => valueOf(parseGender(term, meaningOfM))
  }
  if (key === 'nationality') return (term) => countries.cell(term)
  return readers[key]
}

const readers: Readonly<Partial<Record<NominationValueKey, TermReader>>> = {
  period: readPeriod,
  cycle: readCycle,
  form: readForm,
  academicYear: (term) => findAcademicYear(foldText(term)),
  studyYear: (term) => /\d/.exec(term)?.[0],
}

function valueOf<T extends string>(result: { readonly ok: boolean; readonly value?: T }): T | undefined {
  return result.ok ? result.value : undefined
}

function readPeriod(term: string): string | undefined {
  const semester = parseSemester(term)
  if (semester.ok) return semester.value
  const dated = parseAcademicTerm(term)
  if (dated.ok) return dated.value.semester
  const inside = /\(([^)]+)\)/.exec(term)?.[1]
  const bare = term.replace(/\([^)]*\)/g, ' ')
  for (const part of [bare, inside ?? '']) {
    const read = parseSemester(part)
    if (read.ok) return read.value
  }
  return undefined
}

function readCycle(term: string): string | undefined {
  const letter = matchKey(term)
  if (letter === 'b' || letter === '1' || letter === 'ug') return 'bachelor'
  if (letter === 'm' || letter === '2' || letter === 'pg') return 'master'
  if (letter === 'd' || letter === '3') return 'doctorate'
  const level = parseEqf(term)
  return level.ok ? studyCycleOf(level.value) : undefined
}

function readForm(term: string): string | undefined {
  const words = matchKey(term)
  if (/\b(?:double|dual|joint)\b|doble|doppel|doppio/.test(words)) return 'double-degree'
  return /erasmus|exchange|echange|bilateral|intercambio|scambio|austausch/.test(words)
    ? 'exchange-semester'
    : undefined
}

/**
 * The partner's word for each code that we may have to say: the first of the allowed ones that stands for it. A list in
 * which nothing is understood gives nothing: the user then says what is meant.
 */
export function proposeTerms(
  key: NominationValueKey,
  allowed: readonly string[],
  countries: CountryReader,
): Readonly<Record<string, string>> {
  const read = termReader(key, allowed, countries)
  if (read === undefined || !isCoded(key)) return {}
  const terms: Record<string, string> = {}
  for (const code of codedValues[key]) {
    const term = allowed.find((one) => read(one) === code)
    if (term !== undefined) terms[code] = term
  }
  return terms
}

function isCoded(key: string): key is keyof typeof codedValues {
  return Object.hasOwn(codedValues, key)
}

/** The words that a header itself offers: `Gender (M/F)`, `Semester: 1, 2 or FY`. Empty when it offers none that are understood. */
export function termsInHeader(
  key: NominationValueKey,
  header: string,
  countries: CountryReader,
): readonly string[] {
  const offered = /\(([^)]*)\)|[:?]\s*(.+)$/.exec(header)
  const words = (offered?.[1] ?? offered?.[2] ?? '')
    .split(/[/,;|]|\s(?:or|ou|oder|o|e|and|et)\s/i)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const read = termReader(key, words, countries)
  if (read === undefined || !isCoded(key) || words.length < 2) return []
  return words.every((word) => read(word) !== undefined) ? words : []
}
