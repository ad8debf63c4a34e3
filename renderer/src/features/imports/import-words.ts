import type { ImportColumn, ImportKind, ImportView, RowIssue } from '#shared/contract/imports.ts'
import type { ListName } from '#shared/lists/types.ts'
import { sayKey } from '#shared/text/import-text.ts'
import { isTextKey, type Translate } from '#shared/text/text.ts'

/** The list that holds what a kind of import brings. */
export const listOfKind: Readonly<Record<ImportKind, ListName>> = {
  partners: 'partners',
  students: 'students',
  mobilities: 'mobilities',
  wishes: 'campaignWishes',
  courses: 'athensCourses',
  'athens-choices': 'wishes',
}

/** What a column is read as, in a word. */
export function targetWord(t: Translate, target: string): string {
  return sayKey(t, `imports.target.${target}`)
}

/** What kind of sentence a code says, its particulars left out: the heading over all cases of it. */
export function codeHeading(t: Translate, { code, params }: Pick<RowIssue, 'code' | 'params'>): string {
  const blanks = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' && name === 'count' ? value : '…',
    ]),
  )
  return sayKey(t, code, blanks)
}

/** Records by kind in words: `91 institutions, 91 agreements and 319 places`; undefined when there are none. */
export function recordWords(
  t: Translate,
  list: (items: readonly string[]) => string,
  entities: ImportView['entities'],
): string | undefined {
  const parts = Object.entries(entities).flatMap(([kind, count]) => {
    const key = `importing.creates.${kind}`
    return count > 0 && isTextKey(key) ? [t(key, { count })] : []
  })
  return parts.length === 0 ? undefined : list(parts)
}

export type ConfidenceLevel = 'sure' | 'likely' | 'unsure'

/** How sure a proposal is, for people: what was guessed by values alone is never *sure*. */
export function confidenceLevel(confidence: number): ConfidenceLevel {
  return confidence >= 0.85 ? 'sure' : confidence >= 0.6 ? 'likely' : 'unsure'
}

/** The name of a column as the file gives it; its letter says the rest. */
export function headerOf(t: Translate, column: Pick<ImportColumn, 'header'>): string {
  return column.header === '' ? t('importing.map.noHeader') : column.header
}

/** Rows that applying would write. */
export function rowsToWrite({ counts }: Pick<ImportView, 'counts'>): number {
  return counts.new + counts.changed
}
