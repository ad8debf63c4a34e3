import type { Cell, DateCell, ErrorCell, SheetRow } from './types.ts'

/**
 * Rows as they travel from the reading process: flat typed arrays, so that numbers are neither printed nor parsed and
 * each text is sent once. Lighter than JSON text and than plain objects, in time and in memory.
 */
export interface RowBatch {
  readonly rowNumbers: Uint32Array
  /** Number of cells of each row, up to its last value. */
  readonly rowLengths: Uint16Array
  /** 1 where the row is hidden. */
  readonly hiddenRows: Uint8Array
  /** What each cell is: one of `cellKind`. */
  readonly kinds: Uint8Array
  /** The number, 0 or 1 for a boolean, or the place in the table of texts or special cells. */
  readonly values: Float64Array
  /** Texts and special cells not sent before: they follow those of the batches before. */
  readonly texts: readonly string[]
  readonly specials: readonly (DateCell | ErrorCell)[]
}

export const cellKind = { empty: 0, number: 1, text: 2, boolean: 3, special: 4 } as const

/** Puts rows together again from the batches of one reading, in order. */
export interface RowAssembler {
  readonly add: (batch: RowBatch) => void
  readonly rows: readonly SheetRow[]
}

export function createRowAssembler(): RowAssembler {
  const rows: SheetRow[] = []
  const texts: string[] = []
  const specials: (DateCell | ErrorCell)[] = []
  return {
    rows,
    add(batch) {
      for (const text of batch.texts) texts.push(text)
      for (const special of batch.specials) specials.push(special)
      let from = 0
      for (const [index, number] of batch.rowNumbers.entries()) {
        const to = from + (batch.rowLengths[index] ?? 0)
        const cells = toCells(batch, from, to, texts, specials)
        rows.push(batch.hiddenRows[index] === 1 ? { number, cells, hidden: true } : { number, cells })
        from = to
      }
    },
  }
}

function toCells(
  batch: RowBatch,
  from: number,
  to: number,
  texts: readonly string[],
  specials: readonly Cell[],
): readonly Cell[] {
  const cells: Cell[] = []
  cells.length = to - from // exactly as much memory as needed: pushing would double it
  for (let at = from; at < to; at++) {
    const value = batch.values[at] ?? 0
    cells[at - from] = toCell(batch.kinds[at] ?? 0, value, texts, specials)
  }
  return cells
}

function toCell(kind: number, value: number, texts: readonly string[], specials: readonly Cell[]): Cell {
  switch (kind) {
    case cellKind.number:
      return value
    case cellKind.text:
      return texts[value] ?? null
    case cellKind.boolean:
      return value === 1
    case cellKind.special:
      return specials[value] ?? null
    default:
      return null
  }
}
