import { formPath, type GuardRule, type IssueLevel, type OwnGuards } from '#shared/domain/form-path.ts'
import type { FormDocument, FormRule, StayForm } from '#shared/domain/form-rule.ts'
import { pipelineSteps, stepPlace, type PipelineStep } from '#shared/domain/mobility-steps.ts'
import type { StayRulesSetting } from '#shared/contract/stay-rules.ts'

/** The steps that ask for something: those of the form, and the recognition. */
export function askingSteps(rule: FormRule): readonly PipelineStep[] {
  return pipelineSteps.filter(
    (step) => step === 'recognised' || rule.steps.some(({ status }) => status === step),
  )
}

/** The form with a step more or less. What was asked for by a step that goes is asked for by the next one. */
export function withStep(rule: FormRule, step: PipelineStep, isUsed: boolean): FormRule {
  const kept = rule.steps.filter(({ status }) => status !== step)
  const steps = isUsed ? [...kept, { status: step, office: '', approval: '' }] : kept
  const sorted = steps.toSorted((a, b) => stepPlace(a.status) - stepPlace(b.status))
  const changed = { ...rule, steps: sorted }
  if (isUsed) return changed
  const next = askingSteps(changed).find((one) => stepPlace(one) > stepPlace(step)) ?? 'recognised'
  return {
    ...changed,
    documents: rule.documents.map((document) =>
      document.step === step ? { ...document, step: next } : document,
    ),
  }
}

/** A document that a form begins to ask for: by its last step, a month after the end. */
export function newDocument(rule: FormRule, code: string): FormDocument {
  return {
    code,
    dueFrom: 'end',
    dueDays: 30,
    step: askingSteps(rule).at(-1) ?? 'recognised',
    isRequired: true,
    from: 'student',
    validMonths: null,
  }
}

/** What the school says of the guards of a form, completed by the usual. */
export function guardsOf(setting: StayRulesSetting, form: StayForm) {
  const usual = formPath(form)
  const own = setting.forms.find((one) => one.form === form)
  return {
    guards: own?.guards ?? usual.guards,
    checks: { ...usual.checks, ...own?.checks },
    documentLevel: own?.documentLevel ?? usual.documentLevel,
    isUsual: own === undefined,
  }
}

/** The setting with other guards for a form; what comes to the usual is not kept. */
export function withGuards(setting: StayRulesSetting, form: StayForm, own: OwnGuards): StayRulesSetting {
  const others = setting.forms.filter((one) => one.form !== form)
  const usual = formPath(form)
  const { guards, checks, documentLevel } = {
    ...setting.forms.find((one) => one.form === form),
    ...own,
  }
  const isUsual =
    JSON.stringify(guards ?? usual.guards) === JSON.stringify(usual.guards) &&
    Object.entries(checks ?? {}).length === 0 &&
    (documentLevel ?? usual.documentLevel) === usual.documentLevel
  if (isUsual) return { ...setting, forms: others }
  return {
    ...setting,
    forms: [
      ...others,
      {
        form,
        ...(guards === undefined ? {} : { guards: [...guards] }),
        ...(checks === undefined ? {} : { checks }),
        ...(documentLevel === undefined ? {} : { documentLevel }),
      },
    ],
  }
}

/** The guards with another level for one of them at a step, or with one more. */
export function withGuard(guards: readonly GuardRule[], changed: GuardRule): readonly GuardRule[] {
  const isSame = (one: GuardRule) => one.step === changed.step && one.guard === changed.guard
  return guards.some(isSame) ? guards.map((one) => (isSame(one) ? changed : one)) : [...guards, changed]
}

export const levels: readonly IssueLevel[] = ['block', 'warn', 'off']
