import { Popover } from '@mantine/core'
import {
  IconArrowBarLeft,
  IconArrowBarRight,
  IconArrowLeft,
  IconArrowRight,
  IconEyeOff,
  IconSortAscending,
  IconSortDescending,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Filter, ListColumn, Sort } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import { ColumnFilter } from './column-filter.tsx'
import styles from './column-menu.module.css'
import type { CellReading, DistinctValue } from './grid-types.ts'
import type { PlacedColumn } from './use-grid-columns.ts'

const widthStepPx = 32

export interface ColumnMenuProps {
  readonly placed: PlacedColumn
  /** The column's place among those shown, and how many there are. */
  readonly place: number
  readonly count: number
  readonly sort: readonly Sort[]
  readonly filters: readonly Filter[]
  readonly distinct: ((columnKey: string) => Promise<readonly DistinctValue[]>) | undefined
  readonly readCell: (column: ListColumn, text: string) => CellReading
  readonly onSortBy: (key: string, descending: boolean) => void
  readonly onFilter: (key: string, filters: readonly Filter[]) => void
  readonly onShift: (key: string, by: -1 | 1) => void
  readonly onWidth: (key: string, widthPx: number) => void
  readonly onHide: (key: string) => void
  readonly onClose: () => void
}

/** Everything a column can do, for the mouse and for the keyboard: sort, filter, move, resize, hide. */
export function ColumnMenu(
  props: ColumnMenuProps & { readonly target: ReactNode; readonly isOpen: boolean },
) {
  const { t } = useText()
  const { column } = props.placed
  return (
    <Popover
      opened={props.isOpen}
      onChange={(isOpened) => {
        if (!isOpened) props.onClose()
      }}
      position="bottom-start"
      trapFocus
      returnFocus={false}
      width={290}
    >
      <Popover.Target>{props.target}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={t(column.label)} data-column-menu>
        {props.isOpen && <MenuContent {...props} />}
      </Popover.Dropdown>
    </Popover>
  )
}

function MenuContent(props: ColumnMenuProps) {
  const { t } = useText()
  const { placed, onClose } = props
  const { column } = placed
  const thenClose = (run: () => void) => () => {
    run()
    onClose()
  }
  const icon = { size: 16, stroke: 1.7 }
  return (
    <>
      <div className={styles['group']}>
        <Line
          icon={<IconSortAscending {...icon} />}
          label={t('ui.grid.sortUp')}
          onRun={thenClose(() => props.onSortBy(column.key, false))}
        />
        <Line
          icon={<IconSortDescending {...icon} />}
          label={t('ui.grid.sortDown')}
          onRun={thenClose(() => props.onSortBy(column.key, true))}
        />
      </div>
      <div className={styles['filter']}>
        <ColumnFilter
          column={column}
          filters={props.filters.filter((filter) => filter.key === column.key)}
          distinct={props.distinct}
          readCell={props.readCell}
          onChange={(filters) => props.onFilter(column.key, filters)}
          onDone={onClose}
        />
      </div>
      <div className={styles['pairs']}>
        <Line
          icon={<IconArrowLeft {...icon} />}
          label={t('ui.grid.moveLeft')}
          isOff={props.place === 0}
          onRun={() => props.onShift(column.key, -1)}
        />
        <Line
          icon={<IconArrowRight {...icon} />}
          label={t('ui.grid.moveRight')}
          isOff={props.place === props.count - 1}
          onRun={() => props.onShift(column.key, 1)}
        />
        <Line
          icon={<IconArrowBarLeft {...icon} />}
          label={t('ui.grid.narrower')}
          onRun={() => props.onWidth(column.key, placed.widthPx - widthStepPx)}
        />
        <Line
          icon={<IconArrowBarRight {...icon} />}
          label={t('ui.grid.wider')}
          onRun={() => props.onWidth(column.key, placed.widthPx + widthStepPx)}
        />
      </div>
      <div className={styles['group']}>
        <Line
          icon={<IconEyeOff {...icon} />}
          label={t('ui.grid.hideColumn')}
          isOff={props.count === 1}
          onRun={thenClose(() => props.onHide(column.key))}
        />
      </div>
    </>
  )
}

function Line(props: {
  readonly icon: ReactNode
  readonly label: string
  readonly onRun: () => void
  readonly isOff?: boolean
}) {
  return (
    <button type="button" className={styles['line']} onClick={props.onRun} disabled={props.isOff === true}>
      {props.icon}
      {props.label}
    </button>
  )
}
