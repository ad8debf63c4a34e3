import { useState } from 'react'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'

/** Puts a text on the clipboard, and remembers which was the last: what was copied is said, not guessed. */
export function useCopy(): {
  readonly copied: string | undefined
  readonly copy: (key: string, text: string) => Promise<void>
} {
  const { t } = useText()
  const notices = useNotices()
  const [copied, setCopied] = useState<string>()
  const copy = async (key: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(key)
    } catch {
      // the browser refuses when the window is not in front, or by its own settings
      notices.fail({ text: t('copySheet.refused') })
    }
  }
  return { copied, copy }
}
