import type { Kysely } from 'kysely'
import type { AthensAllocation, AthensPreview } from '#shared/contract/athens.ts'
import { refusalsAt } from '#shared/domain/athens-checks.ts'
import { allocate, needsSolver } from '#shared/domain/allocation/allocate.ts'
import { certify } from '#shared/domain/allocation/certificate.ts'
import { prepareInstance, type Prepared } from '#shared/domain/allocation/prepare.ts'
import { createReasons, type WishReason } from '#shared/domain/allocation/reasons.ts'
import type {
  AllocationInstance,
  AllocationPool,
  AllocationRule,
  AllocationStudent,
  Assignment,
} from '#shared/domain/allocation/types.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { loadSolver } from '#core/allocation/linear-solver.ts'
import type { Database } from '#core/db/schema.ts'
import { collectAthens, type AthensCandidate } from '#core/features/nominations/athens-candidates.ts'
import { listCourses, type CourseRow } from '#core/features/nominations/nominations.repo.ts'
import { countEarlierWeeks, listHostQuotas, listSessionRegistrations } from './athens.repo.ts'

type Db = Kysely<Database>

/** What an allocation of a session found, before anything is written. */
export interface SessionAllocation {
  readonly candidates: readonly AthensCandidate[]
  readonly courses: readonly CourseRow[]
  readonly prepared: Prepared
  readonly assignment: Assignment
  readonly preview: AthensPreview
}

/** Statuses that the network or the student has been told of: a new allocation does not touch them. */
const settled: readonly string[] = ['nominated', 'accepted', 'registered', 'attended', 'absent']

/**
 * Allocates the courses of a session: each course has its capacity, each host its quota over all its courses. The same
 * input gives the same result.
 * @throws DomainError `athens-impossible` when what was entered contradicts itself
 */
export async function allocateSession(db: Db, input: AthensAllocation): Promise<SessionAllocation> {
  const { candidates } = await collectAthens(db, input.session)
  const courses = await listCourses(db, input.session)
  const instance = await instanceOf(db, input, candidates, courses)
  const prepared = prepareInstance(instance, input.seed)
  if (!prepared.ok) {
    const [problem] = prepared.error
    throw new DomainError(
      'athens-impossible',
      named(problem?.params ?? {}, candidates, courses, problem?.code),
    )
  }
  const { mechanism, seed } = input
  const rule: AllocationRule = { mechanism, isFair: false, keepsPresent: false, seed }
  const solver = needsSolver(rule) ? await loadSolver() : undefined
  const { assignment, prices } = allocate(prepared.value, rule, (program) => {
    if (solver === undefined) throw new Error('The mechanism was said to need no solver')
    return solver(program)
  })
  const certificate = certify(prepared.value, rule, assignment, prices)
  const found = { candidates, courses, prepared: prepared.value, assignment }
  return { ...found, preview: previewOf(found, certificate) }
}

function named(
  params: Readonly<Record<string, string | number>>,
  candidates: readonly AthensCandidate[],
  courses: readonly CourseRow[],
  problem = '',
): Readonly<Record<string, string | number>> {
  const student = candidates.find((one) => one.student.studentId === params['student'])?.student
  const course = courses.find(({ id }) => id === params['place'])
  return {
    problem,
    student: student === undefined ? '' : `${student.familyName} ${student.givenNames}`,
    course: course?.code ?? '',
  }
}

async function instanceOf(
  db: Db,
  { session, priority }: AthensAllocation,
  candidates: readonly AthensCandidate[],
  courses: readonly CourseRow[],
): Promise<AllocationInstance> {
  const earlier = await countEarlierWeeks(db, session)
  const held = await countHeldByOthers(db, session, candidates)
  const score = ({ student }: AthensCandidate) =>
    priority === 'never-been'
      ? -(earlier.get(student.studentId) ?? 0)
      : priority === 'ects'
        ? ects(student)
        : 0
  return {
    students: candidates.map((candidate) => studentOf(candidate, score(candidate))),
    places: courses.map(({ id, capacity }) => ({
      id,
      capacity: capacity === null ? null : Math.max(0, capacity - (held.get(id) ?? 0)),
      isOpen: true,
      reserves: [],
    })),
    pools: (await listHostQuotas(db, session)).flatMap(({ institutionId, quota }): AllocationPool[] => {
      const places = courses.filter((course) => course.institutionId === institutionId).map(({ id }) => id)
      const others = places.reduce((sum, id) => sum + (held.get(id) ?? 0), 0)
      const total = Math.max(0, quota - others)
      return places.length === 0 ? [] : [{ id: institutionId, total, places, reserves: [] }]
    }),
    bans: [],
  }
}

/** Seats of students who have a course and no choices on file: they take part in nothing else. */
async function countHeldByOthers(
  db: Db,
  session: string,
  candidates: readonly AthensCandidate[],
): Promise<ReadonlyMap<string, number>> {
  const choosing = new Set(candidates.map(({ student }) => student.studentId))
  const held = new Map<string, number>()
  for (const { studentId, courseId, status } of await listSessionRegistrations(db, session))
    if (settled.includes(status) && !choosing.has(studentId))
      held.set(courseId, (held.get(courseId) ?? 0) + 1)
  return held
}

const ects = ({ ectsAcquired }: AthensCandidate['student']): number => ectsAcquired ?? 0

/** A course chosen twice, or two courses at one rank, count once: the first, as the findings say. */
function studentOf(
  { student, choices, checks, registration }: AthensCandidate,
  score: number,
): AllocationStudent {
  const first = choices.filter(
    ({ rank, course }, at) =>
      choices.findIndex((other) => other.rank === rank || other.course.id === course.id) === at,
  )
  const isHeld =
    registration !== undefined && (registration.isLocked === 1 || settled.includes(registration.status))
  return {
    id: student.studentId,
    drawKey: student.studentNumber,
    score,
    second: ects(student),
    isAtRisk: false,
    group: null,
    wishes: first.map(({ rank, course }) => ({
      place: course.id,
      rank,
      refusals: refusalsAt(checks, rank).map(({ code, params }) => ({ code, params })),
    })),
    lockedPlace: isHeld ? registration.courseId : null,
  }
}

function previewOf(
  { candidates, courses, prepared, assignment }: Omit<SessionAllocation, 'preview'>,
  certificate: ReturnType<typeof certify>,
): AthensPreview {
  const codeOf = new Map(courses.map(({ id, code }) => [id, code]))
  const nameOf = new Map(
    candidates.map(({ student }) => [student.studentId, `${student.familyName} ${student.givenNames}`]),
  )
  const reasonsOf = createReasons(prepared, assignment)
  const students = candidates.map(({ student, registration }, index) => {
    const { place, rank, wishes } = reasonsOf(index)
    return {
      studentId: student.studentId,
      student: nameOf.get(student.studentId) ?? '',
      code: place === null ? null : (codeOf.get(place) ?? null),
      rank,
      before: registration?.code ?? null,
      reasons: wishes.map((wish) => ({
        rank: wish.rank,
        code: codeOf.get(wish.place) ?? '',
        ...outcomeOf(wish, nameOf),
      })),
    }
  })
  const ranks = students.flatMap(({ rank }) => rank ?? [])
  const wished = new Set(candidates.flatMap(({ choices }) => choices.map(({ course }) => course.id)))
  return {
    placed: students.filter(({ code }) => code !== null).length,
    unplaced: students.filter(({ code }) => code === null).length,
    byRank: Array.from(
      { length: Math.max(0, ...ranks) },
      (_, at) => ranks.filter((rank) => rank === at + 1).length,
    ),
    certificate: { ok: certificate.isValid, violations: certificate.violations.length },
    unknownCapacity: courses
      .filter(({ id, capacity }) => capacity === null && wished.has(id))
      .map(({ code }) => code),
    students,
  }
}

type Told = Omit<AthensPreview['students'][number]['reasons'][number], 'rank' | 'code'>

function outcomeOf({ outcome }: WishReason, nameOf: ReadonlyMap<string, string>): Told {
  const base = { outcome: outcome.kind, limit: null, holders: [], facts: [] }
  if (outcome.kind === 'refused')
    return { ...base, facts: outcome.facts.map(({ code, params }) => ({ code, params: { ...params } })) }
  if (outcome.kind !== 'outranked' && outcome.kind !== 'reserved' && outcome.kind !== 'given-up') return base
  return {
    ...base,
    limit: outcome.kind === 'given-up' ? null : outcome.limit,
    holders: outcome.holders.map(({ student }) => nameOf.get(student) ?? ''),
  }
}
