import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import styles from './page.module.css'
import { RecordPane } from './record-pane.tsx'
import { useText } from './text.tsx'

export interface PageAction {
  readonly key: string
  readonly label: string
  readonly icon?: ReactNode
  readonly isOff?: boolean
  /** A link to another screen, or something to do. */
  readonly to: { readonly href: string } | { readonly run: () => void }
}

interface PageProps {
  readonly title: string
  /** How many things the page is about; written in the user's language beside the title. */
  readonly count?: number
  /** What the page is about, below the title: a sentence at most. */
  readonly lead?: ReactNode
  /** The way back, above the title. */
  readonly parent?: { readonly label: string; readonly href: string }
  readonly mainAction?: PageAction
  /** Further actions: the first two as buttons, the rest in a menu. */
  readonly actions?: readonly PageAction[]
  /** A line below the title: tabs, a year, a campaign. */
  readonly toolbar?: ReactNode
  /** The record opened beside the content; Esc closes it and gives the focus back to the list. */
  readonly pane?: { readonly label: string; readonly content: ReactNode; readonly onClose: () => void }
  /** Whether the content scrolls as a whole with margins (a form, a report), rather than filling the page (a grid). */
  readonly isDocument?: boolean
  readonly children: ReactNode
}

/** A screen: a title line with the count and the one main action, then the content, a record beside it if asked. */
export function Page(props: PageProps) {
  const { pane, toolbar } = props
  const content = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.title = `${props.title} – Escale`
  }, [props.title])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (pane === undefined || event.defaultPrevented || !isInside) return
    if (event.key === 'Escape') {
      event.preventDefault()
      pane.onClose()
    }
    if (event.key === 'F6') {
      event.preventDefault()
      if (content.current?.contains(document.activeElement) === true) focusPane(body.current)
      else focusList(content.current)
    }
  }
  return (
    <div className={styles['page']}>
      <PageHead {...props} />
      {toolbar !== undefined && <div className={styles['toolbar']}>{toolbar}</div>}
      <div ref={body} className={styles['body']} onKeyDown={onKeyDown} data-with-pane={pane !== undefined}>
        <div ref={content} className={props.isDocument === true ? styles['document'] : styles['fill']}>
          {props.children}
        </div>
        {pane !== undefined && (
          <RecordPane label={pane.label} onClose={pane.onClose} onClosed={() => focusList(content.current)}>
            {pane.content}
          </RecordPane>
        )}
      </div>
    </div>
  )
}

function PageHead({ title, count, lead, parent, mainAction, actions = [] }: PageProps) {
  const { t, format } = useText()
  const shown = actions.slice(0, 2)
  const hidden = actions.slice(2)
  return (
    <header className={styles['head']}>
      <div className={styles['titles']}>
        {parent !== undefined && (
          <a className={styles['parent']} href={parent.href}>
            {parent.label} /
          </a>
        )}
        <h1 className={styles['title']}>{title}</h1>
        {count !== undefined && <span className={styles['count']}>{format.number(count)}</span>}
        {lead !== undefined && <div className={styles['lead']}>{lead}</div>}
      </div>
      <div className={styles['actions']}>
        {hidden.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" size={30} aria-label={t('ui.moreActions')}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {hidden.map((action) => (
                <MenuAction key={action.key} action={action} />
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {shown.map((action) => (
          <ActionButton key={action.key} action={action} variant="default" />
        ))}
        {mainAction !== undefined && <ActionButton action={mainAction} variant="filled" />}
      </div>
    </header>
  )
}

function ActionButton({
  action,
  variant,
}: {
  readonly action: PageAction
  readonly variant: 'default' | 'filled'
}) {
  const common = { variant, leftSection: action.icon, disabled: action.isOff === true }
  return 'href' in action.to ? (
    <Button component="a" href={action.to.href} {...common}>
      {action.label}
    </Button>
  ) : (
    <Button onClick={action.to.run} {...common}>
      {action.label}
    </Button>
  )
}

function MenuAction({ action }: { readonly action: PageAction }) {
  const common = { leftSection: action.icon, disabled: action.isOff === true }
  return 'href' in action.to ? (
    <Menu.Item component="a" href={action.to.href} {...common}>
      {action.label}
    </Menu.Item>
  ) : (
    <Menu.Item onClick={action.to.run} {...common}>
      {action.label}
    </Menu.Item>
  )
}

function focusList(content: HTMLElement | null): void {
  const cell = content?.querySelector('[data-active-cell]')
  if (cell instanceof HTMLElement) cell.focus({ preventScroll: true })
}

function focusPane(body: HTMLElement | null): void {
  const pane = body?.querySelector('[data-record-pane]')
  if (pane instanceof HTMLElement) pane.focus({ preventScroll: true })
}
