import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { compareAgreements, type CopyCondition } from '#shared/domain/agreement-comparison.ts'
import type { ComparedCopies } from '#shared/contract/comparison.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { TypedCopy } from './typed-copy.tsx'
import styles from './comparison.module.css'

/** On the page of an agreement: the partner's copy, from a file or typed, held against ours. Nothing is written. */
export function ComparisonSection({ id }: { readonly id: string }) {
  const { t } = useText()
  const run = useRun()
  const own = useQuery(api.ewp.copy.queryOptions({ input: { agreementId: id } }))
  const [compared, setCompared] = useState<ComparedCopies>()
  const [reading, setReading] = useState<string>()
  const [isTyping, setTyping] = useState(false)
  if (own.data === undefined) return null
  const ours = own.data
  const read = async (file: File) => {
    setReading(file.name)
    setCompared(await run(() => client.ewp.compare({ a: { agreementId: id }, b: { file } })))
    setReading(undefined)
  }
  const compareTyped = (conditions: readonly CopyCondition[]) => {
    const pairs = compareAgreements(ours, { conditions, isSigned: false })
    setCompared({
      ours,
      theirs: { label: t('comparison.tab'), isSigned: false, conditions: [...conditions] },
      pairs: pairs.map((pair) => ({ ...pair, differences: [...pair.differences] })),
    })
  }
  if (ours.conditions.length === 0) return <p className={styles['lead']}>{t('comparison.none')}</p>
  return (
    <div>
      <p className={styles['lead']}>{t('comparison.lead')}</p>
      {isTyping ? (
        <TypedCopy conditions={ours.conditions} onChange={compareTyped} />
      ) : (
        <DropZone
          label={t('comparison.drop')}
          accept=".xml,.xlsx,.csv"
          isOff={reading !== undefined}
          onFiles={([file]) => {
            if (file !== undefined) void read(file)
          }}
        />
      )}
      <div className={styles['line']}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPencil size={14} />}
          onClick={() => {
            setTyping(!isTyping)
            setCompared(undefined)
          }}
        >
          {t(isTyping ? 'comparison.type.stop' : 'comparison.type')}
        </Button>
      </div>
      {reading !== undefined && <p role="status">{t('comparison.reading', { file: reading })}</p>}
      {compared !== undefined && reading === undefined && <DifferenceTable compared={compared} />}
    </div>
  )
}
