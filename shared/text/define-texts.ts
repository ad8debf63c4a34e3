/** The two languages of the application. */
const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

type Texts<K extends string> = Readonly<Record<K, string>>

/**
 * Declares the sentences of one area in both languages: the compiler refuses a key that one of them lacks.
 * Placeholders are `{{name}}`; plural forms are pairs of keys ending in `_one` and `_other`.
 */
export function defineTexts<const K extends string>(texts: {
  readonly en: Texts<K>
  readonly fr: Texts<NoInfer<K>>
}): { readonly en: Texts<K>; readonly fr: Texts<K> } {
  return texts
}
