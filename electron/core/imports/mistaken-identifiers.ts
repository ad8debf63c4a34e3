import { matchKey } from '#shared/domain/text-folding.ts'
import { warning, type IssueLog } from './issues.ts'
import { identifiers, type Identifier, type InstitutionRow, type OfficePartners } from './office-partners.ts'
import type { PartnerReading } from './partner-terms.ts'
import type { RowRead } from './read-rows.ts'

/** Who a row, or an institution of the office, says it is. */
interface Identity {
  readonly name: string
  readonly codes: Readonly<Partial<Record<Identifier, string | null>>>
}

/** Identifiers that official lists have been seen to give to two institutions by mistake: each with those that weigh more. */
const doubtful: readonly (readonly [identifier: Identifier, stronger: readonly Identifier[]])[] = [
  ['pic', ['erasmusCode']],
  ['oid', ['erasmusCode', 'pic']],
]

/**
 * Leaves out the identifiers that two institutions cannot both have: rows with different names and different stronger
 * identifiers that share a weaker one, or that bear one which the office knows for somebody else.
 */
export function dropMistakenIdentifiers(
  reads: readonly RowRead[],
  reading: PartnerReading,
  office: OfficePartners,
  issues: IssueLog,
): readonly RowRead[] {
  let rows = reads
  for (const [identifier, stronger] of doubtful) {
    const slot = reading.reader.slotOf.get(`institution.${identifier}`)
    if (slot === undefined) continue
    const mistaken = findMistaken(rows, reading, { identifier, stronger, slot, office })
    if (mistaken.size === 0) continue
    const column = reading.reader.columnOf(slot) ?? null
    rows = rows.map((read) => {
      const found = mistaken.get(read.row)
      if (found === undefined) return read
      issues.add(
        read.row,
        column,
        found.value,
        warning('imports.issue.identifier-shared', { value: found.value, with: found.with }),
      )
      return { ...read, values: read.values.with(slot, null) }
    })
  }
  return rows
}

interface Search {
  readonly identifier: Identifier
  readonly stronger: readonly Identifier[]
  readonly slot: number
  readonly office: OfficePartners
}

type Mistaken = ReadonlyMap<number, { readonly value: string; readonly with: string }>

function findMistaken(
  rows: readonly RowRead[],
  reading: PartnerReading,
  { identifier, stronger, slot, office }: Search,
): Mistaken {
  const mistaken = new Map<number, { value: string; with: string }>()
  const firstByValue = new Map<string, RowRead>()
  for (const read of rows) {
    const value = read.values[slot]
    if (typeof value !== 'string') continue
    const known = office.byIdentifier(identifier, value)
    if (known !== undefined && areTwo(identityOf(read, reading), identityOfKnown(known), stronger))
      mistaken.set(read.row, { value, with: known.name })
    const first = firstByValue.get(value)
    if (first === undefined) {
      firstByValue.set(value, read)
      continue
    }
    const own = identityOf(read, reading)
    const other = identityOf(first, reading)
    if (!areTwo(own, other, stronger)) continue
    mistaken.set(read.row, { value, with: other.name })
    mistaken.set(first.row, { value, with: own.name })
  }
  return mistaken
}

function areTwo(a: Identity, b: Identity, stronger: readonly Identifier[]): boolean {
  const differs = stronger.some((identifier) => {
    const first = a.codes[identifier] ?? null
    const second = b.codes[identifier] ?? null
    return first !== null && second !== null && first !== second
  })
  const agrees = stronger.some(
    (identifier) => (a.codes[identifier] ?? null) !== null && a.codes[identifier] === b.codes[identifier],
  )
  return differs && !agrees && matchKey(a.name) !== matchKey(b.name)
}

function identityOf(read: RowRead, { text }: PartnerReading): Identity {
  const codes = Object.fromEntries(
    identifiers.map((identifier) => [identifier, text(read, `institution.${identifier}`)]),
  )
  return { name: text(read, 'institution.name') ?? '', codes }
}

function identityOfKnown(known: InstitutionRow): Identity {
  return { name: known.name, codes: known }
}
