import type { RecordRow } from '#core/db/schema.ts'
import { academicYearStart, shiftAcademicYear } from '#shared/domain/academic-year.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import { seatUses, stageOf, type PlaceUse } from '#shared/domain/places-ledger.ts'
import type { Offer } from './generate-agreements.ts'
import { createSampleIds, type SampleContext } from './generate-context.ts'
import type { SampleStudent } from './generate-students.ts'
import { createRandom, type Random } from './random.ts'

type Tables =
  | 'campaign'
  | 'campaignPool'
  | 'campaignPlace'
  | 'campaignWish'
  | 'campaignCriterion'
  | 'campaignScore'
  | 'campaignRule'
/** The rows of the sample's campaign by table, in the order in which they can be inserted. */
export type SampleCampaign = { readonly [T in Tables]: readonly RecordRow<T>[] }

interface Opened {
  readonly row: RecordRow<'campaignPlace'>
  readonly place: RecordRow<'place'>
  readonly offer: Offer
}

interface Taken {
  readonly places: readonly RecordRow<'place'>[]
  readonly students: readonly SampleStudent[]
  readonly mobilities: readonly RecordRow<'mobility'>[]
}

const partnersOpened = 52
const candidates = 140
const mostWishes = 5

/**
 * The campaign for the next academic year: wishes are in, results are not. Seats are fewer than students, the best known
 * hosts are wanted most, and some wishes cannot be granted, so that there is something to allocate and to explain.
 */
export function generateCampaign(
  context: SampleContext,
  offers: readonly Offer[],
  { places, students, mobilities }: Taken,
): SampleCampaign {
  // a series of its own: it changes nothing of what was there
  const random = createRandom(context.seed + 70)
  const nextId = createSampleIds(random, context.today)
  const academicYear = shiftAcademicYear(context.thisYear, 1)
  const campaign: RecordRow<'campaign'> = {
    id: nextId(),
    name: `Départs ${academicYear}`,
    academicYear,
    status: 'open',
    form: 'exchange-semester',
    programmes: null,
    maxWishes: mostWishes,
    groupBy: 'programme',
    seed: 20_271,
    opensOn: addDays(context.today, -21),
    closesOn: addDays(context.today, 7),
    resultsOn: addDays(context.today, 21),
    notes: null,
  }
  const { opened, pools } = openPlaces({ context, random, nextId }, campaign, offers, {
    places,
    leftAt: createLeft(academicYear, { places, students, mobilities }),
  })
  const criteria = criteriaOf(nextId, campaign.id, context.flavour.weeksOwed)
  const going = random
    .shuffle(students.filter((one) => one.graduationYear === academicYearStart(academicYear) + 1))
    .filter(({ row }) => row.isSchooledInFrance === 1)
    .slice(0, candidates)
  return {
    campaign: [campaign],
    campaignPool: pools,
    campaignPlace: opened.map(({ row }) => row),
    campaignWish: going.flatMap((student) => wishesOf(random, nextId, student, opened)),
    campaignCriterion: criteria,
    campaignScore: going.flatMap(({ row }) => scoresOf(random, nextId, row.id, criteria)),
    campaignRule: rulesOf(nextId, campaign.id, opened, criteria),
  }
}

interface Making {
  readonly context: SampleContext
  readonly random: Random
  readonly nextId: () => string
}

function openPlaces(
  { context, random, nextId }: Making,
  campaign: RecordRow<'campaign'>,
  offers: readonly Offer[],
  { places, leftAt }: { readonly places: Taken['places']; readonly leftAt: LeftAt },
): { readonly opened: readonly Opened[]; readonly pools: readonly RecordRow<'campaignPool'>[] } {
  const free = places.filter((place) => place.academicYear === campaign.academicYear && leftAt(place) > 0)
  const hasFree = new Set(free.map((place) => place.conditionId))
  const isExchange = ({ agreement }: Offer) => agreement.kind === 'erasmus' || agreement.kind === 'exchange'
  const chosen = random
    .shuffle(offers.filter((offer) => isExchange(offer) && hasFree.has(offer.condition.id)))
    .slice(0, partnersOpened)
  const numbers = new Map<string, number>()
  const pools: RecordRow<'campaignPool'>[] = []
  const opened = chosen.flatMap((offer) => {
    const lines = free.filter((place) => place.conditionId === offer.condition.id)
    const sum = lines.reduce((all, place) => all + leftAt(place), 0)
    const isShared = lines.length > 1 && sum >= 3 && pools.length < 3
    const pool = {
      id: nextId(),
      campaignId: campaign.id,
      name: offer.partner.name,
      total: sum - 1,
      notes: null,
    }
    if (isShared) pools.push(pool)
    return lines.map((place): Opened => {
      const number = (numbers.get(offer.partner.country) ?? 0) + 1
      numbers.set(offer.partner.country, number)
      const left = leftAt(place)
      const reserves = left >= 2 && place.programme === null && random.chance(0.15)
      const row = {
        id: nextId(),
        campaignId: campaign.id,
        placeId: place.id,
        code: `${offer.partner.country}${String(number).padStart(2, '0')}`,
        isOpen: random.chance(0.96) ? 1 : 0,
        opened: left,
        poolId: isShared ? pool.id : null,
        poolSeats: null,
        poolSeatsKept: null,
        reservedFor: reserves ? context.flavour.programmes[1].name : null,
        reservedSeats: reserves ? 1 : null,
        reservedKept: reserves ? 0 : null,
        notes: null,
      }
      return { row, place, offer }
    })
  })
  return { opened, pools }
}

type LeftAt = (place: RecordRow<'place'>) => number

/** Places that nobody holds yet: others than the students of the campaign have been selected already. */
function createLeft(academicYear: string, { places, students, mobilities }: Taken): LeftAt {
  const programmeOf = new Map(students.map(({ row }) => [row.id, row]))
  const byCondition = Map.groupBy(
    places.filter((place) => place.academicYear === academicYear),
    (place) => place.conditionId,
  )
  const stays = Map.groupBy(
    mobilities.filter((stay) => stay.academicYear === academicYear),
    (stay) => stay.conditionId,
  )
  const left = new Map<string, number>()
  for (const [conditionId, lines] of byCondition) {
    const uses = (stays.get(conditionId) ?? []).flatMap((stay): PlaceUse[] => {
      const stage = stageOf(stay.status)
      const student = programmeOf.get(stay.studentId)
      const groups = [student?.programme, student?.department].flatMap((group) => group ?? [])
      if (stage === undefined) return []
      return [{ id: stay.id, semester: stay.semester, groups, stage, months: null, isJustified: false }]
    })
    const { lineOf } = seatUses(
      lines.map(({ id, semester, programme, count }) => ({ id, semester, programme, agreed: count })),
      uses,
    )
    const taken = [...lineOf.values()]
    for (const { id, count } of lines)
      left.set(id, Math.max(0, (count ?? 0) - taken.filter((line) => line === id).length))
  }
  return ({ id }) => left.get(id) ?? 0
}

function criteriaOf(
  nextId: () => string,
  campaignId: string,
  weeksOwed: number,
): readonly RecordRow<'campaignCriterion'>[] {
  const make = (
    label: string,
    source: RecordRow<'campaignCriterion'>['source'],
    weight: number,
    outOf: number,
    role: RecordRow<'campaignCriterion'>['role'] = 'score',
  ) => ({ id: nextId(), campaignId, label, source, role, weight, outOf })
  return [
    make('Moyenne générale', 'entered', 60, 20),
    make('Entretien', 'entered', 20, 5),
    make('Langues', 'language', 10, 6),
    make('Semaines d’obligation manquantes', 'weeks-missing', 10, weeksOwed),
    make('ECTS', 'ects', 1, 180, 'tie-break'),
  ]
}

function scoresOf(
  random: Random,
  nextId: () => string,
  studentId: string,
  criteria: readonly RecordRow<'campaignCriterion'>[],
): readonly RecordRow<'campaignScore'>[] {
  return criteria
    .filter(({ source }) => source === 'entered')
    .flatMap((criterion) => {
      // an interview in thirty is still to be held
      if (criterion.outOf === 5 && random.chance(1 / 30)) return []
      const value = criterion.outOf === 20 ? random.int(90, 180) / 10 : random.int(1, 5)
      return [{ id: nextId(), criterionId: criterion.id, studentId, value }]
    })
}

function rulesOf(
  nextId: () => string,
  campaignId: string,
  opened: readonly Opened[],
  criteria: readonly RecordRow<'campaignCriterion'>[],
): readonly RecordRow<'campaignRule'>[] {
  const rule = (
    kind: RecordRow<'campaignRule'>['kind'],
    value: string,
    campaignPlaceId: string | null = null,
    criterionId: string | null = null,
  ) => ({ id: nextId(), campaignId, campaignPlaceId, kind, value, criterionId })
  const average = criteria[0]
  return [
    rule('ects-min', '120'),
    ...(average === undefined ? [] : [rule('criterion-min', '10', null, average.id)]),
    ...opened
      .filter(({ offer }) => ['GB', 'US'].includes(offer.partner.country))
      .map(({ row }) => rule('language', 'en B2', row.id)),
    ...opened
      .filter(({ offer }) => offer.partner.country === 'DE')
      .map(({ row }) => rule('language', 'de B1, en B2', row.id)),
  ]
}

function wishesOf(
  random: Random,
  nextId: () => string,
  student: SampleStudent,
  opened: readonly Opened[],
): readonly RecordRow<'campaignWish'>[] {
  const count = random.weighted([2, 3, 4, 5], (choices) => [1, 3, 4, 6][choices - 2] ?? 0)
  let left = opened.filter(({ offer }) => offer.partner.country !== student.country)
  return Array.from({ length: count }, (_, index) => {
    const chosen = random.weighted(left, ({ offer }) => offer.popularity ** 2)
    left = left.filter((one) => one !== chosen)
    return { id: nextId(), studentId: student.row.id, campaignPlaceId: chosen.row.id, rank: index + 1 }
  })
}
