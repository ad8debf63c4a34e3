import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { schoolRuleNames, type SchoolRules } from '#shared/contract/school-rules.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { CurriculumRules } from './curriculum-rules.tsx'
import { EffectPanel } from './effect-panel.tsx'
import { FormRules } from './form-rules.tsx'
import { ObligationRules } from './obligation-rules.tsx'
import { ProgrammeRules } from './programme-rules.tsx'
import styles from './rules-page.module.css'

const parts = ['obligations', 'forms', 'curriculum', 'programmes'] as const

interface RulesPageProps {
  readonly parent: { readonly label: string; readonly href: string }
  readonly hrefOf: (studentId: string) => string
  /** The way to certain stays. */
  readonly toStays: (ids: readonly string[]) => string
}

/** What the school decides for itself, and what each change of it does to the students before it is saved. */
export function RulesPage({ parent, hrefOf, toStays }: RulesPageProps) {
  const { t } = useText()
  const run = useRun()
  const { data: stored } = useQuery(api.settings.rules.queryOptions())
  const [part, setPart] = useState<(typeof parts)[number]>('obligations')
  const [changes, setChanges] = useState<Partial<SchoolRules>>({})
  const patch = stored === undefined ? {} : differences(stored, changes)
  const isChanged = Object.keys(patch).length > 0
  const effect = useQuery(api.settings.tryRules.queryOptions({ input: mutable(patch), enabled: isChanged }))
  if (stored === undefined)
    return (
      <Page title={t('rules.title')} parent={parent} isDocument>
        {null}
      </Page>
    )
  const problems = isChanged ? (effect.data?.problems ?? []) : []
  const save = async () => {
    const saved = await run(() => client.settings.saveRules(mutable(patch)), { done: t('rules.saved') })
    if (saved !== undefined) setChanges({})
  }
  const shared = {
    stored,
    draft: { ...stored, ...changes },
    problems,
    onChange: (next: Partial<SchoolRules>) => setChanges((before) => ({ ...before, ...next })),
  }
  return (
    <Page
      title={t('rules.title')}
      lead={t('rules.lead')}
      parent={parent}
      isDocument
      toolbar={
        <SegmentedControl
          size="xs"
          value={part}
          data={parts.map((one) => ({ value: one, label: t(`rules.part.${one}`) }))}
          onChange={(next) => setPart(parts.find((one) => one === next) ?? 'obligations')}
        />
      }
    >
      <div className={styles['columns']}>
        <div className={styles['parts']}>
          {part === 'obligations' && <ObligationRules {...shared} />}
          {part === 'forms' && <FormRules {...shared} />}
          {part === 'curriculum' && <CurriculumRules {...shared} />}
          {part === 'programmes' && <ProgrammeRules {...shared} />}
        </div>
        <div className={styles['aside']}>
          <EffectPanel
            isChanged={isChanged}
            effect={effect.isFetching ? undefined : effect.data}
            hrefOf={hrefOf}
            toStays={toStays}
          />
          <div className={styles['buttons']}>
            <Button
              disabled={!isChanged || effect.data === undefined || effect.isFetching || problems.length > 0}
              onClick={() => void save()}
            >
              {t('rules.save')}
            </Button>
            <Button variant="default" disabled={!isChanged} onClick={() => setChanges({})}>
              {t('rules.reset')}
            </Button>
          </div>
        </div>
      </div>
    </Page>
  )
}

/** The parts that are really other than those in force. */
function differences(stored: SchoolRules, changes: Partial<SchoolRules>): Partial<SchoolRules> {
  const changed = schoolRuleNames.filter(
    (name) => changes[name] !== undefined && JSON.stringify(changes[name]) !== JSON.stringify(stored[name]),
  )
  return Object.fromEntries(changed.map((name) => [name, changes[name]]))
}

type RulesInput = Parameters<typeof client.settings.saveRules>[0]

/** The same as the contract takes it: lists of its own, that it may change. */
function mutable({
  semesters,
  programmes,
  forms,
  obligations,
  curriculum,
  stayRules,
}: Partial<SchoolRules>): RulesInput {
  return {
    ...(semesters === undefined ? {} : { semesters: [...semesters] }),
    ...(programmes === undefined
      ? {}
      : { programmes: programmes.map((one) => ({ ...one, tracks: [...one.tracks] })) }),
    ...(forms === undefined ? {} : { forms: [...forms] }),
    ...(obligations === undefined ? {} : { obligations: [...obligations] }),
    ...(curriculum === undefined ? {} : { curriculum }),
    ...(stayRules === undefined ? {} : { stayRules }),
  }
}
