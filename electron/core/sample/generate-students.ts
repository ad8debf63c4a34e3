import type { Programme, Track } from '#core/profiles/profile-types.ts'
import type { RecordRow } from '#core/db/schema.ts'
import { academicYearFrom, academicYearStart } from '#shared/domain/academic-year.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays, dateParts } from '#shared/domain/civil-date.ts'
import type { LanguageSkill } from '#shared/domain/languages.ts'
import { dayIn } from './generate-calendar.ts'
import type { SampleContext } from './generate-context.ts'
import { slug } from './generate-institutions.ts'
import { inventLanguages, readSkills } from './generate-languages.ts'
import { namePools, sampleNationalities, type SampleNationality } from './people-names.ts'
import type { Random } from './random.ts'
import { blankStudentGrant } from './grant-blanks.ts'

type StudentRow = RecordRow<'student'>

/** A student of the sample, with what the record may lack. */
export interface SampleStudent {
  readonly row: StudentRow
  /** Calendar year in which the cohort graduates. */
  readonly graduationYear: number
  readonly country: string
  readonly iscedCode: string
  readonly track: Track | undefined
  readonly skills: readonly LanguageSkill[]
}

const studentsPerCohort = 500

/** Makes three cohorts of 500 students: those who graduate this academic year, the next and the one after. */
export function generateStudents(context: SampleContext): readonly SampleStudent[] {
  const usedEmails = new Set<string>()
  return [1, 2, 3].flatMap((yearsLeft) =>
    Array.from({ length: studentsPerCohort }, (_, index) =>
      inventStudent(context, yearsLeft, index + 1, usedEmails),
    ),
  )
}

interface Person {
  readonly familyName: string
  readonly givenName: string
  readonly secondName: string | undefined
  readonly gender: '1' | '2'
  readonly nationality: SampleNationality
}

function inventStudent(
  context: SampleContext,
  yearsLeft: number,
  number: number,
  usedEmails: Set<string>,
): SampleStudent {
  const { random, thisYear, flavour } = context
  const level = 4 - yearsLeft
  const firstYear = academicYearStart(thisYear) - level + 1
  const graduationYear = academicYearStart(thisYear) + yearsLeft
  const person = inventPerson(random)
  const programme = random.chance(0.9) ? flavour.programmes[0] : flavour.programmes[1]
  const track = level === 1 ? undefined : random.pick(programme.tracks)
  const iscedCode = track?.iscedCode ?? flavour.baseIscedCode
  const studentNumber = `${firstYear}${String(number).padStart(4, '0')}`
  const row: StudentRow = {
    id: context.nextId(),
    studentNumber,
    familyName: person.familyName,
    givenNames:
      person.secondName === undefined ? person.givenName : `${person.givenName} ${person.secondName}`,
    gender: sometimes(random, 0.99, person.gender),
    birthDate: sometimes(random, 0.97, birthDate(random, firstYear)),
    nationality: sometimes(random, 0.97, person.nationality.country),
    email: sometimes(random, 0.97, uniqueEmail(person, usedEmails)),
    phone: sometimes(random, 0.7, inventPhone(random)),
    ...studies(context, { graduationYear, level, programme, track }),
    iscedCode: sometimes(random, 0.97, iscedCode),
    ectsAcquired: ectsAcquired(context, level),
    status: programme.studentStatus,
    isSchooledInFrance: isSchooledInFrance(random, person) ? 1 : 0,
    repeatsAfterS5: level < 2 ? null : 0,
    scholarship: null,
    languages: inventLanguages(random, person.nationality.country),
    // The engineering cycle begins with its fifth semester.
    entryYear: academicYearFrom(firstYear),
    entrySemester: 5,
    repeatedYears: 0,
    endOfStudies: null,
    exemptionReason: null,
    exemptionProof: null,
    exemptionDate: null,
    esi: sometimes(random, 0.9, `urn:schac:personalUniqueCode:int:esi:${flavour.esiIssuer}:${studentNumber}`),
    homeInstitutionId: null,
    ...blankStudentGrant,
    notes: null,
  }
  const skills = readSkills(row.languages)
  return { row, graduationYear, country: person.nationality.country, iscedCode, track, skills }
}

interface Place {
  readonly graduationYear: number
  /** 1 for the youngest of the three cohorts, 3 for the one about to graduate. */
  readonly level: number
  readonly programme: Programme
  readonly track: Track | undefined
}

/** The engineering cycle is at master level. */
function studies({ flavour }: SampleContext, { graduationYear, level, programme, track }: Place) {
  return {
    cohort: String(graduationYear),
    programme: programme.name,
    track: track?.name ?? null,
    department: track?.department ?? null,
    studyYear: flavour.firstStudyYear + level - 1,
    eqfLevel: 7,
  }
}

/** A record is never complete everywhere: some values are still to be asked for. */
function sometimes<T>(random: Random, probability: number, value: T): T | null {
  return random.chance(probability) ? value : null
}

function inventPerson(random: Random): Person {
  const nationality = random.weighted(sampleNationalities, ({ weight }) => weight)
  const { origin } = random.weighted(nationality.names, ({ weight }) => weight)
  const pool = namePools[origin]
  const { name, gender } = random.pick(pool.givenNames)
  const others = pool.givenNames.filter((other) => other.gender === gender && other.name !== name)
  const hasSecondName = random.chance(0.12) && others.length > 0
  const secondName = hasSecondName ? random.pick(others).name : undefined
  return { familyName: random.pick(pool.familyNames), givenName: name, secondName, gender, nationality }
}

/** Students of French nationality nearly always did all their studies in France; others often came later. */
function isSchooledInFrance(random: Random, { nationality }: Person): boolean {
  return random.chance(nationality.country === 'FR' ? 0.99 : 0.7)
}

/** Most begin the engineering cycle at twenty, after two years of higher education. */
function birthDate(random: Random, firstYear: number): CivilDate {
  const age = random.weighted([19, 20, 21, 22, 23], (years) => [1, 6, 3, 1, 1][years - 19] ?? 0)
  return addDays(dayIn(firstYear - age, '01-01'), random.int(0, 364))
}

function uniqueEmail({ givenName, familyName }: Person, used: Set<string>): string {
  const name = `${slug(givenName)}.${slug(familyName)}`
  let address = `${name}@example.org`
  for (let number = 2; used.has(address); number += 1) address = `${name}${number}@example.org`
  used.add(address)
  return address
}

/** Numbers 06 39 98 are reserved for works of fiction. Source: national numbering plan of Arcep. */
function inventPhone(random: Random): string {
  const two = () => String(random.int(0, 99)).padStart(2, '0')
  return `+33 6 39 98 ${two()} ${two()}`
}

/** Two years of preparation count 120 credits; some students still owe an exam. */
function ectsAcquired({ random, today }: SampleContext, level: number): number {
  const { month } = dateParts(today)
  const isFirstSemesterOver = month >= 2 && month <= 8
  const owed = random.chance(0.1) ? random.int(1, 4) * 3 : 0
  return 120 + (level - 1) * 60 + (isFirstSemesterOver ? 30 : 0) - owed
}
