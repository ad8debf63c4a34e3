/**
 * The ledger of places of one condition of an agreement in one academic year: who takes which place, and what is left.
 * A place is one student for one period. Source: EWP IIA v7, `mobilities-per-year` is the most people a year; that a
 * partner counts by semester and by programme, and shares a quota between agreements, is practice [I].
 */

export type LineSemester = 'any' | 'autumn' | 'spring' | 'year'
export type UseSemester = Exclude<LineSemester, 'any'>

/** How far a stay has come: its place is kept for it, named to the partner, or agreed to by the partner. */
export type UseStage = 'allocated' | 'nominated' | 'confirmed'

/** Places counted together: for a semester (or any), for a programme or department (or all). */
export interface PlaceLine {
  readonly id: string
  readonly semester: LineSemester
  /** The programme or department that the places are for; null: for all. */
  readonly programme: string | null
  /** People; null is unknown, never unlimited and never 0. */
  readonly agreed: number | null
}

/** A stay that takes a place. */
export interface PlaceUse {
  readonly id: string
  /** Null when it is not known yet: any line suits. */
  readonly semester: UseSemester | null
  /** The words by which a line can mean the student: the programme, the department. */
  readonly groups: readonly string[]
  readonly stage: UseStage
  /** Person-months, from the dates of the stay; null when they are not known. */
  readonly months: number | null
  /** Whether somebody wrote why it may go over the quota. */
  readonly isJustified: boolean
}

const stages: Readonly<Record<string, UseStage>> = {
  approved: 'allocated',
  selected: 'allocated',
  nominated: 'nominated',
  accepted: 'confirmed',
  agreed: 'confirmed',
  departed: 'confirmed',
  arrived: 'confirmed',
  returned: 'confirmed',
  recognised: 'confirmed',
  interrupted: 'confirmed',
}

/** What the status of a stay means for its place; undefined when it takes none (a draft, a refusal, a withdrawal). */
export function stageOf(status: string): UseStage | undefined {
  return stages[status]
}

/** Whether a stay can have a place of the line. */
export function suitsLine(line: Pick<PlaceLine, 'semester' | 'programme'>, use: PlaceUse): boolean {
  const isTime = line.semester === 'any' || use.semester === null || line.semester === use.semester
  return isTime && (line.programme === null || use.groups.includes(line.programme))
}

/** The line that each stay takes its place from. */
export interface Seating {
  /** By the id of the stay; a stay that no line suits is not there. */
  readonly lineOf: ReadonlyMap<string, string>
  /** Stays beyond the places that there are, in the order given. */
  readonly over: readonly string[]
}

/**
 * Gives each stay a place so that as many as possible have one: a matching, since lines by semester and lines by
 * programme cross. The more particular line is used first, so that general places stay free; a line whose number is
 * unknown comes last and never runs out. Earlier stays keep their place before later ones.
 */
export function seatUses(lines: readonly PlaceLine[], uses: readonly PlaceUse[]): Seating {
  const order = lines.toSorted((a, b) => generality(a) - generality(b))
  const suiting = new Map(uses.map((use) => [use.id, order.filter((line) => suitsLine(line, use))]))
  const held = new Map<string, string[]>(lines.map((line) => [line.id, []]))
  const take = (use: string, tried: Set<string>): boolean => {
    for (const line of suiting.get(use) ?? []) {
      if (tried.has(line.id)) continue
      tried.add(line.id)
      const holders = held.get(line.id) ?? []
      if (line.agreed === null || holders.length < line.agreed) {
        holders.push(use)
        return true
      }
      const moved = holders.findIndex((holder) => take(holder, tried))
      if (moved === -1) continue
      holders[moved] = use
      return true
    }
    return false
  }
  const over = uses.filter((use) => !take(use.id, new Set())).map((use) => use.id)
  const lineOf = new Map<string, string>()
  for (const [line, holders] of held) for (const use of holders) lineOf.set(use, line)
  for (const use of over) {
    const first = suiting.get(use)?.[0]
    if (first !== undefined) lineOf.set(use, first.id)
  }
  return { lineOf, over }
}

function generality({ semester, programme, agreed }: PlaceLine): number {
  return (agreed === null ? 4 : 0) + (programme === null ? 2 : 0) + (semester === 'any' ? 1 : 0)
}

/** What is not used one year and what becomes of it the next; stated by the agreement. */
export type CarryRule = 'none' | 'unused-places' | 'balance'

/**
 * Places that the year before hands over, people, negative when more was taken than was owed. `unused-places`: what was
 * left (an unknown quota hands over nothing). `balance`: those received less those sent, since the first year.
 */
export function carriedPlaces(
  rule: CarryRule,
  before: { readonly left: number | null; readonly received: number; readonly sent: number },
): number {
  if (rule === 'none') return 0
  return rule === 'balance' ? before.received - before.sent : Math.max(0, before.left ?? 0)
}

/** The figures of a line, in people; the same in person-months where `Months` stands. Null is unknown. */
export interface LineFigures {
  readonly agreed: number | null
  readonly carried: number
  readonly allocated: number
  readonly nominated: number
  readonly confirmed: number
  readonly taken: number
  readonly left: number | null
  readonly agreedMonths: number | null
  readonly takenMonths: number
  readonly leftMonths: number | null
  /** Stays that hold a place and whose months are not known. */
  readonly withoutMonths: number
}

/**
 * left = agreed + carried − (allocated + nominated + confirmed); negative when it is over-booked. `monthsEach` is the
 * length of one place in months, from the agreement's total; null when it states none.
 */
export function lineFigures(
  line: { readonly agreed: number | null; readonly carried: number },
  uses: readonly Pick<PlaceUse, 'stage' | 'months'>[],
  monthsEach: number | null,
): LineFigures {
  const count = (stage: UseStage) => uses.filter((use) => use.stage === stage).length
  const quota = line.agreed === null ? null : line.agreed + line.carried
  const agreedMonths = quota === null || monthsEach === null ? null : round2(quota * monthsEach)
  const takenMonths = round2(uses.reduce((sum, use) => sum + (use.months ?? 0), 0))
  return {
    agreed: line.agreed,
    carried: line.carried,
    allocated: count('allocated'),
    nominated: count('nominated'),
    confirmed: count('confirmed'),
    taken: uses.length,
    left: quota === null ? null : quota - uses.length,
    agreedMonths,
    takenMonths,
    leftMonths: agreedMonths === null ? null : round2(agreedMonths - takenMonths),
    withoutMonths: uses.filter((use) => use.months === null).length,
  }
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}

/** Months of 30 days, 2 decimals. Source: Erasmus+ rules, a month is 30 days; EWP writes months with 2 decimals. */
export function monthsOfDays(days: number): number {
  return round2(days / 30)
}

/** A quota that several conditions share: `reserved` seats are kept for a member, the rest is anybody's. */
export interface PoolMember {
  readonly id: string
  readonly reserved: number
  readonly taken: number
}

/** What a pool still has for one member: its total less what the others have or keep. Null when the total is unknown. */
export function poolLeftFor(
  total: number | null,
  members: readonly PoolMember[],
  member: string,
): number | null {
  if (total === null) return null
  const spoken = members.reduce(
    (sum, { id, reserved, taken }) => sum + (id === member ? taken : Math.max(reserved, taken)),
    0,
  )
  return total - spoken
}

/** What a line can still give: its own places, and what the pool it is in has for it. */
export function leftWithin(own: number | null, pool: number | null | undefined): number | null {
  if (pool === undefined || pool === null) return own
  return own === null ? pool : Math.min(own, pool)
}

export type LineState = 'free' | 'full' | 'over' | 'justified' | 'unknown'

/** A word for a line: over-booked, over-booked with a reason for each stay beyond, full, free, or of unknown quota. */
export function lineState(left: number | null, justified: number): LineState {
  if (left === null) return 'unknown'
  if (left > 0) return 'free'
  if (left === 0) return 'full'
  return justified >= -left ? 'justified' : 'over'
}
