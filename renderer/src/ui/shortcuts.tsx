import { createContext, use, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { Dialog } from './dialog.tsx'
import { isMac, KeyHint } from './key-hint.tsx'
import { createShortcutRegistry } from './shortcut-registry.ts'
import type { ShortcutRegistry } from './shortcut-registry.ts'
import styles from './shortcuts.module.css'
import { useText } from './text.tsx'

const RegistryContext = createContext<ShortcutRegistry | undefined>(undefined)

/** Listens to the keyboard for the shortcuts that screens register, and lists them all on `?`. */
export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  const registry = useMemo(() => createShortcutRegistry(isMac()), [])
  const { t } = useText()
  const [isHelpOpen, setHelpOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // While a dialog is open the keys are its own.
      if (document.querySelector('[aria-modal="true"]') !== null) return
      if (registry.press(event, isTyping(event.target))) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [registry])
  useEffect(
    () =>
      registry.add({
        keys: '?',
        label: t('ui.shortcuts.show'),
        group: t('ui.shortcuts.general'),
        run: () => setHelpOpen(true),
      }),
    [registry, t],
  )
  return (
    <RegistryContext value={registry}>
      {children}
      <ShortcutHelp registry={registry} isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </RegistryContext>
  )
}

/**
 * Registers a shortcut while the component is shown; the latest registered wins. `group` is the heading it is
 * listed under. Keys that write a character act only while nothing is being typed.
 */
export function useShortcut(shortcut: {
  readonly keys: string
  readonly label: string
  readonly group: string
  readonly run: () => void
  readonly isOff?: boolean
}): void {
  const registry = use(RegistryContext)
  if (registry === undefined) throw new Error('useShortcut needs a UiProvider around it')
  const run = useRef(shortcut.run)
  useEffect(() => {
    run.current = shortcut.run
  })
  const { keys, label, group, isOff } = shortcut
  useEffect(
    () => (isOff === true ? undefined : registry.add({ keys, label, group, run: () => run.current() })),
    [registry, keys, label, group, isOff],
  )
}

function ShortcutHelp(props: { registry: ShortcutRegistry; isOpen: boolean; onClose: () => void }) {
  const { t } = useText()
  const shortcuts = useSyncExternalStore(props.registry.subscribe, props.registry.list)
  const groups = Map.groupBy(shortcuts, (shortcut) => shortcut.group)
  return (
    <Dialog title={t('ui.shortcuts.title')} isOpen={props.isOpen} onClose={props.onClose}>
      <div className={styles['groups']}>
        {[...groups].map(([group, members]) => (
          <section key={group}>
            <h3 className={styles['group']}>{group}</h3>
            <dl className={styles['list']}>
              {members.map((shortcut) => (
                <div key={shortcut.keys} className={styles['line']}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <KeyHint keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
