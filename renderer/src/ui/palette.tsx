import { Loader, Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { KeyHint } from './key-hint.tsx'
import styles from './palette.module.css'
import { isFoundIn } from './search-words.ts'
import { useText } from './text.tsx'

export interface PaletteItem {
  readonly key: string
  readonly title: string
  readonly hint?: string
  readonly icon?: ReactNode
  /** The shortcut that does the same, to learn it. */
  readonly keys?: string
  readonly to: { readonly href: string } | { readonly run: () => void }
}

export interface PaletteGroup {
  readonly label: string
  readonly items: readonly PaletteItem[]
}

interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** What was opened lately, shown before anything is typed. */
  readonly recent: readonly PaletteItem[]
  readonly commands: readonly PaletteItem[]
  /** Finds records by words, in groups. */
  readonly search: (words: string) => Promise<readonly PaletteGroup[]>
}

const typingMs = 90

/** Opens anything by its name: records, screens, commands. */
export function Palette(props: PaletteProps) {
  const { t } = useText()
  return (
    <Modal.Root
      opened={props.isOpen}
      onClose={props.onClose}
      size="38rem"
      yOffset="12vh"
      padding={0}
      transitionProps={{ duration: 0 }} // it has the focus at once: whoever types on loses no letter
      classNames={{ content: styles['content'] ?? '', overlay: styles['scrim'] ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('ui.palette.title')}>
        <PaletteContent {...props} />
      </Modal.Content>
    </Modal.Root>
  )
}

function PaletteContent({ onClose, recent, commands, search }: PaletteProps) {
  const { t } = useText()
  const id = useId()
  const [words, setWords] = useState('')
  const [index, setIndex] = useState(0)
  const [isEntered, setEntered] = useState(false)
  const found = useSearch(words, search)
  const groups = groupsOf()
  const items = groups.flatMap((group) => group.items)
  const current = Math.min(index, items.length - 1)
  const run = (item: PaletteItem | undefined) => {
    if (item === undefined) return
    onClose()
    if ('href' in item.to) location.assign(item.to.href)
    else item.to.run()
  }
  // Enter pressed before the answer is there goes to what the words find, not to what earlier words found.
  const enter = useEffectEvent(() => run(items[current]))
  useEffect(() => {
    if (isEntered && !found.isSearching) enter()
  }, [isEntered, found.isSearching])
  const onKeyDown = (event: KeyboardEvent) => {
    const last = items.length - 1
    const next = { ArrowDown: current >= last ? 0 : current + 1, ArrowUp: current <= 0 ? last : current - 1 }[
      event.key
    ]
    if (next !== undefined) {
      event.preventDefault()
      setIndex(next)
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      setEntered(true)
    }
  }
  return (
    <>
      <div className={styles['head']}>
        <IconSearch size={18} stroke={1.7} aria-hidden className={styles['icon']} />
        <input
          autoFocus
          data-autofocus
          role="combobox"
          className={styles['input']}
          aria-label={t('ui.palette.title')}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={items[current] === undefined ? undefined : `${id}-${current}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('ui.palette.placeholder')}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value)
            setIndex(0)
            setEntered(false)
          }}
          onKeyDown={onKeyDown}
        />
        {found.isSearching && <Loader size={14} color="gray" role="img" aria-label={t('ui.loading')} />}
      </div>
      <div id={`${id}-list`} role="listbox" className={styles['list']} aria-label={t('ui.palette.results')}>
        {groups.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <div className={styles['group']} aria-hidden>
              {group.label}
            </div>
            {group.items.map((item) => {
              const place = items.indexOf(item)
              return (
                <Option
                  key={item.key}
                  id={`${id}-${place}`}
                  item={item}
                  isCurrent={place === current}
                  onPoint={() => setIndex(place)}
                  onRun={() => run(item)}
                />
              )
            })}
          </div>
        ))}
      </div>
      <div role="status" className={styles['status']}>
        {found.isFailed
          ? t('ui.palette.failed')
          : items.length === 0 && !found.isSearching
            ? t('ui.palette.nothing')
            : ''}
      </div>
    </>
  )

  function groupsOf(): readonly PaletteGroup[] {
    const matching = commands.filter((item) => isFoundIn(item.title, words))
    const own: readonly PaletteGroup[] =
      words.trim() === '' ? [{ label: t('ui.palette.recent'), items: recent }] : found.groups
    return [...own, { label: t('ui.palette.commands'), items: matching }].filter(
      (group) => group.items.length > 0,
    )
  }
}

function Option(props: {
  readonly id: string
  readonly item: PaletteItem
  readonly isCurrent: boolean
  readonly onPoint: () => void
  readonly onRun: () => void
}) {
  const { item, isCurrent } = props
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCurrent) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <div
      ref={option}
      id={props.id}
      role="option"
      aria-selected={isCurrent}
      className={styles['option']}
      onMouseMove={props.onPoint}
      onClick={props.onRun}
    >
      {item.icon !== undefined && <span className={styles['icon']}>{item.icon}</span>}
      <span className={styles['title']}>{item.title}</span>
      {item.hint !== undefined && <span className={styles['hint']}>{item.hint}</span>}
      {item.keys !== undefined && <KeyHint keys={item.keys} />}
    </div>
  )
}

interface Found {
  readonly groups: readonly PaletteGroup[]
  readonly isSearching: boolean
  readonly isFailed: boolean
}

/** What the search found for the words typed last; earlier results stay until new ones come. */
function useSearch(words: string, search: PaletteProps['search']): Found {
  const [answer, setAnswer] = useState(nothingFound)
  useEffect(() => {
    if (words.trim() === '') return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      search(words).then(
        (groups) => {
          if (isCurrent) setAnswer({ words, groups, isFailed: false })
        },
        () => {
          if (isCurrent) setAnswer({ words, groups: [], isFailed: true })
        },
      )
    }, typingMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [words, search])
  return {
    groups: answer.groups,
    isSearching: words.trim() !== '' && answer.words !== words,
    isFailed: answer.isFailed,
  }
}

const nothingFound: {
  readonly words: string
  readonly groups: readonly PaletteGroup[]
  readonly isFailed: boolean
} = {
  words: '',
  groups: [],
  isFailed: false,
}
