import { isMobilityStep, type StepIssue } from '#shared/domain/mobility-steps.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { isTextKey, type TextParams, type Translate } from './text.ts'

/** The word of a step of a stay. */
export function stepWord(t: Translate, step: string): string {
  if (step === 'next') return t('move.next')
  return isMobilityStep(step) ? t(choiceLabel('mobility', 'status', step)) : step
}

/** What holds a stay back, or deserves a warning, in words. */
export function issueText(t: Translate, issue: Pick<StepIssue, 'code' | 'params'>): string {
  return t(textKey(`guard.${issue.code}`), wordParams(t, issue.params))
}

/** The facts of a sentence in words: forms, documents, steps. */
export function wordParams(t: Translate, params: StepIssue['params']): Record<string, string | number> {
  const words: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(params))
    words[name] = typeof value === 'string' ? wordOf(t, name, value) : value
  return words
}

/**
 * The facts of something said of a row of a list, in words: a step by its word, and, where a guard is named, its sentence
 * as the `reason`.
 */
export function saidParams(t: Translate, params: TextParams): TextParams {
  const said: Record<string, string | number> = { ...params }
  for (const name of ['from', 'to'] as const) {
    const value = params[name]
    if (typeof value === 'string' && isMobilityStep(value)) said[name] = stepWord(t, value)
  }
  const { guard } = params
  if (guard === undefined) return said
  const isKnown = isTextKey(`guard.${guard}`)
  return { ...said, reason: isKnown ? issueText(t, { code: String(guard), params }) : String(guard) }
}

function wordOf(t: Translate, name: string, value: string): string {
  if (name === 'step') return stepWord(t, value)
  const key = name === 'form' ? `choice.mobility.form.${value}` : `choice.document.kind.${value}`
  return (name === 'form' || name === 'document') && isTextKey(key) ? t(key) : value
}

/** Why a stay did not move: the reason, and when it was held back, what by. */
export function moveText(
  t: Translate,
  refused: {
    readonly reason: string
    readonly from: string
    readonly issues: readonly Pick<StepIssue, 'code' | 'params'>[]
  },
): string {
  const reasons = refused.issues.map((issue) => issueText(t, issue)).join(' ')
  return t(textKey(`move.${refused.reason}`), { from: stepWord(t, refused.from), reasons })
}

/** The facts of a refusal that carries its issues, as `moveRefusal` of the core writes them. */
export function movedParams(t: Translate, data: TextParams): TextParams {
  const issues = readIssues(String(data['issues']))
  const reason = moveText(t, { reason: String(data['reason']), from: String(data['from']), issues })
  return { title: String(data['title']), step: stepWord(t, String(data['step'])), reason }
}

function readIssues(text: string): readonly Pick<StepIssue, 'code' | 'params'>[] {
  const read: unknown = JSON.parse(text)
  return Array.isArray(read) ? read.filter(isIssue) : []
}

function isIssue(value: unknown): value is Pick<StepIssue, 'code' | 'params'> {
  return typeof value === 'object' && value !== null && 'code' in value && 'params' in value
}
