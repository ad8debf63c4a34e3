import type { Database as RawDatabase } from 'better-sqlite3'
import type { BmScope } from '#shared/contract/bm.ts'
import type { GrantsByStay } from './gather-stays.ts'

/** The grants of the stays of a year or a project. */
export function grantsOfStays(_raw: RawDatabase, _scope: BmScope, _today: string): GrantsByStay {
  return new Map()
}
