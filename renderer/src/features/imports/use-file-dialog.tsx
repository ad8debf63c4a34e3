import { useRef } from 'react'
import type { ReactNode } from 'react'

/** The system's file dialog: the element to draw somewhere, and the way to open it. The same file can be chosen again. */
export function useFileDialog(onFile: (file: File) => void): {
  readonly input: ReactNode
  readonly open: () => void
} {
  const element = useRef<HTMLInputElement>(null)
  return {
    open: () => element.current?.click(),
    input: (
      <input
        ref={element}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    ),
  }
}
