export interface RowSlots {
  /** Gives each row drawn a slot: the one it had, or one that a row no longer drawn has left. */
  readonly assign: (indexes: readonly number[]) => ReadonlyMap<number, number>
}

/**
 * Lets the rows that scroll in take over the elements of those that scroll out, which costs the browser far less
 * than making new ones. A row that stays keeps its element, and with it the focus.
 */
export function createRowSlots(): RowSlots {
  let slots: ReadonlyMap<number, number> = new Map()
  return {
    assign: (indexes) => {
      const wanted = new Set(indexes)
      const next = new Map<number, number>()
      const taken = new Set<number>()
      for (const [index, slot] of slots) {
        if (!wanted.has(index)) continue
        next.set(index, slot)
        taken.add(slot)
      }
      let free = 0
      for (const index of indexes) {
        if (next.has(index)) continue
        while (taken.has(free)) free += 1
        next.set(index, free)
        taken.add(free)
      }
      slots = next
      return next
    },
  }
}
