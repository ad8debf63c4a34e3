import { academicYearFrom, findAcademicYear, isAcademicYear } from './academic-year.ts'
import type { AcademicYear, Semester } from './academic-year.ts'
import { ok, refuse } from './result.ts'
import type { Refusal, Result } from './result.ts'
import { foldText, matchKey } from './text-folding.ts'

export type SemesterReason = 'empty' | 'unknown-words'

const autumnWords =
  '1|s1|sem1|sem 1|semester 1|1 semester|1st semester|first semester|1st sem|1er semestre|premier semestre|semestre 1|1e semestre|' +
  '1ere semestre|1er sem|primer semestre|primer cuatrimestre|1er cuatrimestre|1o semestre|primo semestre|i semestre|i semester|1 semestre|erstes semester|' +
  'term 1|1st term|first term|t1|autumn|autumn semester|autumn term|fall|fall semester|fall term|automne|semestre d automne|semestre automne|' +
  'otono|autunno|autunnale|herbst|herbstsemester|hs|ws|wise|wintersemester|winter semester|michaelmas|a'
const springWords =
  '2|s2|sem2|sem 2|semester 2|2 semester|2nd semester|second semester|2nd sem|2eme semestre|2e semestre|2nd semestre|second semestre|deuxieme semestre|semestre 2|' +
  '2eme sem|segundo semestre|segundo cuatrimestre|2o semestre|2o cuatrimestre|secondo semestre|ii semestre|ii semester|2 semestre|zweites semester|' +
  'term 2|2nd term|second term|t2|spring|spring semester|spring term|printemps|semestre de printemps|semestre printemps|' +
  'primavera|primaverile|fruhjahr|fruhling|fruhjahrssemester|fruhlingssemester|fs|ss|sose|sommersemester|summer semester|p'
const yearWords =
  'year|full year|fullyear|whole year|entire year|all year|one year|1 year|academic year|full academic year|whole academic year|yearlong|year long|both|both semesters|' +
  '2 semesters|two semesters|2 semestres|deux semestres|annuel|annuelle|annee|annee complete|annee entiere|annee universitaire|annee academique|une annee|1 an|un an|' +
  'anual|ano completo|curso completo|todo el curso|annuale|anno|anno intero|intero anno|anno accademico|ganzjahrig|ganzes jahr|jahr|studienjahr|annual|' +
  's1 s2|s1 et s2|s1 and s2|1 2|1 et 2|1 and 2|autumn spring|autumn and spring|fall spring|fall and spring|automne printemps|automne et printemps|ws ss|wise sose|fy|aa'

const semesterByWords: ReadonlyMap<string, Semester> = new Map([
  ...words(autumnWords, 'autumn'),
  ...words(springWords, 'spring'),
  ...words(yearWords, 'year'),
])

function words(list: string, semester: Semester): ReadonlyArray<readonly [string, Semester]> {
  return list.split('|').map((word) => [word, semester])
}

/**
 * Reads the words for a semester in French, English, Spanish, German and Italian: `S1`, `1st semester`, `Fall`,
 * `Printemps`, `WS`, `Full year`. French engineering semesters from S3 on are autumn when odd, spring when even
 * (inferred: the curriculum starts in September). `Winter` alone is refused: it is the first semester in Germany and
 * the second in Canada.
 */
export function parseSemester(written: string): Result<Semester, Refusal<SemesterReason>> {
  const key = matchKey(written)
  if (key === '') return refuse('empty')
  const semester = semesterByWords.get(key) ?? numberedSemester(key)
  return semester === undefined ? refuse('unknown-words', { words: written.trim() }) : ok(semester)
}

function numberedSemester(key: string): Semester | undefined {
  const number = Number(/^(?:s|semestre |semester )(\d{1,2})$/.exec(key)?.[1])
  if (number >= 1 && number <= 12) return number % 2 === 1 ? 'autumn' : 'spring'
  return undefined
}

/** A semester of an academic year. */
export type AcademicTerm = { readonly year: AcademicYear; readonly semester: Semester }
export type AcademicTermReason = 'empty' | 'no-year' | 'no-semester' | 'year-unclear'

/**
 * Reads a semester and its year: `S1 2026-2027`, `WS 2026/27`, `Spring 2019` (2018/2019), `Fall 2018` (2018/2019).
 * With a single year the semester must be named by its season: `S1 2026` is refused.
 */
export function parseAcademicTerm(written: string): Result<AcademicTerm, Refusal<AcademicTermReason>> {
  const text = foldText(written)
  if (text === '') return refuse('empty')
  const year = findAcademicYear(text)
  const semester = findSemester(text)
  if (year !== undefined) return semester === undefined ? refuse('no-semester') : ok({ year, semester })
  return readSingleYear(text, semester)
}

function readSingleYear(
  text: string,
  semester: Semester | undefined,
): Result<AcademicTerm, Refusal<AcademicTermReason>> {
  const singleYear = Number(/(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(text)?.[1])
  if (Number.isNaN(singleYear)) return refuse('no-year')
  if (semester === undefined) return refuse('no-semester')
  const isSeason =
    /autumn|fall|automne|herbst|oton|autunn|ws|wise|winter|spring|printemps|primaver|fruh|ss|sose|sommer|summer/.test(
      text,
    )
  if (semester === 'year' || !isSeason) return refuse('year-unclear', { year: singleYear })
  return ok({ year: academicYearFrom(semester === 'autumn' ? singleYear : singleYear - 1), semester })
}

/** The semester named somewhere in a text: the longest words that mean one. */
function findSemester(text: string): Semester | undefined {
  const tokens = matchKey(text.replace(/\d{4}|\d{2} ?[/_-] ?\d{2}/g, ' ')).split(' ')
  for (let length = Math.min(4, tokens.length); length > 0; length--) {
    for (let from = 0; from + length <= tokens.length; from++) {
      const key = tokens.slice(from, from + length).join(' ')
      // A lone letter or digit within other words says nothing.
      const semester =
        key.length === 1 && tokens.length > 1
          ? undefined
          : (semesterByWords.get(key) ?? numberedSemester(key))
      if (semester !== undefined) return semester
    }
  }
  return undefined
}

/** A term as EWP writes it: `2022/2023-2/2` is the second of two terms. Source: EWP academic term schema v2. */
export type EwpTerm = { readonly year: AcademicYear; readonly term: number; readonly totalTerms: number }
export type EwpTermReason = 'malformed' | 'no-such-term'

export function parseEwpTerm(written: string): Result<EwpTerm, Refusal<EwpTermReason>> {
  const [, year = '', term = '', total = ''] = /^(\d{4}\/\d{4})-([1-9])\/([1-9])$/.exec(written.trim()) ?? []
  if (!isAcademicYear(year)) return refuse('malformed')
  if (Number(term) > Number(total)) return refuse('no-such-term', { term, total })
  return ok({ year, term: Number(term), totalTerms: Number(total) })
}

export function formatEwpTerm({ year, term, totalTerms }: EwpTerm): string {
  return `${year}-${term}/${totalTerms}`
}

/** The EWP term of a semester in a year of two terms; a full year is the only term of one. */
export function semesterToEwpTerm({ year, semester }: AcademicTerm): EwpTerm {
  if (semester === 'year') return { year, term: 1, totalTerms: 1 }
  return { year, term: semester === 'autumn' ? 1 : 2, totalTerms: 2 }
}

/** The semester of an EWP term, or undefined where a year has more than two terms. */
export function ewpTermToSemester({ term, totalTerms }: EwpTerm): Semester | undefined {
  if (totalTerms === 1) return 'year'
  if (totalTerms !== 2) return undefined
  return term === 1 ? 'autumn' : 'spring'
}
