import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Trx } from '#core/db/change.ts'
import { aTestOffice, snapshotOf, type TestOffice } from '#tests/fixtures/test-office.ts'

/** One user action of a random kind on random records; some touch several rows, some cascade. */
type Step =
  | { readonly kind: 'institution'; readonly name: string; readonly latitude: number | null }
  | { readonly kind: 'agreement'; readonly of: number }
  | { readonly kind: 'places'; readonly of: number; readonly counts: readonly number[] }
  | { readonly kind: 'rename'; readonly of: number; readonly name: string; readonly notes: string | null }
  | { readonly kind: 'recount'; readonly by: number }
  | { readonly kind: 'drop-agreement'; readonly of: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }

const words = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((text) => !text.includes('\u0000'))
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('institution' as const),
    name: words,
    latitude: fc.option(fc.double({ min: -90, max: 90, noNaN: true })),
  }),
  fc.record({ kind: fc.constant('agreement' as const), of: fc.nat(9) }),
  fc.record({
    kind: fc.constant('places' as const),
    of: fc.nat(9),
    counts: fc.array(fc.nat(99), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('rename' as const), of: fc.nat(9), name: words, notes: fc.option(words) }),
  fc.record({ kind: fc.constant('recount' as const), by: fc.nat(5) }),
  fc.record({ kind: fc.constant('drop-agreement' as const), of: fc.nat(9) }),
  fc.constant({ kind: 'undo' as const }),
  fc.constant({ kind: 'redo' as const }),
)

function createActor(office: TestOffice) {
  let ids = 0
  const nextId = () => `id-${String((ids += 1)).padStart(6, '0')}`
  const pick = async (trx: Trx, table: 'institution' | 'agreement', of: number) => {
    const rows = await trx.selectFrom(table).select('id').orderBy('id').execute()
    return rows.length === 0 ? undefined : rows[of % rows.length]?.id
  }
  const apply = async (trx: Trx, done: Step): Promise<void> => {
    if (done.kind === 'institution')
      await trx
        .insertInto('institution')
        .values({ ...emptyInstitution, id: nextId(), name: done.name, latitude: done.latitude })
        .execute()
    if (done.kind === 'agreement') {
      const institutionId = await pick(trx, 'institution', done.of)
      if (institutionId === undefined) return
      const id = nextId()
      await trx
        .insertInto('agreement')
        .values({ ...emptyAgreement, id, institutionId })
        .execute()
      await trx
        .insertInto('condition')
        .values({ ...emptyCondition, id: nextId(), agreementId: id, monthsPerYear: 0.1 + 0.2 })
        .execute()
    }
    if (done.kind === 'places') {
      const conditions = await trx.selectFrom('condition').select('id').orderBy('id').execute()
      const conditionId = conditions[done.of % Math.max(1, conditions.length)]?.id
      if (conditionId === undefined) return
      for (const count of done.counts)
        await trx
          .insertInto('place')
          .values({
            id: nextId(),
            conditionId,
            academicYear: '2026/2027',
            semester: 'any',
            programme: nextId(),
            count,
            notes: null,
          })
          .execute()
    }
    if (done.kind === 'rename') {
      const id = await pick(trx, 'institution', done.of)
      if (id !== undefined)
        await trx
          .updateTable('institution')
          .set({ name: done.name, notes: done.notes })
          .where('id', '=', id)
          .execute()
    }
    if (done.kind === 'recount')
      await trx
        .updateTable('place')
        .set((eb) => ({ count: eb('count', '+', done.by) }))
        .execute()
    if (done.kind === 'drop-agreement') {
      const id = await pick(trx, 'agreement', done.of)
      if (id !== undefined) await trx.deleteFrom('agreement').where('id', '=', id).execute()
    }
  }
  return async (done: Step) => {
    if (done.kind === 'undo' || done.kind === 'redo') {
      const next = done.kind === 'undo' ? office.door.undo() : office.door.redo()
      await next.catch(refusedAsEmpty)
      return
    }
    await office.door.change('record.update', {}, (trx) => apply(trx, done))
  }
}

/** Undoing nothing is refused; any other failure is one of the test. */
function refusedAsEmpty(error: Error): void {
  if (!error.message.startsWith('nothing-to-')) throw error
}

const emptyInstitution = {
  nameEn: null,
  shortName: null,
  kind: 'university',
  country: 'FR',
  city: null,
  erasmusCode: null,
  pic: null,
  oid: null,
  schac: null,
  ror: null,
  localCode: null,
  isAthensMember: 0,
  website: null,
  contactName: null,
  contactEmail: null,
  phone: null,
  nominationLanguage: null,
  longitude: null,
  notes: null,
} as const
const emptyAgreement = {
  kind: 'erasmus',
  reference: null,
  status: 'active',
  firstYear: null,
  lastYear: null,
  signedOn: null,
  autumnDeadline: null,
  springDeadline: null,
  carryOver: 'none',
  notes: null,
} as const
const emptyCondition = {
  direction: 'outgoing',
  kind: 'student-studies',
  firstYear: null,
  lastYear: null,
  peoplePerYear: null,
  daysPerYear: null,
  iscedCodes: null,
  eqfLevels: null,
  languages: null,
  isBlended: 0,
  notes: null,
} as const

it('gives every row back to the byte when all actions are undone, and again when all are redone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const office = aTestOffice()
      const act = createActor(office)
      const before = snapshotOf(office.connections)
      for (const done of steps) await act(done)
      const after = snapshotOf(office.connections)
      const isUndone = async () =>
        await office.door.undo().then(
          () => false,
          () => true,
        )
      const isRedone = async () =>
        await office.door.redo().then(
          () => false,
          () => true,
        )
      while (!(await isRedone())) continue
      const newest = snapshotOf(office.connections)
      while (!(await isUndone())) continue
      expect(snapshotOf(office.connections)).toEqual(before)
      while (!(await isRedone())) continue
      expect(snapshotOf(office.connections)).toEqual(newest)
      expect(steps.some((done) => done.kind === 'undo') ? newest : after).toEqual(newest)
      await office.connections.close()
    }),
    { numRuns: 40 },
  )
})
