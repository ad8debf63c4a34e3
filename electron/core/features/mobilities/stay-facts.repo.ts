import type { Database as RawDatabase } from 'better-sqlite3'
import { sql, type Kysely } from 'kysely'
import { endOfStudiesOf } from '#shared/domain/curriculum.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import type { Curriculum } from '#shared/contract/school-rules.ts'
import { createQueryBuilder, readNow } from '#core/db/read-now.ts'
import type { Database } from '#core/db/schema.ts'
import {
  findCycleExcesses,
  readCycleExcesses,
  type CycleExcesses,
} from '#core/features/grants/cycle.service.ts'
import { stayCountrySql } from '#core/db/stay-country.ts'

type Db = Kysely<Database>

/** Values given as one JSON text: a list of any length, where bound values are limited in number. */
const among = (values: readonly string[]) =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

function listStays(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('mobility as m')
    .innerJoin('student as s', 's.id', 'm.studentId')
    .leftJoin('institution as i', 'i.id', 'm.institutionId')
    .where('m.id', 'in', among(ids))
    .select(['m.id', 'm.studentId', 'm.form', 'm.status', 'm.academicYear', 'm.semester', 'm.title'])
    .select(['m.plannedStart', 'm.plannedEnd', 'm.actualStart', 'm.actualEnd', 'm.institutionId'])
    .select(['m.degree', 'm.studySemester', 'm.supervisorName', 'm.workAddress', 'm.agreementSignedOn'])
    .select(['m.committeeDecision', 'm.committeeOn', 'm.committeeMinutes'])
    .select(['m.recognisedOn', 'm.recognitionDecision'])
    .select(['s.cohort', 's.track', 's.repeatsAfterS5', 's.endOfStudies'])
    .select(['i.name as hostName', 'i.nameEn', 'i.shortName', 'i.kind as hostKind'])
    .select(sql<string | null>`${sql.raw(stayCountrySql('m', 'i'))}`.as('country'))
    .select(
      sql<number>`EXISTS (SELECT 1 FROM agreement a WHERE a.institutionId = m.institutionId)`.as('isPartner'),
    )
}
type StayRow = Awaited<ReturnType<ReturnType<typeof listStays>['execute']>>[number]

/** Stays that were not given up. */
function listKept(db: Db) {
  return db
    .selectFrom('mobility')
    .where('status', 'not in', ['refused', 'withdrawn'])
    .select(['id', 'studentId', 'form'])
    .select(sql<string | null>`ifnull(actualStart, plannedStart)`.as('start'))
    .select(sql<string | null>`ifnull(actualEnd, plannedEnd)`.as('end'))
    .orderBy('id')
}
type OtherRow = Awaited<ReturnType<ReturnType<typeof listKept>['execute']>>[number]

/** Stays that were not given up of the students of some stays. */
function listOthers(db: Db, ids: readonly string[]) {
  return listKept(db).where('studentId', 'in', (eb) =>
    eb.selectFrom('mobility').where('id', 'in', among(ids)).select('studentId'),
  )
}

/** Stays of some students that were not given up. */
export function readOthers(db: Db, studentIds: readonly string[]): Promise<readonly OtherRow[]> {
  return listKept(db).where('studentId', 'in', among(studentIds)).execute()
}

/** Kinds of documents that are there and hold good. */
function listDocuments(db: Db, ids: readonly string[], today: string) {
  return db
    .selectFrom('document')
    .where('mobilityId', 'in', among(ids))
    .where('status', 'in', ['received', 'waived'])
    .where((eb) => eb.or([eb('expiresOn', 'is', null), eb('expiresOn', '>=', today)]))
    .select(['mobilityId', 'kind'])
}

/** Signatures of learning agreements. */
function listSigned(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('laSignature')
    .where('mobilityId', 'in', among(ids))
    .where('signedOn', 'is not', null)
    .select(['mobilityId', 'version', 'role'])
}
type Signature = { readonly version: number; readonly role: string }

/** The version that most parties have signed: once the three have, later changes do not take that back. */
function signaturesOf(signatures: readonly Signature[]): StayFacts['signatures'] {
  const versions = collect(signatures, (one) => String(one.version))
  const roles = [...versions.values()].map((of) => new Set(of.map((one) => one.role)))
  const best = roles.toSorted((a, b) => b.size - a.size)[0] ?? new Set<string>()
  return { student: best.has('student'), sending: best.has('sending'), receiving: best.has('receiving') }
}

function collect<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

/** The day the rules are asked, and what the school says of its curriculum. */
interface Moment {
  readonly today: string
  readonly curriculum: Curriculum
}

/** Everything that the rules of a stay look at, for some stays; those that are gone are left out. */
export async function readStayFacts(
  db: Db,
  ids: readonly string[],
  moment: Moment,
): Promise<readonly StayFacts[]> {
  return joinFacts(ids, moment, {
    stays: await listStays(db, ids).execute(),
    others: await listOthers(db, ids).execute(),
    documents: await listDocuments(db, ids, moment.today).execute(),
    signed: await listSigned(db, ids).execute(),
    excesses: await findCycleExcesses(db, ids),
  })
}

/** The same, at once: for what is worked out for lists. */
export function readStayFactsNow(
  raw: RawDatabase,
  ids: readonly string[],
  moment: Moment,
): readonly StayFacts[] {
  const build = createQueryBuilder()
  return joinFacts(ids, moment, {
    stays: readNow(raw, listStays(build, ids)),
    others: readNow(raw, listOthers(build, ids)),
    documents: readNow(raw, listDocuments(build, ids, moment.today)),
    signed: readNow(raw, listSigned(build, ids)),
    excesses: readCycleExcesses(raw, ids),
  })
}

interface FactRows {
  readonly stays: readonly StayRow[]
  readonly others: readonly OtherRow[]
  readonly documents: readonly { readonly mobilityId: string; readonly kind: string }[]
  readonly signed: readonly (Signature & { readonly mobilityId: string })[]
  readonly excesses: CycleExcesses
}

function joinFacts(ids: readonly string[], moment: Moment, rows: FactRows): readonly StayFacts[] {
  const others = collect(rows.others, (row) => row.studentId)
  const documents = collect(rows.documents, (row) => row.mobilityId)
  const signatures = collect(rows.signed, (row) => row.mobilityId)
  const byId = new Map(
    rows.stays.map((stay): [string, StayFacts] => [
      stay.id,
      {
        ...toFacts(stay, moment),
        signatures: signaturesOf(signatures.get(stay.id) ?? []),
        documents: (documents.get(stay.id) ?? []).map((document) => document.kind),
        cycleExcess: rows.excesses.get(stay.id) ?? null,
        others: (others.get(stay.studentId) ?? []).filter((other) => other.id !== stay.id),
      },
    ]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function toFacts(
  stay: StayRow,
  { today, curriculum }: Moment,
): Omit<StayFacts, 'signatures' | 'documents' | 'cycleExcess' | 'others'> {
  const { studentId: _student, institutionId, hostName, country, hostKind, isPartner, ...own } = stay
  const { nameEn, shortName, cohort, track, repeatsAfterS5, endOfStudies, ...values } = own
  const host = {
    name: hostName ?? '',
    otherNames: [nameEn, shortName].flatMap((name) => name ?? []),
    country,
    kind: hostKind ?? 'other',
    isPartner: isPartner === 1,
  }
  return {
    ...values,
    today,
    homeCountry: curriculum.country,
    host: institutionId === null ? null : host,
    student: {
      cohort,
      track,
      repeatsAfterS5,
      endOfStudies: endOfStudiesOf({ endOfStudies, cohort }, curriculum) ?? null,
    },
  }
}
