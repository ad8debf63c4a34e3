import { createContext, use, useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate } from '#shared/text/text.ts'
import type { Translate } from '#shared/text/text.ts'
import { createFormat } from './format.ts'
import type { Format } from './format.ts'

/** The user's language: its sentences, and its way of writing values. */
export interface Text {
  readonly language: Language
  readonly t: Translate
  readonly format: Format
}

const TextContext = createContext<Text | undefined>(undefined)

export function TextProvider({
  language,
  children,
}: {
  readonly language: Language
  readonly children: ReactNode
}) {
  const text = useMemo(
    () => ({ language, t: createTranslate(language), format: createFormat(language) }),
    [language],
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <TextContext value={text}>{children}</TextContext>
}

/** The sentences and formats of the user's language. Throws outside of `UiProvider`. */
export function useText(): Text {
  const text = use(TextContext)
  if (text === undefined) throw new Error('useText needs a UiProvider around it')
  return text
}
