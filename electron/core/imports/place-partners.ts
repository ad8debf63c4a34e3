import type { FieldValue } from '#shared/entities/fields.ts'
import { checkRecord } from '#shared/entities/record-rules.ts'
import type { PartnerGroup } from './group-partners.ts'
import { warning, type IssueLog } from './issues.ts'
import type { AgreementRow, ConditionRow, OfficePartners, PlaceRow } from './office-partners.ts'
import {
  conditionKey,
  kindGiven,
  placeKey,
  placesOf,
  type AgreementKind,
  type PartnerReading,
  type PlaceTerm,
} from './partner-terms.ts'
import type { RowRead } from './read-rows.ts'
import type { TargetKey } from './targets.ts'

/** What a list says of one agreement, and the agreement of the office that it is. */
export interface AgreementPlan {
  readonly kind: AgreementKind
  readonly office: AgreementRow | undefined
  readonly values: Readonly<Record<AgreementField, FieldValue>>
  readonly conditions: ConditionPlan[]
}
export interface ConditionPlan {
  readonly office: ConditionRow | undefined
  readonly values: Readonly<Record<ConditionField, FieldValue>>
  readonly places: PlacePlan[]
}
export interface PlacePlan extends PlaceTerm {
  readonly office: PlaceRow | undefined
}

export const agreementFields = ['reference', 'firstYear', 'lastYear', 'signedOn', 'notes'] as const
export type AgreementField = (typeof agreementFields)[number]
export const conditionFields = ['iscedCodes', 'eqfLevels', 'languages', 'peoplePerYear'] as const
export type ConditionField = (typeof conditionFields)[number]

/** Where one row's values go. */
export interface RowPlacement {
  readonly agreement: AgreementPlan | undefined
  readonly condition: ConditionPlan | undefined
  /** By column of places. */
  readonly places: readonly (PlacePlan | undefined)[]
}

export interface PlacedPartner {
  readonly agreements: readonly AgreementPlan[]
  /** In the order of the group's rows. */
  readonly rows: readonly RowPlacement[]
}

/** Sorts what a group says into agreements (by kind and reference), conditions (by field and level) and places. */
export function placePartner(
  group: PartnerGroup,
  reading: PartnerReading,
  office: OfficePartners,
  issues: IssueLog,
): PlacedPartner {
  const held = group.office === undefined ? [] : office.agreementsOf(group.office.id)
  const isWanted = reading.options.agreements
  if (!isWanted)
    return {
      agreements: [],
      rows: group.rows.map(() => ({ agreement: undefined, condition: undefined, places: [] })),
    }
  const agreements = new Map<string, AgreementDraft>()
  const onlyReference = soleReference(group, reading)
  const isOnlyCondition = new Set(group.rows.map((read) => conditionKey(reading, read))).size === 1
  const rows = group.rows.map((read): RowPlacement => {
    const given = kindGiven(reading, read)
    const kind = given ?? (codeOf(group, reading) === null ? 'exchange' : 'erasmus')
    const reference = reading.text(read, 'agreement.reference') ?? onlyReference
    const key = `${kind}|${reference ?? ''}`
    const known = agreements.get(key)
    const draft = known ?? startAgreement(kind, given !== undefined, reference, held)
    if (known === undefined) agreements.set(key, draft)
    fill(draft.values, read, reading, agreementFields, agreementKey, issues)
    return { agreement: draft, ...placeRow(draft, read, reading, { office, issues, isOnlyCondition }) }
  })
  for (const agreement of agreements.values()) dropImpossibleYears(agreement, group, reading, issues)
  return { agreements: [...agreements.values()], rows }
}

/** Years that, with those that the office holds, would end before they start are left out. */
function dropImpossibleYears(
  agreement: AgreementDraft,
  group: PartnerGroup,
  reading: PartnerReading,
  issues: IssueLog,
): void {
  const [first] = group.rows
  for (const field of ['lastYear', 'firstYear'] as const) {
    const problem = checkRecord('agreement', {
      firstYear: agreement.values.firstYear ?? agreement.office?.firstYear ?? null,
      lastYear: agreement.values.lastYear ?? agreement.office?.lastYear ?? null,
    })
    if (problem === undefined || agreement.values[field] === null || first === undefined) continue
    const column = reading.reader.columnOf(reading.reader.slotOf.get(`agreement.${field}`) ?? -1) ?? null
    issues.add(first.row, column, String(agreement.values[field]), {
      ...problem.problem,
      severity: 'warning',
    })
    agreement.values[field] = null
  }
}

interface AgreementDraft extends AgreementPlan {
  readonly values: Record<AgreementField, FieldValue>
  readonly conditions: ConditionDraft[]
  readonly conditionByKey: Map<string, ConditionDraft>
}
interface ConditionDraft extends ConditionPlan {
  readonly values: Record<ConditionField, FieldValue>
  readonly places: PlacePlan[]
  readonly placeByKey: Map<string, PlacePlan>
}

function codeOf(group: PartnerGroup, { text }: PartnerReading): string | null {
  return text(group, 'institution.erasmusCode') ?? group.office?.erasmusCode ?? null
}

/** The one reference that some rows of a partner give holds for its other rows too. */
function soleReference(group: PartnerGroup, { text }: PartnerReading): string | null {
  const references = new Set(group.rows.flatMap((read) => text(read, 'agreement.reference') ?? []))
  const [only] = references
  return references.size === 1 && only !== undefined ? only : null
}

function startAgreement(
  kind: AgreementKind,
  isKindGiven: boolean,
  reference: string | null,
  held: readonly AgreementRow[],
): AgreementDraft {
  const office = findAgreement(kind, isKindGiven, reference, held)
  const values = { reference: null, firstYear: null, lastYear: null, signedOn: null, notes: null }
  return {
    kind: isKindGiven ? kind : (office?.kind ?? kind),
    office,
    values,
    conditions: [],
    conditionByKey: new Map(),
  }
}

/**
 * The agreement of the office that a list means: by its reference, else by its kind, active ones and latest years
 * first. A kind that was only inferred also finds the one exchange or Erasmus agreement that there is.
 */
function findAgreement(
  kind: AgreementKind,
  isKindGiven: boolean,
  reference: string | null,
  held: readonly AgreementRow[],
): AgreementRow | undefined {
  if (reference !== null) {
    const same = held.find((row) => row.reference === reference)
    if (same !== undefined) return same
  }
  const free = reference === null ? held : held.filter((row) => row.reference === null)
  const best = free
    .filter((row) => row.kind === kind)
    .toSorted((a, b) => rank(b) - rank(a) || compare(b.lastYear, a.lastYear) || (a.id < b.id ? -1 : 1))[0]
  if (best !== undefined || isKindGiven) return best
  const alike = free.filter((row) => row.kind === 'erasmus' || row.kind === 'exchange')
  return alike.length === 1 ? alike[0] : undefined
}

const rank = ({ status }: AgreementRow) => (status === 'active' ? 2 : status === 'draft' ? 1 : 0)
const compare = (a: string | null, b: string | null) =>
  (a ?? '9999') < (b ?? '9999') ? -1 : (a ?? '9999') > (b ?? '9999') ? 1 : 0

function placeRow(
  agreement: AgreementDraft,
  read: RowRead,
  reading: PartnerReading,
  { office, issues, isOnlyCondition }: { office: OfficePartners; issues: IssueLog; isOnlyCondition: boolean },
): Omit<RowPlacement, 'agreement'> {
  const terms = placesOf(reading, read)
  const hasTerms = terms.some((term) => term !== undefined)
  const hasCondition = conditionFields.some((field) => reading.value(read, `condition.${field}`) !== null)
  if (!hasTerms && !hasCondition) return { condition: undefined, places: [] }
  const key = conditionKey(reading, read)
  const known = agreement.conditionByKey.get(key)
  const condition = known ?? startCondition(key, agreement, office, isOnlyCondition)
  if (known === undefined) {
    agreement.conditionByKey.set(key, condition)
    agreement.conditions.push(condition)
  }
  fill(condition.values, read, reading, conditionFields, conditionTarget, issues)
  const held = condition.office === undefined ? [] : office.placesOf(condition.office.id)
  return {
    condition,
    places: terms.map((term) => (term === undefined ? undefined : addPlace(condition, term, held))),
  }
}

/**
 * The condition of the office for the same fields and levels. A list that says neither means the first one there is; a
 * list with one line for the partner means the condition without field, or the only one.
 */
function startCondition(
  key: string,
  agreement: AgreementDraft,
  office: OfficePartners,
  isOnly: boolean,
): ConditionDraft {
  const held = agreement.office === undefined ? [] : office.conditionsOf(agreement.office.id)
  const taken = new Set(agreement.conditions.map((condition) => condition.office?.id))
  const free = held.filter(({ id }) => !taken.has(id))
  const same = free.find((row) => `${row.iscedCodes ?? ''}|${row.eqfLevels ?? ''}` === key)
  const blank = free.find((row) => row.iscedCodes === null && row.eqfLevels === null)
  const supposed = isOnly ? (blank ?? (held.length === 1 ? free[0] : undefined)) : undefined
  const found = same ?? (key === '|' ? free[0] : supposed)
  return {
    office: found,
    values: { iscedCodes: null, eqfLevels: null, languages: null, peoplePerYear: null },
    places: [],
    placeByKey: new Map(),
  }
}

function addPlace(condition: ConditionDraft, term: PlaceTerm, held: readonly PlaceRow[]): PlacePlan {
  const key = placeKey(term)
  const known = condition.placeByKey.get(key)
  if (known !== undefined) return known
  const plan = { ...term, office: held.find((row) => placeKey(row) === key) }
  condition.placeByKey.set(key, plan)
  condition.places.push(plan)
  return plan
}

/** The first row that fills a field keeps it; another value further down is shown and left out. */
function fill<F extends string>(
  values: Record<F, FieldValue>,
  read: RowRead,
  reading: PartnerReading,
  fields: readonly F[],
  keyOf: (field: F) => TargetKey,
  issues: IssueLog,
): void {
  for (const field of fields) {
    const slot = reading.reader.slotOf.get(keyOf(field))
    const given = slot === undefined ? null : (read.values[slot] ?? null)
    if (slot === undefined || given === null) continue
    if (values[field] === null) values[field] = given
    else if (values[field] !== given) {
      const params = { value: String(given), kept: String(values[field]) }
      issues.add(
        read.row,
        reading.reader.columnOf(slot) ?? null,
        String(given),
        warning('imports.issue.second-value', params),
      )
    }
  }
}

const agreementKey = (field: AgreementField): TargetKey => `agreement.${field}`
const conditionTarget = (field: ConditionField): TargetKey => `condition.${field}`
