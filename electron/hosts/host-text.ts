import type { Language } from '#shared/text/define-texts.ts'
import { hostsTexts } from '#shared/text/areas/hosts.ts'

export type HostTextKey = keyof (typeof hostsTexts)['en']
export type HostText = (key: HostTextKey, params?: Readonly<Record<string, string | number>>) => string

/**
 * The sentences of the hosts in one language. The hosts take no translator with plural forms: the desktop shows its menu before
 * anything else is loaded.
 */
export function createHostText(language: Language): HostText {
  const texts = hostsTexts[language]
  return (key, params = {}) =>
    Object.entries(params).reduce<string>(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, () => String(value)),
      texts[key],
    )
}

/** The language that this computer asks for: French where it speaks French, English elsewhere. */
export function computerLanguage(locale = new Intl.DateTimeFormat().resolvedOptions().locale): Language {
  return /^fr(?![a-z])/i.test(locale) ? 'fr' : 'en'
}
