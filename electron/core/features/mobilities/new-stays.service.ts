import type { Kysely } from 'kysely'
import { endOfStudiesOf } from '#shared/domain/curriculum.ts'
import { isPipelineStep, type MobilityStep, type StepIssue } from '#shared/domain/mobility-steps.ts'
import { checkStay } from '#shared/domain/stay-checks.ts'
import type { OtherStay, StayFacts } from '#shared/domain/stay-facts.ts'
import type { Database } from '#core/db/schema.ts'
import { lackingBehind } from './prospects.service.ts'
import { readOthers } from './stay-facts.repo.ts'
import { readStayRules } from './stay-rules.service.ts'

/** A stay that is only thought of, with its student: there is no file of it yet. */
export interface NewStay {
  readonly id: string
  readonly studentId: string
  readonly student: Omit<StayFacts['student'], 'endOfStudies'> & { readonly endOfStudies: string | null }
  readonly status: MobilityStep
  readonly facts: Omit<
    StayFacts,
    | 'id'
    | 'status'
    | 'today'
    | 'homeCountry'
    | 'student'
    | 'signatures'
    | 'documents'
    | 'cycleExcess'
    | 'others'
  >
}

/** What comes of a new stay: the step it may be entered at, and what is to be said of it. */
export interface NewStayCheck {
  /** The step asked for; a draft when something of the stay itself holds it back. */
  readonly status: MobilityStep
  /** What holds it back as it is: it is kept as a draft, and counted nowhere. */
  readonly findings: readonly StepIssue[]
  /** What the steps behind the one asked for lack. */
  readonly lacking: readonly StepIssue[]
}

/** Checks stays that are to be entered at once, each beside those of its student, the other new ones included. */
export async function checkNewStays(
  db: Kysely<Database>,
  today: string,
  stays: readonly NewStay[],
): Promise<ReadonlyMap<string, NewStayCheck>> {
  if (stays.length === 0) return new Map()
  const rules = await readStayRules(db)
  const known = await readOthers(db, [...new Set(stays.map((stay) => stay.studentId))])
  const others = new Map<string, OtherStay[]>()
  for (const { studentId, ...other } of [...known, ...stays.filter(isKept).map(asOther)])
    others.set(studentId, [...(others.get(studentId) ?? []), other])
  const { curriculum } = rules
  return new Map(
    stays.map((stay) => {
      const { id, status, student } = stay
      const facts: StayFacts = {
        ...stay.facts,
        id,
        status,
        today,
        homeCountry: curriculum.country,
        student: { ...student, endOfStudies: endOfStudiesOf(student, curriculum) ?? null },
        signatures: { student: false, sending: false, receiving: false },
        documents: [],
        // a stay that is not entered yet names no call: its page tells the months once it does
        cycleExcess: null,
        others: (others.get(stay.studentId) ?? []).filter((other) => other.id !== id),
      }
      const findings = checkStay(facts, rules.rulesOf(facts.form)).filter(({ level }) => level === 'block')
      const isHeld = findings.length > 0 && isPipelineStep(status) && status !== 'draft'
      const lacking = isHeld ? [] : lackingBehind(facts, rules)
      return [id, { status: isHeld ? 'draft' : status, findings, lacking }] as const
    }),
  )
}

const isKept = ({ status }: NewStay) => status !== 'refused' && status !== 'withdrawn'

function asOther({ id, studentId, facts }: NewStay) {
  const { form, plannedStart, plannedEnd, actualStart, actualEnd } = facts
  return { id, studentId, form, start: actualStart ?? plannedStart, end: actualEnd ?? plannedEnd }
}
