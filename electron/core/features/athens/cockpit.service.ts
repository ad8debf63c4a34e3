import type { Kysely } from 'kysely'
import type { Cockpit, CockpitCounts, CockpitNominee } from '#shared/contract/athens.ts'
import { refusalsAt } from '#shared/domain/athens-checks.ts'
import type { Database } from '#core/db/schema.ts'
import { collectAthens, type AthensCandidate } from '#core/features/nominations/athens-candidates.ts'
import { findSession, listCourses } from '#core/features/nominations/nominations.repo.ts'
import { listSessionRegistrations, type SessionRegistration } from './athens.repo.ts'
import { isToCarry } from './settle.service.ts'

type Db = Kysely<Database>

/** All that the page of a session shows: its dates, its figures, its students with what is found on their choices. */
export async function sessionCockpit(db: Db, session: string): Promise<Cockpit> {
  const record = await findSession(db, session)
  const { candidates, schoolMissing } = await collectAthens(db, session)
  const courses = await listCourses(db, session)
  const registrations = await listSessionRegistrations(db, session)
  return {
    session,
    record:
      record === undefined
        ? null
        : {
            id: record.id,
            status: record.status,
            startsOn: record.startsOn,
            endsOn: record.endsOn,
            wishesDeadline: record.wishesDeadline,
            nominationDeadline: record.nominationDeadline,
            resultsOn: record.resultsOn,
            maxChoices: record.maxChoices,
          },
    counts: {
      courses: courses.length,
      withoutCapacity: courses.filter(({ capacity }) => capacity === null).length,
      blendedCourses: courses.filter(({ isBip }) => isBip === 1).length,
      ...countsOf(candidates, registrations),
    },
    nominees: [...worstFirst(candidates)].map(nomineeOf),
    schoolMissing: [...schoolMissing],
  }
}

function countsOf(
  candidates: readonly AthensCandidate[],
  registrations: readonly SessionRegistration[],
): Omit<CockpitCounts, 'courses' | 'withoutCapacity' | 'blendedCourses'> {
  const at = (...statuses: readonly string[]) =>
    registrations.filter(({ status }) => statuses.includes(status)).length
  const toOpen = registrations.filter(
    ({ isBip, blendedMobilityId, status }) =>
      isBip === 1 && blendedMobilityId === null && (status === 'accepted' || status === 'registered'),
  )
  return {
    students: candidates.length,
    lacking: candidates.filter(({ missing }) => missing.length > 0).length,
    toLook: candidates.filter(({ findings }) => findings.length > 0).length,
    proposed: at('proposed'),
    unplaced: candidates.filter(({ registration }) => registration === undefined).length,
    nominated: at('nominated'),
    accepted: at('accepted'),
    waiting: at('waiting'),
    refused: at('refused'),
    toCarry: registrations.filter(isToCarry).length,
    registered: at('registered', 'attended', 'absent'),
    blendedToOpen: toOpen.length,
    cancelled: at('cancelled'),
  }
}

/** What lacks something comes first, then what something was found on; within each, the order of names stays. */
function worstFirst(candidates: readonly AthensCandidate[]): readonly AthensCandidate[] {
  const rank = ({ missing, findings }: AthensCandidate) =>
    missing.length > 0 ? 0 : findings.length > 0 ? 1 : 2
  return candidates.toSorted((a, b) => rank(a) - rank(b))
}

function nomineeOf(candidate: AthensCandidate): CockpitNominee {
  const { student, choices, missing, findings, checks, registration } = candidate
  return {
    studentId: student.studentId,
    student: `${student.familyName} ${student.givenNames}`.trim(),
    choices: choices.map(({ rank, course }) => ({
      rank,
      code: course.code,
      title: course.title,
      isRefused: refusalsAt(checks, rank).length > 0,
    })),
    missing: [...missing],
    findings: [...findings],
    registration:
      registration === undefined
        ? null
        : {
            id: registration.id,
            courseId: registration.courseId,
            code: registration.code,
            status: registration.status,
            isLocked: registration.isLocked === 1,
          },
  }
}
