import { foldText, matchKey } from '#shared/domain/text-folding.ts'
import { importKinds, type ImportKind } from '#shared/contract/imports.ts'
import type { HeaderWords } from './kind-types.ts'
import { stopWords } from './stop-words.ts'
import { targetsOf, wordsOf, type TargetKey } from './targets.ts'

/** How well a header's words name each target: 0 to 1, only those above 0. */
export type HeaderScores = ReadonlyMap<TargetKey, number>

interface Phrase {
  readonly words: readonly string[]
  readonly strength: number
}

interface CompiledWords {
  readonly key: TargetKey
  readonly phrases: readonly Phrase[]
  /** The first word of each phrase: a header without any of them names something else. */
  readonly firstWords: ReadonlySet<string>
  readonly beside: ReadonlySet<string>
  readonly not: ReadonlySet<string>
}

const yearsOrTerms =
  /(?:spring|fall|autumn|automne|printemps|oton[a-z]+|primavera|ws|ss) ?(?:19|20)\d\d|(?:19|20)\d\d ?[/-] ?(?:20)?\d\d|(?:19|20)\d\d/g

const strong = 0.97
const weak = 0.6

const compiled: ReadonlyMap<ImportKind, readonly CompiledWords[]> = new Map(
  importKinds.map((kind) => [kind, compile(kind)]),
)

function compile(kind: ImportKind): readonly CompiledWords[] {
  return targetsOf(kind).flatMap(({ key }) => {
    const words = wordsOf(kind, key)
    return words === undefined ? [] : [{ key, ...compileWords(words) }]
  })
}

function compileWords({ names, weak: weakNames, beside, not }: HeaderWords): Omit<CompiledWords, 'key'> {
  const phrases = (list: string | undefined, strength: number): readonly Phrase[] =>
    (list ?? '').split('|').flatMap((text) => {
      const words = meaningfulWords(text)
      return words.length === 0 ? [] : [{ words, strength }]
    })
  const set = (list: string | undefined) => new Set((list ?? '').split(' ').filter((word) => word !== ''))
  const all = [...phrases(names, strong), ...phrases(weakNames, weak)]
  return {
    phrases: all,
    firstWords: new Set(all.flatMap(({ words }) => words.slice(0, 1))),
    beside: set(beside),
    not: set(not),
  }
}

/** The words of a header that carry meaning; all of them when none does. Years say when, not what. */
function meaningfulWords(header: string): readonly string[] {
  const words = matchKey(foldText(header).replace(yearsOrTerms, ' ')).split(' ')
  const meaningful = words.filter((word) => !stopWords.has(word) && word !== '')
  return meaningful.length > 0 ? meaningful : words.filter((word) => word !== '')
}

/** Scores a header against the vocabulary: how much of it a phrase and the words allowed beside it explain. */
export function recogniseHeader(kind: ImportKind, header: string): HeaderScores {
  const scores = new Map<TargetKey, number>()
  if (header === '' || header.length > 120) return scores
  const words = meaningfulWords(header)
  if (words.length === 0) return scores
  for (const target of compiled.get(kind) ?? []) {
    const score = scoreTarget(target, words)
    if (score > 0) scores.set(target.key, score)
  }
  return scores
}

/** The same for words of one's own: how well a header names each of some keys. */
export function createHeaderScorer<K extends string>(
  vocabulary: readonly (readonly [key: K, words: HeaderWords])[],
): (header: string) => ReadonlyMap<K, number> {
  const targets = vocabulary.map(([key, words]) => ({ key, words: compileWords(words) }))
  return (header) => {
    const words = header === '' || header.length > 120 ? [] : meaningfulWords(header)
    if (words.length === 0) return new Map()
    return new Map(
      targets.flatMap(({ key, words: own }) => {
        const score = scoreTarget(own, words)
        return score > 0 ? [[key, score] as const] : []
      }),
    )
  }
}

function scoreTarget(
  { phrases, firstWords, beside, not }: Omit<CompiledWords, 'key'>,
  words: readonly string[],
): number {
  if (!words.some((word) => firstWords.has(word))) return 0
  let best = 0
  for (const phrase of phrases) {
    const at = indexOfPhrase(words, phrase.words)
    if (at < 0) continue
    const rest = words.filter((_, i) => i < at || i >= at + phrase.words.length)
    const explained = rest.filter((word) => beside.has(word)).length + phrase.words.length
    const ratio = explained / words.length
    const contradicted = rest.some((word) => not.has(word)) ? 0.25 : 1
    best = Math.max(best, phrase.strength * (0.3 + 0.7 * ratio * ratio) * contradicted)
  }
  return best
}

function indexOfPhrase(words: readonly string[], phrase: readonly string[]): number {
  for (let at = 0; at + phrase.length <= words.length; at++) {
    if (phrase.every((word, i) => words[at + i] === word)) return at
  }
  return -1
}

/** The words of a header left over when those that name a target are taken away, as written: a programme's label. */
export function restOfHeader(kind: ImportKind, key: TargetKey, header: string): string {
  const target = compiled.get(kind)?.find((words) => words.key === key)
  if (target === undefined) return header
  const named = new Set(target.phrases.flatMap((phrase) => phrase.words))
  return header
    .replace(/\s+/g, ' ')
    .split(/(?<=[\s:;,()–-])|(?=[\s:;,()–-])/)
    .map((part) => ({ part, words: meaningfulWords(part) }))
    .filter(({ part, words }) => isKept(part, words, named, target.beside))
    .map(({ part }) => part)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:;,()–.-]+|[\s:;,(–.-]+$/g, '')
}

function isKept(
  part: string,
  words: readonly string[],
  named: ReadonlySet<string>,
  beside: ReadonlySet<string>,
): boolean {
  if (words.length === 0) return /^[\s:;,()–-]+$/.test(part)
  return !words.every((word) => named.has(word) || beside.has(word) || stopWords.has(word))
}
