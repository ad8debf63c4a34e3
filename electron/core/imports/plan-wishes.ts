import { matchKey } from '#shared/domain/text-folding.ts'
import { isTextKey } from '#shared/text/text.ts'
import {
  listCampaigns,
  listCriteria,
  listPlaces,
  listRules,
  listScores,
  listWishes,
  type CampaignPlaceRow,
} from '#core/features/campaigns/campaigns.repo.ts'
import { createWishJudge } from '#core/features/campaigns/judge-wishes.ts'
import { readWeeksMissing } from '#core/features/campaigns/weeks-missing.ts'
import type { BulkRow } from '#core/db/bulk.ts'
import { nameOf } from './find-students.ts'
import { warning } from './issues.ts'
import type { StudentRow } from './office-students.ts'
import { planGroups } from './plan-groups.ts'
import type { ImportPlan, PlanInput, PlannedWrite } from './plan.ts'
import { choiceChanges, groupByStudent, withoutRepeats, type RankedChoice } from './ranked-choices.ts'
import type { RowRead } from './read-rows.ts'
import { textIn } from './row-values.ts'
import { wishColumns, type WishTargetKey } from './targets-wishes.ts'

interface ReceivingCampaign {
  readonly maxWishes: number
  /** By code, Erasmus code and name; several when a host has several places. */
  readonly byName: ReadonlyMap<string, readonly CampaignPlaceRow[]>
  readonly wishes: ReadonlyMap<string, readonly HeldWish[]>
  readonly judge: ReturnType<typeof createWishJudge>
}
interface HeldWish extends RankedChoice {
  readonly id: string
  readonly studentId: string
}
interface WishAtCell extends RankedChoice {
  readonly row: number
  readonly column: number | null
}

interface WishGroup {
  readonly rows: readonly RowRead[]
  readonly student: StudentRow
  readonly writes: readonly { readonly id: string | undefined; readonly values: BulkRow }[]
}

/**
 * Compares a list of wishes with the campaign chosen (else the open one, the one in preparation, the latest): one row
 * per student with choices in columns, or one row per wish with its rank. Unknown, closed and repeated places, and
 * places for which the student is not eligible, are said at their cells; the wishes of the list take the place of those
 * that the student had.
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
  const campaign = await readCampaign(input)
  const refused = campaign === undefined ? 'no-campaign' : undefined
  const { choosing, rejected, repeats } = await groupByStudent(input, refused)
  const groups = campaign === undefined ? [] : choosing.map((one) => readGroup(one, campaign, input))
  return { groups, rejected, repeats }
}

function readGroup(
  { student, rows }: Omit<WishGroup, 'writes'>,
  campaign: ReceivingCampaign,
  input: PlanInput,
): WishGroup {
  const { kept, dropped } = withoutRepeats(rows.flatMap((read) => wishesIn(read, campaign, input)))
  const [first] = rows
  if (dropped > 0 && first !== undefined)
    input.issues.add(first.row, null, null, warning('imports.issue.wish-repeated', { count: dropped }))
  const { refusalsOf } = campaign.judge(student)
  for (const { item, rank, row, column } of kept)
    for (const fact of refusalsOf({ placeId: item, rank })) {
      const code = `campaign.finding.${fact.code}`
      // too many wishes are said with the limit already
      if (fact.code !== 'too-many' && isTextKey(code))
        input.issues.add(row, column, null, warning(code, { rank, ...fact.params }))
    }
  return { rows, student, writes: writesFor(student.id, kept, campaign.wishes.get(student.id) ?? []) }
}

function wishesIn(read: RowRead, campaign: ReceivingCampaign, input: PlanInput): readonly WishAtCell[] {
  const wishAt = (key: WishTargetKey, rank: number): readonly WishAtCell[] => {
    const item = placeIn(read, key, rank, campaign, input)
    const column = input.reader.columnOf(input.reader.slotOf.get(key) ?? -1) ?? null
    return item === undefined ? [] : [{ item, rank, row: read.row, column }]
  }
  const rank = Number(textIn(read, input.reader, 'wish.rank') ?? Number.NaN)
  return [
    ...wishColumns.flatMap((key, at) => wishAt(key, at + 1)),
    ...(Number.isInteger(rank) && rank >= 1 && rank <= 50 ? wishAt('wish.place', rank) : []),
  ]
}

/** The place that a cell names; what is wrong with it is said at the cell. */
function placeIn(
  read: RowRead,
  key: WishTargetKey,
  rank: number,
  { byName, maxWishes }: ReceivingCampaign,
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

function writesFor(
  studentId: string,
  wanted: readonly RankedChoice[],
  held: readonly HeldWish[],
): WishGroup['writes'] {
  return choiceChanges(wanted, held).map((change) => {
    const { rank } = change
    if (change.kind === 'rank') return { id: change.id, values: { rank } }
    const campaignPlaceId = change.item
    return change.kind === 'add'
      ? { id: undefined, values: { studentId, campaignPlaceId, rank } }
      : { id: change.id, values: { campaignPlaceId, rank } }
  })
}

/** The campaign chosen for the import, else the open one, the one in preparation, the latest. */
async function readCampaign({
  read,
  raw,
  options,
  today,
}: PlanInput): Promise<ReceivingCampaign | undefined> {
  const campaigns = await listCampaigns(read)
  const order = ['open', 'preparing', 'closed', 'published']
  const usual = campaigns.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
  const campaign =
    options.campaignId === undefined ? usual[0] : campaigns.find(({ id }) => id === options.campaignId)
  if (campaign === undefined) return undefined
  const { id } = campaign
  const places = await listPlaces(read, id)
  const named = places.flatMap((place) =>
    [...new Set([place.code, place.erasmusCode, place.institution].flatMap((name) => name ?? []))].map(
      (name) => ({ name: matchKey(name), place }),
    ),
  )
  const wishes = (await listWishes(read, id)).map(({ campaignPlaceId, ...wish }) => ({
    ...wish,
    item: campaignPlaceId,
  }))
  return {
    maxWishes: campaign.maxWishes,
    byName: new Map(
      [...Map.groupBy(named, ({ name }) => name)].map(([name, of]) => [
        name,
        [...new Set(of.map(({ place }) => place))],
      ]),
    ),
    wishes: Map.groupBy(wishes, ({ studentId }) => studentId),
    judge: createWishJudge({
      campaign,
      places,
      criteria: await listCriteria(read, id),
      scores: await listScores(read, id),
      rules: await listRules(read, id),
      weeksMissing: readWeeksMissing(raw, today, campaign),
    }),
  }
}
