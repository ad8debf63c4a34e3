import { iscedFLevel, isIscedF, isWithinIscedF } from './isced-f.ts'

/** Fields of a condition that two copies can say differently, in the order told. */
export const comparedFields = [
  'peoplePerYear',
  'monthsPerYear',
  'daysPerYear',
  'firstYear',
  'lastYear',
  'iscedCodes',
  'eqfLevels',
  'languages',
  'isBlended',
  'sendingOunitId',
  'receivingOunitId',
  'otherTerms',
] as const
export type ComparedField = (typeof comparedFields)[number]

/** One condition of a copy, seen from our side; lists are written as the office keeps them (`0613, 0714`). */
export interface CopyCondition {
  readonly direction: 'outgoing' | 'incoming'
  readonly kind: 'student-studies' | 'student-traineeship' | 'staff-teaching' | 'staff-training'
  readonly values: Readonly<Record<ComparedField, string | number | boolean | null>>
}

export interface AgreementCopy {
  readonly conditions: readonly CopyCondition[]
  /** Both sides have signed this copy: it stands. */
  readonly isSigned: boolean
}

/**
 * Which side is to change. `ours` and `theirs` when a rule says which copy is wrong or incomplete; `together` when both
 * copies are sound and only the two offices can tell.
 */
export type Verdict = 'ours' | 'theirs' | 'together'

/** Why that side: its words are `comparison.reason.<reason>`. */
export type VerdictReason =
  | 'absent'
  | 'not-detailed'
  | 'receiving-decides'
  | 'below-minimum'
  | 'signed-stands'
  | 'to-agree'

/** One field on which two paired conditions differ. */
export interface FieldDifference {
  readonly field: ComparedField
  readonly ours: string | number | boolean | null
  readonly theirs: string | number | boolean | null
  readonly change: Verdict
  readonly reason: VerdictReason
}

/** Two conditions that mean the same exchange, or one that the other copy lacks; numbers are positions in the copies. */
export interface ConditionPair {
  readonly ours: number | null
  readonly theirs: number | null
  readonly differences: readonly FieldDifference[]
  /** For a condition that one copy lacks. */
  readonly change: Verdict | null
}

/**
 * Compares two copies of one agreement, condition by condition. Conditions are paired within their direction and kind
 * by what they have in common; nothing depends on their order.
 *
 * Which side is to change is settled by, in order: a value that one copy lacks; ISCED-F codes of fewer than four digits,
 * which EWP does not take (source: IIA v7 schema); languages and years, which are the receiving side's to state (IIA v7:
 * years are numbered as by the receiving institution; a level under B1 for studies or B2 for teaching is below the
 * recommended minimum, source: business requirements of the agreements); a copy signed by both sides stands. Otherwise
 * both must agree.
 */
export function compareAgreements(ours: AgreementCopy, theirs: AgreementCopy): readonly ConditionPair[] {
  const pairs = pairConditions(ours.conditions, theirs.conditions)
  const signed: Verdict | null = ours.isSigned === theirs.isSigned ? null : ours.isSigned ? 'theirs' : 'ours'
  return pairs.map(([our, their]) => {
    const mine = our === null ? undefined : ours.conditions[our]
    const other = their === null ? undefined : theirs.conditions[their]
    if (mine === undefined || other === undefined)
      return {
        ours: our,
        theirs: their,
        differences: [],
        // Who lacks it adds it, unless the copy that lacks it is the one that both signed.
        change: signed ?? (mine === undefined ? 'ours' : 'theirs'),
      }
    return { ours: our, theirs: their, differences: differencesOf(mine, other, signed), change: null }
  })
}

/** Pairs the conditions of two copies; those left over stand alone. */
export function pairConditions(
  ours: readonly CopyCondition[],
  theirs: readonly CopyCondition[],
): readonly (readonly [ours: number | null, theirs: number | null])[] {
  const candidates = ours.flatMap((mine, our) =>
    theirs.flatMap((other, their) =>
      mine.direction === other.direction && mine.kind === other.kind
        ? [{ our, their, score: likenessOf(mine, other) }]
        : [],
    ),
  )
  const best = candidates.toSorted((a, b) => b.score - a.score || a.our - b.our || a.their - b.their)
  const partnerOf = new Map<number, number>()
  const taken = new Set<number>()
  for (const { our, their } of best) {
    if (partnerOf.has(our) || taken.has(their)) continue
    partnerOf.set(our, their)
    taken.add(their)
  }
  return [
    ...ours.map((_, our) => [our, partnerOf.get(our) ?? null] as const),
    ...theirs.flatMap((_, their) => (taken.has(their) ? [] : [[null, their] as const])),
  ]
}

const weights: Readonly<Record<ComparedField, number>> = {
  iscedCodes: 8,
  eqfLevels: 4,
  isBlended: 3,
  sendingOunitId: 2,
  receivingOunitId: 2,
  languages: 1,
  peoplePerYear: 1,
  monthsPerYear: 1,
  daysPerYear: 1,
  firstYear: 1,
  lastYear: 1,
  otherTerms: 1,
}

function likenessOf(a: CopyCondition, b: CopyCondition): number {
  return comparedFields.reduce((sum, field) => sum + weights[field] * sameness(field, a, b), 0)
}

/** From 0 to 1: how far two values agree; lists by what they share, fields within broader ones half. */
function sameness(field: ComparedField, a: CopyCondition, b: CopyCondition): number {
  const [one, other] = [a.values[field], b.values[field]]
  if (isSame(field, one, other)) return 1
  if (typeof one !== 'string' || typeof other !== 'string' || !isList(field)) return 0
  const [mine, their] = [partsOf(one), partsOf(other)]
  const shared = mine.filter((part) => their.includes(part)).length
  const near =
    field === 'iscedCodes'
      ? mine.filter((code) => !their.includes(code) && their.some((wide) => isRelated(code, wide))).length
      : 0
  return (shared + near / 2) / Math.max(mine.length, their.length)
}

function isRelated(a: string, b: string): boolean {
  return isIscedF(a) && isIscedF(b) && (isWithinIscedF(a, b) || isWithinIscedF(b, a))
}

function isList(field: ComparedField): boolean {
  return field === 'iscedCodes' || field === 'eqfLevels' || field === 'languages'
}

function partsOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .toSorted()
}

type Value = CopyCondition['values'][ComparedField]

function isSame(field: ComparedField, a: Value, b: Value): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    if (isList(field)) return partsOf(a).join() === partsOf(b).join()
    return a.replaceAll(/\s+/g, ' ').trim() === b.replaceAll(/\s+/g, ' ').trim()
  }
  // False and nothing both say that a mobility is not blended.
  return (a === false ? null : a) === (b === false ? null : b)
}

function differencesOf(
  mine: CopyCondition,
  other: CopyCondition,
  signed: Verdict | null,
): readonly FieldDifference[] {
  return comparedFields.flatMap((field) => {
    const [ours, theirs] = [mine.values[field], other.values[field]]
    if (isSame(field, ours, theirs)) return []
    const { change, reason } = verdictOf(field, mine, other, signed)
    return [{ field, ours, theirs, change, reason }]
  })
}

function verdictOf(
  field: ComparedField,
  mine: CopyCondition,
  other: CopyCondition,
  signed: Verdict | null,
): { readonly change: Verdict; readonly reason: VerdictReason } {
  const [ours, theirs] = [mine.values[field], other.values[field]]
  if (ours === null) return { change: 'ours', reason: 'absent' }
  if (theirs === null) return { change: 'theirs', reason: 'absent' }
  if (field === 'iscedCodes' && isDetailed(ours) !== isDetailed(theirs))
    return { change: isDetailed(ours) ? 'theirs' : 'ours', reason: 'not-detailed' }
  if (field === 'languages') {
    const [oursLow, theirsLow] = [isBelowMinimum(mine), isBelowMinimum(other)]
    if (oursLow !== theirsLow) return { change: oursLow ? 'ours' : 'theirs', reason: 'below-minimum' }
  }
  if (signed !== null) return { change: signed, reason: 'signed-stands' }
  if (field === 'firstYear' || field === 'lastYear' || field === 'languages')
    return { change: mine.direction === 'outgoing' ? 'ours' : 'theirs', reason: 'receiving-decides' }
  return { change: 'together', reason: 'to-agree' }
}

function isDetailed(codes: Value): boolean {
  return (
    typeof codes === 'string' &&
    partsOf(codes).every((code) => isIscedF(code) && iscedFLevel(code) === 'detailed')
  )
}

const minimumLevel = { 'student-studies': 'B1', 'staff-teaching': 'B2' } as const

/** Whether a language is asked at a level under the recommended minimum. */
function isBelowMinimum({ kind, values }: CopyCondition): boolean {
  if (kind !== 'student-studies' && kind !== 'staff-teaching') return false
  const minimum = minimumLevel[kind]
  return partsOf(String(values.languages ?? '')).some((skill) => {
    const level = skill.split(':')[1]
    return level !== undefined && level < minimum
  })
}
