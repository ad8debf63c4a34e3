import { Kbd } from '@mantine/core'
import { keyWords } from './shortcut-keys.ts'
import styles from './key-hint.module.css'
import { useText } from './text.tsx'

/** The keys of a shortcut as printed on the keyboard: `mod+k` is Ctrl K, or ⌘ K on a Mac. */
export function KeyHint({ keys }: { readonly keys: string }) {
  const { language } = useText()
  return (
    <span className={styles['keys']}>
      {keyWords(keys, language, isMac()).map((word) => (
        <Kbd key={word}>{word}</Kbd>
      ))}
    </span>
  )
}

export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent)
}
