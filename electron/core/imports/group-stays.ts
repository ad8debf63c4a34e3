import { academicYearOf } from '#shared/domain/academic-year.ts'
import { isCivilDate } from '#shared/domain/civil-date.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { checkRecord } from '#shared/entities/record-rules.ts'
import type { ImportOptions } from '#shared/contract/imports.ts'
import { currentYear } from './decide-options.ts'
import { createHostFinder, type FoundHost } from './find-hosts.ts'
import { findStudent } from './find-students.ts'
import { warning, type IssueLog } from './issues.ts'
import { keyText, matchStay, type StayKey } from './match-stays.ts'
import { findRepeats } from './merge-rows.ts'
import { readOfficePartners, type OfficePartners } from './office-partners.ts'
import { readOfficeStays, type OfficeStays, type StayRow } from './office-stays.ts'
import { readOfficeStudents, type OfficeStudents, type StudentRow } from './office-students.ts'
import { breathEvery, type PlanInput } from './plan.ts'
import type { Grouped } from './plan-groups.ts'
import type { RowRead, RowReader } from './read-rows.ts'
import type { RowReason } from './row-reasons.ts'
import { textIn } from './row-values.ts'
import type { TargetKey } from './targets.ts'

/** What a row says of one stay, and the stay of the office that it is. */
export interface StayGroup {
  readonly rows: readonly RowRead[]
  /** By slot; what cannot be kept is left out. */
  readonly values: readonly FieldValue[]
  readonly student: StudentRow
  readonly host: Exclude<FoundHost, { kind: 'refused' }>
  readonly key: StayKey
  readonly office: StayRow | undefined
  /** Ends that come before their beginnings: not kept, and what keeps a new stay a draft. */
  readonly reversed: ReversedEnds
}

export type ReversedEnds = Readonly<Partial<Record<'plannedEnd' | 'actualEnd', string>>>

export interface StayGroups extends Grouped<StayGroup> {
  readonly partners: OfficePartners
}

/** Finds the student, the host and the stay that each row is about. */
export async function groupStays(input: PlanInput): Promise<StayGroups> {
  const { reads, reader, raw, issues, pace } = input
  const partners = readOfficePartners(raw)
  const hosts = createHostFinder(reader, partners, issues)
  const office = { students: readOfficeStudents(raw), stays: readOfficeStays(raw) }
  const rejected = new Map<number, RowReason>()
  const repeats = findRepeats(reads)
  const groups: StayGroup[] = []
  for (const [at, read] of reads.entries()) {
    if (at % breathEvery === 0) await pace(at)
    if (repeats.has(read.row)) continue
    const found = findStay(read, input, office, hosts.find)
    if ('reason' in found) rejected.set(read.row, found)
    else groups.push(found)
  }
  rejectRivals(groups, rejected)
  for (const [row, of] of repeats) {
    const reason = rejected.get(of)
    if (reason !== undefined) rejected.set(row, reason)
  }
  const kept = groups.filter(({ rows }) => rows.every(({ row }) => !rejected.has(row)))
  for (const group of kept) warnOfOtherStay(group, office.stays, reader, issues)
  return { groups: kept, rejected, repeats, partners }
}

interface Office {
  readonly students: OfficeStudents
  readonly stays: OfficeStays
}

function findStay(
  read: RowRead,
  { reader, options, issues, today }: PlanInput,
  office: Office,
  findHost: (read: RowRead, isWork: boolean) => FoundHost,
): StayGroup | RowReason {
  const found = findStudent(read, reader, office.students, issues)
  if (!found.ok) return found.reason
  const { student } = found
  const form = textIn(read, reader, 'mobility.form') ?? options.mobilityForm ?? null
  if (form === '') return { reason: 'unknown-form', params: {} }
  const host = findHost(read, isWork(form))
  if (host.kind === 'refused') return host.reason
  const key: StayKey = {
    academicYear: yearOf(read, reader, options, today),
    form,
    semester: semesterOf(read, reader, options),
    plannedStart: textIn(read, reader, 'mobility.plannedStart'),
    institutionId:
      host.kind === 'known' ? host.institution.id : host.kind === 'new' ? newHost(host.host) : null,
  }
  const matched = matchStay(office.stays.ofStudent(student.id), key)
  if (matched.kind === 'several')
    return { reason: 'several-stays', params: { name: nameOf(student), year: key.academicYear } }
  const held = matched.kind === 'one' ? matched.stay : undefined
  const { values, reversed } = withoutReversedDates(read, held, reader, issues)
  return { rows: [read], values, student, host, key, office: held, reversed }
}

const workForms: readonly string[] = ['internship', 'end-of-studies-project', 'gap-period']

function isWork(form: string | null): boolean {
  return form !== null && workForms.includes(form)
}

/** Stands for a host that has no record yet: the same text for the same host. */
function newHost({ values }: { readonly values: Readonly<Record<string, FieldValue>> }): string {
  return `new ${String(values['erasmusCode'] ?? values['name'])} ${String(values['country'] ?? '')}`
}

/** A stay that begins in August belongs to the year that then begins at the host. */
const firstMonth = 8

function yearOf(read: RowRead, reader: RowReader, options: ImportOptions, today: string): string {
  const said = textIn(read, reader, 'mobility.academicYear') ?? options.academicYear
  if (said !== undefined) return said
  const start =
    textIn(read, reader, 'mobility.plannedStart') ?? textIn(read, reader, 'mobility.actualStart') ?? ''
  return isCivilDate(start) ? academicYearOf(start, firstMonth) : currentYear(today)
}

function semesterOf(read: RowRead, reader: RowReader, { semester }: ImportOptions): string | null {
  return textIn(read, reader, 'mobility.semester') ?? (semester === 'any' ? null : (semester ?? null))
}

/** Dates that, with those that the office holds, would end before they begin: the end is left out, and it is said. */
function withoutReversedDates(
  read: RowRead,
  held: StayRow | undefined,
  reader: RowReader,
  issues: IssueLog,
): Pick<StayGroup, 'values' | 'reversed'> {
  let values = read.values
  const reversed: { -readonly [F in keyof ReversedEnds]: string } = {}
  const said = (key: TargetKey) => textIn({ values }, reader, key)
  for (const field of ['plannedEnd', 'actualEnd'] as const) {
    const key = `mobility.${field}` as const
    const problem = checkRecord('mobility', {
      plannedStart: said('mobility.plannedStart') ?? held?.plannedStart ?? null,
      plannedEnd: said('mobility.plannedEnd') ?? held?.plannedEnd ?? null,
      actualStart: said('mobility.actualStart') ?? held?.actualStart ?? null,
      actualEnd: said('mobility.actualEnd') ?? held?.actualEnd ?? null,
    })
    const slot = reader.slotOf.get(key)
    if (problem === undefined || slot === undefined || problem.field !== field) continue
    const column = reader.columnOf(slot) ?? null
    const end = said(key)
    if (end !== null) reversed[field] = end
    // the sentence has both days as the user writes them
    issues.add(read.row, column, null, { ...problem.problem, severity: 'warning' })
    values = values.with(slot, null)
  }
  return { values, reversed }
}

/** Two rows that mean the same stay and do not say the same: neither is taken. */
function rejectRivals(groups: readonly StayGroup[], rejected: Map<number, RowReason>): void {
  const byStay = new Map<string, StayGroup[]>()
  for (const group of groups) {
    const key = group.office?.id ?? keyText(group.student.id, group.key)
    const known = byStay.get(key)
    if (known === undefined) byStay.set(key, [group])
    else known.push(group)
  }
  for (const rivals of byStay.values()) {
    if (rivals.length < 2) continue
    const rows = rivals.flatMap((group) => group.rows.map(({ row }) => row))
    for (const row of rows)
      rejected.set(row, {
        reason: 'duplicate-stay',
        params: { rows: rows.filter((other) => other !== row).join(', ') },
      })
  }
}

/** A new stay beside one of the same form and year may be that one under another host or semester. */
function warnOfOtherStay(
  { office, rows, student, key }: StayGroup,
  stays: OfficeStays,
  reader: RowReader,
  issues: IssueLog,
): void {
  const [first] = rows
  if (office !== undefined || first === undefined) return
  const matched = matchStay(stays.ofStudent(student.id), key)
  if (matched.kind !== 'none' || matched.alike === undefined) return
  const slot = reader.slotOf.get('institution.name')
  const column = slot === undefined ? null : (reader.columnOf(slot) ?? null)
  const params = { name: nameOf(student), year: key.academicYear }
  issues.add(first.row, column, null, warning('imports.issue.other-stay', params))
}

function nameOf({ familyName, givenNames }: StudentRow): string {
  return `${familyName} ${givenNames}`
}
