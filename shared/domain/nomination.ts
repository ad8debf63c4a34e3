import { eqfLevels, studyCycleOf } from './eqf.ts'
import type { StudyCycle } from './eqf.ts'
import { parseIscedList } from './isced-f.ts'

/** Forms of mobility of which the partner is told by a nomination; a free mover has no partner to tell. */
export const nominatedForms = ['exchange-semester', 'double-degree'] as const

export type NominableStatus = 'selected' | 'nominated'

/** Statuses from which a mobility is nominated; `again` takes those already nominated too. */
export function nominableStatuses(again: boolean): readonly NominableStatus[] {
  return again ? ['selected', 'nominated'] : ['selected']
}

/** A field that a host needs and that is empty, and the record where it is filled in. */
export interface MissingField {
  readonly entity: 'student' | 'mobility' | 'institution'
  readonly id: string
  readonly field: string
}

/** What a nomination says of a student. */
export interface NominatedStudent {
  readonly studentId: string
  readonly familyName: string
  readonly givenNames: string
  readonly gender: string | null
  readonly birthDate: string | null
  readonly nationality: string | null
  readonly email: string | null
  readonly eqfLevel: number | null
}

/** What the check of one nomination looks at. */
export interface NominationFacts extends NominatedStudent {
  readonly mobilityId: string
  readonly semester: string | null
  readonly institutionId: string
  readonly hostErasmusCode: string | null
  /** The kind of the agreement under which the student goes, when one is known. */
  readonly agreementKind: string | undefined
  /** The field of education, from `nominationField`. */
  readonly field: string | undefined
}

const studentFields = ['familyName', 'givenNames', 'gender', 'birthDate', 'nationality', 'email'] as const

/** The fields of a student that every host asks for and that are empty. Source: nomination pages of hosts, EWP v3. */
export function missingOfStudent(student: NominatedStudent): readonly MissingField[] {
  return studentFields
    .filter((field) => isBlank(student[field]))
    .map((field) => ({ entity: 'student', id: student.studentId, field }))
}

/**
 * Everything that a nomination lacks: the superset of what hosts ask for. The host's Erasmus code is needed under an
 * Erasmus agreement only.
 */
export function missingForNomination(facts: NominationFacts): readonly MissingField[] {
  const student = (field: string): MissingField => ({ entity: 'student', id: facts.studentId, field })
  const missing = [...missingOfStudent(facts)]
  if (facts.field === undefined) missing.push(student('iscedCode'))
  if (cycleOfLevel(facts.eqfLevel) === undefined) missing.push(student('eqfLevel'))
  if (isBlank(facts.semester)) missing.push({ entity: 'mobility', id: facts.mobilityId, field: 'semester' })
  if (facts.agreementKind === 'erasmus' && isBlank(facts.hostErasmusCode))
    missing.push({ entity: 'institution', id: facts.institutionId, field: 'erasmusCode' })
  return missing
}

/** The cycle of studies of an EQF level; undefined below higher education, where no exchange takes place. */
export function cycleOfLevel(eqfLevel: number | null): StudyCycle | undefined {
  const level = eqfLevels.find((one) => one === eqfLevel)
  return level === undefined ? undefined : studyCycleOf(level)
}

/** Fields of our own school without which nobody knows who nominates. */
export const erasmusSchoolFields = ['name', 'erasmusCode', 'coordinatorName', 'coordinatorEmail'] as const
export const athensSchoolFields = ['name', 'athensCoordinatorName', 'athensCoordinatorEmail'] as const

export function missingOfSchool<F extends string>(
  school: Readonly<Record<F, string>>,
  fields: readonly F[],
): readonly F[] {
  return fields.filter((field) => isBlank(school[field]))
}

function isBlank(value: string | null): boolean {
  return value === null || value.trim() === ''
}

/**
 * The field of education of a nomination: that of the stay, else that of the agreement when it names exactly one,
 * else the student's own. Hosts ask for the field of the agreement.
 */
export function nominationField(codes: {
  readonly mobility: string | null
  /** Lists of codes as conditions keep them: `0613, 0714`. */
  readonly conditions: readonly (string | null)[]
  readonly student: string | null
}): string | undefined {
  if (codes.mobility !== null) return codes.mobility
  const agreed = new Set(codes.conditions.flatMap(codesOf))
  const [only] = agreed
  if (only !== undefined && agreed.size === 1) return only
  return codes.student ?? undefined
}

function codesOf(list: string | null): readonly string[] {
  if (list === null) return []
  const read = parseIscedList(list)
  return read.ok ? read.value.map((one) => one.code) : []
}

/** An agreement with a host, as far as a nomination chooses one. */
export interface AgreementChoice {
  readonly kind: string
  readonly status: string
  readonly firstYear: string | null
  readonly lastYear: string | null
}

const kindsByForm: Readonly<Record<string, readonly string[]>> = {
  'double-degree': ['double-degree', 'exchange', 'erasmus', 'other'],
  'exchange-semester': ['erasmus', 'exchange', 'other', 'double-degree'],
}

/**
 * The agreement under which a student goes when the mobility names none: of those with the host that cover the
 * academic year and have not ended, the one whose kind suits the form best; one in force before one in preparation.
 */
export function agreementFor<A extends AgreementChoice>(
  form: string,
  academicYear: string,
  agreements: readonly A[],
): A | undefined {
  const kinds = kindsByForm[form] ?? []
  const rank = (agreement: A) => kinds.indexOf(agreement.kind) * 2 + (agreement.status === 'active' ? 0 : 1)
  return agreements
    .filter((agreement) => kinds.includes(agreement.kind) && covers(agreement, academicYear))
    .toSorted((a, b) => rank(a) - rank(b))[0]
}

function covers({ status, firstYear, lastYear }: AgreementChoice, academicYear: string): boolean {
  if (status === 'ended') return false
  return (firstYear ?? academicYear) <= academicYear && academicYear <= (lastYear ?? academicYear)
}
