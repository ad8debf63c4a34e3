import { ok, refuse } from './result.ts'
import type { Refusal, Result } from './result.ts'
import { foldText, matchKey } from './text-folding.ts'

/** Levels of the European Qualifications Framework. */
export const eqfLevels = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type EqfLevel = (typeof eqfLevels)[number]

/** Cycles of higher education and their levels. Source: Beneficiary Module draft schema, eqf-study-level. */
export const eqfLevelOfCycle = { short: 5, bachelor: 6, master: 7, doctorate: 8 } as const satisfies Record<
  string,
  EqfLevel
>
export type StudyCycle = keyof typeof eqfLevelOfCycle

export type EqfReason = 'empty' | 'unknown-words' | 'cycle-or-level' | 'out-of-range' | 'several-levels'

/** The cycle of a level, or undefined for levels 1 to 4, which are below higher education. */
export function studyCycleOf(level: EqfLevel): StudyCycle | undefined {
  if (level === 5) return 'short'
  if (level === 6) return 'bachelor'
  if (level === 7) return 'master'
  return level === 8 ? 'doctorate' : undefined
}

const words: ReadonlyArray<readonly [level: EqfLevel, list: string]> = [
  [
    5,
    'short cycle|short|s|cycle court|ciclo corto|kurzstudium|dut|bts|bac 2|bac2|grado superior|hnd|foundation degree',
  ],
  [
    6,
    'bachelor|bachelors|bachelor s|bachelor degree|bachelor s degree|b|ba|bsc|bs|beng|bac 3|bac3|licence|l|l1|l2|l3|licenciatura|laurea|' +
      'laurea triennale|triennale|grado|undergraduate|undergrad|ug|u|first cycle|1st cycle|cycle 1|1er cycle|premier cycle|primer ciclo|primo ciclo|' +
      'erster zyklus|i cycle|cycle i|but|degree|bachelor level',
  ],
  [
    7,
    'master|masters|master s|master degree|master s degree|m|ma|msc|ms|meng|m1|m2|bac 4|bac 5|bac4|bac5|maitrise|maestria|posgrado|laurea magistrale|magistrale|' +
      'graduate|postgraduate|postgrad|pg|second cycle|2nd cycle|cycle 2|2e cycle|2eme cycle|deuxieme cycle|segundo ciclo|secondo ciclo|zweiter zyklus|' +
      'ii cycle|cycle ii|ingenieur|cycle ingenieur|diplome d ingenieur|diplom|master level|master universitario',
  ],
  [
    8,
    'doctorate|doctoral|doctor|d|phd|ph d|doctorat|doctorant|doctorado|dottorato|doktorat|doktor|third cycle|3rd cycle|cycle 3|3e cycle|' +
      '3eme cycle|troisieme cycle|tercer ciclo|terzo ciclo|dritter zyklus|iii cycle|cycle iii|bac 8|doctoral level',
  ],
]
const levelByWords: ReadonlyMap<string, EqfLevel> = new Map(
  words.flatMap(([level, list]) => list.split('|').map((word): [string, EqfLevel] => [word, level])),
)

/**
 * Reads a level: `7`, `EQF 7`, `level 7`, `ISCED-7`, `Master`, `M`, `2nd cycle`, `Bac+5`, `ingénieur`. The bare figures 1
 * to 4 are refused: in lists of higher education they are cycles as often as levels. A French engineering curriculum
 * is master level (inferred from the rule of 12 months per cycle).
 */
export function parseEqf(written: string | number): Result<EqfLevel, Refusal<EqfReason>> {
  const result = readLevel(String(written))
  if (result.ok || result.error.reason !== 'unknown-words') return result
  const list = parseEqfList(written)
  return list.ok && list.value.length > 1 ? refuse('several-levels') : result
}

function readLevel(written: string): Result<EqfLevel, Refusal<EqfReason>> {
  const key = matchKey(written)
  if (key === '') return refuse('empty')
  const [, marker = '', digits] = figureShape.exec(key) ?? []
  if (digits !== undefined) return readFigure(Number(digits), marker !== '')
  const level = levelByWords.get(key)
  return level === undefined ? refuse('unknown-words', { words: written.trim() }) : ok(level)
}

const figureShape = /^((?:eqf|cec|isced|cite|level|niveau|nivel|livello|stufe)[a-z ]*)?(\d+)(?: 0)?$/

function readFigure(figure: number, isNamed: boolean): Result<EqfLevel, Refusal<EqfReason>> {
  const level = eqfLevels.find((one) => one === figure)
  if (level === undefined) return refuse('out-of-range', { level: figure })
  return isNamed || level >= 5 ? ok(level) : refuse('cycle-or-level', { level })
}

/** Reads the levels of one cell: `B/M`, `Bachelor, Master`, `BMD`, `6-7`, `undergraduate and graduate`; sorted, without duplicates. */
export function parseEqfList(written: string | number): Result<readonly EqfLevel[], Refusal<EqfReason>> {
  const text = foldText(String(written))
  const letters = /^(?:eqf )?([bmdlu]{2,4})$/.exec(text)?.[1]
  const parts = letters === undefined || levelByWords.has(text) ? text.split(separators) : Array.from(letters)
  const levels = new Set<EqfLevel>()
  for (const part of parts) {
    const result = readLevel(part)
    if (!result.ok) return result
    levels.add(result.value)
  }
  return ok([...levels].toSorted((a, b) => a - b))
}

const separators =
  / ?(?:[,;/&|]|(?<!bac ?)\+|(?<=\d) ?- ?(?=\d)| - |(?<![a-z])(?:and|et|y|e|und|or|ou|o)(?![a-z])) ?/
