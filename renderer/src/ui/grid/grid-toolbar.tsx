import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { ListColumn } from '#shared/lists/types.ts'
import { useShortcut } from '#renderer/ui/shortcuts.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useDelayed } from '#renderer/ui/use-delayed.ts'
import { moveColumn } from './grid-navigation.ts'
import styles from './grid-toolbar.module.css'
import type { GridView } from './grid-types.ts'

const typingMs = 160

interface GridToolbarProps {
  readonly label: string
  readonly view: GridView
  readonly onViewChange: (view: GridView) => void
  readonly ordered: readonly ListColumn[]
  /** Goes to the rows that were found. */
  readonly onFound: () => void
  readonly savedViews: ReactNode
  readonly extra: ReactNode
}

/** The line above the rows: search, saved views, what the screen adds, and the columns to show. */
export function GridToolbar(props: GridToolbarProps) {
  const { label, view, onViewChange, ordered, savedViews, extra } = props
  return (
    <div className={styles['toolbar']}>
      <SearchInput
        label={label}
        search={view.search}
        onSearch={(search) => onViewChange({ ...view, search })}
        onFound={props.onFound}
      />
      {savedViews}
      <div className={styles['extra']}>{extra}</div>
      <ColumnChooser view={view} onViewChange={onViewChange} ordered={ordered} />
    </div>
  )
}

function SearchInput(props: {
  readonly label: string
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly onFound: () => void
}) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(props.search)
  const searched = useRef(props.search)
  const searchSoon = useDelayed<string>((search) => {
    searched.current = search
    props.onSearch(search)
  }, typingMs)
  // A search set from outside (a saved view, “clear the filters”) replaces what was typed.
  useEffect(() => {
    if (props.search === searched.current) return
    searched.current = props.search
    setTyped(props.search)
  }, [props.search])
  useShortcut({
    keys: 'mod+f',
    label: t('ui.grid.searchIn', { list: props.label }),
    group: t('ui.shortcuts.list'),
    run: () => input.current?.select(),
  })
  const type = (text: string) => {
    setTyped(text)
    searchSoon(text)
  }
  return (
    <TextInput
      ref={input}
      type="search"
      className={styles['search'] ?? ''}
      aria-label={t('ui.grid.searchIn', { list: props.label })}
      placeholder={t('ui.search')}
      leftSection={<IconSearch size={15} stroke={1.8} />}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        const isDone = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)
        if (!isDone && (event.key !== 'Escape' || typed === '')) return
        event.preventDefault()
        if (isDone) props.onFound()
        else type('')
      }}
      rightSection={
        typed === '' ? null : (
          <ActionIcon size={22} aria-label={t('ui.clearSearch')} onClick={() => type('')}>
            <IconX size={14} />
          </ActionIcon>
        )
      }
    />
  )
}

function ColumnChooser({
  view,
  onViewChange,
  ordered,
}: Pick<GridToolbarProps, 'view' | 'onViewChange' | 'ordered'>) {
  const { t } = useText()
  const keys = ordered.map((column) => column.key)
  const shownCount = ordered.filter((column) => !view.hidden.includes(column.key)).length
  const setShown = (key: string, isShown: boolean) => {
    const others = view.hidden.filter((other) => other !== key)
    onViewChange({ ...view, hidden: isShown ? others : [...others, key] })
  }
  const move = (index: number, by: -1 | 1) => {
    const [key, other] = [keys[index], keys[index + by]]
    if (key !== undefined && other !== undefined)
      onViewChange({ ...view, columnOrder: moveColumn(keys, key, other) })
  }
  return (
    <Popover position="bottom-end" trapFocus returnFocus width={300}>
      <Popover.Target>
        <Button variant="subtle" color="gray" leftSection={<IconColumns3 size={16} stroke={1.7} />}>
          {t('ui.grid.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('ui.grid.columns')}>
        <ul className={styles['columns']}>
          {ordered.map((column, index) => (
            <li key={column.key} className={styles['column']}>
              <Checkbox
                label={t(column.label)}
                checked={!view.hidden.includes(column.key)}
                disabled={shownCount === 1 && !view.hidden.includes(column.key)}
                onChange={(event) => setShown(column.key, event.currentTarget.checked)}
              />
              <span className={styles['moves']}>
                <MoveButton
                  label={t('ui.grid.moveUp', { column: t(column.label) })}
                  isOff={index === 0}
                  onMove={() => move(index, -1)}
                  isUp
                />
                <MoveButton
                  label={t('ui.grid.moveDown', { column: t(column.label) })}
                  isOff={index === ordered.length - 1}
                  onMove={() => move(index, 1)}
                />
              </span>
            </li>
          ))}
        </ul>
        <div className={styles['reset']}>
          <Button variant="subtle" size="compact-sm" onClick={() => onViewChange({ ...view, hidden: [] })}>
            {t('ui.grid.showAllColumns')}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => onViewChange({ ...view, widths: {} })}>
            {t('ui.grid.resetWidths')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function MoveButton(props: {
  readonly label: string
  readonly isOff: boolean
  readonly onMove: () => void
  readonly isUp?: true
}) {
  const Arrow = props.isUp === true ? IconArrowUp : IconArrowDown
  return (
    <ActionIcon size={24} aria-label={props.label} disabled={props.isOff} onClick={props.onMove}>
      <Arrow size={14} />
    </ActionIcon>
  )
}
