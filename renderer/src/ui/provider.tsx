import './layers.css'
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/fr'
import './tokens.css'
import './base.css'
import './mantine.css'
import { MantineProvider, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import type { Language } from '#shared/text/define-texts.ts'
import { NoticeProvider } from './notice.tsx'
import { ShortcutProvider } from './shortcuts.tsx'
import { TextProvider } from './text.tsx'
import { theme, themeStyleSheet } from './theme.ts'

export type ColorScheme = 'light' | 'dark' | 'auto'

/**
 * Everything that the components need around them: theme, language, notices, shortcuts. A new `language` is
 * shown at once, without a reload.
 */
export function UiProvider({
  language,
  children,
}: {
  readonly language: Language
  readonly children: ReactNode
}) {
  useAdoptedStyleSheet(themeStyleSheet)
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
        <TextProvider language={language}>
          <ShortcutProvider>
            <NoticeProvider>{children}</NoticeProvider>
          </ShortcutProvider>
        </TextProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

/** The colour scheme chosen, and how to change it; kept for the next start. */
export function useColorScheme(): {
  readonly scheme: ColorScheme
  readonly setScheme: (scheme: ColorScheme) => void
} {
  // Without keepTransitions Mantine writes a style element, which the CSP refuses.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  return { scheme: colorScheme, setScheme: setColorScheme }
}

/** Whether what is shown now is dark, whoever decided it: for drawings that cannot name a token. */
export function useIsDark(): boolean {
  return useComputedColorScheme('light') === 'dark'
}

/** A style sheet made by the program, adopted through the CSSOM: a strict CSP allows it, a style element not. */
function useAdoptedStyleSheet(css: () => string): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css())
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [css])
}
