import { DomainError } from '#shared/domain/errors.ts'
import type { JobResult, JobStart } from '#shared/contract/jobs.ts'
import { measureAssignment } from '#shared/domain/allocation/measure.ts'
import { findProblems } from '#shared/domain/allocation/problems.ts'
import type { AllocationRule } from '#shared/domain/allocation/types.ts'
import { runAllocation } from '#core/allocation/run-allocation.ts'
import type { Trx } from '#core/db/change.ts'
import { keepFile, readFile } from '#core/files/file-store.ts'
import type { JobContext } from '#core/jobs/job-runner.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { insertRows } from '#core/db/bulk.ts'
import { readInstance, type CampaignInstance } from './campaign-instance.ts'
import {
  findCampaign,
  findScenario,
  listCampaigns,
  listScenarios,
  type CampaignRow,
} from './campaigns.repo.ts'
import { readWeeksMissing } from './weeks-missing.ts'
import { certificateView, rankOf } from './snapshot-views.ts'
import { packSnapshot, unpackSnapshot, type Snapshot } from './snapshot.ts'

type Asked = Extract<JobStart, { kind: 'allocate' }>

/** The campaign asked for, else the open one, else the latest. @throws DomainError `campaign-missing` */
async function campaignAsked(context: AppContext, id: string | null): Promise<CampaignRow> {
  const { read } = context.office.current().connections
  const campaign = id === null ? (await listCampaigns(read))[0] : await findCampaign(read, id)
  if (campaign === undefined) throw new DomainError('campaign-missing')
  return campaign
}

/** The campaign as it is now. */
export async function presentInstance(context: AppContext, campaign: CampaignRow): Promise<CampaignInstance> {
  const office = context.office.current()
  const weeksMissing = readWeeksMissing(office.connections.rawReader, context.deps.clock.today())
  return await readInstance(office.connections.read, campaign, weeksMissing)
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
    keepsPresent: asked.rule.mechanism === 'max' && !asked.rule.isFair && asked.rule.keepsPresent,
    seed: asked.rule.seed ?? campaign.seed,
  }
  const outcome = await runAllocation({ instance: ready.instance, rule }, job)
  const { findings: _findings, withdrawn: _withdrawn, ...kept } = ready
  const snapshot: Snapshot = { ...kept, rule, ...outcome }
  const { keepAs } = asked
  const scenarioId =
    keepAs === null
      ? null
      : (
          await office.door.change('campaign.allocate', { name: keepAs }, (trx) =>
            keepScenario(trx, context, keepAs, snapshot),
          )
        ).result
  return { kind: 'allocate', ...resultOf(snapshot, scenarioId) }
}

/** Adds what is tried (a lock or a ban not yet decided) and, to move few, the places held so far. */
async function prepareRun(
  context: AppContext,
  present: CampaignInstance,
  asked: Asked,
): Promise<CampaignInstance> {
  const base = asked.rule.keepsPresent ? await baseOf(context, present.campaign.id, asked.baseId) : undefined
  const placeBefore = new Map(
    base?.instance.students.map((student, index) => [student.id, base.assignment[index] ?? null]),
  )
  const locks = new Map(
    asked.trial.filter(({ kind }) => kind === 'lock').map((one) => [one.studentId, one.campaignPlaceId]),
  )
  const bans = asked.trial.filter(({ kind }) => kind === 'ban')
  return {
    ...present,
    instance: {
      ...present.instance,
      students: present.instance.students.map((student) => ({
        ...student,
        lockedPlace: locks.get(student.id) ?? student.lockedPlace,
        ...(base === undefined ? {} : { presentPlace: placeBefore.get(student.id) ?? null }),
      })),
      bans: [
        ...present.instance.bans,
        ...bans.map((one) => ({ student: one.studentId, place: one.campaignPlaceId })),
      ],
    },
  }
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

async function keepScenario(
  trx: Trx,
  context: AppContext,
  name: string,
  snapshot: Snapshot,
): Promise<string> {
  const { ids, clock } = context.deps
  const { raw } = context.office.current().connections
  const measure = measureAssignment(snapshot.instance, snapshot.assignment)
  const { sha256, sizeBytes } = await keepFile(trx, name, packSnapshot(snapshot))
  const id = ids.next()
  const { rule } = snapshot
  await trx
    .insertInto('scenario')
    .values({
      id,
      name,
      campaignId: snapshot.campaign.id,
      mechanism: rule.mechanism,
      isFair: Number(rule.isFair),
      keepsPresent: Number(rule.keepsPresent),
      seed: rule.seed,
      madeOn: clock.today(),
      publishedOn: null,
      isCertified: Number(snapshot.certificate.isValid),
      students: measure.students,
      placed: measure.placed,
      atRisk: measure.atRisk,
      atRiskPlaced: measure.atRiskPlaced,
      rankTotal: measure.rankTotal,
      sha256,
      sizeBytes,
      notes: null,
    })
    .execute()
  insertRows(
    raw,
    'scenarioLine',
    snapshot.instance.students.map((student, index) => ({
      id: ids.next(),
      scenarioId: id,
      studentId: student.id,
      campaignPlaceId: snapshot.assignment[index] ?? null,
      rank: rankOf(snapshot, index),
      score: student.score,
      isAtRisk: student.isAtRisk,
      isByHand: student.lockedPlace !== null,
    })),
  )
  return id
}
