import type { ReactNode } from 'react'
import type { ListCell, ListColumn, ListQuery, ListRow } from '#shared/lists/types.ts'

/** What a grid shows and how: enough to save it as a view and to ask the core for the rows. */
export interface GridView extends ListQuery {
  /** Column keys in order; columns not named follow in the order of their definition. */
  readonly columnOrder: readonly string[]
  readonly hidden: readonly string[]
  /** Widths in px of the columns that were resized. */
  readonly widths: Readonly<Record<string, number>>
}

export type GridStatus =
  | { readonly kind: 'ready' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly text: string; readonly onRetry: () => void }

/** Where the rows come from. A new object is given whenever something in it changed. */
export interface GridSource {
  readonly status: GridStatus
  readonly total: number
  readonly totals: Readonly<Record<string, number>>
  /** The row at a place in the list, or nothing while it is being fetched. */
  readonly rowAt: (index: number) => ListRow | undefined
  /** Tells which rows are on screen, so that they are fetched. */
  readonly onVisible: (first: number, last: number) => void
  /** The rows from one place to another, both included, fetched if need be: for copying and selecting. */
  readonly fetchRows: (first: number, last: number) => Promise<readonly ListRow[]>
}

/** Rows chosen one by one, or all that the list finds but a few. */
export type GridSelection =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> }

/** A value found in a column and the number of rows that hold it; `null` stands for empty cells. */
export interface DistinctValue {
  readonly value: ListCell
  readonly count: number
}

/** What was read from a typed text: a value, and how it was understood, or the problem in the user's language. */
export type CellReading = { readonly value: ListCell } | { readonly problem: string }

/** A block pasted from a spreadsheet: its top left cell lands on the first row and column given. */
export interface PastedBlock {
  readonly firstRow: number
  /** The ids of the rows under the block, from the first; fewer than lines where the list ends. */
  readonly rowIds: readonly string[]
  /** The columns under the block, from the first; fewer than cells where the list ends. */
  readonly columns: readonly ListColumn[]
  readonly cells: readonly (readonly string[])[]
}

export type CellRenderer = (cell: ListCell, row: ListRow) => ReactNode

/** Where the keyboard is: row -1 is the header, column 0 the tick boxes. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** Where the keyboard is. Each new request brings the cell into view, and focuses it unless it only shows it. */
export interface ActivePlace extends GridPlace {
  readonly request: number
  readonly takesFocus: boolean
}

export interface GridProps {
  /** What the list is, for screen readers: “Students”. */
  readonly label: string
  readonly columns: readonly ListColumn[]
  readonly source: GridSource
  readonly view: GridView
  readonly onViewChange: (view: GridView) => void
  readonly selection: GridSelection
  readonly onSelectionChange: (selection: GridSelection) => void
  readonly onOpen?: (rowId: string) => void
  /** The row whose record is open beside the list. */
  readonly openRowId?: string | undefined
  /** A new object brings a row into view, and makes it the one where the keyboard is. */
  readonly reveal?: { readonly index: number } | undefined
  /** Reads what is typed in a cell or in a filter. */
  readonly readCell: (column: ListColumn, text: string) => CellReading
  /** Writes a text in one cell of some rows; answers with the problem, in words, if it could not be. */
  readonly onEdit?: (
    rowIds: readonly string[],
    column: ListColumn,
    text: string,
  ) => Promise<string | undefined>
  readonly onPaste?: (block: PastedBlock) => Promise<void>
  /** The values held by a column under the other filters, with their counts. */
  readonly distinct?: (columnKey: string) => Promise<readonly DistinctValue[]>
  /** The choice of saved views, beside the search. */
  readonly savedViews?: ReactNode
  /** What the screen adds to the line above the rows. */
  readonly toolbar?: ReactNode
  /** What can be done with the rows selected. */
  readonly selectionActions?: ReactNode
  /** How some cells are shown, by column key: plain elements only, a screen holds hundreds of them. */
  readonly cellRenderers?: Readonly<Record<string, CellRenderer>>
  /** What is said when the list holds nothing at all. */
  readonly emptyState?: ReactNode
}

/** A view that shows a list as it is defined. */
export function createGridView(columns: readonly ListColumn[], sort: ListQuery['sort'] = []): GridView {
  return {
    search: '',
    filters: [],
    sort,
    columnOrder: columns.map((column) => column.key),
    hidden: columns.filter((column) => !column.isShown).map((column) => column.key),
    widths: {},
  }
}
