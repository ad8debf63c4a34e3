import { sql, type Kysely } from 'kysely'
import { endOfStudiesOf } from '#shared/domain/curriculum.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import type { Curriculum } from '#shared/contract/school-rules.ts'
import type { Database } from '#core/db/schema.ts'

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
    .select(['m.recognisedOn', 'm.recognitionDecision', 'm.stayCountry'])
    .select(['s.cohort', 's.track', 's.repeatsAfterS5', 's.endOfStudies'])
    .select([
      'i.name as hostName',
      'i.nameEn',
      'i.shortName',
      'i.country as hostCountry',
      'i.kind as hostKind',
    ])
    .select(
      sql<number>`EXISTS (SELECT 1 FROM agreement a WHERE a.institutionId = m.institutionId)`.as('isPartner'),
    )
    .execute()
}
type StayRow = Awaited<ReturnType<typeof listStays>>[number]

/** Stays of some students that were not given up, by student. */
async function othersByStudent(db: Db, studentIds: readonly string[]) {
  const rows = await db
    .selectFrom('mobility')
    .where('studentId', 'in', among(studentIds))
    .where('status', 'not in', ['refused', 'withdrawn'])
    .select(['id', 'studentId', 'form'])
    .select(sql<string | null>`ifnull(actualStart, plannedStart)`.as('start'))
    .select(sql<string | null>`ifnull(actualEnd, plannedEnd)`.as('end'))
    .orderBy('id')
    .execute()
  return collect(rows, (row) => row.studentId)
}

/** Kinds of documents that are there and hold good, by stay. */
async function documentsByStay(db: Db, ids: readonly string[], today: string) {
  const rows = await db
    .selectFrom('document')
    .where('mobilityId', 'in', among(ids))
    .where('status', 'in', ['received', 'waived'])
    .where((eb) => eb.or([eb('expiresOn', 'is', null), eb('expiresOn', '>=', today)]))
    .select(['mobilityId', 'kind'])
    .execute()
  return collect(rows, (row) => row.mobilityId)
}

/** Signatures of learning agreements, by stay. */
async function signaturesByStay(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('laSignature')
    .where('mobilityId', 'in', among(ids))
    .where('signedOn', 'is not', null)
    .select(['mobilityId', 'version', 'role'])
    .execute()
  return collect(rows, (row) => row.mobilityId)
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

/** Everything that the rules of a stay look at, for some stays; those that are gone are left out. */
export async function readStayFacts(
  db: Db,
  ids: readonly string[],
  moment: { readonly today: string; readonly curriculum: Curriculum },
): Promise<readonly StayFacts[]> {
  const stays = await listStays(db, ids)
  const others = await othersByStudent(db, [...new Set(stays.map((stay) => stay.studentId))])
  const documents = await documentsByStay(db, ids, moment.today)
  const signatures = await signaturesByStay(db, ids)
  const byId = new Map(
    stays.map((stay): [string, StayFacts] => [
      stay.id,
      {
        ...toFacts(stay, moment),
        signatures: signaturesOf(signatures.get(stay.id) ?? []),
        documents: (documents.get(stay.id) ?? []).map((document) => document.kind),
        others: (others.get(stay.studentId) ?? []).filter((other) => other.id !== stay.id),
      },
    ]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function toFacts(
  stay: StayRow,
  { today, curriculum }: { readonly today: string; readonly curriculum: Curriculum },
): Omit<StayFacts, 'signatures' | 'documents' | 'others'> {
  const { studentId: _student, institutionId, hostName, hostCountry, hostKind, isPartner, ...own } = stay
  const { nameEn, shortName, cohort, track, repeatsAfterS5, endOfStudies, stayCountry, ...values } = own
  const host = {
    name: hostName ?? '',
    otherNames: [nameEn, shortName].flatMap((name) => name ?? []),
    country: hostCountry ?? stayCountry,
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
