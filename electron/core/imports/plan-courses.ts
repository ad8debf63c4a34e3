import type { FieldValue } from '#shared/entities/fields.ts'
import { createHostFinder, type FoundHost, type NewHost } from './find-hosts.ts'
import { findRepeats } from './merge-rows.ts'
import { readOfficePartners } from './office-partners.ts'
import { planGroups } from './plan-groups.ts'
import { breathEvery, type ImportPlan, type PlanInput, type PlannedWrite } from './plan.ts'
import type { RowRead } from './read-rows.ts'
import { changesOfRecord, valuesOfRecord } from './record-changes.ts'
import { isPatched, patchOf, updateOf } from './record-patch.ts'
import type { RowReason } from './row-reasons.ts'
import { textIn } from './row-values.ts'

type CourseRow = Readonly<Record<string, string | number | null>> & {
  readonly id: string
  readonly session: string
  readonly code: string
  /** Students nominated for it or further. */
  readonly promised: number
}

interface CourseGroup {
  readonly rows: readonly RowRead[]
  readonly session: string
  readonly code: string
  readonly host: FoundHost
  readonly office: CourseRow | undefined
}

/** Compares a catalogue of courses with the office: a course is known by its session and its code. */
export async function planCourses(input: PlanInput): Promise<ImportPlan> {
  const { reader, kinds, issues } = input
  const { groups, rejected, repeats } = await groupCourses(input)
  const valuesOf = ({ rows, session }: CourseGroup): Record<string, FieldValue> => ({
    ...valuesOfRecord('athensCourse', rows[0]?.values ?? [], reader),
    session,
  })
  const idOfHost = new Map<NewHost, string>()
  const newHosts = new Set(groups.flatMap(({ host }) => (host.kind === 'new' ? [host.host] : [])))
  const patchOfCourse = (group: CourseGroup) =>
    group.office === undefined ? {} : patchOf('athensCourse', group.office, valuesOf(group))
  return planGroups(
    { groups, rejected, repeats },
    {
      officeId: ({ office }) => office?.id,
      changesOf: (read, { office }) =>
        office === undefined ? new Map() : changesOfRecord('athensCourse', office, read, read.values, reader),
      *writesOf(group, ids, onNew): Generator<PlannedWrite> {
        const { host, office } = group
        if (office !== undefined) {
          yield* updateOf('athensCourse', office.id, patchOfCourse(group))
          return
        }
        let institutionId = host.kind === 'known' ? host.institution.id : null
        if (host.kind === 'new') {
          institutionId = idOfHost.get(host.host) ?? null
          if (institutionId === null) {
            institutionId = ids.next()
            idOfHost.set(host.host, institutionId)
            const row = { kind: host.host.kind, ...host.host.values, isAthensMember: true, id: institutionId }
            yield { table: 'institution', kind: 'insert', row }
          }
        }
        const id = ids.next()
        onNew(id)
        yield {
          table: 'athensCourse',
          kind: 'insert',
          row: { isBip: false, ...valuesOf(group), institutionId, id },
        }
      },
      entities: {
        courses: groups.filter(({ office }) => office === undefined).length,
        institutions: newHosts.size,
      },
      updates: { courses: groups.filter((group) => isPatched(patchOfCourse(group))).length },
    },
    { kinds, issues },
  )
}

async function groupCourses(input: PlanInput) {
  const { reads, reader, raw, issues, options, pace } = input
  const hosts = createHostFinder(reader, readOfficePartners(raw), issues)
  const known = readCourses(input)
  const repeats = findRepeats(reads)
  const rejected = new Map<number, RowReason>()
  const byKey = new Map<string, CourseGroup[]>()
  for (const [at, read] of reads.entries()) {
    if (at % breathEvery === 0) await pace(at)
    if (repeats.has(read.row)) continue
    const code = textIn(read, reader, 'athensCourse.code')
    const session = textIn(read, reader, 'athensCourse.session') ?? options.athensSession ?? null
    if (code === null || session === null) {
      rejected.set(read.row, { reason: code === null ? 'no-course-code' : 'no-session', params: {} })
      continue
    }
    const office = known.get(`${session} ${code}`)
    const host = hosts.find(read, false)
    const refusal = refusalOf(read, input, office, host)
    if (refusal !== undefined) rejected.set(read.row, refusal)
    else {
      const key = `${session} ${code}`
      byKey.set(key, [...(byKey.get(key) ?? []), { rows: [read], session, code, host, office }])
    }
  }
  const groups = [...byKey.values()].flatMap((rivals) => {
    if (rivals.length === 1) return rivals
    for (const { rows } of rivals) for (const { row } of rows) rejected.set(row, rivalry(rivals, input))
    return []
  })
  for (const [row, of] of repeats) {
    const reason = rejected.get(of)
    if (reason !== undefined) rejected.set(row, reason)
  }
  return { groups, rejected, repeats }
}

function refusalOf(
  read: RowRead,
  { reader }: PlanInput,
  office: CourseRow | undefined,
  host: FoundHost,
): RowReason | undefined {
  if (host.kind === 'refused') return host.reason
  if (office === undefined) {
    if (textIn(read, reader, 'athensCourse.title') === null) return { reason: 'no-course-title', params: {} }
    return host.kind === 'none' ? { reason: 'unknown-institution', params: {} } : undefined
  }
  const slot = reader.slotOf.get('athensCourse.capacity')
  const capacity = slot === undefined ? null : read.values[slot]
  return typeof capacity === 'number' && capacity < office.promised
    ? { reason: 'below-nominated', params: { code: office.code, capacity, count: office.promised } }
    : undefined
}

/** Several rows for one code that do not say the same: two capacities are told apart from any other difference. */
function rivalry(rivals: readonly CourseGroup[], { reader }: PlanInput): RowReason {
  const rows = rivals.flatMap((group) => group.rows.map(({ row }) => row))
  const slot = reader.slotOf.get('athensCourse.capacity')
  const capacities = new Set(
    slot === undefined ? [] : rivals.flatMap((group) => group.rows.map(({ values }) => values[slot] ?? null)),
  )
  const params = { code: rivals[0]?.code ?? '', rows: rows.join(', ') }
  return capacities.size > 1
    ? { reason: 'two-capacities', params: { ...params, capacities: [...capacities].map(String).join(', ') } }
    : { reason: 'duplicate-course', params }
}

function readCourses({ raw }: PlanInput): ReadonlyMap<string, CourseRow> {
  const rows = raw
    .prepare<[], CourseRow>(
      `SELECT c.*, (SELECT count(*) FROM athensRegistration g WHERE g.courseId = c.id
        AND g.status IN ('nominated', 'accepted', 'registered', 'attended', 'absent')) AS promised FROM athensCourse c`,
    )
    .all()
  return new Map(rows.map((row) => [`${row.session} ${row.code}`, row]))
}
