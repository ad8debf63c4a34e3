import { ok, refuse } from './result.ts'
import type { Refusal, Result } from './result.ts'
import { matchKey } from './text-folding.ts'

/** ISO 5218: 0 unknown, 1 male, 2 female, 9 not applicable. Source: EWP common types. */
const genderCodes = ['0', '1', '2', '9'] as const
export type GenderCode = (typeof genderCodes)[number]

export type GenderReason = 'empty' | 'unknown-words' | 'ambiguous'

const words: Readonly<Record<GenderCode, string>> = {
  '0': 'unknown|undefined|not specified|unspecified|not stated|inconnu|non precise|non renseigne|non specifie|desconocido|unbekannt|sconosciuto|nc',
  '1':
    'm|h|v|male|man|boy|mr|mister|masculin|masculine|masc|homme|garcon|monsieur|mr mister|hombre|varon|masculino|sr|senor|' +
    'mannlich|maennlich|mann|herr|maschio|uomo|maschile|sig|signor|signore|msr',
  '2':
    'f|w|female|woman|girl|mrs|ms|miss|mme|mlle|madame|mademoiselle|feminin|feminine|fem|femme|fille|mujer|femenino|sra|srta|' +
    'senora|senorita|weiblich|frau|femmina|donna|femminile|sig ra|signora|signorina|mme mlle',
  '9':
    'x|other|autre|non binary|nonbinary|non binaire|divers|diverse|not applicable|n a|sans objet|otro|altro|no binario|non binario|' +
    'prefer not to say|ne souhaite pas repondre',
}
const codeByWords: ReadonlyMap<string, GenderCode> = new Map(
  genderCodes.flatMap((code) => words[code].split('|').map((word): [string, GenderCode] => [word, code])),
)

/** Letters that mean different genders in different languages: D is Dame, donna or divers; U is uomo or unknown. */
const ambiguousLetters = new Set(['d', 'u', 'n'])

/** What the letter M means in a column: `male` nearly everywhere, `female` (mujer) beside H or V in Spanish lists. */
export type MeaningOfM = 'male' | 'female'

/**
 * Reads a gender: ISO 5218 code, word, initial or title in French, English, Spanish, German and Italian. M is male unless
 * `meaningOfM`, from `guessMeaningOfM` over the column, says otherwise.
 */
export function parseGender(
  written: string | number,
  meaningOfM: MeaningOfM = 'male',
): Result<GenderCode, Refusal<GenderReason>> {
  const key = matchKey(String(written))
  if (key === '') return refuse('empty')
  if (key === 'm') return ok(meaningOfM === 'male' ? '1' : '2')
  const code = genderCodes.find((one) => one === key) ?? codeByWords.get(key)
  if (code !== undefined) return ok(code)
  return refuse(ambiguousLetters.has(key) ? 'ambiguous' : 'unknown-words', { words: String(written).trim() })
}

/**
 * What M means in a column: female when H (hombre) or V (varón) stands beside it and neither F nor W does. A column of M
 * alone is read as male.
 */
export function guessMeaningOfM(samples: Iterable<string>): MeaningOfM {
  const keys = new Set<string>()
  for (const sample of samples) keys.add(matchKey(sample))
  const hasSpanishMale = keys.has('h') || keys.has('v')
  return hasSpanishMale && keys.has('m') && !keys.has('f') && !keys.has('w') ? 'female' : 'male'
}
