import {
  nominationValueKeys as keysOfWords,
  type NominationValueKey,
} from '#shared/domain/nomination-values.ts'
import { createHeaderScorer } from '#core/imports/recognise-header.ts'
import { createHeaderFinder, type HeaderCandidate, type NamedColumn } from '#core/templates/header-finder.ts'
import { templateWords } from './template-words.ts'

export type NominationColumn = NamedColumn<NominationValueKey>
export type NominationHeader = HeaderCandidate<NominationValueKey>

const leastColumns = 3
const nameKeys: readonly NominationValueKey[] = ['familyName', 'givenNames', 'fullName']

/** How well a text names each value. */
export const scoreHeader = createHeaderScorer<NominationValueKey>(
  Object.entries(templateWords).flatMap(([key, words]) => {
    const known = keysOfWords.find((one) => one === key)
    return known === undefined || words === undefined ? [] : [[known, words] as const]
  }),
)

/** Finds the header of the students to name: none where no row names three columns, a name among them. */
export const nominationHeaders = createHeaderFinder<NominationValueKey>({
  score: scoreHeader,
  isUsable: (keys) => keys.length >= leastColumns && keys.some((key) => nameKeys.includes(key)),
  settle: withoutWholeName,
})

/** Beside the two halves of a name, the whole one is asked for only when a column says so in full. */
function withoutWholeName(columns: readonly NominationColumn[]): readonly NominationColumn[] {
  const has = (key: NominationValueKey) => columns.some((column) => column.key === key)
  if (!has('fullName')) return columns
  if (has('familyName') && has('givenNames')) return columns
  return columns.map((column) =>
    column.key === 'familyName' || column.key === 'givenNames' ? { ...column, key: null } : column,
  )
}
