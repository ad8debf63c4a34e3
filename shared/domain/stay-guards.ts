import type { FormPath } from './form-path.ts'
import type { PipelineStep, StepIssue } from './mobility-steps.ts'
import { checkStay, type StayRules } from './stay-checks.ts'
import { daysOf, type StayFacts } from './stay-facts.ts'

/** What can be asked of a stay before it enters a step. */
export const guardCodes = [
  'no-host',
  'host-not-partner',
  'no-semester',
  'no-dates',
  'no-title',
  'no-supervisor',
  'no-address',
  'no-degree',
  'committee-decision-missing',
  'acceptance-missing',
  'la-not-signed',
  'agreement-not-signed',
  'no-actual-start',
  'arrival-certificate-missing',
  'no-actual-end',
  'not-over',
  'departure-certificate-missing',
  'transcript-missing',
  'recognition-missing',
] as const
export type GuardCode = (typeof guardCodes)[number]

type Finding = Omit<StepIssue, 'code' | 'level'>
type Guard = (facts: StayFacts) => Finding | undefined

const isBlank = (text: string | null) => text === null || text.trim() === ''
const filled =
  (field: string, read: (facts: StayFacts) => string | null): Guard =>
  (facts) =>
    isBlank(read(facts)) ? { params: {}, field } : undefined
const received =
  (kind: string): Guard =>
  ({ documents }) =>
    documents.includes(kind) ? undefined : { params: {}, field: `document:${kind}` }

const guards: Readonly<Record<GuardCode, Guard>> = {
  'no-host': ({ host }) => (host === null ? { params: {}, field: 'institutionId' } : undefined),
  'host-not-partner': ({ host }) =>
    host === null
      ? { params: { host: '' }, field: 'institutionId' }
      : host.isPartner
        ? undefined
        : { params: { host: host.name }, field: 'institutionId' },
  'no-semester': filled('semester', (facts) => facts.semester),
  'no-dates': (facts) => {
    const { start, end } = daysOf(facts)
    if (start === null) return { params: {}, field: 'plannedStart' }
    return end === null ? { params: {}, field: 'plannedEnd' } : undefined
  },
  'no-title': filled('title', (facts) => facts.title),
  'no-supervisor': filled('supervisorName', (facts) => facts.supervisorName),
  'no-address': filled('workAddress', (facts) => facts.workAddress),
  'no-degree': filled('degree', (facts) => facts.degree),
  'committee-decision-missing': committeeDecision,
  'acceptance-missing': received('host-acceptance'),
  'la-not-signed': ({ signatures }) => {
    const count = [signatures.student, signatures.sending, signatures.receiving].filter(Boolean).length
    return count === 3 ? undefined : { params: { count }, field: 'signatures' }
  },
  'agreement-not-signed': filled('agreementSignedOn', (facts) => facts.agreementSignedOn),
  'no-actual-start': filled('actualStart', (facts) => facts.actualStart),
  'arrival-certificate-missing': received('arrival-certificate'),
  'no-actual-end': filled('actualEnd', (facts) => facts.actualEnd),
  'not-over': ({ actualEnd, today }) =>
    actualEnd !== null && actualEnd > today ? { params: { date: actualEnd }, field: 'actualEnd' } : undefined,
  'departure-certificate-missing': received('departure-certificate'),
  'transcript-missing': received('transcript'),
  'recognition-missing': ({ recognitionDecision: decision, recognisedOn }) => {
    if (isBlank(decision)) return { params: {}, field: 'recognitionDecision' }
    return isBlank(recognisedOn) ? { params: {}, field: 'recognisedOn' } : undefined
  },
}

/**
 * A gap period needs the committee's decision, granted, with its date and its minutes. Source: articles D611-13 to
 * D611-15 of the code of education, circular 2019-030.
 */
function committeeDecision(facts: StayFacts): Finding | undefined {
  const { committeeDecision: decision, committeeOn, committeeMinutes } = facts
  if (decision !== 'granted') return { params: {}, field: 'committeeDecision' }
  if (isBlank(committeeOn)) return { params: {}, field: 'committeeOn' }
  return isBlank(committeeMinutes) ? { params: {}, field: 'committeeMinutes' } : undefined
}

/**
 * What stands before one step of a stay: the guards that the form puts there, and, where a stay leaves the draft and
 * where its weeks begin to count, the findings of the stay itself.
 */
export function issuesAtStep(
  path: FormPath,
  facts: StayFacts,
  rules: StayRules,
  step: PipelineStep,
  firstStep: PipelineStep | undefined,
): readonly StepIssue[] {
  const found = path.guards
    .filter((rule) => rule.step === step && rule.level !== 'off')
    .flatMap(({ guard, level }): readonly StepIssue[] => {
      const finding = guards[guard](facts)
      return finding === undefined || level === 'off' ? [] : [{ code: guard, level, ...finding }]
    })
  const all = [...found, ...missingDocuments(path, facts, step)]
  const isChecked = step === firstStep || step === 'recognised'
  return isChecked ? [...checkStay(facts, rules), ...all] : all
}

/** Kinds of documents for which there is a guard of its own. */
const guardedDocuments: Readonly<Record<string, GuardCode>> = {
  'host-acceptance': 'acceptance-missing',
  'arrival-certificate': 'arrival-certificate-missing',
  'departure-certificate': 'departure-certificate-missing',
  transcript: 'transcript-missing',
  'learning-agreement': 'la-not-signed',
  'placement-agreement': 'agreement-not-signed',
  'gap-agreement': 'agreement-not-signed',
  'committee-decision': 'committee-decision-missing',
  recognition: 'recognition-missing',
}

/** Required documents of a step that are not there; one that a guard of the form asks for is said by that guard. */
function missingDocuments(path: FormPath, facts: StayFacts, step: PipelineStep): readonly StepIssue[] {
  const { documentLevel: level } = path
  if (level === 'off') return []
  return path.documents
    .filter((document) => document.isRequired && document.step === step)
    .filter(({ code }) => !facts.documents.includes(code) && !isGuarded(path, code))
    .map(({ code }) => ({
      code: 'document-missing',
      params: { document: code },
      level,
      field: `document:${code}`,
    }))
}

function isGuarded(path: FormPath, document: string): boolean {
  const guard = guardedDocuments[document]
  return guard !== undefined && path.guards.some((rule) => rule.guard === guard)
}
