import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  findCountryByAlias,
  isCountryCode,
  parseCountryCode,
  type CountryCode,
} from '#shared/domain/country-codes.ts'
import { erasmusPrefixes } from '#shared/domain/erasmus-code.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import { nationalities } from './nationalities.ts'

/** Reads countries as lists write them: codes, names in any language, unofficial names, adjectives of nationality. */
export interface CountryReader {
  /** The country of a code, or of a name in a language of Western Europe: quick, to recognise columns. */
  name(written: string): CountryCode | undefined
  /** The same, adjectives of nationality included. */
  quick(written: string): CountryCode | undefined
  /** The country of a name in any language, a code, an adjective (`Française`), or the country part of an Erasmus code (`D`). */
  cell(written: string): CountryCode | undefined
}

/** Languages whose names win when the same word means two countries. */
const commonLanguages = ['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'ca', 'sv', 'tr', 'pl']

type Names = ReadonlyMap<string, CountryCode>

/**
 * Creates the reader of countries. The names of the 60 less common languages are loaded when a cell first needs them:
 * folding them all takes a noticeable time.
 */
export function createCountryReader(): CountryReader {
  const require = createRequire(import.meta.url)
  const load = (languages: readonly string[]) =>
    loadNames(languages.map((language) => require.resolve(`i18n-iso-countries/langs/${language}.json`)))
  const common = load(commonLanguages)
  let others: Names | undefined
  const findOther = (written: string): CountryCode | undefined => {
    others ??= load(supportedLanguages(require).filter((language) => !commonLanguages.includes(language)))
    return others.get(matchKey(written))
  }
  const name = remembering((written) => findName(written, common))
  const findAnyName = (written: string) => name(written) ?? findOther(written)
  const cell = remembering(
    (written) =>
      name(written) ??
      findNationality(written) ??
      findPrefix(written) ??
      findInside(written, findAnyName) ??
      findOther(written),
  )
  return { name, quick: (written) => name(written) ?? findNationality(written), cell }
}

function remembering(
  find: (written: string) => CountryCode | undefined,
): (written: string) => CountryCode | undefined {
  const known = new Map<string, CountryCode | undefined>()
  return (written) => {
    if (known.has(written)) return known.get(written)
    const code = find(written)
    if (known.size < 20_000) known.set(written, code)
    return code
  }
}

function findName(written: string, names: Names): CountryCode | undefined {
  const key = matchKey(written)
  if (key === '') return undefined
  const code = /^[a-z ]{2,4}$/.test(key) ? parseCountryCode(written) : undefined
  if (code?.ok === true) return code.value
  return findCountryByAlias(written) ?? names.get(key) ?? names.get(key.replace(/^(?:the|la|le|les|l) /, ''))
}

function supportedLanguages(require: NodeJS.Require): readonly string[] {
  return JSON.parse(readFileSync(require.resolve('i18n-iso-countries/supportedLocales.json'), 'utf8'))
}

function loadNames(files: readonly string[]): Names {
  const codeByName = new Map<string, CountryCode>()
  for (const file of files) {
    const { countries }: { countries: Readonly<Record<string, string | readonly string[]>> } = JSON.parse(
      readFileSync(file, 'utf8'),
    )
    for (const [code, names] of Object.entries(countries)) {
      if (!isCountryCode(code)) continue
      for (const name of typeof names === 'string' ? [names] : names) {
        const key = matchKey(name)
        if (key !== '' && !codeByName.has(key)) codeByName.set(key, code)
      }
    }
  }
  return codeByName
}

const codeByNationality: ReadonlyMap<string, string> = new Map(
  Object.entries(nationalities).flatMap(([code, words]) => words.split('|').map((word) => [word, code])),
)

function findNationality(written: string): CountryCode | undefined {
  const code = codeByNationality.get(matchKey(written))
  return code !== undefined && isCountryCode(code) ? code : undefined
}

function findPrefix(written: string): CountryCode | undefined {
  const prefix = written.trim().toUpperCase()
  const code = Object.entries(erasmusPrefixes).find(([known]) => known === prefix)?.[1]
  return code !== undefined && isCountryCode(code) ? code : undefined
}

/** `FR - France`, `France (FR)`, `France / Frankreich`: all parts that mean a country must mean the same one. */
function findInside(
  written: string,
  findPart: (part: string) => CountryCode | undefined,
): CountryCode | undefined {
  const parts = written.split(/\s*[/()[\]|,;:]\s*|\s+[-–]\s+/).filter((part) => part.trim() !== '')
  if (parts.length < 2 || parts.length > 3) return undefined
  const codes = parts.map(findPart)
  const [first] = codes
  return first !== undefined && codes.every((code) => code === first) ? first : undefined
}
