import type { RecordRow } from '#core/db/schema.ts'
import { addDays, daysBetween, isCivilDate, type CivilDate } from '#shared/domain/civil-date.ts'
import { formPath } from '#shared/domain/form-path.ts'
import { isPipelineStep, pipelineSteps, stepsOf, type PipelineStep } from '#shared/domain/mobility-steps.ts'
import type { MobilityRow, SampleContext } from './generate-context.ts'
import type { InstitutionRow } from './generate-institutions.ts'
import { createRandom, type Random } from './random.ts'

type StepRow = RecordRow<'mobilityStep'>
type Details = Partial<MobilityRow>

/** A source of chance of its own, so that details added later change nothing of what was there. */
const detailSeed = 50_001

const supervisors = [
  'Ingrid Halvorsen',
  'Matteo Ricci',
  'Priya Nair',
  'Tomás Rivera',
  'Hanna Lindqvist',
  'Kenji Mori',
  'Aoife Brennan',
  'Jan Kowalczyk',
  'Sofia Marques',
  'Lukas Brandt',
  'Chloe Tremblay',
  'Daniel Okafor',
] as const

/** What each form of stay has of its own, as far as the stay has come. */
export function withDetails(
  context: SampleContext,
  stays: readonly MobilityRow[],
  institutions: readonly InstitutionRow[],
): MobilityRow[] {
  const random = createRandom(detailSeed)
  const byId = new Map(institutions.map((row) => [row.id, row]))
  return stays.map((stay) => ({
    ...stay,
    ...detailsOf(context, random, stay, byId.get(stay.institutionId ?? '')),
  }))
}

function detailsOf(
  context: SampleContext,
  random: Random,
  stay: MobilityRow,
  host: InstitutionRow | undefined,
): Details {
  switch (stay.form) {
    case 'internship':
    case 'end-of-studies-project':
      return workDetails(context, random, stay, host)
    case 'gap-period':
      return gapDetails(context, stay)
    case 'regional-semester':
      return { studySemester: 'S9' }
    case 'double-degree':
      return { degree: random.pick(['Master of Science', 'Laurea Magistrale', 'Diplom-Ingenieur']) }
    case 'master':
      return { degree: stay.title ?? 'Master of Science' }
    case 'exchange-semester':
    case 'free-mover':
    case 'athens-week':
    case 'summer-school':
    case 'short-term-blended':
      return {}
  }
}

function workDetails(
  { today }: SampleContext,
  random: Random,
  stay: MobilityRow,
  host: InstitutionRow | undefined,
): Details {
  if (host === undefined || !hasReached(stay, 'accepted')) return {}
  const supervisorName = random.pick(supervisors)
  const address = supervisorName.toLowerCase().replaceAll(' ', '.').normalize('NFD')
  return {
    supervisorName,
    supervisorEmail: `${address.replaceAll(/\p{M}/gu, '')}@example.org`,
    workAddress: `${random.int(1, 180)} ${random.pick(['Harbour Street', 'Station Road', 'Main Street'])}, ${host.city ?? ''}`,
    agreementSignedOn: hasReached(stay, 'agreed') ? dayBefore(stay, 35, today) : null,
  }
}

function gapDetails({ today }: SampleContext, stay: MobilityRow): Details {
  const isRefused = stay.status === 'refused'
  if (!isRefused && !hasReached(stay, 'approved')) return {}
  const committeeOn = dayBefore(stay, 120, today)
  return {
    committeeDecision: isRefused ? 'refused' : 'granted',
    committeeOn,
    committeeMinutes: `Procès-verbal de la commission césure du ${committeeOn}`,
    agreementSignedOn: hasReached(stay, 'agreed') ? dayBefore(stay, 40, today) : null,
  }
}

/** Days before the planned start, at the latest today. */
function dayBefore(stay: MobilityRow, days: number, today: CivilDate): CivilDate {
  const start = startOf(stay)
  const day = addDays(start, -days)
  return day < today ? day : today
}

function startOf({ plannedStart, academicYear }: MobilityRow): CivilDate {
  const day = plannedStart ?? `${academicYear.slice(0, 4)}-09-01`
  if (!isCivilDate(day)) throw new RangeError(`Not a day: ${day}`)
  return day
}

/** An interrupted stay had begun; one that was refused or given up is taken not to have come far. */
function hasReached({ status }: MobilityRow, step: PipelineStep): boolean {
  const reached = status === 'interrupted' ? 'arrived' : status
  return isPipelineStep(reached) && pipelineSteps.indexOf(reached) >= pipelineSteps.indexOf(step)
}

/** How many days before its first day a stay usually enters each step. */
const leadDays: Readonly<Record<PipelineStep, number>> = {
  draft: 260,
  applied: 240,
  approved: 205,
  selected: 180,
  nominated: 150,
  accepted: 110,
  agreed: 45,
  departed: 1,
  arrived: -4,
  returned: -4,
  recognised: -45,
}

const lastBeforeStop = { refused: 'applied', withdrawn: 'approved', interrupted: 'arrived' } as const

/** The steps that each stay has made, with their days: what its history would say. */
export function generateSteps(context: SampleContext, stays: readonly MobilityRow[]): readonly StepRow[] {
  return stays.flatMap((stay) => stepsMade(context, stay))
}

function stepsMade({ today, nextId }: SampleContext, stay: MobilityRow): readonly StepRow[] {
  const { status } = stay
  const last = isPipelineStep(status) ? status : lastBeforeStop[status]
  const path = stepsOf(formPath(stay.form)).filter(
    (step) => pipelineSteps.indexOf(step) <= pipelineSteps.indexOf(last),
  )
  const made = isPipelineStep(status) ? path : [...path, status]
  const first = startOf(stay)
  const offset = daysBetween(addDays(first, -260), today) < 0 ? daysBetween(today, addDays(first, -260)) : 0
  let day: CivilDate = addDays(first, -260 - offset)
  return made.slice(1).map((step, index) => {
    const planned = isPipelineStep(step) ? stepDay(stay, first, step) : addDays(day, 12)
    day = clamp(addDays(planned, -offset), day, today)
    return {
      id: nextId(),
      mobilityId: stay.id,
      fromStep: made[index] ?? 'draft',
      step,
      movedOn: day,
      remark: isPipelineStep(step) ? null : stay.notes,
    }
  })
}

function stepDay(stay: MobilityRow, first: CivilDate, step: PipelineStep): CivilDate {
  const end = stay.actualEnd ?? stay.plannedEnd
  const anchor =
    (step === 'returned' || step === 'recognised') && end !== null && isCivilDate(end) ? end : first
  return addDays(anchor, -leadDays[step])
}

function clamp(day: CivilDate, from: CivilDate, to: CivilDate): CivilDate {
  if (day > to) return to
  return day < from ? from : day
}
