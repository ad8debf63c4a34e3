import { ActionIcon, Button, Checkbox, NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { athensColumns, type AthensPreset } from '#shared/contract/athens.ts'
import { textKey } from '#shared/entities/labels.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './athens.module.css'

type Column = AthensPreset['columns'][number]

/** The columns of the nomination workbook, their order and the number of choices: kept for the next sessions. */
export function PresetDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const { t } = useText()
  const preset = useQuery(api.athens.preset.queryOptions())
  return (
    <Dialog title={t('athens.preset')} isOpen={isOpen} onClose={onClose}>
      {preset.data !== undefined && <PresetForm preset={preset.data} onClose={onClose} />}
    </Dialog>
  )
}

function PresetForm({ preset, onClose }: { readonly preset: AthensPreset; readonly onClose: () => void }) {
  const { t } = useText()
  const run = useRun()
  const [chosen, setChosen] = useState<readonly Column[]>(preset.columns)
  const [choices, setChoices] = useState(preset.choices)
  const all = [...chosen, ...athensColumns.filter((column) => !chosen.includes(column))]
  const move = (column: Column, step: -1 | 1) => {
    const from = chosen.indexOf(column)
    const others = chosen.filter((one) => one !== column)
    setChosen([...others.slice(0, from + step), column, ...others.slice(from + step)])
  }
  const save = async () => {
    const done = await run(() => client.athens.savePreset({ columns: [...chosen], choices }), {
      done: t('athens.preset.saved'),
    })
    if (done !== undefined) onClose()
  }
  return (
    <>
      <p>{t('athens.preset.about')}</p>
      <ul className={styles['columns']}>
        {all.map((column) => {
          const label = t(textKey(`nomination.column.${column}`))
          const at = chosen.indexOf(column)
          return (
            <li key={column}>
              <Checkbox
                label={label}
                checked={at !== -1}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked
                      ? [...chosen, column]
                      : chosen.filter((one) => one !== column),
                  )
                }
              />
              <ActionIcon
                variant="subtle"
                size={24}
                disabled={at < 1}
                aria-label={t('athens.preset.up', { column: label })}
                onClick={() => move(column, -1)}
              >
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size={24}
                disabled={at === -1 || at === chosen.length - 1}
                aria-label={t('athens.preset.down', { column: label })}
                onClick={() => move(column, 1)}
              >
                <IconArrowDown size={14} />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      <NumberInput
        label={t('athens.preset.choices')}
        description={t('athens.preset.choices.about')}
        min={0}
        max={20}
        value={choices ?? ''}
        onChange={(value) => setChoices(typeof value === 'number' ? value : null)}
      />
      <p>
        <Button disabled={chosen.length === 0} onClick={() => void save()}>
          {t('athens.preset.save')}
        </Button>
      </p>
    </>
  )
}
