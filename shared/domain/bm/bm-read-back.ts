import { matchKey } from '#shared/domain/text-folding.ts'
import { bmFieldKind, grantFields, type BmFieldKey, type BmValue, type BmValues } from './bm-fields.ts'

/** A row of a file that the module gave back. */
export interface BmRow {
  /** As the spreadsheet shows it. */
  readonly row: number
  /** What could be read; a cell that holds something else than its column should is left out. */
  readonly values: ReadonlyMap<BmFieldKey, BmValue>
  /** What the module says is wrong: a text, and the column that it names or stands in, where one is known. */
  readonly errors: readonly {
    readonly label: string | null
    readonly field: BmFieldKey | null
    readonly message: string
  }[]
}

/** A mobility of ours, and what we say of it. */
export interface OwnMobility {
  readonly stayId: string
  readonly values: BmValues
  /** The stay came to its end: nothing of it should be a draft any more. */
  readonly isOver: boolean
  /** The stay was given up: nothing of it should be in the module. */
  readonly isGivenUp: boolean
  /** The participant's report is here. */
  readonly hasReport: boolean
}

export type ReadBackKind = 'error' | 'difference' | 'draft' | 'given-up' | 'absent' | 'unknown-row'

/** What the module says differently, or says is wrong. */
export interface ReadBackFinding {
  readonly kind: ReadBackKind
  readonly stayId: string | null
  readonly row: number | null
  readonly field: BmFieldKey | null
  /** The column as the file names it. */
  readonly label: string | null
  readonly ours: BmValue
  readonly theirs: BmValue
  readonly message: string | null
}

const none = { field: null, label: null, ours: null, theirs: null, message: null } as const

/** Amounts, dates and durations: what both sides compute or know. */
const compared: readonly BmFieldKey[] = [
  'startDate',
  'endDate',
  'virtualEnd',
  'calculatedDays',
  'interruptionDays',
  'mobilityDays',
  'nonFundedDays',
  'fundedDays',
  'travelDays',
  'zeroGrant',
  ...grantFields,
]

export interface ReadBack {
  readonly findings: readonly ReadBackFinding[]
  /** Rows that are a mobility of ours, by stay. */
  readonly rowOfStay: ReadonlyMap<string, number>
}

/**
 * Compares the rows of a file with our mobilities. Rows are recognised by the mobility's id, else by the participant and
 * the first day. `isWhole`: the file is an export of the whole project, so that a mobility that it lacks is absent there.
 */
export function compareReadBack(
  rows: readonly BmRow[],
  own: readonly OwnMobility[],
  labels: ReadonlyMap<BmFieldKey, string>,
  isWhole: boolean,
): ReadBack {
  const find = createFinder(own)
  const rowOfStay = new Map<string, number>()
  const findings: ReadBackFinding[] = []
  for (const row of rows) {
    const mobility = find(row)
    if (mobility === undefined) {
      findings.push({ ...none, kind: 'unknown-row', stayId: null, row: row.row, theirs: nameOf(row) })
      continue
    }
    rowOfStay.set(mobility.stayId, row.row)
    findings.push(...errorsOf(row, mobility, labels), ...differencesOf(row, mobility, labels))
  }
  if (isWhole)
    for (const mobility of own)
      if (!rowOfStay.has(mobility.stayId) && !mobility.isGivenUp)
        findings.push({ ...none, kind: 'absent', stayId: mobility.stayId, row: null })
  return { findings, rowOfStay }
}

function createFinder(own: readonly OwnMobility[]): (row: BmRow) => OwnMobility | undefined {
  const byId = new Map<string, OwnMobility>()
  const byPerson = new Map<string, OwnMobility | null>()
  for (const mobility of own) {
    const { mobilityId } = mobility.values
    if (typeof mobilityId === 'string') byId.set(mobilityId.trim(), mobility)
    for (const key of personKeys((field) => mobility.values[field]))
      byPerson.set(key, byPerson.has(key) ? null : mobility) // two that look alike are not told apart by their looks
  }
  return ({ values }) => {
    const id = values.get('mobilityId')
    const known = id === undefined || id === null ? undefined : byId.get(String(id).trim())
    if (known !== undefined) return known
    for (const key of personKeys((field) => values.get(field) ?? null)) {
      const found = byPerson.get(key)
      if (found !== null && found !== undefined) return found
    }
    return undefined
  }
}

function personKeys(value: (field: BmFieldKey) => BmValue): readonly string[] {
  const start = value('startDate')
  const text = (field: BmFieldKey) => matchKey(String(value(field) ?? ''))
  const name = `${text('familyName')} ${text('givenNames')}`.trim()
  const email = text('email')
  if (start === null) return []
  return [...(email === '' ? [] : [`${email} ${start}`]), ...(name === '' ? [] : [`${name} ${start}`])]
}

function nameOf({ values }: BmRow): string {
  const parts = (['mobilityId', 'familyName', 'givenNames'] as const).map((field) => values.get(field) ?? '')
  return parts.filter((part) => part !== '').join(' ')
}

function errorsOf(
  { row, values, errors }: BmRow,
  { stayId, values: own }: OwnMobility,
  labels: ReadonlyMap<BmFieldKey, string>,
): readonly ReadBackFinding[] {
  return errors.map(({ field, label, message }) => ({
    kind: 'error',
    stayId,
    row,
    field,
    label: label ?? (field === null ? null : (labels.get(field) ?? null)),
    ours: field === null ? null : own[field],
    theirs: field === null ? null : (values.get(field) ?? null),
    message,
  }))
}

function differencesOf(
  { row, values }: BmRow,
  mobility: OwnMobility,
  labels: ReadonlyMap<BmFieldKey, string>,
): readonly ReadBackFinding[] {
  const { stayId } = mobility
  const about = (
    kind: ReadBackKind,
    field: BmFieldKey,
    theirs: BmValue,
    ours: BmValue = null,
  ): ReadBackFinding => ({
    ...none,
    kind,
    stayId,
    row,
    field,
    label: labels.get(field) ?? null,
    ours,
    theirs,
  })
  const findings = compared.flatMap((field): readonly ReadBackFinding[] => {
    const theirs = values.get(field)
    const ours = mobility.values[field]
    if (theirs === undefined || theirs === null || ours === null || isSame(field, ours, theirs)) return []
    return [about('difference', field, theirs, ours)]
  })
  const isDraft = values.get('draft') === true || /\bdraft\b/i.test(String(values.get('status') ?? ''))
  if (mobility.isGivenUp) findings.push(about('given-up', 'status', values.get('status') ?? null))
  // drafts are completed or removed before the final report. Source: NAITDOC, Mobility activities in KA131
  else if (isDraft && mobility.isOver)
    findings.push(about('draft', values.has('draft') ? 'draft' : 'status', values.get('status') ?? true))
  const received = values.get('reportReceived')
  if (received !== undefined && received !== null && !mobility.hasReport)
    findings.push(about('difference', 'reportReceived', received))
  return findings
}

/** Amounts are the same to the cent. */
function isSame(field: BmFieldKey, ours: BmValue, theirs: BmValue): boolean {
  if (bmFieldKind(field) === 'amount' && typeof ours === 'number' && typeof theirs === 'number')
    return Math.round(ours * 100) === Math.round(theirs * 100)
  return ours === theirs
}

/**
 * The column that a message is about: the one whose label it quotes, the longest where several are; else none. Messages
 * of several lines, or divided by semicolons, are several messages.
 */
export function locateErrors(
  text: string,
  columns: readonly { readonly label: string; readonly field: BmFieldKey | null }[],
): BmRow['errors'] {
  const known = columns
    .map((column) => ({ ...column, folded: matchKey(column.label) }))
    .filter(({ folded }) => folded.length > 2)
    .toSorted((a, b) => b.folded.length - a.folded.length)
  return text
    .split(/[\r\n;|]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((message) => {
      const folded = ` ${matchKey(message)} `
      const column = known.find((one) => folded.includes(` ${one.folded} `))
      return { label: column?.label ?? null, field: column?.field ?? null, message }
    })
}
