import { parseEqf } from '#shared/domain/eqf.ts'
import { parseGender } from '#shared/domain/gender.ts'
import { parseLanguage } from '#shared/domain/languages.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import { bmFieldKind, type BmFieldKey } from '#shared/domain/bm/bm-fields.ts'
import type { WordReader } from '#shared/domain/bm/bm-style.ts'
import { distanceBands } from '#shared/domain/grant-types.ts'
import type { CountryReader } from '#core/imports/country-names.ts'

const nothing: WordReader = () => undefined

/** Reads the words in which a template says each field, as codes of ours. */
export function wordReaderOf(field: BmFieldKey, countries: CountryReader): WordReader {
  if (bmFieldKind(field) === 'country') return (word) => countries.cell(word)
  const readers: Readonly<Partial<Record<BmFieldKey, WordReader>>> = {
    activityType: readActivity,
    gender: (word) => valueOf(parseGender(word)),
    eqfLevel: readLevel,
    language: readLanguage,
    distanceBand: readBand,
    transport: readTransport,
  }
  return readers[field] ?? nothing
}

function valueOf<T extends string>(result: { readonly ok: boolean; readonly value?: T }): T | undefined {
  return result.ok ? result.value : undefined
}

function readActivity(word: string): string | undefined {
  const text = foldText(word)
  if (/he-?sm[tp]|trainee|stage|placement/.test(text)) return 'HE-SMT'
  return /he-?sms|stud(?:y|ies)|etudes?/.test(text) ? 'HE-SMS' : undefined
}

function readLevel(word: string): string | undefined {
  const level = /\b(?:eqf|isced|level|niveau)?[ -]*([5-8])\b/.exec(foldText(word))?.[1]
  if (level !== undefined) return level
  const read = parseEqf(word)
  return read.ok ? String(read.value) : undefined
}

/** `EN`, `English`, `EN - English`. */
function readLanguage(word: string): string | undefined {
  for (const part of [word, ...word.split(/\s+[-–:]\s+|[()]/)]) {
    const read = parseLanguage(part.trim())
    if (read.ok) return read.value
  }
  return undefined
}

/** Codes of Mobility Tool+ for the bands. Source: RRCGN/OnGea-System, `public/locales/en/translations.json`. */
const bandCodes = ['09', '20', '30', '40', '50', '60', '70']

/** `500 - 1999 km`, `BAND_30`, `8000 km or more`. */
function readBand(word: string): string | undefined {
  const code = /band[_ -]?(\d\d)/i.exec(word)?.[1]
  if (code !== undefined) return distanceBands[bandCodes.indexOf(code)]
  const [low = '', high = ''] = word.replaceAll(/(?<=\d)[ .,](?=\d{3})/g, '').match(/\d+/g) ?? []
  if (low === '') return undefined
  const starts = distanceBands.map((band) => Number(band.split('-')[0]))
  const isLower = /\b(?:less|moins|under|<)/i.test(word) || (high === '' && Number(low) < 100)
  const value = isLower ? 0 : Number(low)
  // bands are written from 10 km (`10 - 99 km`) or from 0
  return value < 100 ? distanceBands[0] : distanceBands[starts.indexOf(value)]
}

const transportWords: readonly (readonly [code: string, words: RegExp])[] = [
  ['other-sustainable', /other.*(?:sustain|green|eco)|autre.*(?:durable|vert|eco)/],
  ['car-sharing', /car[ -]?(?:sharing|pool)|shared car|covoiturage/],
  ['bicycle', /bicycle|bike|velo|foot|pied/],
  ['bus', /\bbus\b|coach|autocar/],
  ['train', /train|rail/],
  ['plane', /plane|flight|avion|\bair\b/],
  ['boat', /boat|ferry|ship|bateau/],
  ['car', /\bcar\b|voiture/],
  ['other', /other|autre/],
]

function readTransport(word: string): string | undefined {
  const text = foldText(word)
  return transportWords.find(([, words]) => words.test(text))?.[0]
}

const usualWords: Readonly<Record<string, string>> = {
  'gender.0': 'Undefined',
  'gender.1': 'Male',
  'gender.2': 'Female',
  'gender.9': 'Undefined',
  'transport.bicycle': 'Bicycle',
  'transport.bus': 'Bus',
  'transport.train': 'Train',
  'transport.car-sharing': 'Car-sharing',
  'transport.other-sustainable': 'Other sustainable transportation',
  'transport.plane': 'Plane',
  'transport.car': 'Car',
  'transport.boat': 'Boat',
  'transport.other': 'Other',
}

/**
 * The word for a code where the template shows none: codes as they are, else plain English. The words of the module's own
 * dictionaries are not public, so that what is written here is said to be supposed.
 */
export function usualWord(field: BmFieldKey, code: string): string {
  if (field === 'language') return code.toUpperCase()
  if (field === 'distanceBand') return code === '8000' ? '8000 km or more' : `${code.replace('-', ' - ')} km`
  return usualWords[`${field}.${code}`] ?? code
}
