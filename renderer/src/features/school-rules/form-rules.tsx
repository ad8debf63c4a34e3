import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { RulesEffect } from '#shared/contract/settings.ts'
import type { StayRulesSetting } from '#shared/contract/stay-rules.ts'
import { formPath } from '#shared/domain/form-path.ts'
import { mobilityForms, type FormRule, type StayForm } from '#shared/domain/form-rule.ts'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { DraftForm, type FormValues } from '#renderer/ui/form/form.tsx'
import { Tabs, type Tab } from '#renderer/ui/tabs.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { guardsOf } from './form-changes.ts'
import { Correspondences } from './form-correspondences.tsx'
import { FormDocuments } from './form-documents.tsx'
import editor from './form-editor.module.css'
import { FormFields } from './form-fields.tsx'
import { FormSteps } from './form-steps.tsx'
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

/** What a part of the description of a form is given: the form as it is written now, and the ways to change it. */
export interface FormPartProps {
  readonly rule: FormRule
  /** The form as it is in force; undefined for one that is newly accepted. */
  readonly before: FormRule | undefined
  readonly stayRules: StayRulesSetting
  /** What is wrong with this form. */
  readonly problems: RulesEffect['problems']
  readonly onRule: (rule: FormRule) => void
  readonly onStayRules: (stayRules: StayRulesSetting) => void
}

/** The forms that the school accepts, one at a time: who answers, how long, its steps, documents, fields and checks. */
export function FormRules({ stored, draft, problems, onChange }: RulesPartProps) {
  const { t } = useText()
  const [chosen, setChosen] = useState<StayForm>()
  const word = (form: StayForm) => t(choiceLabel('mobility', 'form', form))
  const rule = draft.forms.find((one) => one.form === chosen) ?? draft.forms[0]
  const put = (forms: readonly FormRule[]) => onChange({ forms })
  const others = mobilityForms.filter((form) => !draft.forms.some((one) => one.form === form))
  return (
    <>
      <div className={editor['choose']} role="group" aria-label={t('forms.choose')}>
        {draft.forms.map(({ form }) => (
          <Button
            key={form}
            size="compact-sm"
            variant={form === rule?.form ? 'filled' : 'default'}
            aria-pressed={form === rule?.form}
            onClick={() => setChosen(form)}
          >
            {word(form)}
          </Button>
        ))}
      </div>
      {rule !== undefined && (
        <OneForm
          key={rule.form}
          stored={stored}
          draft={draft}
          rule={rule}
          problems={problems}
          onChange={onChange}
          onRemove={() => put(draft.forms.filter((one) => one.form !== rule.form))}
        />
      )}
      {others.length > 0 && (
        <div className={styles['buttons']} role="group" aria-label={t('rules.form.add')}>
          {others.map((form) => (
            <Button
              key={form}
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => {
                put([...draft.forms, stored.forms.find((one) => one.form === form) ?? accepted(form)])
                setChosen(form)
              }}
            >
              {word(form)}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

interface OneFormProps extends RulesPartProps {
  readonly rule: FormRule
  readonly onRemove: () => void
}

function OneForm({ stored, draft, rule, problems, onChange, onRemove }: OneFormProps) {
  const { t } = useText()
  const [tab, setTab] = useState('general')
  const index = draft.forms.indexOf(rule)
  const { stayRules } = draft
  const part: FormPartProps = {
    rule,
    before: stored.forms.find((one) => one.form === rule.form),
    stayRules,
    problems: problems.filter((one) => one.part === 'forms' && one.index === index),
    onRule: (next) => onChange({ forms: draft.forms.map((one) => (one === rule ? next : one)) }),
    onStayRules: (next) => onChange({ stayRules: next }),
  }
  const word = t(choiceLabel('mobility', 'form', rule.form))
  const tabs: readonly Tab[] = [
    { key: 'general', label: t('forms.tab.general'), content: <FormGeneral {...part} /> },
    {
      key: 'steps',
      label: t('forms.tab.steps'),
      count: rule.steps.length + 2,
      content: <FormSteps {...part} />,
    },
    {
      key: 'documents',
      label: t('forms.tab.documents'),
      count: rule.documents.length,
      content: <FormDocuments {...part} />,
    },
    { key: 'fields', label: t('forms.tab.fields'), content: <FormFields {...part} /> },
    ...(rule.form === 'regional-semester'
      ? [
          {
            key: 'correspondences',
            label: t('forms.tab.correspondences'),
            count: stayRules.correspondences.length,
            content: (
              <Correspondences
                stored={stored.stayRules}
                stayRules={stayRules}
                programmes={draft.programmes}
                problems={problems}
                onStayRules={part.onStayRules}
              />
            ),
          },
        ]
      : []),
  ]
  return (
    <section className={styles['card']} aria-label={word}>
      <header className={styles['cardHead']}>
        <h2>{word}</h2>
        <Button size="compact-sm" variant="default" leftSection={<IconTrash size={14} />} onClick={onRemove}>
          {t('rules.form.remove')}
        </Button>
      </header>
      <p className={styles['lead']}>{t('forms.lead')}</p>
      {!guardsOf(stayRules, rule.form).isUsual && (
        <p className={editor['usual']}>
          {t('forms.usual.lead')}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              part.onStayRules({
                ...stayRules,
                forms: stayRules.forms.filter((one) => one.form !== rule.form),
              })
            }
          >
            {t('forms.usual')}
          </Button>
        </p>
      )}
      <Tabs label={word} tabs={tabs} current={tab} onChange={setTab} />
    </section>
  )
}

/** Who answers for a form, how it counts, how long it may last. */
function FormGeneral({ rule, before, problems, onRule }: FormPartProps) {
  const { t } = useText()
  const check = useCheck()
  const isRegional = rule.form === 'regional-semester'
  const group = (key: 'who' | 'count' | 'length', names: readonly string[]) => ({
    key,
    title: t(`forms.part.${key}`),
    fields: Object.entries(fields)
      .filter(([name]) => names.includes(name))
      .map(([name, field]) => ({ name, field, label: t(textKey(`rules.form.${name}`)) })),
  })
  return (
    <>
      {isRegional && <p className={styles['lead']}>{t('rules.form.regional')}</p>}
      <DraftForm
        groups={[
          group('who', ['office', 'approvals']),
          ...(isRegional ? [] : [group('count', ['counts', 'minimumDays', 'mostWeeks'])]),
          group('length', [...limitNames, ...flagNames]),
        ]}
        values={valuesOf(rule)}
        before={before === undefined ? {} : valuesOf(before)}
        check={check}
        problems={Object.fromEntries(problems.map(({ field, text }) => [field, text]))}
        onChange={(name, value) => onRule(changed(rule, name, value))}
      />
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

/** A form newly accepted: it counts, and is made as usual; it asks for no document yet. */
function accepted(form: StayForm): FormRule {
  const usual = formPath(form)
  return {
    form,
    office: '',
    counting: { counts: form !== 'regional-semester', minimumDays: null, mostWeeks: null },
    approvals: [],
    steps: usual.steps.map((status) => ({ status, office: '', approval: '' })),
    documents: [],
    fields: usual.fields,
    limits: usual.limits,
  }
}
