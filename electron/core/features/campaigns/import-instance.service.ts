import { insertRows } from '#core/db/bulk.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { invalid, readInstanceWorkbook, type InstanceWorkbook } from './read-instance-workbook.ts'

/**
 * Puts a whole instance into the office as a campaign of its own, for tests and trials: its places become agreements
 * with hosts of those names, its students are added where the office does not know their number. One step to undo.
 * @throws DomainError `sheet-refused`, `instance-invalid`; nothing is written then
 */
export async function importInstance(
  context: AppContext,
  file: { readonly name: string; readonly bytes: Uint8Array },
) {
  const office = context.office.current()
  const book = await readInstanceWorkbook(file, new AbortController().signal)
  checkBook(book)
  const name = file.name.replace(/\.\w+$/, '')
  const { result } = await office.door.change('campaign.import', { name }, async (trx) => {
    const known = new Map(
      (await trx.selectFrom('student').select(['id', 'studentNumber']).execute()).map((row) => [
        row.studentNumber,
        row.id,
      ]),
    )
    return writeBook(context, book, name, known)
  })
  await office.search.catchUp()
  return {
    campaignId: result,
    name,
    places: book.places.length,
    students: book.students.length,
    wishes: book.wishes.length,
  }
}

/** Every reference must be there, and be there once: a trial on half of an instance would say nothing. */
function checkBook({ places, students, wishes }: InstanceWorkbook): void {
  const codes = unique(
    'Places',
    places.map((place) => place.code),
  )
  const numbers = unique(
    'Students',
    students.map((student) => student.number),
  )
  unique(
    'Wishes',
    wishes.map((wish) => `${wish.student} ${wish.place}`),
  )
  unique(
    'Wishes',
    wishes.map((wish) => `${wish.student} ${wish.rank}`),
  )
  for (const [index, wish] of wishes.entries()) {
    if (!codes.has(wish.place)) throw invalid('Wishes', index + 2, 'unknown-place', { value: wish.place })
    if (!numbers.has(wish.student))
      throw invalid('Wishes', index + 2, 'unknown-student', { value: wish.student })
  }
}

function unique(sheet: string, values: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) throw invalid(sheet, index + 2, 'twice', { value })
    seen.add(value)
  }
  return seen
}

function writeBook(
  context: AppContext,
  book: InstanceWorkbook,
  name: string,
  known: ReadonlyMap<string, string>,
): string {
  const office = context.office.current()
  const { raw } = office.connections
  const next = () => context.deps.ids.next()
  const academicYear = office.academicYear()
  const campaignId = next()
  insertRows(raw, 'campaign', [
    {
      id: campaignId,
      name,
      academicYear,
      status: 'open',
      form: 'exchange-semester',
      maxWishes: Math.min(50, Math.max(1, ...book.wishes.map((wish) => wish.rank))),
      groupBy: 'programme',
      seed: 1,
    },
  ])
  const poolIds = writePools(context, book, campaignId)
  const placeIds = writePlaces(context, book, { campaignId, academicYear, poolIds })
  const studentIds = writeStudents(context, book, known)
  const criteria = [
    { id: next(), label: 'Score', role: 'score', outOf: 1, source: 'entered' },
    { id: next(), label: 'Second', role: 'tie-break', outOf: 1, source: 'entered' },
  ]
  insertRows(
    raw,
    'campaignCriterion',
    criteria.map((criterion) => ({ ...criterion, campaignId, weight: 1 })),
  )
  const value = (criterionId: string, studentId: string, points: number | null) =>
    points === null ? [] : [{ id: next(), criterionId, studentId, value: points }]
  insertRows(
    raw,
    'campaignScore',
    book.students.flatMap((student) => {
      const studentId = studentIds.get(student.number) ?? ''
      return [
        ...value(criteria[0]?.id ?? '', studentId, student.score),
        ...value(criteria[1]?.id ?? '', studentId, student.second),
      ]
    }),
  )
  insertRows(
    raw,
    'campaignWish',
    book.wishes.map((wish) => ({
      id: next(),
      studentId: studentIds.get(wish.student) ?? '',
      campaignPlaceId: placeIds.get(wish.place) ?? '',
      rank: wish.rank,
    })),
  )
  return campaignId
}

function writePools(
  context: AppContext,
  book: InstanceWorkbook,
  campaignId: string,
): ReadonlyMap<string, string> {
  const totals = new Map<string, number>()
  for (const [index, place] of book.places.entries()) {
    if (place.pool === '') continue
    const total = place.poolTotal ?? totals.get(place.pool)
    if (total === undefined) throw invalid('Places', index + 2, 'no-pool-total', { value: place.pool })
    totals.set(place.pool, total)
  }
  const rows = [...totals].map(([name, total]) => ({ id: context.deps.ids.next(), campaignId, name, total }))
  insertRows(context.office.current().connections.raw, 'campaignPool', rows)
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/** Each place under a host of its own name: an agreement with one condition and one line of places. */
function writePlaces(
  context: AppContext,
  book: InstanceWorkbook,
  made: {
    readonly campaignId: string
    readonly academicYear: string
    readonly poolIds: ReadonlyMap<string, string>
  },
): ReadonlyMap<string, string> {
  const { raw } = context.office.current().connections
  const next = () => context.deps.ids.next()
  const rows = book.places.map((place) => ({
    place,
    institutionId: next(),
    agreementId: next(),
    conditionId: next(),
    placeId: next(),
    id: next(),
  }))
  insertRows(
    raw,
    'institution',
    rows.map(({ institutionId, place }) => ({
      id: institutionId,
      name: place.name === '' ? place.code : place.name,
      kind: 'university',
      localCode: place.code,
      isAthensMember: false,
    })),
  )
  insertRows(
    raw,
    'agreement',
    rows.map(({ agreementId, institutionId }) => ({
      id: agreementId,
      institutionId,
      kind: 'exchange',
      carryOver: 'none',
      status: 'active',
    })),
  )
  insertRows(
    raw,
    'condition',
    rows.map(({ conditionId, agreementId, place }) => ({
      id: conditionId,
      agreementId,
      direction: 'outgoing',
      kind: 'student-studies',
      isBlended: false,
      peoplePerYear: place.capacity,
    })),
  )
  insertRows(
    raw,
    'place',
    rows.map(({ placeId, conditionId, place }) => ({
      id: placeId,
      conditionId,
      academicYear: made.academicYear,
      semester: 'any',
      count: place.capacity,
    })),
  )
  insertRows(
    raw,
    'campaignPlace',
    rows.map(({ id, placeId, place }) => ({
      id,
      campaignId: made.campaignId,
      placeId,
      code: place.code,
      isOpen: place.isOpen,
      opened: place.capacity,
      poolId: made.poolIds.get(place.pool) ?? null,
      reservedFor: place.reservedFor === '' ? null : place.reservedFor,
      reservedSeats: place.reservedSeats,
      reservedKept: place.reservedKept,
    })),
  )
  return new Map(rows.map(({ id, place }) => [place.code, id]))
}

function writeStudents(
  context: AppContext,
  book: InstanceWorkbook,
  known: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const ids = new Map(
    book.students.map((student) => [student.number, known.get(student.number) ?? context.deps.ids.next()]),
  )
  insertRows(
    context.office.current().connections.raw,
    'student',
    book.students
      .filter((student) => !known.has(student.number))
      .map((student) => ({
        id: ids.get(student.number) ?? '',
        studentNumber: student.number,
        familyName: student.name === '' ? student.number : student.name,
        givenNames: '',
        programme: student.group === '' ? null : student.group,
        status: 'student',
        isSchooledInFrance: true,
      })),
  )
  return ids
}
