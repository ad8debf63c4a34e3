import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { SchoolRules } from '#shared/contract/school-rules.ts'
import type { RulesEffect } from '#shared/contract/settings.ts'
import type { ObligationRule } from '#shared/domain/obligation-types.ts'
import { DraftForm } from '#renderer/ui/form/form.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { changeRule, ruleGroups, ruleValues } from './rule-fields.ts'
import styles from './rules-page.module.css'
import { useCheck } from './use-check.ts'
import { plainObligation } from '#shared/domain/obligation.ts'

/** What a part of the screen is given: the rules in force, those being written, and the way to change them. */
export interface RulesPartProps {
  readonly stored: SchoolRules
  readonly draft: SchoolRules
  readonly problems: RulesEffect['problems']
  readonly onChange: (patch: Partial<SchoolRules>) => void
}

/** Obligations, one below the other: who owes how much, what counts, when to worry. */
export function ObligationRules({ stored, draft, problems, onChange }: RulesPartProps) {
  const { t } = useText()
  const check = useCheck()
  const programmes = draft.programmes.map((programme) => programme.name)
  const groups = ruleGroups({ t }, programmes, draft.forms)
  const put = (rules: readonly ObligationRule[]) => onChange({ obligations: rules })
  return (
    <>
      {draft.obligations.length === 0 && <p className={styles['lead']}>{t('rules.none')}</p>}
      {draft.obligations.map((rule, index) => {
        const before = stored.obligations.find((one) => one.id === rule.id)
        const title = t('rules.rule', { number: index + 1 })
        return (
          <section key={rule.id} className={styles['card']} aria-label={title}>
            <header className={styles['cardHead']}>
              <h2>{title}</h2>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconTrash size={14} />}
                onClick={() => put(draft.obligations.filter((one) => one.id !== rule.id))}
              >
                {t('rules.remove')}
              </Button>
            </header>
            <DraftForm
              groups={groups}
              values={ruleValues(rule, programmes)}
              before={before === undefined ? {} : ruleValues(before, programmes)}
              check={check}
              problems={Object.fromEntries(
                problems
                  .filter((one) => one.part === 'obligations' && one.index === index)
                  .map((one) => [one.field, one.text]),
              )}
              onChange={(name, value) =>
                put(
                  draft.obligations.map((one) =>
                    one.id === rule.id ? changeRule(one, name, value, programmes) : one,
                  ),
                )
              }
            />
          </section>
        )
      })}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => put([...draft.obligations, newRule(draft.obligations)])}
        >
          {t('rules.add')}
        </Button>
      </div>
    </>
  )
}

/** A rule to begin with: the last one's, else eleven weeks would be a guess; one week must be made more. */
function newRule(rules: readonly ObligationRule[]): ObligationRule {
  const id = crypto.randomUUID()
  const last = rules.at(-1)
  if (last !== undefined) return { ...last, id }
  return { ...plainObligation, id, requiredWeeks: 1 }
}
