import { mobilityForms, type FormCounting, type FormRule, type StayForm } from '#shared/domain/form-rule.ts'
import { exemptionReasons, type FormException, type ObligationRule } from '#shared/domain/obligation-types.ts'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { FormFieldSpec } from '#renderer/ui/form/form-types.ts'
import type { FormGroup, FormValues } from '#renderer/ui/form/form.tsx'
import type { Text } from '#renderer/ui/text.tsx'

const plannedSteps = ['applied', 'approved', 'selected', 'accepted', 'agreed'] as const
const validatedSteps = ['returned', 'recognised'] as const

const year = { type: 'integer', min: 1950, max: 2149 } as const
const semester = { type: 'integer', min: 1, max: 12 } as const

/** Names of a list by their place: a name may hold the comma that divides choices. */
const places = (names: readonly string[]) => names.map((_name, index) => String(index))

/** The form of one obligation, its fields in three groups. */
export function ruleGroups(
  { t }: Pick<Text, 't'>,
  programmes: readonly string[],
  forms: readonly FormRule[],
): readonly FormGroup[] {
  const spec = (name: string, field: Field, more: Partial<FormFieldSpec> = {}): FormFieldSpec => ({
    name,
    field,
    label: t(textKey(`rules.${name}`)),
    ...more,
  })
  const words = (prefix: string) => ({ choiceLabel: (choice: string) => t(textKey(`${prefix}.${choice}`)) })
  const exemptions = {
    ...words('choice.student.exemptionReason'),
  }
  const formWords = words('choice.mobility.form')
  const counted = forms.filter((form) => form.counting.counts).map((form) => form.form)
  const notCounted = forms
    .filter((form) => !form.counting.counts && form.form !== 'regional-semester')
    .map((form) => form.form)
  const cohortHelp = { help: t('rules.cohort.help') }
  const semesterHelp = { help: t('rules.semester.help') }
  return [
    {
      key: 'who',
      title: t('rules.group.who'),
      fields: [
        spec('requiredWeeks', { type: 'integer', min: 1, max: 200, required: true }),
        spec(
          'apprenticeWeeks',
          { type: 'integer', min: 0, max: 200 },
          { help: t('rules.apprenticeWeeks.help') },
        ),
        spec('fromCohort', year, cohortHelp),
        spec('toCohort', year, cohortHelp),
        spec(
          'owedBy',
          {
            type: 'choice',
            required: true,
            choices: ['every-student', 'schooled-entirely-in-france'],
          },
          words('rules.owedBy'),
        ),
        ...(programmes.length === 0
          ? []
          : [
              spec(
                'programmes',
                { type: 'choices', choices: places(programmes) },
                {
                  help: t('rules.programmes.help'),
                  choiceLabel: (place: string) => programmes[Number(place)] ?? place,
                },
              ),
            ]),
        spec('exemptions', { type: 'choices', choices: exemptionReasons }, exemptions),
        spec('exemptionProofs', { type: 'choices', choices: exemptionReasons }, exemptions),
      ],
    },
    {
      key: 'count',
      title: t('rules.group.count'),
      fields: [
        spec('stays', { type: 'choice', required: true, choices: ['several', 'one'] }, words('rules.stays')),
        spec('minimumDays', { type: 'integer', min: 1, max: 1000, required: true }),
        spec('firstSemester', semester, semesterHelp),
        spec('lastSemester', semester, semesterHelp),
        spec(
          'dayCount',
          { type: 'choice', required: true, choices: ['calendar', 'commercial'] },
          words('rules.dayCount'),
        ),
        spec(
          'rounding',
          { type: 'choice', required: true, choices: ['down', 'nearest', 'up'] },
          words('rules.rounding'),
        ),
        spec(
          'plannedFrom',
          { type: 'choice', required: true, choices: plannedSteps },
          words('choice.mobility.status'),
        ),
        spec(
          'validatedFrom',
          { type: 'choice', required: true, choices: validatedSteps },
          words('choice.mobility.status'),
        ),
        ...(counted.length === 0
          ? []
          : [spec('formsNotCounted', { type: 'choices', choices: counted }, formWords)]),
        ...(notCounted.length === 0
          ? []
          : [spec('formsCounted', { type: 'choices', choices: notCounted }, formWords)]),
      ],
    },
    {
      key: 'watch',
      title: t('rules.group.watch'),
      fields: [
        spec('riskMonths', { type: 'integer', min: 1, max: 60 }, { help: t('rules.riskMonths.help') }),
        spec('aimPercent', { type: 'decimal', min: 0, max: 100 }),
      ],
    },
  ]
}

/** A rule as its form shows it. */
export function ruleValues(rule: ObligationRule, programmes: readonly string[]): FormValues {
  const { programmes: named, exemptions, formExceptions, id: _id, ...plain } = rule
  const chosen = programmes.flatMap((name, index) => (named.includes(name) ? [String(index)] : []))
  return {
    ...plain,
    programmes: joined(chosen),
    exemptions: joined(exemptions.map((one) => one.reason)),
    exemptionProofs: joined(exemptions.filter((one) => one.needsProof).map((one) => one.reason)),
    formsCounted: joined(formExceptions.filter((one) => one.counts).map((one) => one.form)),
    formsNotCounted: joined(formExceptions.filter((one) => !one.counts).map((one) => one.form)),
  }
}

/** The rule with one field of its form changed. */
export function changeRule(
  rule: ObligationRule,
  name: string,
  value: FieldValue,
  programmes: readonly string[],
): ObligationRule {
  switch (name) {
    case 'programmes':
      return { ...rule, programmes: split(value).flatMap((place) => programmes[Number(place)] ?? []) }
    case 'exemptions':
      return { ...rule, exemptions: exemptionsOf(split(value), proofsOf(rule)) }
    case 'exemptionProofs': {
      const proofs = split(value)
      const reasons = exemptionReasons.filter(
        (reason) => proofs.includes(reason) || rule.exemptions.some((one) => one.reason === reason),
      )
      return { ...rule, exemptions: exemptionsOf(reasons, proofs) }
    }
    case 'formsCounted':
    case 'formsNotCounted':
      return { ...rule, formExceptions: exceptionsOf(rule, name === 'formsCounted', split(value)) }
    default:
      return { ...rule, ...plainChange(name, value) }
  }
}

const numbers = [
  'fromCohort',
  'toCohort',
  'apprenticeWeeks',
  'firstSemester',
  'lastSemester',
  'riskMonths',
  'aimPercent',
] as const

function plainChange(name: string, value: FieldValue): Partial<ObligationRule> {
  const number = numbers.find((one) => one === name)
  if (number !== undefined) return { [number]: typeof value === 'number' ? value : null }
  if (name === 'requiredWeeks' || name === 'minimumDays')
    return typeof value === 'number' ? { [name]: value } : {}
  const choice = choiceChange(name, value)
  if (choice === undefined) throw new Error(`A rule has no field ${name}`)
  return choice
}

const choices = {
  owedBy: ['every-student', 'schooled-entirely-in-france'],
  stays: ['several', 'one'],
  dayCount: ['calendar', 'commercial'],
  rounding: ['down', 'nearest', 'up'],
  plannedFrom: plannedSteps,
  validatedFrom: validatedSteps,
} as const

function choiceChange(name: string, value: FieldValue): Partial<ObligationRule> | undefined {
  for (const [key, known] of Object.entries(choices)) {
    if (key !== name) continue
    const chosen = known.find((one) => one === value)
    return chosen === undefined ? {} : { [key]: chosen }
  }
  return undefined
}

const proofsOf = (rule: ObligationRule): readonly string[] =>
  rule.exemptions.filter((one) => one.needsProof).map((one) => one.reason)

function exemptionsOf(reasons: readonly string[], proofs: readonly string[]): ObligationRule['exemptions'] {
  return exemptionReasons
    .filter((reason) => reasons.includes(reason))
    .map((reason) => ({ reason, needsProof: proofs.includes(reason) }))
}

const noLimit: Omit<FormCounting, 'counts'> = { minimumDays: null, mostWeeks: null }

function exceptionsOf(
  rule: ObligationRule,
  counts: boolean,
  forms: readonly string[],
): readonly FormException[] {
  const others = rule.formExceptions.filter((one) => one.counts !== counts && !forms.includes(one.form))
  const kept = rule.formExceptions.filter((one) => one.counts === counts && forms.includes(one.form))
  const added = forms
    .filter((form) => !kept.some((one) => one.form === form))
    .flatMap((name) => (isForm(name) ? [{ form: name, counts, ...noLimit }] : []))
  return [...others, ...kept, ...added]
}

function isForm(name: string): name is StayForm {
  return mobilityForms.some((form) => form === name)
}

const joined = (names: readonly string[]): FieldValue => (names.length === 0 ? null : names.join(','))
const split = (value: FieldValue): readonly string[] => (typeof value === 'string' ? value.split(',') : [])
