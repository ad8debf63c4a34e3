/** Runs works one after the other, in the order they were asked for, whatever each one's outcome. */
export type Turns = <T>(work: () => Promise<T> | T) => Promise<T>

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined) // the caller of this work gets its error; the next one only waits
    return mine
  }
}
