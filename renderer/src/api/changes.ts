import { useSyncExternalStore } from 'react'
import { client } from './client.ts'
import { queryClient } from './queries.ts'

let revision = 0
const listeners = new Set<() => void>()

/** Reads again whatever is shown, after each change of the data. Ends when the signal aborts or the connection is lost. */
export async function followChanges(signal: AbortSignal): Promise<void> {
  let isFirst = true
  for await (const _change of await client.office.changes(undefined, { signal })) {
    if (!isFirst) dataChanged()
    isFirst = false
  }
}

/** Whatever was read may be out of date: after a change that this window made itself, without waiting to be told. */
export function dataChanged(): void {
  revision += 1
  for (const listener of listeners) listener()
  void queryClient.invalidateQueries() // each query reports its own failure where it is shown
}

/** Grows each time the data changed: what is not a query reads again when it does. */
export function useDataRevision(): number {
  return useSyncExternalStore(subscribe, () => revision)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
