import { isPlacedByHand } from '#shared/domain/allocation/types.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { movedBetween } from '#shared/domain/allocation/measure.ts'
import { createReasons, listDemand } from '#shared/domain/allocation/reasons.ts'
import { readFile } from '#core/files/file-store.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { presentInstance } from './present-instance.ts'
import type { CampaignInstance } from './campaign-instance.ts'
import {
  findCampaign,
  findScenario,
  listCampaigns,
  listDecisions,
  listRules,
  listScenarios,
} from './campaigns.repo.ts'
import { certificateView, criteriaView, outcomeView, rankOf, summaryOf } from './snapshot-views.ts'
import { countDifferences, prepareSnapshot, unpackSnapshot, type Snapshot } from './snapshot.ts'

export async function listAll(context: AppContext) {
  const campaigns = await listCampaigns(context.office.current().connections.read)
  return campaigns.map(({ id, name, academicYear, status }) => ({ id, name, academicYear, status }))
}

/** A campaign as it is now: its counts, what is found on it, its scenarios. @throws DomainError `campaign-missing` */
export async function getCampaign(context: AppContext, campaignId: string) {
  const { read } = context.office.current().connections
  const campaign = await findCampaign(read, campaignId)
  if (campaign === undefined) throw new DomainError('campaign-missing')
  const present = await presentInstance(context, campaign)
  const { instance } = present
  const scenarios = []
  for (const row of await listScenarios(read, campaignId)) {
    const snapshot = unpackSnapshot(await readFile(read, row.sha256))
    scenarios.push(summaryOf(row, snapshot))
  }
  const { id, name, academicYear, status, opensOn, closesOn, resultsOn, maxWishes, seed } = campaign
  return {
    id,
    name,
    academicYear,
    status,
    opensOn,
    closesOn,
    resultsOn,
    maxWishes,
    seed,
    counts: {
      students: instance.students.length,
      wishes: instance.students.reduce((sum, student) => sum + student.wishes.length, 0),
      places: instance.places.length,
      seats: instance.places.reduce((sum, place) => sum + (place.isOpen ? (place.capacity ?? 0) : 0), 0),
      criteria: present.criteria.length,
      rules: (await listRules(read, campaignId)).length,
      decisions: (await listDecisions(read, campaignId)).length,
      withdrawn: present.withdrawn.length,
      atRisk: instance.students.filter((student) => student.isAtRisk).length,
    },
    criteria: criteriaView(present.criteria),
    findings: findingsView(present),
    scenarios,
  }
}

function findingsView({ findings, students, places }: CampaignInstance) {
  const studentNames = new Map(students.map(({ id, name }) => [id, name]))
  const placeNames = new Map(places.map(({ id, code, name }) => [id, `${code} · ${name}`]))
  const named = (names: ReadonlyMap<string, string>, id: string | null) =>
    id === null ? null : { id, name: names.get(id) ?? id }
  return findings.map(({ code, studentId, campaignPlaceId, params }) => ({
    code,
    student: named(studentNames, studentId),
    place: named(placeNames, campaignPlaceId),
    params: { ...params },
  }))
}

/** @throws DomainError `scenario-missing` */
export async function readScenario(context: AppContext, scenarioId: string) {
  const { read } = context.office.current().connections
  const row = await findScenario(read, scenarioId)
  if (row === undefined) throw new DomainError('scenario-missing')
  return { row, snapshot: unpackSnapshot(await readFile(read, row.sha256)) }
}

/** A result as the screen shows it: students in their order, places with who holds them. */
export async function scenarioBoard(context: AppContext, scenarioId: string) {
  const { row, snapshot } = await readScenario(context, scenarioId)
  const prepared = prepareSnapshot(snapshot)
  const { instance, assignment } = snapshot
  const taken = countBy(assignment.flatMap((place) => place ?? []))
  const wished = countBy(instance.students.flatMap((student) => student.wishes.map((wish) => wish.place)))
  const campaign = await findCampaign(context.office.current().connections.read, row.campaignId)
  if (campaign === undefined) throw new DomainError('campaign-missing')
  return {
    scenario: summaryOf(row, snapshot),
    campaignId: row.campaignId,
    criteria: criteriaView(snapshot.criteria),
    certificate: certificateView(snapshot),
    students: prepared.turns.flatMap((index) => {
      const student = instance.students[index]
      const named = snapshot.students[index]
      if (student === undefined || named === undefined) return []
      return [
        {
          ...named,
          terms: [...named.terms],
          score: student.score,
          isAtRisk: student.isAtRisk,
          isByHand: isPlacedByHand(student),
          placeId: assignment[index] ?? null,
          rank: rankOf(snapshot, index),
          wishes: student.wishes.map((wish) => ({
            placeId: wish.place,
            rank: wish.rank,
            isRefused: prepared.refusalsOf(index, wish.place).length > 0,
          })),
        },
      ]
    }),
    places: snapshot.places.map((named, index) => {
      const place = instance.places[index]
      const [reserved] = place?.reserves ?? []
      const { placeId: _placeId, ...shown } = named
      return {
        ...shown,
        capacity: place?.capacity ?? null,
        isOpen: place?.isOpen ?? false,
        reserved: reserved ?? null,
        wished: wished.get(named.id) ?? 0,
        taken: taken.get(named.id) ?? 0,
      }
    }),
    pools: snapshot.pools.map((pool) => {
      const members = instance.pools.find((one) => one.id === pool.id)?.places ?? []
      return { ...pool, taken: members.reduce((sum, place) => sum + (taken.get(place) ?? 0), 0) }
    }),
    differences: countDifferences(snapshot, await presentInstance(context, campaign)),
  }
}

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Why a student has this place and not each better wish. */
export async function studentReasons(context: AppContext, scenarioId: string, studentId: string) {
  const { snapshot } = await readScenario(context, scenarioId)
  const index = snapshot.instance.students.findIndex((student) => student.id === studentId)
  if (index === -1) throw new DomainError('record-missing', { entity: 'student' })
  const reasons = createReasons(prepareSnapshot(snapshot), snapshot.assignment)(index)
  return {
    ...reasons,
    wishes: reasons.wishes.map((wish) => ({ ...wish, outcome: outcomeView(wish.outcome) })),
  }
}

/** Who asked for a place, in the order of precedence. */
export async function placeDemand(context: AppContext, scenarioId: string, placeId: string) {
  const { snapshot } = await readScenario(context, scenarioId)
  return listDemand(prepareSnapshot(snapshot), snapshot.assignment, placeId).map((one) => ({
    ...one,
    facts: one.facts.map((fact) => ({ code: fact.code, params: { ...fact.params } })),
  }))
}

/** Who has another place in the second result than in the first, also those that only one of them has. */
export async function compareScenarios(context: AppContext, firstId: string, secondId: string) {
  const first = (await readScenario(context, firstId)).snapshot
  const second = (await readScenario(context, secondId)).snapshot
  const students = [
    ...first.students,
    ...second.students.filter((one) => !first.students.some(({ id }) => id === one.id)),
  ]
  const placed = (snapshot: Snapshot) => {
    const codes = new Map(snapshot.places.map(({ id, code }) => [id, code]))
    const found = new Map(
      snapshot.students.map(({ id }, index) => [
        id,
        { id: snapshot.assignment[index] ?? null, rank: rankOf(snapshot, index) },
      ]),
    )
    return students.map(({ id }) => {
      const own = found.get(id) ?? { id: null, rank: null }
      return { id: own.id, place: codes.get(own.id ?? '') ?? null, rank: own.rank }
    })
  }
  const [before, after] = [placed(first), placed(second)]
  const moved = movedBetween(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
  return moved.flatMap((index) => {
    const student = students[index]
    const [from, to] = [before[index], after[index]]
    if (student === undefined || from === undefined || to === undefined) return []
    return [
      {
        studentId: student.id,
        student: student.name,
        first: { place: from.place, rank: from.rank },
        second: { place: to.place, rank: to.rank },
      },
    ]
  })
}
