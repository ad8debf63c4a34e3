import type { FieldValue } from '#shared/entities/fields.ts'
import type { BulkRow } from '#core/db/bulk.ts'
import type { Ids } from '#core/ports/ports.ts'
import type { PartnerGroup } from './group-partners.ts'
import { countryOf } from './match-names.ts'
import type { InstitutionRow } from './office-partners.ts'
import type { PartnerReading } from './partner-terms.ts'
import type { AgreementPlan, ConditionPlan, PlacedPartner } from './place-partners.ts'
import type { ImportPlan, PlannedWrite } from './plan.ts'
import { isPatched, patchOf, updateOf } from './record-patch.ts'

/** What applying writes for one institution and all that is agreed with it. */
export function* writePartner(
  group: PartnerGroup,
  placed: PlacedPartner,
  reading: PartnerReading,
  ids: Ids,
  onNew: (id: string) => void,
): Generator<PlannedWrite> {
  const { office } = group
  const id = office?.id ?? ids.next()
  if (office === undefined) {
    onNew(id)
    yield { table: 'institution', kind: 'insert', row: newInstitution(id, group, reading) }
  } else yield* updateOf('institution', office.id, institutionPatch(office, group, reading))
  for (const agreement of placed.agreements) yield* writeAgreement(agreement, id, reading, ids)
}

function newInstitution(id: string, group: PartnerGroup, reading: PartnerReading): BulkRow {
  return {
    id,
    kind: 'university',
    isAthensMember: false,
    ...institutionValues(group, reading),
    country: countryOf(group, reading),
  }
}

function institutionValues(
  { values }: Pick<PartnerGroup, 'values'>,
  { reader }: PartnerReading,
): Record<string, FieldValue> {
  const own: Record<string, FieldValue> = {}
  for (const [slot, value] of values.entries()) {
    const field = reader.targetOf(slot)?.field
    if (field?.entity === 'institution') own[field.name] = value
  }
  return own
}

function institutionPatch(office: InstitutionRow, group: PartnerGroup, reading: PartnerReading): BulkRow {
  return patchOf('institution', office, institutionValues(group, reading))
}

function agreementPatch(agreement: AgreementPlan): BulkRow {
  const { office, kind, values } = agreement
  return office === undefined ? {} : patchOf('agreement', office, { ...values, kind })
}

function* writeAgreement(
  agreement: AgreementPlan,
  institutionId: string,
  reading: PartnerReading,
  ids: Ids,
): Generator<PlannedWrite> {
  const { office, kind, values } = agreement
  const id = office?.id ?? ids.next()
  if (office === undefined) {
    const isOver = typeof values.lastYear === 'string' && values.lastYear < reading.options.currentYear
    yield {
      table: 'agreement',
      kind: 'insert',
      row: { id, institutionId, kind, status: isOver ? 'ended' : 'active', carryOver: 'none', ...values },
    }
  } else yield* updateOf('agreement', office.id, agreementPatch(agreement))
  for (const condition of agreement.conditions) yield* writeCondition(condition, id, ids)
}

function* writeCondition(condition: ConditionPlan, agreementId: string, ids: Ids): Generator<PlannedWrite> {
  const { office, values } = condition
  const conditionId = office?.id ?? ids.next()
  if (office === undefined) {
    const fixed = { direction: 'outgoing', kind: 'student-studies', isBlended: false }
    yield { table: 'condition', kind: 'insert', row: { id: conditionId, agreementId, ...fixed, ...values } }
  } else yield* updateOf('condition', office.id, patchOf('condition', office, values))
  for (const { office: held, academicYear, semester, programme, count } of condition.places) {
    if (held === undefined)
      yield {
        table: 'place',
        kind: 'insert',
        row: { id: ids.next(), conditionId, academicYear, semester, programme, count },
      }
    else if (held.count !== count) yield { table: 'place', kind: 'update', id: held.id, values: { count } }
  }
}

/** What applying would create and change, by kind; new places are counted in students that can go. */
export interface PartnerTally extends Pick<ImportPlan, 'entities' | 'updates'> {
  add(group: PartnerGroup, placed: PlacedPartner): void
}

export function createPartnerTally(reading: PartnerReading): PartnerTally {
  const entities = { institutions: 0, agreements: 0, conditions: 0, places: 0 }
  const updates = { institutions: 0, agreements: 0, conditions: 0, places: 0 }
  const one = (patch: BulkRow) => (isPatched(patch) ? 1 : 0)
  return {
    entities,
    updates,
    add(group, placed) {
      if (group.office === undefined) entities.institutions += 1
      else updates.institutions += one(institutionPatch(group.office, group, reading))
      for (const agreement of placed.agreements) {
        if (agreement.office === undefined) entities.agreements += 1
        else updates.agreements += one(agreementPatch(agreement))
        for (const { office, values, places } of agreement.conditions) {
          if (office === undefined) entities.conditions += 1
          else updates.conditions += one(patchOf('condition', office, values))
          for (const place of places) {
            if (place.office === undefined) entities.places += place.count
            else if (place.office.count !== place.count) updates.places += 1
          }
        }
      }
    },
  }
}
