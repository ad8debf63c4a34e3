import { Checkbox, NativeSelect } from '@mantine/core'
import type { FormStep } from '#shared/domain/form-rule.ts'
import { pipelineSteps, type PipelineStep } from '#shared/domain/mobility-steps.ts'
import { guardCodes } from '#shared/domain/stay-guards.ts'
import { stepWord } from '#shared/text/step-text.ts'
import { useText } from '#renderer/ui/text.tsx'
import { askingSteps, guardsOf, levels, withGuard, withGuards, withStep } from './form-changes.ts'
import type { FormPartProps } from './form-rules.tsx'
import styles from './form-editor.module.css'
import { CellChoice, CellText } from './table-controls.tsx'

/** The steps of a form in order: which are used, who answers for each, and what is asked for before it. */
export function FormSteps({ rule, problems, onRule, ...shared }: FormPartProps) {
  const { t } = useText()
  const asking = askingSteps(rule)
  const change = (step: PipelineStep, patch: Partial<FormStep>) =>
    onRule({
      ...rule,
      steps: rule.steps.map((one) => (one.status === step ? { ...one, ...patch } : one)),
    })
  return (
    <div className={styles['scroll']}>
      {problems.flatMap(({ field, text }) =>
        field === 'steps'
          ? [
              <p key={text} role="alert" className={styles['problem']}>
                {text}
              </p>,
            ]
          : [],
      )}
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('forms.steps.used')}</th>
            <th scope="col">{t('forms.steps.step')}</th>
            <th scope="col" className={styles['asked']}>
              {t('forms.steps.asks')}
            </th>
            <th scope="col">{t('forms.steps.who')}</th>
          </tr>
        </thead>
        <tbody>
          {pipelineSteps.map((step) => {
            const word = stepWord(t, step)
            const own = rule.steps.find(({ status }) => status === step)
            const isFixed = step === 'draft' || step === 'recognised'
            return (
              <tr key={step} data-off={!isFixed && own === undefined}>
                <td>
                  <Checkbox
                    size="xs"
                    aria-label={t('forms.steps.use', { step: word })}
                    checked={isFixed || own !== undefined}
                    disabled={isFixed}
                    onChange={(event) => onRule(withStep(rule, step, event.currentTarget.checked))}
                  />
                </td>
                <th scope="row">{word}</th>
                <td>{asking.includes(step) && <Asked rule={rule} step={step} {...shared} />}</td>
                <td>
                  {own !== undefined && (
                    <div className={styles['pair']}>
                      <CellText
                        label={t('forms.steps.office.of', { step: word })}
                        field={{ type: 'text' }}
                        value={own.office === '' ? null : own.office}
                        placeholder={rule.office === '' ? t('forms.steps.office') : rule.office}
                        onChange={(value) => change(step, { office: textOf(value) })}
                      />
                      <CellText
                        label={t('forms.steps.approval.of', { step: word })}
                        field={{ type: 'text' }}
                        value={own.approval === '' ? null : own.approval}
                        placeholder={t('forms.steps.approval')}
                        onChange={(value) => change(step, { approval: textOf(value) })}
                      />
                    </div>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

type AskedProps = Omit<FormPartProps, 'problems' | 'onRule'> & { readonly step: PipelineStep }

/** What is asked for before a step, each with what its lack does, and the way to ask for more. */
function Asked({ rule, step, stayRules, onStayRules }: AskedProps) {
  const { t } = useText()
  const { guards } = guardsOf(stayRules, rule.form)
  const own = guards.filter((one) => one.step === step)
  const others = guardCodes.filter((code) => !own.some(({ guard }) => guard === code))
  const documents = rule.documents.filter((document) => document.step === step && document.isRequired)
  const put = (guard: (typeof guardCodes)[number], level: (typeof levels)[number]) =>
    onStayRules(withGuards(stayRules, rule.form, { guards: withGuard(guards, { step, guard, level }) }))
  const isChecked = step === askingSteps(rule)[0] || step === 'recognised'
  return (
    <ul className={styles['asks']}>
      {isChecked && <li className={styles['dim']}>{t('forms.steps.checks')}</li>}
      {own.map(({ guard, level }) => (
        <li key={guard} data-off={level === 'off'}>
          <span>{t(`forms.ask.${guard}`)}</span>
          <CellChoice
            label={t('forms.level.of', { name: t(`forms.ask.${guard}`) })}
            value={level}
            choices={levels}
            wordOf={(one) => t(`forms.level.${one}`)}
            onChange={(next) => put(guard, next)}
          />
        </li>
      ))}
      {documents.length > 0 && (
        <li className={styles['dim']}>{t('forms.steps.documents', { count: documents.length })}</li>
      )}
      <li className={styles['more']}>
        <NativeSelect
          size="xs"
          aria-label={t('forms.steps.add', { step: stepWord(t, step) })}
          value=""
          data={[
            { value: '', label: t('forms.steps.more') },
            ...others.map((code) => ({ value: code, label: t(`forms.ask.${code}`) })),
          ]}
          onChange={(event) => {
            const chosen = others.find((code) => code === event.currentTarget.value)
            if (chosen !== undefined) put(chosen, 'block')
          }}
        />
      </li>
    </ul>
  )
}
