import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '#core/sheets/types.ts'
import type { ImportKind } from '#shared/contract/imports.ts'
import { applyTrial, trySheet } from '#tests/fixtures/imports/import-desk.ts'
import { aSheet } from '#tests/fixtures/imports/make-files.ts'
import { aTestOffice, snapshotOf, type TestOffice } from '#tests/fixtures/test-office.ts'

const blank = fc.constantFrom<Cell>(null, null, '', ' ', '\u00a0')
const places = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  blank,
  fc.constantFrom<Cell>('2', '2+1', '-', 'x', 3.5),
)
const town = fc.constantFrom('Wien', 'Porto', 'Lille', 'Gdańsk', 'Kraków', 'Göteborg', 'Évry', 'Liège')
const name = fc.oneof(
  fc
    .tuple(fc.constantFrom('Universität', 'Université de', 'TECHNICAL UNIVERSITY', 'Politechnika'), town)
    .map((parts) => parts.join(' ')),
  town.map((text) => `École d\`Ingénieurs  de ${text}`),
)
const code = fc
  .tuple(fc.constantFrom('A ', 'F  ', 'PL ', 'D'), town, fc.integer({ min: 1, max: 30 }))
  .map(([prefix, city, number]) => `${prefix}${city}${number}`)
const country = fc.constantFrom<Cell>('Austria', 'FRANCIA', 'Pologne', 'DE', 'Neverland', null)
const comment = fc.oneof(
  blank,
  fc.constantFrom<Cell>('sólo otoño', 'Total to be confirmed', 'until 2027'),
  fc.string(),
)

const partnerRow = fc.tuple(
  fc.oneof({ weight: 6, arbitrary: name }, { weight: 1, arbitrary: blank }),
  fc.oneof(code, code, blank),
  country,
  places,
  places,
  comment,
)
const oddRow = fc.constantFrom<readonly Cell[]>(
  ['TOTAL', 12],
  ['Page 1 of 2'],
  [null, null, null, 4, 5],
  ['Name of university', 'Erasmus code', 'Country', 'Networks', 'Image', 'Comments'],
  [],
  ['Austria'],
  [null, null, null, null, null, 'continued above'],
)
const partnerHeader = ['Name of university', 'Erasmus code', 'Country', 'Networks', 'Image', 'Comments']
const partnerSheet = fc
  .array(fc.oneof({ weight: 5, arbitrary: partnerRow }, { weight: 1, arbitrary: oddRow }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((rows) => aSheet([['Places 2026-2027'], partnerHeader, ...rows]))

const person = fc.constantFrom('Martin', 'NGUYEN', 'De La Cruz', 'Müller', 'O’Neill', 'Ben Ali')
const studentRow = fc.tuple(
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1000, max: 1030 }).map(String) },
    { weight: 1, arbitrary: blank },
  ),
  fc.oneof({ weight: 8, arbitrary: person }, { weight: 1, arbitrary: blank }),
  fc.constantFrom('Zoé', 'Jean-Marc', 'Ana'),
  fc.constantFrom<Cell>('03/04/2003', '2003-12-31', '31/13/2003', 37700, null),
  fc.constantFrom<Cell>('M', 'F', 'Mme', '?', null),
  fc.constantFrom<Cell>('a@example.org', 'b@example.org', 'not an address', null),
)
const studentHeader = ['Student number', 'Last name', 'First name', 'Date of birth', 'Gender', 'E-mail']
const studentSheet = fc
  .array(studentRow, { minLength: 1, maxLength: 25 })
  .map((rows) => aSheet([studentHeader, ...rows]))

const lists: readonly (readonly [ImportKind, typeof partnerSheet])[] = [
  ['partners', partnerSheet],
  ['students', studentSheet],
]

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.record({ kind: fc.constant('error' as const), raw: fc.string() }),
  fc.record({
    kind: fc.constant('date' as const),
    iso: fc.constantFrom('2026-02-03', '14:30:00', '9999-99-99'),
    raw: fc.string(),
    format: fc.string(),
  }),
  name,
  code,
)

async function addsUp(
  office: TestOffice,
  kind: ImportKind,
  sheet: ReturnType<typeof aSheet>,
): Promise<boolean> {
  const trial = await trySheet(office, kind, sheet)
  if (trial === undefined) return true
  const { rows, ...outcomes } = trial.preview.plan.counts
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(rows)
  expect(rows).toBe(sheet.rowCount)
  for (const [row] of trial.preview.plan.reasons) expect(row).toBeGreaterThan(0)
  return true
}

/** The state of an office without the ids of its records: what a reader of its lists sees. */
function contentOf({ connections: { raw } }: TestOffice): unknown {
  return raw
    .prepare(
      `SELECT i.name, i.country, i.erasmusCode, i.notes, a.kind, p.academicYear, p.programme, p.count
       FROM institution i LEFT JOIN agreement a ON a.institutionId = i.id LEFT JOIN condition c ON c.agreementId = a.id
       LEFT JOIN place p ON p.conditionId = c.id ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`,
    )
    .all()
}

describe.each(lists)('any list of %s', (kind, sheets) => {
  test('has rows in = new + changed + unchanged + not data + rejected', async () => {
    const office = aTestOffice()
    await fc.assert(
      fc.asyncProperty(sheets, (sheet) => addsUp(office, kind, sheet)),
      { numRuns: 150 },
    )
  })

  test('imported twice proposes no change the second time', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async (sheet) => {
        const office = aTestOffice()
        const trial = await trySheet(office, kind, sheet)
        if (trial === undefined) return
        await applyTrial(office, trial)
        const again = await trySheet(office, kind, sheet)
        expect(again?.preview.plan.counts).toMatchObject({ new: 0, changed: 0 })
        expect(Object.values(again?.preview.plan.entities ?? {}).every((count) => count === 0)).toBe(true)
        expect([...(again?.preview.plan.writes({ next: () => 'x' }) ?? [])].flat()).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('applied then undone leaves the office equal to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, sheets, async (first, second) => {
        const office = aTestOffice()
        const base = await trySheet(office, kind, first)
        if (base !== undefined) await applyTrial(office, base)
        const before = snapshotOf(office.connections)
        const trial = await trySheet(office, kind, second)
        if (trial === undefined || [...trial.preview.plan.writes({ next: () => 'x' })].flat().length === 0)
          return
        await applyTrial(office, trial)
        await office.door.undo()
        expect(snapshotOf(office.connections)).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })

  test('of any cells at all never makes the import fail', async () => {
    const office = aTestOffice()
    const headers = kind === 'partners' ? partnerHeader : studentHeader
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 12 }),
        fc.boolean(),
        async (rows, hasHeader) => {
          await addsUp(office, kind, aSheet(hasHeader ? [headers, ...rows] : rows))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the order of the rows', () => {
  test('does not matter to what is written, where no two rows are about one partner', async () => {
    const namedRow = partnerRow.filter(([title]) => typeof title === 'string' && title.trim() !== '')
    const distinct = fc.uniqueArray(namedRow, {
      minLength: 2,
      maxLength: 15,
      selector: ([title]) => (typeof title === 'string' ? title.toLowerCase() : ''),
    })
    await fc.assert(
      fc.asyncProperty(
        distinct.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        async ([rows, shuffled]) => {
          const offices = [aTestOffice(), aTestOffice()]
          // The first line stays: a table is recognised by its header and by what stands under it.
          const sheets = [rows, shuffled].map((list) =>
            aSheet([partnerHeader, ['Universidade Fixa', 'P  FIXA01', 'Portugal', 1, 1, 'x'], ...list]),
          )
          for (const [at, office] of offices.entries()) {
            const trial = await trySheet(office, 'partners', sheets[at] ?? aSheet([]))
            if (trial !== undefined) await applyTrial(office, trial)
          }
          const [first, second] = offices.map(contentOf)
          expect(second).toEqual(first)
        },
      ),
      { numRuns: 60 },
    )
  })
})
