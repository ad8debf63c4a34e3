import type { ListSource } from './list-source.ts'

/** Where the lists of holders of a charter come from. */
export const registerSources = {
  registers: { from: 'register r', columns: {}, searched: ['r.id'], entity: 'register' },
  registerEntries: {
    from: 'registerEntry r JOIN register g ON g.id = r.registerId',
    columns: { listDate: 'g.listDate' },
    searched: ['r.id'],
    entity: 'registerEntry',
  },
} as const satisfies Readonly<Record<string, ListSource>>

/** Filters of these lists by the record behind a row. */
export const registerLinks = {
  registers: { id: 'r.id' },
  registerEntries: { id: 'r.id', registerId: 'r.registerId' },
} as const
