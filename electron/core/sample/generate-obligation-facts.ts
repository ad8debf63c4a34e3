import type { RecordRow } from '#core/db/schema.ts'
import { academicYearStart, previousAcademicYear } from '#shared/domain/academic-year.ts'
import { addDays, isCivilDate } from '#shared/domain/civil-date.ts'
import type { ExemptionReason } from '#shared/domain/obligation-types.ts'
import { createSampleIds, type MobilityRow, type SampleContext } from './generate-context.ts'
import { dayIn } from './generate-calendar.ts'
import type { SampleHosts } from './generate-institutions.ts'
import { emptyStay } from './generate-stays.ts'
import { createRandom, type Random } from './random.ts'

type StudentRow = RecordRow<'student'>

interface Rows {
  readonly students: readonly StudentRow[]
  readonly mobilities: readonly MobilityRow[]
}

/**
 * What decides about the obligation and nothing else: exemptions with and without their proof, years repeated, gap
 * periods whose country is known though their host is not, semesters followed in part from home.
 */
export function addObligationFacts(context: SampleContext, hosts: SampleHosts, rows: Rows): Rows {
  const random = createRandom(context.seed + 40)
  const students = rows.students.map((student) =>
    withExemption(random, context.today, withRepeatedYear(random, student)),
  )
  const stays = rows.mobilities.map((stay) => withVirtualWeeks(random, withCountry(random, stay)))
  return { students, mobilities: [...stays, ...earlyStays({ random, context, hosts, students, stays })] }
}

interface EarlyStays {
  readonly random: Random
  readonly context: SampleContext
  readonly hosts: SampleHosts
  readonly students: readonly StudentRow[]
  readonly stays: readonly MobilityRow[]
}

/** Who repeated a year has had a summer more to work abroad: the younger cohorts have some who owe nothing more. */
function earlyStays({ random, context, hosts, students, stays }: EarlyStays): readonly MobilityRow[] {
  const { today, thisYear } = context
  const nextId = createSampleIds(random, addDays(today, 1))
  const year = previousAcademicYear(thisYear)
  const younger = [2, 3].map((years) => String(academicYearStart(thisYear) + years))
  const abroad = hosts.workplaces.filter((host) => host.country !== 'FR')
  const summer = academicYearStart(thisYear)
  const away = new Set(
    stays
      .filter(({ plannedStart, plannedEnd, actualEnd }) => {
        const end = actualEnd ?? plannedEnd ?? ''
        return (plannedStart ?? '') < `${summer}-09-10` && end > `${summer}-04-25`
      })
      .map((stay) => stay.studentId),
  )
  return students
    .filter(
      ({ id, cohort, repeatedYears }) =>
        younger.includes(cohort ?? '') && repeatedYears === 1 && !away.has(id),
    )
    .map((student): MobilityRow => {
      const start = addDays(dayIn(academicYearStart(thisYear), '05-04'), random.int(0, 4))
      const end = addDays(start, 7 * 16 + random.int(0, 3))
      return {
        ...emptyStay,
        id: nextId(),
        studentId: student.id,
        form: 'internship',
        status: 'recognised',
        institutionId: random.pick(abroad).id,
        academicYear: year,
        plannedStart: start,
        plannedEnd: end,
        actualStart: start,
        actualEnd: end,
        iscedCode: student.iscedCode,
        language: 'en',
      }
    })
}

function withRepeatedYear(random: Random, student: StudentRow): StudentRow {
  if (!random.chance(0.03)) return student
  // Who repeated a year entered one year before the others of the cohort.
  const first = Number(student.entryYear?.slice(0, 4)) - 1
  return { ...student, repeatedYears: 1, entryYear: `${first}/${first + 1}` }
}

const reasons: readonly ExemptionReason[] = ['health', 'disability', 'force-majeure']

function withExemption(random: Random, today: string, student: StudentRow): StudentRow {
  if (!random.chance(0.015) || !isCivilDate(today)) return student
  const hasProof = random.chance(0.8)
  const date = addDays(today, -random.int(20, 400))
  return {
    ...student,
    exemptionReason: random.pick(reasons),
    exemptionProof: hasProof ? `Décision n° ${date.slice(0, 4)}-${random.int(10, 99)}` : null,
    exemptionDate: hasProof ? date : null,
  }
}

const gapCountries = ['DE', 'ES', 'GB', 'IE', 'CA', 'PT', 'JP', 'VN']

/** Most gap periods are spent abroad, some in France; of a few the office does not know. */
function withCountry(random: Random, stay: MobilityRow): MobilityRow {
  if (stay.form !== 'gap-period' || stay.institutionId !== null) return stay
  if (random.chance(0.15)) return stay
  return { ...stay, stayCountry: random.chance(0.2) ? 'FR' : random.pick(gapCountries) }
}

/** Some semesters begin with weeks followed at a distance. */
function withVirtualWeeks(random: Random, stay: MobilityRow): MobilityRow {
  const start = stay.actualStart ?? stay.plannedStart
  if (stay.form !== 'exchange-semester' || start === null || !isCivilDate(start)) return stay
  if (!random.chance(0.03)) return stay
  return { ...stay, virtualStart: start, virtualEnd: addDays(start, 7 * random.int(2, 6) - 1) }
}
