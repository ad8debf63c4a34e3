/** The index of the first row with this number or a higher one; rows come in their order. */
export function rowIndexFrom(rows: readonly { readonly number: number }[], number: number): number {
  let from = 0
  let to = rows.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((rows[middle]?.number ?? 0) < number) from = middle + 1
    else to = middle
  }
  return from
}
