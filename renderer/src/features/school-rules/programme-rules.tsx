import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Programme } from '#shared/contract/school-rules.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { DraftForm, type FormValues } from '#renderer/ui/form/form.tsx'
import { useText } from '#renderer/ui/text.tsx'
import type { RulesPartProps } from './obligation-rules.tsx'
import styles from './rules-page.module.css'
import { readTracks, trackLines } from './track-lines.ts'
import { useCheck } from './use-check.ts'

const regional = 'regional'

/** The curricula of the school and their tracks. */
export function ProgrammeRules({ stored, draft, onChange }: RulesPartProps) {
  const { t } = useText()
  const check = useCheck()
  const [problems, setProblems] = useState<Readonly<Record<number, string>>>({})
  const put = (programmes: readonly Programme[]) => onChange({ programmes })
  const change = (index: number, name: string, value: FieldValue) => {
    const { [index]: _mended, ...others } = problems
    const text = typeof value === 'string' ? value : ''
    const replace = (patch: Partial<Programme>) =>
      put(draft.programmes.map((one, place) => (place === index ? { ...one, ...patch } : one)))
    setProblems(others)
    if (name === 'name' && text !== '') return replace({ name: text })
    if (name === 'status') return replace({ studentStatus: text === 'apprentice' ? 'apprentice' : 'student' })
    if (name !== 'tracks') return undefined
    const read = readTracks(text)
    if ('tracks' in read) return replace({ tracks: read.tracks })
    return setProblems({ ...others, [index]: t('rules.problem.isced', read.problem) })
  }
  const fields = [
    { name: 'name', field: { type: 'text', required: true }, label: t('rules.programme.name') },
    {
      name: 'status',
      field: { type: 'choice', required: true, choices: ['student', 'apprentice'] },
      label: t('rules.programme.status'),
      choiceLabel: (choice: string) => t(choiceLabel('student', 'status', choice)),
    },
    {
      name: 'tracks',
      field: { type: 'text', long: true },
      label: t('rules.tracks'),
      help: t('rules.tracks.help'),
    },
  ] as const
  return (
    <>
      {draft.programmes.map((programme, index) => {
        const title = t('rules.programme', { number: index + 1 })
        const before = stored.programmes[index]
        const problem = problems[index]
        return (
          // programmes are told apart by their place: their names are what is being changed
          // oxlint-disable-next-line react/no-array-index-key
          <section key={index} className={styles['card']} aria-label={title}>
            <header className={styles['cardHead']}>
              <h2>{title}</h2>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconTrash size={14} />}
                onClick={() => put(draft.programmes.filter((_one, place) => place !== index))}
              >
                {t('rules.programme.remove')}
              </Button>
            </header>
            <DraftForm
              groups={[{ key: 'programme', title: programme.name, fields }]}
              values={valuesOf(programme)}
              before={before === undefined ? {} : valuesOf(before)}
              check={check}
              problems={problem === undefined ? {} : { tracks: problem }}
              onChange={(name, value) => change(index, name, value)}
            />
          </section>
        )
      })}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() =>
            put([
              ...draft.programmes,
              {
                name: t('rules.programme', { number: draft.programmes.length + 1 }),
                studentStatus: 'student',
                tracks: [],
              },
            ])
          }
        >
          {t('rules.programme.add')}
        </Button>
      </div>
    </>
  )
}

function valuesOf({ name, studentStatus, tracks }: Programme): FormValues {
  return { name, status: studentStatus, tracks: trackLines(tracks, regional) }
}
