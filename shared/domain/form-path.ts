import type { FormDocument, FormLimits, FormRule } from './form-rule.ts'
import type { PipelineStep } from './mobility-steps.ts'
import type { GuardCode } from './stay-guards.ts'
import type { StayCheckCode } from './stay-checks.ts'

export type IssueLevel = 'block' | 'warn' | 'off'

/** A guard that a form puts before a step, and whether it holds the stay back or only warns. */
export interface GuardRule {
  readonly step: PipelineStep
  readonly guard: GuardCode
  readonly level: IssueLevel
}

/** A form of stay as the profile describes it: its own fields, its steps, what guards them, how long it may last. */
export interface FormPath {
  readonly form: string
  /** Fields of a stay that only some forms have. */
  readonly fields: readonly string[]
  readonly steps: readonly PipelineStep[]
  readonly guards: readonly GuardRule[]
  /** Checks of a stay whose level is not the usual one. */
  readonly checks: Readonly<Partial<Record<StayCheckCode, IssueLevel>>>
  readonly limits: FormLimits
  /** Documents that the form asks for, each by a step. */
  readonly documents: readonly FormDocument[]
  /** What a required document that is missing does. */
  readonly documentLevel: IssueLevel
}

const block = 'block'
const warn = 'warn'
const noLimits: FormLimits = {
  minimumMonths: null,
  maximumMonths: null,
  minimumSemesters: null,
  maximumSemesters: null,
  isOncePerCycle: false,
  endsBeforeLastSemester: false,
}

const arrival: readonly GuardRule[] = [
  { step: 'departed', guard: 'no-dates', level: block },
  { step: 'arrived', guard: 'no-actual-start', level: block },
  { step: 'arrived', guard: 'arrival-certificate-missing', level: warn },
  { step: 'returned', guard: 'no-actual-end', level: block },
  { step: 'returned', guard: 'not-over', level: block },
  { step: 'returned', guard: 'departure-certificate-missing', level: warn },
]

const recognition: readonly GuardRule[] = [
  { step: 'recognised', guard: 'transcript-missing', level: warn },
  { step: 'recognised', guard: 'recognition-missing', level: warn },
]

const agreedByThree: readonly GuardRule[] = [{ step: 'agreed', guard: 'la-not-signed', level: block }]

const partnerSteps: readonly PipelineStep[] = [
  'applied',
  'approved',
  'selected',
  'nominated',
  'accepted',
  'agreed',
  'departed',
  'arrived',
  'returned',
]
const ownSteps = partnerSteps.filter((step) => step !== 'selected' && step !== 'nominated')
const workSteps = ownSteps

const partnerGuards: readonly GuardRule[] = [
  { step: 'selected', guard: 'no-host', level: block },
  { step: 'nominated', guard: 'host-not-partner', level: block },
  { step: 'nominated', guard: 'no-semester', level: warn },
  { step: 'accepted', guard: 'acceptance-missing', level: warn },
  ...agreedByThree,
  ...arrival,
  ...recognition,
]

const ownGuards: readonly GuardRule[] = [
  { step: 'accepted', guard: 'no-host', level: block },
  { step: 'accepted', guard: 'acceptance-missing', level: warn },
  ...agreedByThree,
  ...arrival,
  ...recognition,
]

const workFields = ['title', 'supervisorName', 'supervisorEmail', 'workAddress', 'agreementSignedOn']
const workGuards: readonly GuardRule[] = [
  { step: 'approved', guard: 'no-title', level: warn },
  { step: 'accepted', guard: 'no-host', level: block },
  { step: 'agreed', guard: 'agreement-not-signed', level: block },
  { step: 'agreed', guard: 'no-title', level: block },
  { step: 'agreed', guard: 'no-supervisor', level: warn },
  { step: 'agreed', guard: 'no-address', level: warn },
  ...arrival,
]

const studyFields = ['iscedCode', 'language', 'conditionId']

/**
 * What a form is made of unless the profile says otherwise. Inferred from the schools' pages and hosts' nomination
 * pages; the length of a gap period is articles D611-13 to D611-15 of the code of education (one semester to two
 * consecutive ones). All of it is data that a profile or the school may change.
 */
const standard: Readonly<Record<string, Omit<FormPath, 'form' | 'documents' | 'documentLevel'>>> = {
  'exchange-semester': {
    fields: studyFields,
    steps: partnerSteps,
    guards: partnerGuards,
    checks: {},
    limits: { ...noLimits, maximumMonths: 12 },
  },
  'double-degree': {
    fields: [...studyFields, 'degree'],
    steps: partnerSteps,
    guards: [...partnerGuards, { step: 'agreed', guard: 'no-degree', level: warn }],
    checks: {},
    limits: noLimits,
  },
  'free-mover': { fields: studyFields, steps: ownSteps, guards: ownGuards, checks: {}, limits: noLimits },
  master: {
    fields: [...studyFields, 'degree', 'title'],
    steps: ownSteps,
    guards: ownGuards,
    checks: {},
    limits: noLimits,
  },
  'athens-week': {
    fields: ['title', 'language'],
    steps: ['applied', 'selected', 'nominated', 'accepted', 'departed', 'arrived', 'returned'],
    guards: [
      { step: 'nominated', guard: 'no-semester', level: warn },
      { step: 'accepted', guard: 'no-host', level: block },
      ...arrival,
      { step: 'recognised', guard: 'transcript-missing', level: warn },
    ],
    checks: { 'no-cohort': 'warn' },
    limits: { ...noLimits, maximumMonths: 1 },
  },
  internship: { fields: workFields, steps: workSteps, guards: workGuards, checks: {}, limits: noLimits },
  'end-of-studies-project': {
    fields: workFields,
    steps: workSteps,
    guards: workGuards,
    checks: {},
    limits: noLimits,
  },
  'gap-period': {
    fields: ['title', 'committeeDecision', 'committeeOn', 'committeeMinutes', 'agreementSignedOn'],
    steps: ['applied', 'approved', 'agreed', 'departed', 'arrived', 'returned'],
    guards: [
      { step: 'applied', guard: 'no-dates', level: block },
      { step: 'approved', guard: 'committee-decision-missing', level: block },
      { step: 'agreed', guard: 'agreement-not-signed', level: block },
      ...arrival,
    ],
    checks: {},
    limits: {
      ...noLimits,
      minimumSemesters: 1,
      maximumSemesters: 2,
      isOncePerCycle: true,
      endsBeforeLastSemester: true,
    },
  },
  'summer-school': {
    fields: ['title', 'language'],
    steps: ownSteps,
    guards: [
      { step: 'accepted', guard: 'no-host', level: block },
      { step: 'agreed', guard: 'la-not-signed', level: warn },
      ...arrival,
      ...recognition,
    ],
    checks: {},
    limits: { ...noLimits, maximumMonths: 3 },
  },
  // The Erasmus side of a Blended Intensive Programme: opened once the host has accepted.
  'short-term-blended': {
    fields: ['title', 'language'],
    steps: ['applied', 'selected', 'accepted', 'departed', 'arrived', 'returned'],
    guards: [{ step: 'accepted', guard: 'no-host', level: block }, ...arrival],
    checks: { 'no-cohort': 'warn' },
    limits: noLimits,
  },
  'regional-semester': {
    fields: ['studySemester', 'title'],
    steps: ['applied', 'approved', 'selected', 'accepted', 'agreed', 'departed', 'arrived', 'returned'],
    guards: [
      { step: 'selected', guard: 'no-host', level: block },
      ...agreedByThree,
      ...arrival,
      ...recognition,
    ],
    checks: {},
    limits: { ...noLimits, maximumMonths: 6 },
  },
}

/** The usual description of a form. One that nobody describes has every step. */
export function formPath(form: string): FormPath {
  const usual = standard[form] ?? {
    fields: [],
    steps: partnerSteps,
    guards: ownGuards,
    checks: {},
    limits: noLimits,
  }
  return { form, ...usual, documents: [], documentLevel: warn }
}

/** What the school says of the guards of a form, where it differs from the usual. */
export interface OwnGuards {
  readonly guards?: readonly GuardRule[] | undefined
  readonly checks?: FormPath['checks'] | undefined
  readonly documentLevel?: IssueLevel | undefined
}

/** A form as the school has it: its rule says all of it; what guards its steps is as usual unless said otherwise. */
export function schoolFormPath(form: string, rule: FormRule | undefined, own: OwnGuards = {}): FormPath {
  const usual = formPath(form)
  const steps = (rule?.steps ?? []).map(({ status }) => status)
  return {
    form,
    fields: rule?.fields ?? usual.fields,
    steps: steps.length === 0 ? usual.steps : steps,
    guards: own.guards ?? usual.guards,
    checks: { ...usual.checks, ...own.checks },
    limits: rule?.limits ?? usual.limits,
    documents: rule?.documents ?? [],
    documentLevel: own.documentLevel ?? usual.documentLevel,
  }
}

/** Fields that belong to certain forms only: a form that does not name them does not show them. */
export const fieldsOfForms: readonly string[] = [
  ...new Set(Object.values(standard).flatMap((path) => path.fields)),
]
