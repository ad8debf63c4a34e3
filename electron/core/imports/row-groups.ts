/** Joins rows that share a key into groups, whatever the order in which the keys are met (union-find). */
export interface RowGroups {
  /** Says that a row bears a key; rows that bear the same key are one group. */
  join(row: number, key: string): void
  union(a: number, b: number): void
  rootOf(row: number): number
  /** The rows of each group, in order; groups in the order of their first row. */
  list(): readonly (readonly number[])[]
}

export function createRowGroups(count: number): RowGroups {
  const parents = Int32Array.from({ length: count }, (_, row) => row)
  const rowByKey = new Map<string, number>()
  const rootOf = (row: number): number => {
    let root = row
    while (parents[root] !== root) root = parents[root] ?? root
    for (let at = row; at !== root;) {
      const next = parents[at] ?? root
      parents[at] = root
      at = next
    }
    return root
  }
  // The lower row becomes the root, so that a group is known by its first row.
  const union = (a: number, b: number) => {
    const first = rootOf(a)
    const second = rootOf(b)
    if (first !== second) parents[Math.max(first, second)] = Math.min(first, second)
  }
  return {
    rootOf,
    union,
    join(row, key) {
      const other = rowByKey.get(key)
      if (other === undefined) rowByKey.set(key, row)
      else union(row, other)
    },
    list() {
      const groups = new Map<number, number[]>()
      for (let row = 0; row < count; row++) {
        const root = rootOf(row)
        const group = groups.get(root)
        if (group === undefined) groups.set(root, [row])
        else group.push(row)
      }
      return [...groups.values()]
    },
  }
}
