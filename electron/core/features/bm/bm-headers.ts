import { bmFieldKeys, bmFieldWords, type BmFieldKey } from '#shared/domain/bm/bm-fields.ts'
import { createHeaderScorer } from '#core/imports/recognise-header.ts'
import { cellText, isBlank } from '#core/imports/cell-text.ts'
import type { SheetRow } from '#core/sheets/types.ts'
import { createHeaderFinder } from '#core/templates/header-finder.ts'

const scoreWords = createHeaderScorer<BmFieldKey>(bmFieldKeys.map((key) => [key, bmFieldWords[key]] as const))

/** Words of groups that stand above labels, or before them, and say nothing of their own. */
const groupWord =
  /^(?:participant|activity|mobility|budget|grant|duration|dates?|period|travel|identification|general|details|information|funding|support)\s+(?:information|details|data)?\s*/i

/**
 * How well a label names each field. What stands in brackets explains it, and the word of a group says where it stands:
 * both count only where that helps.
 */
export function scoreLabel(label: string): ReadonlyMap<BmFieldKey, number> {
  const bare = label.replaceAll(/\([^)]*\)|[*?]/g, ' ').trim()
  const others = new Set([bare, bare.replace(groupWord, '')].filter((text) => text !== '' && text !== label))
  const scores = new Map(scoreWords(label))
  for (const text of others)
    for (const [key, score] of scoreWords(text)) scores.set(key, Math.max(score * 0.98, scores.get(key) ?? 0))
  return scores
}

const telling: readonly BmFieldKey[] = [
  'mobilityId',
  'startDate',
  'endDate',
  'familyName',
  'activityType',
  'receivingCountry',
]
const leastFields = 4

/** Finds the header of the mobilities: none where no row names four fields, two that only mobilities have among them. */
export const bmHeaders = createHeaderFinder<BmFieldKey>({
  score: scoreLabel,
  isUsable: (keys) =>
    (keys.length >= leastFields && keys.filter((key) => telling.includes(key)).length >= 2) ||
    // a feedback file may tell no more than which mobility and what is wrong
    (keys.includes('mobilityId') && (keys.includes('error') || keys.includes('status'))),
})

const formatWord =
  /^(?:\*|dict(?:ionary)?|yes ?\/ ?no|[dmyja]{1,4}[-/. ][dmyja]{1,4}[-/. ][dmyja]{1,4}|text|string|number|integer|decimal.*|numeric.*|mandatory|required|optional|conditional|date.*|boolean|format.*|max.*|[mo]|n\/a|email)$/i

/** Whether a row under the header says how its columns are written (`*`, `DICT`, `DD-MM-YYYY`), and is no mobility. */
export function isFormatRow(row: SheetRow): boolean {
  const texts = row.cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell).trim())
  return (
    texts.length >= 2 &&
    texts.every((text) =>
      text.split(/\s*[\n,;|]\s*|\s+(?=\*)|(?<=\*)\s*/).every((part) => part === '' || formatWord.test(part)),
    )
  )
}
