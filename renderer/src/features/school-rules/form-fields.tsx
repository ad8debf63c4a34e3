import { fieldsOfForms } from '#shared/domain/form-path.ts'
import { stayCheckCodes, usualLevels, type StayCheckCode } from '#shared/domain/stay-checks.ts'
import { fieldLabel } from '#shared/entities/labels.ts'
import { DraftForm } from '#renderer/ui/form/form.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { guardsOf, levels, withGuards } from './form-changes.ts'
import type { FormPartProps } from './form-rules.tsx'
import styles from './form-editor.module.css'
import { CellChoice } from './table-controls.tsx'
import { useCheck } from './use-check.ts'

/** Checks that are made of one form alone. */
const checksOfOne: Readonly<Partial<Record<StayCheckCode, string>>> = {
  'host-is-partner': 'free-mover',
  'gap-period-not-at-semester': 'gap-period',
  'host-abroad': 'regional-semester',
  'track-unknown': 'regional-semester',
  'track-not-listed': 'regional-semester',
  'school-not-listed': 'regional-semester',
  'not-ninth-semester': 'regional-semester',
  'not-in-september': 'regional-semester',
  'repeated-twice': 'regional-semester',
  'repeats-unknown': 'regional-semester',
}

/** Which fields a stay of the form has, and what the checks of the stay itself do. */
export function FormFields({ rule, before, stayRules, onRule, onStayRules }: FormPartProps) {
  const { t } = useText()
  const check = useCheck()
  const { checks } = guardsOf(stayRules, rule.form)
  const own = stayRules.forms.find((one) => one.form === rule.form)?.checks
  const shown = stayCheckCodes.filter((code) => (checksOfOne[code] ?? rule.form) === rule.form)
  const fields = {
    name: 'fields',
    field: { type: 'choices', choices: fieldsOfForms },
    label: t('forms.fields'),
    help: t('forms.fields.help'),
    choiceLabel: (name: string) => t(fieldLabel('mobility', name)),
    isWide: true,
  } as const
  const joined = (names: readonly string[]) =>
    fieldsOfForms.filter((name) => names.includes(name)).join(',') || null
  return (
    <div className={styles['stack']}>
      <DraftForm
        groups={[{ key: 'fields', title: t('forms.fields'), fields: [fields] }]}
        values={{ fields: joined(rule.fields) }}
        before={{ fields: joined(before?.fields ?? []) }}
        check={check}
        problems={{}}
        onChange={(_name, value) =>
          onRule({ ...rule, fields: typeof value === 'string' ? value.split(',') : [] })
        }
      />
      <section>
        <h3 className={styles['title']}>{t('forms.checks')}</h3>
        <p className={styles['dim']}>{t('forms.checks.lead')}</p>
        <ul className={styles['checks']}>
          {shown.map((code) => (
            <li key={code}>
              <span>{t(`forms.check.${code}`)}</span>
              <CellChoice
                label={t('forms.level.of', { name: t(`forms.check.${code}`) })}
                value={checks[code] ?? usualLevels[code]}
                choices={levels}
                wordOf={(level) => t(`forms.level.${level}`)}
                onChange={(level) =>
                  onStayRules(withGuards(stayRules, rule.form, { checks: { ...own, [code]: level } }))
                }
              />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
