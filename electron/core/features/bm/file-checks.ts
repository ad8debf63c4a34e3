import { DomainError } from '#shared/domain/errors.ts'
import type { BmFieldKey } from '#shared/domain/bm/bm-fields.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import { cellText, columnLetter } from '#core/imports/cell-text.ts'
import type { BmColumn } from './match-file.ts'
import type { BmFile } from './read-bm-file.ts'

function columnOf(columns: readonly BmColumn[], field: BmFieldKey): number | undefined {
  return columns.find((column) => column.field === field)?.column
}

/**
 * One OID does not belong to two organisations, in the file either.
 * @throws DomainError `bm-shared-oid`
 */
export function assertOids(file: BmFile, columns: readonly BmColumn[]): void {
  const known = new Map<string, { readonly name: string; readonly row: number }>()
  const sides = [
    ['sendingOid', 'sendingName'],
    ['receivingOid', 'receivingName'],
  ] as const
  for (const [oidField, nameField] of sides) {
    const oidColumn = columnOf(columns, oidField)
    const nameColumn = columnOf(columns, nameField)
    if (oidColumn === undefined || nameColumn === undefined) continue
    for (const { number, cells } of file.rows) {
      const oid = cellText(cells[oidColumn - 1])
        .trim()
        .toUpperCase()
      const name = cellText(cells[nameColumn - 1]).trim()
      if (oid === '' || name === '') continue
      const first = known.get(oid)
      if (first === undefined) known.set(oid, { name, row: number })
      else if (matchKey(first.name) !== matchKey(name))
        throw new DomainError('bm-shared-oid', {
          file: file.name,
          oid,
          one: first.name,
          other: name,
          rowOne: first.row,
          rowOther: number,
        })
    }
  }
}

const agreementShape = /\d{4}-\d-[A-Z]{2}\d{2}-KA\d{3}-[A-Z]{2,4}-\d{6,12}/
const searchedRows = 500

/**
 * A file of another project is not read, nor filled: its mobilities are not ours.
 * @throws DomainError `bm-other-project`
 */
export function assertProject(file: BmFile, columns: readonly BmColumn[], own: ReadonlySet<string>): void {
  const column = columnOf(columns, 'agreementNumber')
  // where the mobilities themselves name their project, nothing else of the file is asked
  const isNamed = column !== undefined && file.rows.length > 0
  const rows = isNamed ? file.rows : file.sheet.rows.slice(0, searchedRows)
  let other: { readonly number: string; readonly cell: string } | undefined
  for (const { number: row, cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      if (isNamed && index !== column - 1) continue
      const found = agreementShape.exec(cellText(cell).toUpperCase())?.[0]
      if (found === undefined) continue
      if (own.has(found)) return
      other ??= { number: found, cell: `${columnLetter(index)}${row}` }
    }
  }
  if (other === undefined || own.size === 0) return
  throw new DomainError('bm-other-project', {
    file: file.name,
    theirs: other.number,
    cell: other.cell,
    ours: [...own].join(', '),
  })
}
