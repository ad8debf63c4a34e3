import { Tabs as MantineTabs } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './tabs.module.css'
import { useText } from './text.tsx'

export interface Tab {
  readonly key: string
  readonly label: string
  readonly count?: number
  readonly content: ReactNode
}

interface TabsProps {
  /** What the tabs divide, for screen readers. */
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly current: string
  readonly onChange: (key: string) => void
}

/** Several views of one thing, one at a time. Only the current one is drawn. */
export function Tabs({ label, tabs, current, onChange }: TabsProps) {
  const { format } = useText()
  return (
    <MantineTabs
      value={current}
      keepMounted={false}
      onChange={(key) => {
        if (key !== null) onChange(key)
      }}
    >
      <MantineTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <MantineTabs.Tab key={tab.key} value={tab.key} className={styles['tab'] ?? ''}>
            {tab.label}
            {tab.count !== undefined && <span className={styles['count']}>{format.number(tab.count)}</span>}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      {tabs.map((tab) => (
        <MantineTabs.Panel key={tab.key} value={tab.key} className={styles['panel'] ?? ''}>
          {tab.content}
        </MantineTabs.Panel>
      ))}
    </MantineTabs>
  )
}
