import { isMobilityStep, type MobilityStep, type StepIssue } from '#shared/domain/mobility-steps.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { checkNewStays, type NewStay } from '#core/features/mobilities/new-stays.service.ts'
import type { StayGroup } from './group-stays.ts'
import { warning } from './issues.ts'
import type { OfficePartners } from './office-partners.ts'
import type { PlanInput } from './plan.ts'
import type { RowReader } from './read-rows.ts'
import type { TargetKey } from './targets.ts'

/** The form of a stay; an exchange where neither the list nor the user says one. */
export function formOf({ key }: StayGroup): string {
  return key.form ?? 'exchange-semester'
}

/**
 * The step at which each new stay is kept. One that something of the stay itself holds back (its dates, its host, its
 * form, its student) is kept as a draft; what the steps behind it ask for and a list cannot bring is said and kept.
 */
export async function stepsOfNewStays(
  groups: readonly StayGroup[],
  partners: OfficePartners,
  valuesOf: (group: StayGroup) => Readonly<Record<string, FieldValue>>,
  { reader, options, issues, read, today }: PlanInput,
): Promise<ReadonlyMap<StayGroup, MobilityStep>> {
  const asked = groups.flatMap((group, index) => {
    if (group.office !== undefined) return []
    const values = valuesOf(group)
    const status = textOf(values['status']) ?? options.mobilityStatus ?? 'draft'
    return isMobilityStep(status)
      ? [{ group, stay: newStay(String(index), group, status, values, partners) }]
      : []
  })
  const checks = await checkNewStays(
    read,
    today,
    asked.map(({ stay }) => stay),
  )
  const steps = new Map<StayGroup, MobilityStep>()
  for (const { group, stay } of asked) {
    const check = checks.get(stay.id)
    const [first] = group.rows
    if (check === undefined || first === undefined) continue
    steps.set(group, check.status)
    const add = (issue: StepIssue, code: 'imports.issue.kept-draft' | 'imports.issue.step-lacks') =>
      issues.add(
        first.row,
        columnOf(issue.field, reader),
        null,
        warning(code, { ...issue.params, guard: issue.code, to: stay.status }),
      )
    for (const finding of check.findings) add(finding, 'imports.issue.kept-draft')
    const held = check.lacking.filter(({ level }) => level === 'block')
    for (const issue of held) add(issue, 'imports.issue.step-lacks')
    const count = check.lacking.length - held.length
    if (count > 0)
      issues.add(
        first.row,
        columnOf('status', reader),
        null,
        warning('imports.issue.step-papers', { count, to: stay.status }),
      )
  }
  return steps
}

function newStay(
  id: string,
  group: StayGroup,
  status: MobilityStep,
  values: Readonly<Record<string, FieldValue>>,
  partners: OfficePartners,
): NewStay {
  const { student, host, key } = group
  const text = (name: string) => textOf(values[name])
  const { cohort, track, endOfStudies, repeatsAfterS5 } = student
  return {
    id,
    studentId: student.id,
    student: { cohort, track, endOfStudies, repeatsAfterS5 },
    status,
    facts: {
      form: formOf(group),
      academicYear: key.academicYear,
      semester: key.semester,
      plannedStart: text('plannedStart'),
      plannedEnd: group.reversed.plannedEnd ?? text('plannedEnd'),
      actualStart: text('actualStart'),
      actualEnd: group.reversed.actualEnd ?? text('actualEnd'),
      title: text('title'),
      host: hostOf(host, partners),
      supervisorName: text('supervisorName'),
      workAddress: null,
      agreementSignedOn: null,
      degree: text('degree'),
      committeeDecision: null,
      committeeOn: null,
      committeeMinutes: null,
      studySemester: text('studySemester'),
      recognisedOn: null,
      recognitionDecision: null,
    },
  }
}

/** The host as the rules look at it: one that the office knows, or one that the list brings. */
export function hostOf(host: StayGroup['host'], partners: OfficePartners): NewStay['facts']['host'] {
  if (host.kind === 'none') return null
  if (host.kind === 'known') {
    const { id, name, nameEn, shortName, country, kind } = host.institution
    const otherNames = [nameEn, shortName].flatMap((other) => other ?? [])
    return { name, otherNames, country, kind, isPartner: partners.agreementsOf(id).length > 0 }
  }
  const { name, country } = host.host.values
  const { kind } = host.host
  return { name: textOf(name) ?? '', otherNames: [], country: textOf(country), kind, isPartner: false }
}

/** The column in which a list says what is wrong; none when it has no such column. */
function columnOf(field: string | undefined, reader: RowReader): number | null {
  const key = targetOf(field ?? '')
  return key === undefined ? null : (reader.columnOf(reader.slotOf.get(key) ?? -1) ?? null)
}

function targetOf(field: string): TargetKey | undefined {
  switch (field) {
    case 'institutionId':
      return 'institution.name'
    case 'host.country':
      return 'institution.country'
    case 'form':
    case 'status':
    case 'semester':
    case 'plannedStart':
    case 'plannedEnd':
    case 'actualStart':
    case 'actualEnd':
    case 'title':
    case 'degree':
    case 'studySemester':
    case 'supervisorName':
      return `mobility.${field}`
    default:
      return field.startsWith('student.') ? 'student.studentNumber' : undefined
  }
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
