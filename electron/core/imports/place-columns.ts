import { findAcademicYear } from '#shared/domain/academic-year.ts'
import { parseAcademicTerm } from '#shared/domain/academic-term.ts'
import { cleanText, foldText, matchKey } from '#shared/domain/text-folding.ts'
import { findSemester } from './choice-words.ts'
import type { ContentProfile } from './recognise-content.ts'
import { restOfHeader } from './recognise-header.ts'

/** What a column of places says of its places, from its header. */
export interface PlaceLabel {
  readonly programme?: string
  readonly semester?: 'any' | 'autumn' | 'spring' | 'year'
  readonly academicYear?: string
}

/** Words in the header of a column of small whole numbers that are not places for our students. */
const otherNumbers = new Set(
  (
    'gpa score rank ranking id tel phone year years month months mois meses days jours duration duree ects credits credit age in incoming entrant ' +
    'entrants entrantes percentile level niveau nivel point points price fee fees distance km note total totaux suma somme sum zone zona cp zip code post ' +
    'postal number num numero no n nr s sn remaining restantes left taken occupees choice choix voeu rang ordre order staff enseignants teaching min max minimum maximum'
  ).split(' '),
)

/** Whether a column of small whole numbers, named by no word that we know, can be the places of one programme. */
export function looksLikePlaces(header: string, profile: ContentProfile): boolean {
  if (profile.smallInteger < 0.9 || profile.count === 0 || profile.year > 0.5) return false
  if (profile.serial > 0.9 && profile.count >= 5) return false
  if (header === '' || header.length > 40) return false
  const words = matchKey(header).split(' ')
  return findAcademicYear(header) !== undefined || !words.some((word) => otherNumbers.has(word))
}

/** Whether a header says that the column adds up other columns. */
export function isTotalHeader(header: string): boolean {
  return /(?:^| )(?:total|totaux|totale|totales|totals|suma|somme|summe|gesamt|insgesamt|sum|ensemble)(?: |$)/.test(
    matchKey(header),
  )
}

/** Reads the header of a column of places: its programme, its semester and its year, as far as it says them. */
export function describePlaces(header: string, isNamedPlaces: boolean): PlaceLabel {
  const term = parseAcademicTerm(header)
  const year = term.ok ? term.value.year : findAcademicYear(header)
  const rest = cleanText(
    (isNamedPlaces ? restOfHeader('partners', 'places', header) : header).replace(yearText, ' '),
  )
  const wholeSemester = rest === '' ? undefined : findSemester(rest)
  const semester = wholeSemester ?? (term.ok ? term.value.semester : undefined)
  const programme = wholeSemester === undefined ? programmeOf(rest, semester) : ''
  return {
    ...(programme === '' ? {} : { programme }),
    ...(semester === undefined ? {} : { semester }),
    ...(year === undefined ? {} : { academicYear: year }),
  }
}

const yearText = /(?:(?:19|20)\d\d\s?[/–-]\s?)?(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?!\d))?/g

/** A programme's label without the words for the semester that was read beside it. */
function programmeOf(rest: string, semester: PlaceLabel['semester']): string {
  const kept =
    semester === undefined
      ? rest
      : rest
          .split(' ')
          .filter((word) => findSemester(word) !== semester)
          .join(' ')
  const label = kept.replace(/^[\s:;,()–.-]+|[\s:;,(–.-]+$/g, '')
  return /[\p{L}\p{N}]/u.test(foldText(label)) ? label : ''
}
