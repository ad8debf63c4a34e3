import { createInstance } from 'i18next'
import { areas } from './areas/index.ts'
import type { Language } from './define-texts.ts'
import { createDayFormat } from './formats.ts'

type AreaKey = { [A in keyof typeof areas]: keyof (typeof areas)[A]['en'] }[keyof typeof areas]
type WithoutPlural<K> = K extends `${infer Base}_one` ? Base : K extends `${string}_other` ? never : K

/** Every sentence of the application, by key; plural forms are asked for by their base and a `count`. */
export type TextKey = WithoutPlural<AreaKey>
export type TextParams = Readonly<Record<string, string | number>>

/** Gives the sentence of a key in one language, placeholders filled. */
export type Translate = (key: TextKey, params?: TextParams) => string

/**
 * Creates the translator of one language. Numbers and days (`2026-11-22`) given as placeholders are written in that
 * language, `count` also chooses the plural form. What a file says is quoted as it stands, and the names of files keep
 * their days as they sort.
 */
export function createTranslate(language: Language): Translate {
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: textsOf(language) } },
  })
  const numbers = new Intl.NumberFormat(language)
  const day = createDayFormat(language)
  return (key, params) => {
    const shown: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(params ?? {})) {
      if (typeof value === 'string') shown[name] = isQuoted(key, name) ? value : day(value)
      else shown[name] = name !== 'count' && name !== 'year' ? numbers.format(value) : value
    }
    if (params?.['count'] !== undefined) shown['n'] = numbers.format(Number(params['count']))
    return i18n.t(key, shown)
  }
}

/** Placeholders that stand for what a cell says. */
const quoted: readonly string[] = ['value', 'from', 'kept', 'words']

function isQuoted(key: string, name: string): boolean {
  return quoted.includes(name) || key.startsWith('export.file.')
}

/** All sentences of one language by full key, plural suffixes included. */
export function textsOf(language: Language): Readonly<Record<string, string>> {
  return Object.assign({}, ...Object.values(areas).map((area) => area[language]))
}

/** Whether a key made from data (an error code, a column name) has a sentence. */
export function isTextKey(key: string): key is TextKey {
  return Object.values(areas).some((area) => key in area.en || `${key}_other` in area.en)
}
