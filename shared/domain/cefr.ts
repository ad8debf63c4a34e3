import { ok, refuse } from './result.ts'
import type { Refusal, Result } from './result.ts'
import { foldText } from './text-folding.ts'

/** Levels of the Common European Framework, and NS for a native speaker. Source: EWP learning agreements, `[ABC][12]|NS`. */
export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NS'] as const
export type CefrLevel = (typeof cefrLevels)[number]

export type CefrReason = 'empty' | 'no-level' | 'several-levels'

function isCefrLevel(text: string): text is CefrLevel {
  return cefrLevels.some((level) => level === text)
}

/**
 * Reads a level: `b2`, `B 2`, `B2.1`, `C1+`, `B2 (anglais)`, `niveau B2`, `native`. Subdivisions count as their level.
 * Two levels (`B1/B2`) are refused: nobody but the writer knows which one is meant.
 */
export function parseCefr(written: string): Result<CefrLevel, Refusal<CefrReason>> {
  const text = foldText(written)
  if (text === '') return refuse('empty')
  const levels = new Set(findCefrLevels(text))
  const [level] = levels
  if (level === undefined) return refuse('no-level')
  return levels.size === 1 ? ok(level) : refuse('several-levels', { levels: [...levels].join(', ') })
}

/** The levels named in a text, in their order. */
export function findCefrLevels(text: string): readonly CefrLevel[] {
  return [...foldText(text).matchAll(levelShape)].flatMap(([, letter = '', digit = '']) => {
    const level = letter === '' ? 'NS' : letter.toUpperCase() + digit
    return isCefrLevel(level) ? [level] : []
  })
}

const levelShape =
  /(?<![a-z0-9])(?:([abc]) ?([12])(?:\.[0-9])?(?![0-9a-z])|ns(?![a-z0-9])|native?(?: speaker)?(?![a-z])|langue maternelle|mother tongue|lengua materna|muttersprach\w*|madrelingua)/g

/** Negative, zero or positive, as `Array.sort` wants; a native speaker comes last. */
export function compareCefr(a: CefrLevel, b: CefrLevel): number {
  return cefrLevels.indexOf(a) - cefrLevels.indexOf(b)
}

/** Whether a level is at least the one required. */
export function meetsCefr(level: CefrLevel, required: CefrLevel): boolean {
  return compareCefr(level, required) >= 0
}
