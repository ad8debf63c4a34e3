import type { ComparedCopies } from '#shared/contract/comparison.ts'
import { choiceLabel, fieldLabel } from '#shared/entities/labels.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { Translate } from './text.ts'

type Condition = ComparedCopies['ours']['conditions'][number]
type Pair = ComparedCopies['pairs'][number]
type Difference = Pair['differences'][number]

/** A condition in a few words: `Outgoing · Student studies · 0613 · 6, 7`. */
export function conditionText(t: Translate, condition: Condition | undefined): string {
  if (condition === undefined) return ''
  const { direction, kind, values } = condition
  const words = [
    t(choiceLabel('condition', 'direction', direction)),
    t(choiceLabel('condition', 'kind', kind)),
    values.iscedCodes,
    values.eqfLevels === null ? null : `EQF ${String(values.eqfLevels)}`,
  ]
  return words.filter((word) => word !== null && word !== undefined && word !== '').join(' · ')
}

/** What differs, and which side is to change, as a sentence. */
export function differenceText(t: Translate, { field, ours, theirs, change, reason }: Difference): string {
  const params = {
    field: t(fieldLabel('condition', field)),
    ours: valueText(t, ours),
    theirs: valueText(t, theirs),
  }
  return `${t('comparison.differs', params)} ${t(textKey(`comparison.change.${change}`))} ${t(
    textKey(`comparison.reason.${reason}`),
  )}`
}

/** A condition that one copy lacks, as a sentence. */
export function loneText(t: Translate, pair: Pair): string {
  const side = pair.theirs === null ? 'only-ours' : 'only-theirs'
  const change = pair.change ?? 'together'
  return `${t(textKey(`comparison.${side}`))} ${t(textKey(`comparison.${side}.${change}`))}`
}

function valueText(t: Translate, value: Difference['ours']): string {
  if (value === null) return t('comparison.nothing')
  if (typeof value === 'boolean') return t(value ? 'comparison.yes' : 'comparison.no')
  return String(value)
}

export function countDifferences(pairs: readonly Pair[]): number {
  return pairs.reduce(
    (sum, { differences, ours, theirs }) =>
      sum + differences.length + (ours === null || theirs === null ? 1 : 0),
    0,
  )
}
