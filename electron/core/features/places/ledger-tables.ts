import type { DerivedGroup, DerivedRow } from '#core/features/lists/derived-tables.ts'
import { computeLedger, type LedgerRow } from './compute-ledger.ts'
import { readLedgerFacts } from './ledger-facts.ts'

/** The ledger of places, the line of each stay, and the balance with each partner, for lists to show. */
export const ledgerTables: DerivedGroup = {
  tables: {
    placeLedger: `id TEXT PRIMARY KEY, placeId TEXT, conditionId TEXT, agreementId TEXT, institutionId TEXT, direction TEXT,
      kind TEXT, academicYear TEXT, semester TEXT, programme TEXT, poolId TEXT, pool TEXT, poolLeft INTEGER, agreed INTEGER,
      carried INTEGER, allocated INTEGER, nominated INTEGER, confirmed INTEGER, taken INTEGER, leftPlaces INTEGER, state TEXT,
      agreedMonths REAL, takenMonths REAL, leftMonths REAL, withoutMonths INTEGER`,
    placeUse: 'mobilityId TEXT PRIMARY KEY, lineId TEXT, isOver INTEGER',
    partnerBalance: `id TEXT PRIMARY KEY, institutionId TEXT, academicYear TEXT, agreedOut INTEGER, sent INTEGER, agreedIn INTEGER,
      received INTEGER, balance INTEGER, cumulative INTEGER, sentMonths REAL, receivedMonths REAL`,
  },
  compute(raw, { academicYear }) {
    const ledger = computeLedger(readLedgerFacts(raw), academicYear)
    return {
      placeLedger: ledger.rows.map(ledgerRow),
      placeUse: [...ledger.seats].map(([stay, { line, isOver }]) => [stay, line, Number(isOver)]),
      partnerBalance: balanceRows(ledger.rows),
    }
  },
}

function ledgerRow(row: LedgerRow): DerivedRow {
  const { condition, pool } = row
  return [
    row.id,
    row.placeId,
    condition.id,
    condition.agreementId,
    condition.institutionId,
    condition.direction,
    condition.kind,
    row.academicYear,
    row.semester,
    row.programme,
    pool?.id ?? null,
    pool?.name ?? null,
    pool?.left ?? null,
    row.agreed,
    row.carried,
    row.allocated,
    row.nominated,
    row.confirmed,
    row.taken,
    row.left,
    row.state,
    row.agreedMonths,
    row.takenMonths,
    row.leftMonths,
    row.withoutMonths,
  ]
}

/** By partner and year; the cumulative balance runs over the years of the partner. */
function balanceRows(rows: readonly LedgerRow[]): readonly DerivedRow[] {
  const byPartner = Map.groupBy(rows, ({ condition }) => condition.institutionId)
  return [...byPartner].flatMap(([institutionId, own]) => {
    let cumulative = 0
    return [...Map.groupBy(own, ({ academicYear }) => academicYear)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([year, lines]): DerivedRow => {
        const out = lines.filter(({ condition }) => condition.direction === 'outgoing')
        const incoming = lines.filter(({ condition }) => condition.direction === 'incoming')
        const sent = sum(out, ({ taken }) => taken)
        const received = sum(incoming, ({ taken }) => taken)
        cumulative += received - sent
        return [
          `${institutionId}:${year}`,
          institutionId,
          year,
          knownSum(out),
          sent,
          knownSum(incoming),
          received,
          received - sent,
          cumulative,
          sum(out, ({ takenMonths }) => takenMonths),
          sum(incoming, ({ takenMonths }) => takenMonths),
        ]
      })
  })
}

function sum(rows: readonly LedgerRow[], of: (row: LedgerRow) => number): number {
  return rows.reduce((total, row) => total + of(row), 0)
}

/** What was agreed in all; unknown as soon as one line is. */
function knownSum(rows: readonly LedgerRow[]): number | null {
  return rows.some(({ agreed }) => agreed === null) ? null : sum(rows, ({ agreed }) => agreed ?? 0)
}
