import { isAcademicYear, shiftAcademicYear } from '#shared/domain/academic-year.ts'
import { isCivilDate } from '#shared/domain/civil-date.ts'
import { calendarDays } from '#shared/domain/period.ts'
import {
  carriedPlaces,
  leftWithin,
  lineFigures,
  lineState,
  monthsOfDays,
  poolLeftFor,
  seatUses,
  stageOf,
  type LineFigures,
  type LineSemester,
  type LineState,
  type PlaceLine,
  type PlaceUse,
} from '#shared/domain/places-ledger.ts'
import type { ConditionFact, LedgerFacts, PlaceFact, PoolFact, StayFact } from './ledger-facts.ts'

/** The shared quota that a line draws on, in people. */
interface LinePool {
  readonly id: string
  readonly name: string
  readonly total: number | null
  /** What it still has for this line: the seats kept for others are not counted. */
  readonly left: number | null
}

/** One line of the ledger: a condition in a year, for a semester and a programme. */
export interface LedgerRow extends LineFigures {
  readonly id: string
  /** The record of places behind the line; null when only the condition states a quota, or nothing does. */
  readonly placeId: string | null
  readonly condition: ConditionFact
  readonly academicYear: string
  readonly semester: LineSemester
  readonly programme: string | null
  readonly pool: LinePool | undefined
  readonly state: LineState
}

export interface Ledger {
  readonly rows: readonly LedgerRow[]
  /** The line of each stay, by its id, and whether it goes beyond the places that there are. */
  readonly seats: ReadonlyMap<string, { readonly line: string; readonly isOver: boolean }>
}

/** A line before pools are looked at. */
interface OwnLine {
  readonly row: Omit<LedgerRow, 'pool' | 'state'>
  readonly justified: number
}

/** Works out the ledger of every condition in every year that it has something in, and of the present and next year. */
export function computeLedger(facts: LedgerFacts, thisYear: string): Ledger {
  const seats = new Map<string, { line: string; isOver: boolean }>()
  const book = openBook(facts)
  const lines = facts.conditions.flatMap((condition) => linesOf(condition, book, thisYear, seats))
  return { rows: withPools(lines, facts.pools), seats }
}

interface Book {
  readonly places: ReadonlyMap<string, readonly PlaceFact[]>
  readonly uses: ReadonlyMap<string, readonly YearUse[]>
  /** People received less people sent under an agreement and kind, before a year. */
  readonly balanceBefore: (condition: ConditionFact, academicYear: string) => number
  /** The conditions that take over the balance of their agreement: the first of its direction and kind. */
  readonly firstOfKind: ReadonlySet<string>
}

interface YearUse extends PlaceUse {
  readonly academicYear: string
}

function openBook(facts: LedgerFacts): Book {
  const received = facts.received.flatMap((one) =>
    Array.from({ length: one.people }, (_, at): YearUse & { conditionId: string } => ({
      id: `${one.conditionId}:${one.academicYear}:${one.semester}:${at}`,
      conditionId: one.conditionId,
      academicYear: one.academicYear,
      semester: one.semester,
      groups: [],
      stage: 'confirmed',
      months: one.months === null ? null : one.months / one.people,
      isJustified: false,
    })),
  )
  const sent = facts.stays.flatMap((stay) => {
    const use = useOf(stay)
    return use === undefined ? [] : [{ ...use, conditionId: stay.conditionId }]
  })
  const uses = Map.groupBy([...sent.toSorted(bySeniority), ...received], ({ conditionId }) => conditionId)
  const conditionById = new Map(facts.conditions.map((condition) => [condition.id, condition]))
  const byAgreement = Map.groupBy(
    [...uses.values()].flat().flatMap((use) => {
      const condition = conditionById.get(use.conditionId)
      return condition === undefined ? [] : [{ use, condition }]
    }),
    ({ condition }) => `${condition.agreementId} ${condition.kind}`,
  )
  const first = new Map<string, string>()
  for (const { id, agreementId, kind, direction } of facts.conditions) {
    const key = `${agreementId} ${kind} ${direction}`
    if (!first.has(key)) first.set(key, id)
  }
  return {
    places: Map.groupBy(facts.places, ({ conditionId }) => conditionId),
    uses,
    balanceBefore: ({ agreementId, kind, direction }, academicYear) => {
      const before = (byAgreement.get(`${agreementId} ${kind}`) ?? []).filter(
        ({ use }) => use.academicYear < academicYear,
      )
      const theirs = before.filter(({ condition }) => condition.direction !== direction).length
      return theirs - (before.length - theirs)
    },
    firstOfKind: new Set(first.values()),
  }
}

const seniority = { confirmed: 0, nominated: 1, allocated: 2 } as const

function bySeniority(a: PlaceUse, b: PlaceUse): number {
  return seniority[a.stage] - seniority[b.stage] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function useOf(stay: StayFact): YearUse | undefined {
  const stage = stageOf(stay.status)
  if (stage === undefined) return undefined
  return {
    id: stay.id,
    academicYear: stay.academicYear,
    semester: stay.semester,
    groups: [stay.programme, stay.department].filter((group) => group !== null),
    stage,
    months: monthsOf(stay),
    isJustified: stay.isJustified === 1,
  }
}

function monthsOf({ start, end }: StayFact): number | null {
  if (start === null || end === null || !isCivilDate(start) || !isCivilDate(end) || end < start) return null
  return monthsOfDays(calendarDays({ start, end }))
}

function linesOf(
  condition: ConditionFact,
  book: Book,
  thisYear: string,
  seats: Map<string, { line: string; isOver: boolean }>,
): readonly OwnLine[] {
  const places = Map.groupBy(book.places.get(condition.id) ?? [], ({ academicYear }) => academicYear)
  const uses = Map.groupBy(book.uses.get(condition.id) ?? [], ({ academicYear }) => academicYear)
  const years = [
    ...new Set([...places.keys(), ...uses.keys(), ...yearsInForce(condition, thisYear)]),
  ].toSorted()
  let before: { readonly year: string; readonly left: number | null } | undefined
  return years.flatMap((year) => {
    const carried = carriedTo(condition, year, before, book)
    const own = uses.get(year) ?? []
    const planned = planLines(condition, year, places.get(year) ?? [], own, carried)
    const lines = seatYear(condition, year, planned, own, seats)
    const known = lines.map(({ row }) => row.left)
    before = {
      year,
      left: known.includes(null) ? null : known.reduce((sum: number, left) => sum + (left ?? 0), 0),
    }
    return lines
  })
}

/** The years that the office works on, as far as the condition holds in them. */
function yearsInForce(condition: ConditionFact, thisYear: string): readonly string[] {
  if (!isAcademicYear(thisYear) || condition.isInForce === 0) return []
  return [thisYear, shiftAcademicYear(thisYear, 1)].filter((year) => holdsIn(condition, year))
}

function holdsIn({ firstYear, lastYear }: ConditionFact, year: string): boolean {
  return (firstYear === null || firstYear <= year) && (lastYear === null || year <= lastYear)
}

function carriedTo(
  condition: ConditionFact,
  year: string,
  before: { readonly year: string; readonly left: number | null } | undefined,
  book: Book,
): number {
  if (condition.carryOver === 'balance')
    return book.firstOfKind.has(condition.id)
      ? carriedPlaces('balance', { left: null, received: book.balanceBefore(condition, year), sent: 0 })
      : 0
  const isNext =
    before !== undefined && isAcademicYear(before.year) && shiftAcademicYear(before.year, 1) === year
  return isNext ? carriedPlaces(condition.carryOver, { left: before.left, received: 0, sent: 0 }) : 0
}

interface PlannedLine extends PlaceLine {
  readonly placeId: string | null
  readonly carried: number
}

/**
 * The lines of a year: those that the office wrote; without any, the quota of the condition itself. What is carried
 * over, and a stay that no line suits, need a line for everybody.
 */
function planLines(
  condition: ConditionFact,
  year: string,
  places: readonly PlaceFact[],
  uses: readonly PlaceUse[],
  carried: number,
): readonly PlannedLine[] {
  const general = { id: `${condition.id}:${year}`, placeId: null, semester: 'any', programme: null } as const
  if (places.length === 0)
    return [{ ...general, agreed: holdsIn(condition, year) ? condition.peoplePerYear : 0, carried }]
  const lines = places.map(({ id, semester, programme, count }): PlannedLine => {
    const isGeneral = semester === 'any' && programme === null
    return { id, placeId: id, semester, programme, agreed: count, carried: isGeneral ? carried : 0 }
  })
  const hasGeneral = lines.some(({ semester, programme }) => semester === 'any' && programme === null)
  const { lineOf } = seatUses(lines, uses)
  const isNeeded = !hasGeneral && (carried !== 0 || uses.some(({ id }) => !lineOf.has(id)))
  return isNeeded ? [...lines, { ...general, agreed: 0, carried }] : lines
}

function seatYear(
  condition: ConditionFact,
  academicYear: string,
  planned: readonly PlannedLine[],
  uses: readonly PlaceUse[],
  seats: Map<string, { line: string; isOver: boolean }>,
): readonly OwnLine[] {
  const { lineOf, over } = seatUses(
    planned.map((line) => ({
      ...line,
      agreed: line.agreed === null ? null : Math.max(0, line.agreed + line.carried),
    })),
    uses,
  )
  const isOver = new Set(over)
  for (const [use, line] of lineOf) seats.set(use, { line, isOver: isOver.has(use) })
  const { peoplePerYear, monthsPerYear } = condition
  const monthsEach =
    monthsPerYear === null || peoplePerYear === null || peoplePerYear === 0
      ? null
      : monthsPerYear / peoplePerYear
  return planned.map((line) => {
    const own = uses.filter(({ id }) => lineOf.get(id) === line.id)
    const { id, placeId, semester, programme } = line
    return {
      row: {
        id,
        placeId,
        condition,
        academicYear,
        semester,
        programme,
        ...lineFigures(line, own, monthsEach),
      },
      justified: own.filter((use) => use.isJustified).length,
    }
  })
}

function withPools(lines: readonly OwnLine[], members: readonly PoolFact[]): readonly LedgerRow[] {
  const byCondition = Map.groupBy(members, ({ conditionId }) => conditionId)
  const byPool = Map.groupBy(members, ({ poolId }) => poolId)
  const memberOf = new Map(
    lines.map(({ row }) => [row.id, memberFor(row, byCondition.get(row.condition.id) ?? [])]),
  )
  const takenBy = new Map<string, number>()
  for (const { row } of lines) {
    const member = memberOf.get(row.id)
    if (member === undefined) continue
    const key = `${member.memberId} ${row.academicYear}`
    takenBy.set(key, (takenBy.get(key) ?? 0) + row.taken)
  }
  return lines.map(({ row, justified }) => {
    const member = memberOf.get(row.id)
    if (member === undefined) return { ...row, pool: undefined, state: lineState(row.left, justified) }
    const sharing = (byPool.get(member.poolId) ?? []).map(({ memberId, reserved }) => ({
      id: memberId,
      reserved,
      taken: takenBy.get(`${memberId} ${row.academicYear}`) ?? 0,
    }))
    const poolLeft = poolLeftFor(member.total, sharing, member.memberId)
    const left = leftWithin(row.left, poolLeft)
    const pool = { id: member.poolId, name: member.name, total: member.total, left: poolLeft }
    return { ...row, left, pool, state: lineState(left, justified) }
  })
}

/** The share of a pool that a line is: that of its programme before that of the whole condition. */
function memberFor(
  { academicYear, programme }: Pick<LedgerRow, 'academicYear' | 'programme'>,
  members: readonly PoolFact[],
): PoolFact | undefined {
  const possible = members.filter(
    (member) => member.academicYear === null || member.academicYear === academicYear,
  )
  return (
    possible.find((member) => member.programme !== null && member.programme === programme) ??
    possible.find((member) => member.programme === null)
  )
}
