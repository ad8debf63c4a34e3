import type { Kysely } from 'kysely'
import type { Database, RecordRow } from '#core/db/schema.ts'
import type { EwpChange, EwpNote, EwpWrite, StoredValues } from './ewp-plan.ts'
import { institutionFor, type PlannedStay, type Planning } from './planning.ts'
import type { StaySaid } from './stay-said.ts'

type IncomingStatus = RecordRow<'incomingStay'>['status']

const statusOf: Readonly<Record<NonNullable<StaySaid['status']>, IncomingStatus>> = {
  pending: 'nominated',
  approved: 'accepted',
  rejected: 'cancelled',
  cancelled: 'cancelled',
}

/**
 * Compares the stay of a student who comes to us with the office. Of a learning agreement only the person and the dates
 * are kept: its courses are those of the school that sends.
 */
export async function planIncoming(planning: Planning, said: StaySaid): Promise<PlannedStay> {
  const writes: EwpWrite[] = []
  const notes: EwpNote[] = []
  const institutionId = await institutionFor(planning, said.sendingHei, writes, notes)
  if (said.agreement !== null) notes.push({ code: 'incoming-courses', params: {} })
  const known = await planning.db
    .selectFrom('incomingStay')
    .selectAll()
    .where('omobilityId', '=', said.omobilityId)
    .executeTakeFirst()
  const values = valuesOf(said, institutionId)
  if (known !== undefined) return planKnown(known, { ...values, ...statusPatch(known, said) }, notes)
  const id = planning.ids.next()
  const conditionId = await onlyCondition(planning.db, institutionId, said.academicYear)
  writes.push({
    kind: 'insert',
    table: 'incomingStay',
    id,
    values: {
      ...values,
      familyName: said.student.familyName ?? '–',
      form: 'exchange-semester',
      status: statusOf[said.status ?? 'pending'],
      omobilityId: said.omobilityId,
      conditionId,
    },
  })
  return { outcome: 'new', changes: [], notes, record: { entity: 'incomingStay', id }, writes }
}

/** What the document says and the office may take; what it does not say is left out. */
function valuesOf({ student, mobilityValues, academicYear }: StaySaid, institutionId: string): StoredValues {
  const { familyName, givenNames, gender, nationality, email } = student
  const { semester = null, plannedStart: start = null, plannedEnd: end = null } = mobilityValues
  const person = { familyName, givenNames, gender, nationality, email }
  const stay = { institutionId, academicYear, semester, start, end }
  return Object.fromEntries(Object.entries({ ...person, ...stay }).filter(([, value]) => value !== null))
}

/** The answer to a nomination, unless the student is already here: who has arrived was accepted. */
function statusPatch({ status }: RecordRow<'incomingStay'>, said: StaySaid): StoredValues {
  if (said.status === null || status === 'arrived' || status === 'left') return {}
  return { status: statusOf[said.status] }
}

function planKnown(
  known: RecordRow<'incomingStay'>,
  values: StoredValues,
  notes: readonly EwpNote[],
): PlannedStay {
  const held: Readonly<Record<string, unknown>> = { ...known }
  const patch = Object.fromEntries(Object.entries(values).filter(([name, value]) => held[name] !== value))
  const changes = Object.entries(patch).map(([field, after]): EwpChange => {
    const before = held[field]
    return {
      entity: 'incomingStay',
      field,
      of: '',
      before: typeof before === 'string' ? before : null,
      after,
    }
  })
  const record = { entity: 'incomingStay', id: known.id } as const
  if (changes.length === 0) return { outcome: 'unchanged', changes, notes, record, writes: [] }
  const writes: readonly EwpWrite[] = [{ kind: 'update', table: 'incomingStay', id: known.id, values: patch }]
  return { outcome: 'changed', changes, notes, record, writes }
}

/** The place that the student takes, where the agreements leave no choice. */
async function onlyCondition(
  db: Kysely<Database>,
  institutionId: string,
  academicYear: string,
): Promise<string | null> {
  const found = await db
    .selectFrom('condition')
    .innerJoin('agreement', 'agreement.id', 'condition.agreementId')
    .select('condition.id')
    .where('agreement.institutionId', '=', institutionId)
    .where('agreement.status', '=', 'active')
    .where('condition.direction', '=', 'incoming')
    .where('condition.kind', '=', 'student-studies')
    .where(({ eb, or }) =>
      or([eb('condition.firstYear', 'is', null), eb('condition.firstYear', '<=', academicYear)]),
    )
    .where(({ eb, or }) =>
      or([eb('condition.lastYear', 'is', null), eb('condition.lastYear', '>=', academicYear)]),
    )
    .execute()
  return found.length === 1 ? (found[0]?.id ?? null) : null
}
