import { ledgerTables } from '#core/features/places/ledger-tables.ts'
import { stayLedgerTables, studentLedgerTables } from '#core/features/obligations/obligation-tables.ts'
import { readinessTables } from '#core/features/mobilities/prospects.service.ts'
import { grantTables } from '#core/features/grants/grant-tables.ts'
import { bmTables } from '#core/features/bm/bm-tables.ts'
import type { DerivedGroup } from './derived-tables.ts'

/** Every group of tables that are worked out for lists; each group is filled only when a list needs it. */
export const derivedGroups: readonly DerivedGroup[] = [
  ledgerTables,
  studentLedgerTables,
  stayLedgerTables,
  grantTables,
  readinessTables,
  bmTables,
]
