import { foldText } from '#shared/domain/text-folding.ts'
import { listCountryCodes } from '#shared/domain/country-codes.ts'
import type { Language } from '#shared/text/define-texts.ts'

/** Recognises a country by its name in the user's language, as the window shows it. */
export function createCountryReader(language: Language): (text: string) => string | undefined {
  let byName: ReadonlyMap<string, string> | undefined
  return (text) => {
    byName ??= namesOf(language)
    return byName.get(foldText(text))
  }
}

function namesOf(language: Language): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
  return new Map(listCountryCodes().map((code) => [foldText(names.of(code) ?? code), code]))
}
