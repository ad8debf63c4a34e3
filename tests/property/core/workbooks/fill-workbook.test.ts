import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillWorkbook, type CellWrite } from '#core/workbooks/fill/fill-workbook.ts'
import type { Cell } from '#core/sheets/types.ts'
import { readFileInProcess } from '#tests/fixtures/sheets/read-in-process.ts'
import { buildWorkbook } from '#tests/fixtures/sheets/workbook-builder.ts'
import { changedParts } from '#tests/fixtures/workbooks/parts-of.ts'

const rows = 6
const columns = 5
const texts = fc.oneof(
  fc.stringMatching(/^[ -~é€\n]{1,10}$/),
  fc.constantFrom('=1+1', '_x000D_', '<&>"', ']]>', '00042', '  ', 'Łódź 😀'),
)
const values = fc.oneof(
  texts,
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
)
const grids = fc.array(
  fc.array(fc.option(fc.integer(), { freq: 2 }), { minLength: columns, maxLength: columns }),
  {
    minLength: rows,
    maxLength: rows,
  },
)
const writes = fc.array(
  fc.record({
    row: fc.integer({ min: 1, max: rows + 3 }),
    column: fc.integer({ min: 1, max: columns + 2 }),
    value: fc.option(values, { freq: 5 }),
  }),
  { maxLength: 12 },
)

/** Cells with or without addresses; rows that are empty are left out when they say where they are. */
function gridXml(grid: readonly (readonly (number | null)[])[], hasAddresses: boolean): string {
  const letters = 'ABCDE'
  return grid
    .map((row, r) => {
      const cells = row.map((value, c) => {
        if (hasAddresses) return value === null ? '' : `<c r="${letters[c]}${r + 1}"><v>${value}</v></c>`
        return value === null ? '<c/>' : `<c><v>${value}</v></c>`
      })
      return hasAddresses ? `<row r="${r + 1}">${cells.join('')}</row>` : `<row>${cells.join('')}</row>`
    })
    .join('')
}

describe('fillWorkbook', () => {
  it('gives the cells that were there with those that were written, and no other part changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        grids,
        writes,
        fc.boolean(),
        fc.constantFrom(undefined, 'x'),
        async (grid, places, hasAddresses, prefix) => {
          const spec = { sheets: [{ data: gridXml(grid, hasAddresses) }, { data: '<row r="1"/>' }] }
          const before = buildWorkbook(prefix === undefined ? spec : { ...spec, prefix })
          const cellWrites = places.map((place): CellWrite => ({ sheet: 'Sheet1', ...place }))
          const { bytes, findings } = await fillWorkbook(before, cellWrites)
          expect(findings).toEqual([])
          expect(changedParts(before, bytes).filter((name) => name !== 'xl/worksheets/sheet1.xml')).toEqual(
            [],
          )
          const { sheets } = await readFileInProcess(bytes)
          const read = new Map(sheets[0]?.rows.map((row) => [row.number, row.cells]))
          const expected: (Cell | undefined)[][] = Array.from({ length: rows + 3 }, (_, r) =>
            Array.from({ length: columns + 2 }, (_c, c) => grid[r]?.[c] ?? null),
          )
          for (const { row, column, value } of places) {
            const line = expected[row - 1]
            if (line !== undefined) line[column - 1] = value
          }
          for (const [r, line] of expected.entries()) {
            expect(line.map((_, c) => read.get(r + 1)?.[c] ?? null)).toEqual(line)
          }
        },
      ),
    )
  })
})
