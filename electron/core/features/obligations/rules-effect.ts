import type { Database as RawDatabase } from 'better-sqlite3'
import type { RulesEffect } from '#shared/contract/settings.ts'
import type { SchoolRules } from '#shared/contract/school-rules.ts'
import { checkCorrespondences, checkFormRules } from '#shared/domain/form-rule-check.ts'
import { checkObligationRules } from '#shared/domain/obligation-rule-check.ts'
import { createObligationWords } from '#shared/text/obligation-text.ts'
import type { Formats } from '#shared/text/formats.ts'
import { wordParams } from '#shared/text/step-text.ts'
import type { Translate } from '#shared/text/text.ts'
import { effectOnStays } from '#core/features/mobilities/forms-effect.ts'
import { readSchoolRules } from '#core/features/settings/school-rules.ts'
import { ledgersOf, type StudentLedger } from './obligations.service.ts'

const shownStudents = 200

interface Named {
  readonly id: string
  readonly familyName: string
  readonly givenNames: string
  readonly cohort: string | null
}

/** What other rules would change for the students, before anything is saved. */
export function effectOfRules(
  raw: RawDatabase,
  today: string,
  patch: Partial<SchoolRules>,
  { t, formats }: { readonly t: Translate; readonly formats: Formats },
): RulesEffect {
  const before = readSchoolRules(raw)
  const rules = { ...before, ...patch }
  const old = new Map(ledgersOf(raw, today, before).map((ledger) => [ledger.studentId, ledger]))
  const changed = ledgersOf(raw, today, rules).flatMap((now) => {
    const was = old.get(now.studentId)
    return was === undefined || isSame(was, now) ? [] : [{ was, now }]
  })
  const moved = changed.filter(({ was, now }) => was.status !== now.status)
  const said = createObligationWords(t, formats)
  const names = namesOf(
    raw,
    moved.slice(0, shownStudents).map(({ now }) => now.studentId),
  )
  return {
    problems: problemsOf(rules, t),
    stays: effectOnStays(raw, today, before, patch),
    students: old.size,
    statusChanged: moved.length,
    weeksChanged: changed.length - moved.length,
    transitions: transitionsOf(moved),
    examples: moved.slice(0, shownStudents).flatMap(({ was, now }) => {
      const name = names.get(now.studentId)
      return name === undefined
        ? []
        : [{ ...name, from: was.status, to: now.status, reason: said.reason(now.reason) }]
    }),
  }
}

/** What keeps the rules from being saved, in words. */
function problemsOf(rules: SchoolRules, t: Translate): RulesEffect['problems'] {
  const programmes = rules.programmes.map((programme) => programme.name)
  const tracks = rules.programmes.flatMap((programme) => programme.tracks.map((track) => track.name))
  return [
    ...checkObligationRules(rules.obligations, programmes).map(({ code, params, ...at }) => ({
      part: 'obligations' as const,
      ...at,
      text: t(`rules.problem.${code}`, params),
    })),
    ...[...checkFormRules(rules.forms), ...checkCorrespondences(rules.stayRules.correspondences, tracks)].map(
      ({ code, params, ...at }) => ({ ...at, text: t(`rules.problem.${code}`, wordParams(t, params)) }),
    ),
  ]
}

function isSame(a: StudentLedger, b: StudentLedger): boolean {
  return (
    a.status === b.status &&
    a.requiredWeeks === b.requiredWeeks &&
    a.acquiredWeeks === b.acquiredWeeks &&
    a.plannedWeeks === b.plannedWeeks
  )
}

interface Change {
  readonly was: StudentLedger
  readonly now: StudentLedger
}

function transitionsOf(moved: readonly Change[]): RulesEffect['transitions'] {
  const counts = new Map<string, RulesEffect['transitions'][number]>()
  for (const { was, now } of moved) {
    const key = `${was.status} ${now.status}`
    const count = (counts.get(key)?.count ?? 0) + 1
    counts.set(key, { from: was.status, to: now.status, count })
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)
}

function namesOf(raw: RawDatabase, ids: readonly string[]): ReadonlyMap<string, Named> {
  const rows = raw
    .prepare<[string], Named>(
      `SELECT id, familyName, givenNames, cohort FROM student WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids))
  return new Map(rows.map((row) => [row.id, row]))
}
