import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  checkMove,
  finalSteps,
  isPipelineStep,
  mobilitySteps,
  pipelineSteps,
  stepsEntered,
  stepsFrom,
  stepsOf,
  type MobilityStep,
  type StepIssue,
} from '#shared/domain/mobility-steps.ts'
import { formPath } from '#shared/domain/form-path.ts'
import { issuesAtStep } from '#shared/domain/stay-guards.ts'
import { mobilityForms } from '#shared/domain/form-rule.ts'
import { aStay, stayRules } from '#tests/fixtures/stays/facts.ts'

const path = fc.subarray([...pipelineSteps]).map((steps) => ({ steps }))
const step = fc.constantFrom(...mobilitySteps)
const blank = fc.constantFrom(null, '')
const facts = fc
  .record({
    form: fc.constantFrom(...mobilityForms),
    host: fc.constantFrom(null, aStay().host),
    actualStart: fc.constantFrom(null, '2025-09-02'),
    actualEnd: fc.constantFrom(null, '2026-01-30', '2027-01-30'),
    title: blank,
    agreementSignedOn: fc.constantFrom(null, '2025-06-01'),
    committeeDecision: fc.constantFrom(null, 'granted', 'refused'),
    signatures: fc.record({ student: fc.boolean(), sending: fc.boolean(), receiving: fc.boolean() }),
  })
  .map((values) => aStay(values))

it('never leads out of the machine, nor back to the same step', () => {
  fc.assert(
    fc.property(path, step, (steps, from) => {
      for (const { to, kind } of stepsFrom(steps, from)) {
        expect(mobilitySteps).toContain(to)
        expect(to).not.toBe(from)
        expect(kind === 'stop' || stepsOf(steps).some((one) => one === to)).toBe(true)
      }
    }),
  )
})

it('reaches an end from every step that is not one', () => {
  fc.assert(
    fc.property(path, step, (steps, from) => {
      if (finalSteps.includes(from)) return
      const seen = new Set<MobilityStep>([from])
      for (const one of seen) for (const { to } of stepsFrom(steps, one)) seen.add(to)
      expect(seen.has('recognised')).toBe(true)
    }),
  )
})

it('goes only on when it goes forward, and only back when it goes back', () => {
  fc.assert(
    fc.property(path, step, (steps, from) => {
      if (!isPipelineStep(from)) return
      for (const { to, kind } of stepsFrom(steps, from)) {
        if (!isPipelineStep(to)) continue
        const distance = pipelineSteps.indexOf(to) - pipelineSteps.indexOf(from)
        expect(Math.sign(distance)).toBe(kind === 'forward' ? 1 : -1)
      }
    }),
  )
})

it('lets pass in one move exactly what it lets pass step by step', () => {
  fc.assert(
    fc.property(path, fc.func(fc.boolean()), fc.nat(), fc.nat(), (steps, isHeld, one, other) => {
      const all = stepsOf(steps)
      const first = Math.min(one % all.length, other % all.length)
      const last = Math.max(one % all.length, other % all.length)
      if (first === last) return
      const issuesAt = (at: string): readonly StepIssue[] =>
        isHeld(at) ? [{ code: at, params: {}, level: 'block' }] : []
      const passes = (from: number, to: number) =>
        checkMove(steps, all[from] ?? 'draft', all[to] ?? 'draft', issuesAt).ok
      const stepByStep = Array.from({ length: last - first }, (_, index) =>
        passes(first + index, first + index + 1),
      ).every(Boolean)
      expect(passes(first, last)).toBe(stepByStep)
    }),
  )
})

it('does not depend on the order in which the guards are written', () => {
  fc.assert(
    fc.property(facts, step, step, fc.integer(), (stay, from, to, seed) => {
      const usual = formPath(stay.form)
      const shuffled = {
        ...usual,
        guards: usual.guards.toSorted((a, b) => hash(a.guard + a.step, seed) - hash(b.guard + b.step, seed)),
      }
      const outcomeOf = (one: typeof usual) => {
        const rules = stayRules(stay.form, { path: one })
        const outcome = checkMove(one, from, to, (at) => issuesAtStep(one, stay, rules, at, 'applied'))
        const issues = outcome.ok ? outcome.warnings : outcome.issues
        return [outcome.ok, issues.map((issue) => `${issue.level} ${issue.code}`).toSorted()]
      }
      expect(outcomeOf(shuffled)).toEqual(outcomeOf(usual))
    }),
  )
})

it('asks nothing of a stay that stops or goes back', () => {
  fc.assert(
    fc.property(path, step, (steps, from) => {
      for (const move of stepsFrom(steps, from)) {
        const asksNothing = move.kind === 'stop' || move.kind === 'back' || move.to === 'draft'
        const last = stepsEntered(steps, from, move).at(-1)
        expect(last).toBe(asksNothing ? undefined : move.to)
      }
    }),
  )
})

it('never holds a stay back for more when a guard only warns', () => {
  fc.assert(
    fc.property(facts, step, step, (stay, from, to) => {
      const strict = formPath(stay.form)
      const lenient = {
        ...strict,
        guards: strict.guards.map((rule) => ({ ...rule, level: 'warn' as const })),
      }
      const passes = (one: typeof strict) =>
        checkMove(one, from, to, (at) =>
          issuesAtStep(one, stay, stayRules(stay.form, { path: one }), at, 'applied'),
        ).ok
      expect(!passes(strict) || passes(lenient)).toBe(true)
    }),
  )
})

function hash(text: string, seed: number): number {
  return Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 9973, 7)
}
