import { matchKey } from '#shared/domain/text-folding.ts'
import type { BulkRow } from '#core/db/bulk.ts'
import { groupBy } from '#core/features/nominations/order.ts'
import { findStudent, nameOf } from './find-students.ts'
import { warning } from './issues.ts'
import { findRepeats } from './merge-rows.ts'
import { readOfficeStudents, type StudentRow } from './office-students.ts'
import { planGroups } from './plan-groups.ts'
import { breathEvery, type ImportPlan, type PlanInput, type PlannedWrite } from './plan.ts'
import type { RowRead } from './read-rows.ts'
import type { RowReason } from './row-reasons.ts'
import { textIn } from './row-values.ts'
import { wishColumns, type WishTargetKey } from './targets-wishes.ts'

interface CampaignPlaces {
  readonly maxWishes: number
  /** By code, Erasmus code and name; several when a host has several places. */
  readonly byName: ReadonlyMap<string, readonly PlaceRow[]>
  readonly wishes: ReadonlyMap<string, readonly WishRow[]>
}
interface PlaceRow {
  readonly id: string
  readonly code: string | null
  readonly erasmusCode: string | null
  readonly name: string
  readonly isOpen: number
}
interface WishRow {
  readonly id: string
  readonly studentId: string
  readonly campaignPlaceId: string
  readonly rank: number
}
interface Wanted {
  readonly campaignPlaceId: string
  readonly rank: number
}

interface WishGroup {
  readonly rows: readonly RowRead[]
  readonly student: StudentRow
  readonly writes: readonly { readonly id: string | undefined; readonly values: BulkRow }[]
}

/**
 * Compares a list of wishes with the open campaign (else the one in preparation, else the latest): one row per student
 * with choices in columns, or one row per wish with its rank. Unknown, closed and repeated places are said at their
 * cells; the wishes of the list take the place of those that the student had.
 */
export async function planWishes(input: PlanInput): Promise<ImportPlan> {
  const { groups, rejected, repeats } = await groupWishes(input)
  const writes = groups.flatMap((group) => group.writes)
  return planGroups(
    { groups, rejected, repeats },
    {
      officeId: ({ student }) => student.id,
      changesOf: () => new Map(),
      additionOf: (_read, group, at) =>
        group.writes.length === 0 || at > 0
          ? undefined
          : { reason: 'sets-wishes', params: { name: nameOf(group.student), count: group.writes.length } },
      *writesOf(group, ids): Generator<PlannedWrite> {
        for (const { id, values } of group.writes)
          if (id === undefined)
            yield { table: 'campaignWish', kind: 'insert', row: { ...values, id: ids.next() } }
          else yield { table: 'campaignWish', kind: 'update', id, values }
      },
      entities: { campaignWishes: writes.filter(({ id }) => id === undefined).length },
      updates: { campaignWishes: writes.filter(({ id }) => id !== undefined).length },
    },
    { kinds: input.kinds, issues: input.issues },
  )
}

async function groupWishes(input: PlanInput) {
  const { reads, reader, raw, issues, pace } = input
  const campaign = readCampaign(input)
  const students = readOfficeStudents(raw)
  const repeats = findRepeats(reads)
  const rejected = new Map<number, RowReason>()
  const byStudent = new Map<string, { student: StudentRow; rows: RowRead[] }>()
  for (const [at, read] of reads.entries()) {
    if (at % breathEvery === 0) await pace(at)
    if (repeats.has(read.row)) continue
    const found = campaign === undefined ? undefined : findStudent(read, reader, students, issues)
    if (found === undefined) rejected.set(read.row, { reason: 'no-campaign', params: {} })
    else if (!found.ok) rejected.set(read.row, found.reason)
    else {
      const known = byStudent.get(found.student.id) ?? { student: found.student, rows: [] }
      byStudent.set(found.student.id, { student: found.student, rows: [...known.rows, read] })
    }
  }
  const groups: WishGroup[] = []
  if (campaign !== undefined)
    for (const { student, rows } of byStudent.values()) {
      const wanted = withoutRepeats(
        rows.flatMap((read) => wishesIn(read, campaign, input)),
        rows,
        input,
      )
      groups.push({
        rows,
        student,
        writes: writesFor(student.id, wanted, campaign.wishes.get(student.id) ?? []),
      })
    }
  return { groups, rejected, repeats }
}

function wishesIn(read: RowRead, campaign: CampaignPlaces, input: PlanInput): readonly Wanted[] {
  const wanted: Wanted[] = []
  for (const [at, key] of wishColumns.entries()) {
    const campaignPlaceId = placeIn(read, key, at + 1, campaign, input)
    if (campaignPlaceId !== undefined) wanted.push({ campaignPlaceId, rank: at + 1 })
  }
  const rank = Number(textIn(read, input.reader, 'wish.rank') ?? Number.NaN)
  if (Number.isInteger(rank) && rank >= 1 && rank <= 50) {
    const campaignPlaceId = placeIn(read, 'wish.place', rank, campaign, input)
    if (campaignPlaceId !== undefined) wanted.push({ campaignPlaceId, rank })
  }
  return wanted
}

/** The place that a cell names; what is wrong with it is said at the cell. */
function placeIn(
  read: RowRead,
  key: WishTargetKey,
  rank: number,
  { byName, maxWishes }: CampaignPlaces,
  { reader, issues }: PlanInput,
): string | undefined {
  const written = textIn(read, reader, key)
  if (written === null) return undefined
  const column = reader.columnOf(reader.slotOf.get(key) ?? -1) ?? null
  const say = (
    code: 'unknown' | 'several' | 'closed' | 'too-many',
    params: Record<string, string | number>,
  ) => issues.add(read.row, column, written, warning(`imports.issue.wish-${code}`, params))
  const found = byName.get(matchKey(written)) ?? byName.get(matchKey(written.split(' ')[0] ?? '')) ?? []
  const [only, other] = found
  if (only === undefined) {
    say('unknown', { place: written })
    return undefined
  }
  if (other !== undefined) {
    say('several', { place: written, codes: found.flatMap(({ code }) => code ?? []).join(', ') })
    return undefined
  }
  if (only.isOpen === 0) say('closed', { place: written })
  if (rank > maxWishes) say('too-many', { most: maxWishes })
  return only.id
}

/** A place given twice keeps its better rank. */
function withoutRepeats(wishes: readonly Wanted[], rows: readonly RowRead[], { issues }: PlanInput) {
  const inOrder = wishes.toSorted((a, b) => a.rank - b.rank)
  const kept = inOrder.filter(
    (wish, at) => inOrder.findIndex((other) => other.campaignPlaceId === wish.campaignPlaceId) === at,
  )
  const row = rows[0]?.row
  if (kept.length < inOrder.length && row !== undefined)
    issues.add(
      row,
      null,
      null,
      warning('imports.issue.wish-repeated', { count: inOrder.length - kept.length }),
    )
  return kept
}

/** Wishes of the office take the places and ranks of the list; those that the list does not name give way first. */
function writesFor(
  studentId: string,
  wanted: readonly Wanted[],
  held: readonly WishRow[],
): WishGroup['writes'] {
  const isWanted = (wish: WishRow) => wanted.some((one) => one.campaignPlaceId === wish.campaignPlaceId)
  const free = held.filter((wish) => !isWanted(wish))
  const fresh = wanted.filter((one) => !held.some((wish) => wish.campaignPlaceId === one.campaignPlaceId))
  return [
    ...held.filter(isWanted).flatMap(({ id, campaignPlaceId, rank }) => {
      const next = wanted.find((one) => one.campaignPlaceId === campaignPlaceId)?.rank ?? rank
      return next === rank ? [] : [{ id, values: { rank: next } }]
    }),
    ...fresh.map(({ campaignPlaceId, rank }, at) => {
      const replaced = free[at]
      return replaced === undefined
        ? { id: undefined, values: { studentId, campaignPlaceId, rank } }
        : { id: replaced.id, values: { campaignPlaceId, rank } }
    }),
  ]
}

function readCampaign({ raw }: PlanInput): CampaignPlaces | undefined {
  const campaign = raw
    .prepare<[], { id: string; maxWishes: number }>(
      `SELECT id, maxWishes FROM campaign ORDER BY instr('open preparing closed published', status), academicYear DESC, id DESC`,
    )
    .get()
  if (campaign === undefined) return undefined
  const places = raw
    .prepare<[string], PlaceRow>(
      `SELECT x.id, x.code, i.erasmusCode, i.name, x.isOpen FROM campaignPlace x JOIN place p ON p.id = x.placeId
       JOIN condition c ON c.id = p.conditionId JOIN agreement a ON a.id = c.agreementId
       JOIN institution i ON i.id = a.institutionId WHERE x.campaignId = ? ORDER BY x.id`,
    )
    .all(campaign.id)
  const named = places.flatMap((place) =>
    [
      ...new Set(
        [place.code, place.erasmusCode, place.name].flatMap((name) =>
          name === null ? [] : [matchKey(name)],
        ),
      ),
    ].map((name) => ({ name, place })),
  )
  const wishes = raw
    .prepare<[string], WishRow>(
      `SELECT w.id, w.studentId, w.campaignPlaceId, w.rank FROM campaignWish w
       JOIN campaignPlace x ON x.id = w.campaignPlaceId WHERE x.campaignId = ? ORDER BY w.rank, w.id`,
    )
    .all(campaign.id)
  return {
    maxWishes: campaign.maxWishes,
    byName: new Map(
      [...groupBy(named, ({ name }) => name)].map(([name, of]) => [name, of.map(({ place }) => place)]),
    ),
    wishes: groupBy(wishes, ({ studentId }) => studentId),
  }
}
