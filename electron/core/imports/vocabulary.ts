import type { ImportKind } from '#shared/contract/imports.ts'
import { partnerWords } from './vocabulary-partners.ts'
import { studentWords } from './vocabulary-students.ts'
import type { TargetKey } from './targets.ts'

/**
 * The words by which headers name a target, in French, English, Spanish, German, Italian, Portuguese and Dutch:
 * folded, without punctuation, alternatives separated by `|`.
 */
export interface HeaderWords {
  /** Phrases that name the target and nothing else. */
  readonly names: string
  /** Phrases that may name it: the column's content decides. */
  readonly weak?: string
  /** Single words that may stand beside a phrase without changing its meaning. */
  readonly beside?: string
  /** Single words that show that something else is meant. */
  readonly not?: string
}

export type Vocabulary = Readonly<Partial<Record<TargetKey, HeaderWords>>>

export function vocabularyOf(kind: ImportKind): Vocabulary {
  return kind === 'partners' ? partnerWords : studentWords
}

/** Words that carry no meaning in a header. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'de des du d la le les l un une of the in on for to a an en et and el los las del y e di da do dos das dei della degli ' +
    'der die und von zu zur het een per pour par sur au aux con com mit avec with s'
  ).split(' '),
)
