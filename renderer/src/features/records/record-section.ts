import type { ComponentType } from 'react'
import type { TextKey } from '#shared/text/text.ts'
import type { RecordLinks } from './record-form.ts'

/** A part that a screen adds to the page of one kind of record: a tab of its own, or shown above the tabs. */
export interface RecordSection {
  /** Names the section in the address: `#/mobilities?id=…&section=documents`. */
  readonly key: string
  readonly title: TextKey
  readonly place: 'top' | 'tab'
  /** Shows the section of the record with this id; it fetches what it needs. */
  readonly Content: ComponentType<{ readonly id: string; readonly links: RecordLinks }>
}
