import { DomainError } from '#shared/domain/errors.ts'
import type { JobResult, JobStart } from '#shared/contract/jobs.ts'
import { measureAssignment } from '#shared/domain/allocation/measure.ts'
import { findProblems } from '#shared/domain/allocation/problems.ts'
import type { AllocationRule } from '#shared/domain/allocation/types.ts'
import { runAllocation } from '#core/allocation/run-allocation.ts'
import { readFile } from '#core/files/file-store.ts'
import type { JobContext } from '#core/jobs/job-runner.ts'
import type { AppContext } from '#core/rpc/context.ts'
import type { CampaignInstance } from './campaign-instance.ts'
import {
  findCampaign,
  findScenario,
  listCampaigns,
  listScenarios,
  type CampaignRow,
} from './campaigns.repo.ts'
import { keepScenario } from './keep-scenario.ts'
import { beyondOf } from './plan-publication.ts'
import { presentInstance } from './present-instance.ts'
import { settle } from './settle.service.ts'
import { certificateView, rankOf } from './snapshot-views.ts'
import { unpackSnapshot, type Snapshot } from './snapshot.ts'

type Asked = Extract<JobStart, { kind: 'allocate' }>

/** The campaign asked for, else the open one, else the latest. @throws DomainError `campaign-missing` */
async function campaignAsked(context: AppContext, id: string | null): Promise<CampaignRow> {
  const { read } = context.office.current().connections
  const campaign = id === null ? (await listCampaigns(read))[0] : await findCampaign(read, id)
  if (campaign === undefined) throw new DomainError('campaign-missing')
  return campaign
}

/** Allocates in a thread, and keeps the result as a scenario when asked. */
export async function allocateCampaign(
  context: AppContext,
  asked: Asked,
  job: JobContext,
): Promise<JobResult> {
  const office = context.office.current()
  job.onProgress('collecting', 0, null)
  const campaign = await campaignAsked(context, asked.campaignId)
  const present = await presentInstance(context, campaign)
  const ready = await prepareRun(context, present, asked)
  refuseProblems(ready)
  const rule: AllocationRule = {
    mechanism: asked.rule.mechanism,
    isFair: asked.rule.mechanism === 'stable' || (asked.rule.mechanism === 'max' && asked.rule.isFair),
    keepsPresent: keepsPlaces(asked.rule),
    seed: asked.rule.seed ?? campaign.seed,
  }
  const outcome = await runAllocation({ instance: ready.instance, rule }, job)
  const { findings: _findings, withdrawn: _withdrawn, ...kept } = ready
  const snapshot: Snapshot = { ...kept, rule, ...outcome }
  const { scenarioId, published } = await keepResult(context, asked, snapshot)
  const beyond =
    asked.trial.length === 0 ? [] : await beyondOf(office.connections.read, context.deps.ids, snapshot)
  return { kind: 'allocate', ...resultOf(snapshot, scenarioId), beyond, published }
}

async function keepResult(context: AppContext, asked: Asked, snapshot: Snapshot) {
  const { keepAs, settle: settled } = asked
  const { door } = context.office.current()
  if (settled !== undefined) {
    // what was read may have changed while the solver worked
    const instanceNow = async () =>
      await prepareRun(context, await presentInstance(context, snapshot.campaign), asked)
    return await settle(context, { snapshot, settled, trial: asked.trial, instanceNow })
  }
  if (keepAs === null) return { scenarioId: null, published: null }
  const { result } = await door.change('campaign.allocate', { name: keepAs }, (trx) =>
    keepScenario(trx, context, keepAs, snapshot),
  )
  return { scenarioId: result, published: null }
}

/** Adds what is tried (a lock, a ban or a withdrawal not yet decided) and, to move few, the places held so far. */
async function prepareRun(
  context: AppContext,
  present: CampaignInstance,
  asked: Asked,
): Promise<CampaignInstance> {
  const base = keepsPlaces(asked.rule) ? await baseOf(context, present.campaign.id, asked.baseId) : undefined
  const placeBefore = new Map(
    base?.instance.students.map((student, index) => [student.id, base.assignment[index] ?? null]),
  )
  const locks = new Map(
    asked.trial.filter(({ kind }) => kind === 'lock').map((one) => [one.studentId, one.campaignPlaceId]),
  )
  const bans = asked.trial.filter(({ kind }) => kind === 'ban')
  const leaving = new Set(asked.trial.filter(({ kind }) => kind === 'withdrawal').map((one) => one.studentId))
  const isThere = new Set(
    present.instance.places.filter((place) => place.isOpen && place.capacity !== null).map(({ id }) => id),
  )
  const heldPlace = (studentId: string, lockedPlace: string | null) => {
    if (base === undefined) return {}
    const presentPlace = placeBefore.get(studentId) ?? null
    const isHeld = asked.rule.mechanism === 'priority' && lockedPlace === null && presentPlace !== null
    return isHeld && isThere.has(presentPlace)
      ? { presentPlace, lockedPlace: presentPlace, isHeld }
      : { presentPlace }
  }
  const isTaking = ({ id }: { readonly id: string }) => !leaving.has(id)
  return {
    ...present,
    students: present.students.filter(isTaking),
    instance: {
      ...present.instance,
      students: present.instance.students.filter(isTaking).map((student) => ({
        ...student,
        lockedPlace: locks.get(student.id) ?? student.lockedPlace,
        ...heldPlace(student.id, locks.get(student.id) ?? student.lockedPlace),
      })),
      bans: [
        ...present.instance.bans,
        ...bans.map((one) => ({ student: one.studentId, place: one.campaignPlaceId ?? '' })),
      ],
    },
  }
}

function keepsPlaces({ mechanism, isFair, keepsPresent }: Asked['rule']): boolean {
  return keepsPresent && (mechanism === 'priority' || (mechanism === 'max' && !isFair))
}

/** The result from which as few as possible are moved: the one named, else the published one, else the latest kept. */
async function baseOf(context: AppContext, campaignId: string, baseId: string | null) {
  const { read } = context.office.current().connections
  const scenarios = await listScenarios(read, campaignId)
  const base =
    baseId === null
      ? (scenarios.find(({ publishedOn }) => publishedOn !== null) ?? scenarios[0])
      : await findScenario(read, baseId)
  if (base === undefined) throw new DomainError('scenario-missing')
  return unpackSnapshot(await readFile(read, base.sha256))
}

/** Contradictions, told with names. @throws DomainError `campaign-invalid` */
function refuseProblems({ instance, students, places, pools }: CampaignInstance): void {
  const problems = findProblems(instance)
  const [first] = problems
  if (first === undefined) return
  const names = new Map<string, string>([
    ...students.map(({ id, name }) => [id, name] as const),
    ...places.map(({ id, code, name }) => [id, code === name ? name : `${code} ${name}`] as const),
    ...pools.map(({ id, name }) => [id, name] as const),
  ])
  const params = Object.fromEntries(
    Object.entries(first.params).map(([key, value]) => [key, names.get(String(value)) ?? value]),
  )
  throw new DomainError('campaign-invalid', { ...params, problem: first.code, problems: problems.length })
}

function resultOf(snapshot: Snapshot, scenarioId: string | null) {
  const places = new Map(snapshot.places.map((place) => [place.id, place]))
  return {
    campaignId: snapshot.campaign.id,
    scenarioId,
    mechanism: snapshot.rule.mechanism,
    seed: snapshot.rule.seed,
    measure: { ...measureAssignment(snapshot.instance, snapshot.assignment) },
    certificate: certificateView(snapshot),
    assignments: snapshot.students.map((student, index) => {
      const placeId = snapshot.assignment[index] ?? null
      return {
        studentId: student.id,
        student: student.number,
        placeId,
        place: places.get(placeId ?? '')?.code ?? null,
        rank: rankOf(snapshot, index),
      }
    }),
  }
}
