import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './reports.module.css'

/** Where the bands of durations begin: the school's own, because each authority asks for others. */
export function DurationBands({ weeks }: { readonly weeks: readonly number[] }) {
  const { t } = useText()
  const run = useRun()
  const [written, setWritten] = useState(weeks.join(', '))
  const read = readWeeks(written)
  return (
    <form
      className={styles['bands']}
      onSubmit={(event) => {
        event.preventDefault()
        if (read === undefined) return
        void run(() => client.reports.setDurationBands({ weeks: [...read] }), {
          done: t('report.bands.done'),
        })
      }}
    >
      <TextInput
        label={t('report.bands')}
        description={t('report.bands.help')}
        value={written}
        error={read === undefined ? t('report.bands.wrong') : undefined}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={read === undefined || written === weeks.join(', ')}>
        {t('ui.save')}
      </Button>
    </form>
  )
}

/** Whole weeks, each more than the one before. */
function readWeeks(written: string): readonly number[] | undefined {
  const weeks = written
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)
  const isRising = weeks.every(
    (week, index) => Number.isInteger(week) && week > (weeks[index - 1] ?? 0) && week <= 200,
  )
  return weeks.length > 0 && weeks.length <= 10 && isRising ? weeks : undefined
}
