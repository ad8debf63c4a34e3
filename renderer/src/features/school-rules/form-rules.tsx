import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { FormLimits, FormRule, StayForm } from '#shared/domain/form-rule.ts'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { mobilityForms } from '#shared/entities/mobility.ts'
import { DraftForm, type FormValues } from '#renderer/ui/form/form.tsx'
import { useText } from '#renderer/ui/text.tsx'
import type { RulesPartProps } from './obligation-rules.tsx'
import styles from './rules-page.module.css'
import { useCheck } from './use-check.ts'

const months = { type: 'decimal', min: 0, max: 60 } as const
const semesters = { type: 'integer', min: 0, max: 12 } as const

const fields: Readonly<Record<string, Field>> = {
  office: { type: 'text' },
  counts: { type: 'boolean' },
  minimumDays: { type: 'integer', min: 1, max: 1000 },
  mostWeeks: { type: 'integer', min: 0, max: 200 },
  minimumMonths: months,
  maximumMonths: months,
  minimumSemesters: semesters,
  maximumSemesters: semesters,
  isOncePerCycle: { type: 'boolean' },
  endsBeforeLastSemester: { type: 'boolean' },
  approvals: { type: 'text', long: true },
}

/** The forms that the school accepts: who answers for each, how it counts, how long it lasts. */
export function FormRules({ stored, draft, onChange }: RulesPartProps) {
  const { t } = useText()
  const check = useCheck()
  const word = (form: StayForm) => t(choiceLabel('mobility', 'form', form))
  const put = (forms: readonly FormRule[]) => onChange({ forms })
  const specs = Object.entries(fields).map(([name, field]) => ({
    name,
    field,
    label: t(textKey(`rules.form.${name}`)),
  }))
  const others = mobilityForms.filter((form) => !draft.forms.some((one) => one.form === form))
  return (
    <>
      {draft.forms.map((rule) => {
        const before = stored.forms.find((one) => one.form === rule.form)
        const isRegional = rule.form === 'regional-semester'
        const shown = isRegional
          ? specs.filter(({ name }) => !['counts', 'minimumDays', 'mostWeeks'].includes(name))
          : specs
        return (
          <section key={rule.form} className={styles['card']} aria-label={word(rule.form)}>
            <header className={styles['cardHead']}>
              <h2>{word(rule.form)}</h2>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconTrash size={14} />}
                onClick={() => put(draft.forms.filter((one) => one.form !== rule.form))}
              >
                {t('rules.form.remove')}
              </Button>
            </header>
            {isRegional && <p className={styles['lead']}>{t('rules.form.regional')}</p>}
            <DraftForm
              groups={[{ key: rule.form, title: t('rules.group.count'), fields: shown }]}
              values={valuesOf(rule)}
              before={before === undefined ? {} : valuesOf(before)}
              check={check}
              problems={{}}
              onChange={(name, value) =>
                put(draft.forms.map((one) => (one.form === rule.form ? changed(one, name, value) : one)))
              }
            />
          </section>
        )
      })}
      {others.length > 0 && (
        <div className={styles['buttons']} role="group" aria-label={t('rules.form.add')}>
          {others.map((form) => (
            <Button
              key={form}
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => put([...draft.forms, accepted(form)])}
            >
              {word(form)}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

function valuesOf({ office, counting, limits, approvals }: FormRule): FormValues {
  return { office: office === '' ? null : office, ...counting, ...limits, approvals: approvals.join('\n') }
}

const limitNames = ['minimumMonths', 'maximumMonths', 'minimumSemesters', 'maximumSemesters'] as const
const flagNames = ['isOncePerCycle', 'endsBeforeLastSemester'] as const

function changed(rule: FormRule, name: string, value: FieldValue): FormRule {
  const number = typeof value === 'number' ? value : null
  const limit = limitNames.find((one) => one === name)
  if (limit !== undefined) return { ...rule, limits: { ...rule.limits, [limit]: number } }
  const flag = flagNames.find((one) => one === name)
  if (flag !== undefined) return { ...rule, limits: { ...rule.limits, [flag]: value === true } }
  if (name === 'counts') return { ...rule, counting: { ...rule.counting, counts: value === true } }
  if (name === 'minimumDays') return { ...rule, counting: { ...rule.counting, minimumDays: number } }
  if (name === 'mostWeeks') return { ...rule, counting: { ...rule.counting, mostWeeks: number } }
  const text = typeof value === 'string' ? value : ''
  if (name === 'office') return { ...rule, office: text.trim() }
  if (name === 'approvals') return { ...rule, approvals: linesOf(text) }
  throw new Error(`A form has no field ${name}`)
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const noLimits: FormLimits = {
  minimumMonths: null,
  maximumMonths: null,
  minimumSemesters: null,
  maximumSemesters: null,
  isOncePerCycle: false,
  endsBeforeLastSemester: false,
}

/** A form newly accepted: it counts, and asks for nothing yet. */
function accepted(form: StayForm): FormRule {
  return {
    form,
    office: '',
    counting: { counts: form !== 'regional-semester', minimumDays: null, mostWeeks: null },
    approvals: [],
    steps: [],
    documents: [],
    fields: [],
    limits: noLimits,
  }
}
