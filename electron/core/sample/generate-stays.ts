import type { AcademicYear } from '#shared/domain/academic-year.ts'
import { shiftAcademicYear } from '#shared/domain/academic-year.ts'
import type { Period } from '#shared/domain/period.ts'
import type { Offer } from './generate-agreements.ts'
import type { MobilityRow, MobilityStatus, SampleContext } from './generate-context.ts'
import type { SampleHosts } from './generate-institutions.ts'
import type { Progress } from './generate-progress.ts'
import { isGivenUp } from './generate-progress.ts'
import type { Roster } from './generate-roster.ts'
import type { SeatBook } from './generate-seats.ts'
import type { SampleStudent } from './generate-students.ts'
import { blankStayGrant } from './grant-blanks.ts'

/** All that stays are made from. */
export interface StayWorld extends SampleContext {
  readonly hosts: SampleHosts
  readonly offers: readonly Offer[]
  readonly seats: SeatBook
  readonly roster: Roster
}

/** The academic year some years from this one. */
export function yearAt({ thisYear }: SampleContext, shift: number): AcademicYear {
  return shiftAcademicYear(thisYear, shift)
}

/** What is known of one stay. */
export interface Stay
  extends
    Pick<MobilityRow, 'form' | 'semester'>,
    Partial<Pick<MobilityRow, 'institutionId' | 'conditionId' | 'iscedCode' | 'language' | 'title'>> {
  readonly student: SampleStudent
  readonly year: AcademicYear
  readonly period: Period
  readonly progress: Progress
}

const notesByStatus: Readonly<Partial<Record<MobilityStatus, readonly string[]>>> = {
  refused: ['Projet non validé par la commission.', 'Refus de l’établissement d’accueil.'],
  withdrawn: ['Désistement de l’élève.', 'L’élève préfère un autre projet.'],
  interrupted: ['Retour anticipé à la demande de l’élève.'],
}

/** A stay of which nothing is known yet, its columns in the order of the table. */
export const emptyStay: MobilityRow = {
  id: '',
  studentId: '',
  form: 'internship',
  status: 'draft',
  institutionId: null,
  conditionId: null,
  stayCountry: null,
  academicYear: '',
  semester: null,
  plannedStart: null,
  plannedEnd: null,
  actualStart: null,
  actualEnd: null,
  virtualStart: null,
  virtualEnd: null,
  iscedCode: null,
  language: null,
  title: null,
  automaticRecognition: null,
  recognitionExplanation: null,
  ectsAsked: null,
  ectsObtained: null,
  gradeConversionNote: null,
  recognitionDecision: null,
  recognisedOn: null,
  degree: null,
  studySemester: null,
  supervisorName: null,
  supervisorEmail: null,
  workAddress: null,
  agreementSignedOn: null,
  committeeDecision: null,
  committeeOn: null,
  committeeMinutes: null,
  overbookingReason: null,
  ...blankStayGrant,
  notes: null,
}

/** Writes one stay, and keeps its student from being anywhere else meanwhile. */
export function recordStay(world: StayWorld, stay: Stay): MobilityRow {
  const { student, progress, period, year } = stay
  if (!isGivenUp(progress.status)) world.roster.book(student, period)
  const notes = notesByStatus[progress.status]
  // A first draft often has no days yet.
  const isDated = progress.status !== 'draft' || world.random.chance(0.6)
  return {
    ...emptyStay,
    id: world.nextId(),
    studentId: student.row.id,
    form: stay.form,
    status: progress.status,
    institutionId: stay.institutionId ?? null,
    conditionId: stay.conditionId ?? null,
    academicYear: year,
    semester: stay.semester,
    plannedStart: isDated ? period.start : null,
    plannedEnd: isDated ? period.end : null,
    actualStart: progress.actualStart,
    actualEnd: progress.actualEnd,
    iscedCode: stay.iscedCode ?? null,
    language: stay.language ?? null,
    title: stay.title ?? null,
    notes: notes === undefined ? null : world.random.pick(notes),
  }
}

/** Students who can be sent to study: not apprentices, who belong to a company, nor those who are guests themselves. */
export function maySetOutToStudy({ row }: SampleStudent): boolean {
  return row.status === 'student' && row.isSchooledInFrance === 1
}

/** Calls `make` as often as said; a sample that cannot be made is a mistake of its numbers. */
export function times(count: number, make: (index: number) => MobilityRow): readonly MobilityRow[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
