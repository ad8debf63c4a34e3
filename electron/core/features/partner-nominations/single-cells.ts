import type { NominationValueKey } from '#shared/domain/nomination-values.ts'
import { cellText, findRow, isBlank } from '#core/imports/cell-text.ts'
import type { SheetData } from '#core/sheets/types.ts'
import { scoreHeader, type NominationColumn } from './find-header.ts'

/** What is the same for all students of a file, and asked for once above them. */
const ofSchool: readonly NominationValueKey[] = [
  'sendingName',
  'sendingCode',
  'coordinatorName',
  'coordinatorEmail',
  'academicYear',
]
const leastScore = 0.7

export interface SingleCell extends NominationColumn {
  readonly row: number
}

/** The empty cells above a table whose label to the left asks for something of the school: `Home institution: ____`. */
export function findSingleCells(sheet: SheetData | undefined, headerFirst: number): readonly SingleCell[] {
  const taken = new Set<NominationValueKey>()
  const found: SingleCell[] = []
  for (const { number, cells } of sheet?.rows ?? []) {
    if (number >= headerFirst) break
    for (const [index, cell] of cells.entries()) {
      const text =
        typeof cell === 'string'
          ? cellText(cell)
              .replace(/\s*:\s*$/, '')
              .trim()
          : ''
      const key = text === '' ? undefined : keyOf(text)
      const column = key === undefined || sheet === undefined ? 0 : columnBeside(sheet, number, index + 1)
      const isFree = isBlank(findRow({ rows: sheet?.rows ?? [] }, number)?.cells[column - 1])
      if (key === undefined || column === 0 || !isFree || taken.has(key)) continue
      taken.add(key)
      found.push({ row: number, column, header: text, key })
    }
  }
  return found
}

function keyOf(label: string): NominationValueKey | undefined {
  const scores = [...scoreHeader(label)].toSorted(([, a], [, b]) => b - a)
  const [best] = scores
  return best !== undefined && best[1] >= leastScore && ofSchool.includes(best[0]) ? best[0] : undefined
}

/** The column to the right of a label, which may be merged over several. */
function columnBeside(sheet: SheetData, row: number, column: number): number {
  const range = sheet.merged.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  )
  return (range?.right ?? column) + 1
}
