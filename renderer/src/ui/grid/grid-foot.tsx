import { Button, Loader } from '@mantine/core'
import { IconAlertTriangle, IconCopy, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { useText } from '#renderer/ui/text.tsx'
import { cellText, isNumeric } from './cell-text.ts'
import gridStyles from './grid.module.css'
import styles from './grid-foot.module.css'
import type { GridStatus } from './grid-types.ts'
import type { PlacedColumn } from './use-grid-columns.ts'

/** The line of totals, under the rows and aligned with their columns. */
export const GridTotals = memo(function GridTotals(props: {
  readonly shown: readonly PlacedColumn[]
  readonly totals: Readonly<Record<string, number>>
  readonly rowIndex: number
}) {
  const text = useText()
  return (
    <div role="row" className={gridStyles['totals']} aria-rowindex={props.rowIndex}>
      <div role="gridcell" className={gridStyles['tick']} aria-colindex={1} />
      {props.shown.map(({ column }, index) => {
        const total = props.totals[column.key]
        const isFirst = index === 0
        return (
          <div
            key={column.key}
            role="gridcell"
            className={isFirst ? gridStyles['first'] : gridStyles['cell']}
            style={isFirst ? undefined : { left: `var(--x${index})`, width: `var(--w${index})` }}
            data-number={isNumeric(column) || undefined}
            aria-colindex={index + 2}
          >
            {total === undefined ? isFirst && text.t('ui.grid.total') : cellText(column, total, text)}
          </div>
        )
      })}
    </div>
  )
})

interface GridFootProps {
  readonly status: GridStatus
  readonly total: number
  readonly isNarrowed: boolean
  readonly selected: number
  readonly selectionActions: ReactNode
  readonly onCopy: () => void
  readonly onClear: () => void
}

/** The line below the grid: how many rows, how many selected and what to do with them. */
export function GridFoot(props: GridFootProps) {
  const { t } = useText()
  const { status, selected } = props
  return (
    <div className={styles['foot']}>
      <span role="status" className={styles['count']}>
        {t(props.isNarrowed ? 'ui.grid.rowsFound' : 'ui.grid.rows', { count: props.total })}
      </span>
      {status.kind === 'loading' && <Loader size={12} color="gray" role="img" aria-label={t('ui.loading')} />}
      {status.kind === 'failed' && (
        <span role="alert" className={styles['failed']}>
          <IconAlertTriangle size={15} aria-hidden />
          {status.text}
          <Button variant="subtle" size="compact-xs" onClick={status.onRetry}>
            {t('ui.retry')}
          </Button>
        </span>
      )}
      {selected > 0 && (
        <div className={styles['selection']} role="group" aria-label={t('ui.grid.selection')}>
          <strong>{t('ui.grid.selected', { count: selected })}</strong>
          {props.selectionActions}
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconCopy size={14} />}
            onClick={props.onCopy}
          >
            {t('ui.grid.copy')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconX size={14} />}
            onClick={props.onClear}
          >
            {t('ui.grid.clearSelection')}
          </Button>
        </div>
      )}
    </div>
  )
}
