import type { RecordRow } from '#core/db/schema.ts'
import type { ProfileName } from '#shared/contract/office.ts'
import { parseAcademicYear } from '#shared/domain/academic-year.ts'
import { parseCivilDate } from '#shared/domain/civil-date.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { generateAgreements } from './generate-agreements.ts'
import { generateAthensCourses, generateAthensStays, generateWishes } from './generate-athens.ts'
import { generateAthensSessions } from './generate-athens-sessions.ts'
import { generateCampaign } from './generate-campaign.ts'
import { createSampleIds, type SampleContext } from './generate-context.ts'
import { sampleFlavour } from './generate-flavour.ts'
import { generateCalls } from './generate-grants.ts'
import { generateIncoming } from './generate-incoming.ts'
import { allInstitutions, generateInstitutions } from './generate-institutions.ts'
import { addObligationFacts } from './generate-obligation-facts.ts'
import { generateLedger } from './generate-ledger.ts'
import { generateNominationProfiles } from './generate-nomination-profiles.ts'
import { generateNominations } from './generate-nominations.ts'
import { generateOtherStays } from './generate-other-stays.ts'
import { generatePlaces } from './generate-places.ts'
import { createRoster } from './generate-roster.ts'
import { createSeatBook } from './generate-seats.ts'
import type { StayWorld } from './generate-stays.ts'
import { generateSteps, withDetails } from './generate-stay-details.ts'
import { apartFrom, completeSteps, spreadSelected } from './generate-each-step.ts'
import { generateStayFiles } from './generate-stay-files.ts'
import { generateStudents } from './generate-students.ts'
import { generateStudyStays } from './generate-study-stays.ts'
import { generateWorkStays } from './generate-work-stays.ts'
import { createRandom } from './random.ts'

/** The rows of a sample office by table, in the order in which they can be inserted. */
export type Sample = { readonly [N in EntityName]: readonly RecordRow<N>[] }

export interface SampleInput {
  /** A whole number of 32 bits. */
  readonly seed: number
  readonly profile: ProfileName
  /** The day on which the office looks as it does, `YYYY-MM-DD`. */
  readonly today: string
  /** The academic year of that day, `2026/2027`. */
  readonly academicYear: string
}

/**
 * Makes a whole office: partners, agreements, places, students and three years of stays, in every form and status.
 * The same input gives the same rows, ids included; every date follows from `today`.
 */
export function generateSample(input: SampleInput): Sample {
  const context = createContext(input)
  const hosts = generateInstitutions(context)
  const { agreements, conditions, offers } = generateAgreements(context, hosts.partners)
  const places = generatePlaces(context, offers)
  const students = generateStudents(context)
  const roster = createRoster(context.random, students)
  const world: StayWorld = { ...context, hosts, offers, roster, seats: createSeatBook(offers, places) }
  const mobilities = spreadSelected(context.today, [
    ...generateStudyStays(world),
    ...generateOtherStays(world),
    ...generateAthensStays(world),
    ...generateWorkStays(world),
  ])
  const courses = generateAthensCourses(context, hosts)
  const { blended, ...sessions } = generateAthensSessions(context, courses, mobilities)
  const rest = completeSteps(world, [...mobilities, ...blended])
  const facts = addObligationFacts(context, hosts, {
    students: students.map(({ row }) => row),
    mobilities: [...mobilities, ...blended, ...rest],
  })
  const institutions = allInstitutions(hosts)
  const nameOf = (id: string) => institutions.find((row) => row.id === id)?.name ?? ''
  const rows = {
    institution: institutions,
    agreement: agreements,
    condition: conditions,
    place: places,
    student: facts.students,
    mobility: withDetails(context, facts.mobilities, institutions),
    nomination: [
      ...generateNominations(context, mobilities, offers),
      ...generateNominations(apartFrom(context), rest, offers),
    ],
    athensCourse: courses.map(({ row }) => row),
    wish: generateWishes(context, roster, courses),
    aidScheme: [],
    interruption: [],
    document: [],
    laComponent: [],
    laSignature: [],
    transcriptLine: [],
    funding: [],
    instalment: [],
    ...sessions,
    ...generateLedger(context, agreements, conditions, nameOf),
    register: [],
    registerEntry: [],
    bmReading: [],
    bmRemark: [],
  }
  // last, so that what follows changes nothing of what was there
  const { institution, agreement, condition, place, student, mobility, ...others } = rows
  const mobilityStep = generateSteps(context, mobility)
  const nominationProfile = generateNominationProfiles(context, offers)
  const campaign = generateCampaign(context, offers, { places, students, mobilities: mobility })
  const incomingStay = generateIncoming(context, { agreements, conditions, institutions })
  const {
    student: withScholarships,
    mobility: withRecognition,
    ...files
  } = generateStayFiles(context, {
    profile: input.profile,
    students: student,
    mobilities: mobility,
    institutions: institution,
    agreements: agreement,
  })
  return {
    institution,
    agreement,
    condition,
    place,
    student: withScholarships,
    erasmusCall: generateCalls(context),
    mobility: withRecognition,
    mobilityStep,
    ...others,
    nominationProfile,
    ...campaign,
    campaignDecision: [],
    scenario: [],
    scenarioLine: [],
    incomingStay,
    // the shipped figures are there in every office
    grantRate: [],
    countryGroup: [],
    ...files,
  }
}

function createContext({ seed, profile, today, academicYear }: SampleInput): SampleContext {
  const day = parseCivilDate(today)
  const year = parseAcademicYear(academicYear)
  if (!day.ok) throw new RangeError(`Not a day: ${today}`)
  if (!year.ok) throw new RangeError(`Not an academic year: ${academicYear}`)
  const random = createRandom(seed)
  return {
    seed,
    random,
    today: day.value,
    thisYear: year.value,
    flavour: sampleFlavour(profile),
    nextId: createSampleIds(random, day.value),
  }
}
