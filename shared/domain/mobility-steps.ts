/*
 * The pipeline of a stay as a state machine. A form of stay takes the steps that the school's profile gives it; a step
 * is entered when the guards that the profile puts before it let pass. Source: the pipeline of the office's own
 * procedures (wish, academic approval, selection, nomination, learning agreement, certificates of arrival and
 * departure, recognition), as hosts' nomination pages and the EWP mobility APIs tell them.
 */

/** Steps of a stay that goes as it should, in order. */
export const pipelineSteps = [
  'draft',
  'applied',
  'approved',
  'selected',
  'nominated',
  'accepted',
  'agreed',
  'departed',
  'arrived',
  'returned',
  'recognised',
] as const
export type PipelineStep = (typeof pipelineSteps)[number]

/** Ways in which a stay stops before its end. */
export const stoppedSteps = ['refused', 'withdrawn', 'interrupted'] as const
export type StoppedStep = (typeof stoppedSteps)[number]

export type MobilityStep = PipelineStep | StoppedStep
export const mobilitySteps: readonly MobilityStep[] = [...pipelineSteps, ...stoppedSteps]

/** Steps at which nothing more is expected. */
export const finalSteps: readonly MobilityStep[] = ['recognised', 'refused', 'withdrawn', 'interrupted']

/**
 * Where a stay can stop: a decision refuses what was asked for and is not yet agreed; a student withdraws before
 * leaving; a stay is interrupted while it lasts.
 */
const stopsFrom: Readonly<Record<StoppedStep, readonly PipelineStep[]>> = {
  refused: ['applied', 'approved', 'selected', 'nominated', 'accepted'],
  withdrawn: ['draft', 'applied', 'approved', 'selected', 'nominated', 'accepted', 'agreed'],
  interrupted: ['departed', 'arrived'],
}

/** What a move is: on in the pipeline, back to correct, out of it, or in again after a stop. */
export type MoveKind = 'forward' | 'back' | 'stop' | 'resume'

export interface Move {
  readonly to: MobilityStep
  readonly kind: MoveKind
}

/** The steps of a form: what the machine needs of the profile. `draft` and `recognised` belong to every form. */
export interface StepPath {
  readonly steps: readonly PipelineStep[]
}

export function isMobilityStep(text: string): text is MobilityStep {
  return mobilitySteps.some((step) => step === text)
}

export function isPipelineStep(text: string): text is PipelineStep {
  return pipelineSteps.some((step) => step === text)
}

/** The place of a step in the whole pipeline, from 0 for a draft; -1 for a stop. */
export function stepPlace(step: string): number {
  return pipelineSteps.findIndex((one) => one === step)
}

/** The steps of a form in the pipeline's order, from draft to recognised, whatever the order they are written in. */
export function stepsOf(path: StepPath): readonly PipelineStep[] {
  return pipelineSteps.filter(
    (step) => step === 'draft' || step === 'recognised' || path.steps.includes(step),
  )
}

/**
 * The moves that a form allows from a step: the steps after it (the next one first), those before it (to correct), and
 * the stops that can happen there. From a step that the form does not have, as an old file may hold, the way on is the
 * same: a step's place is its place in the whole pipeline.
 */
export function stepsFrom(path: StepPath, from: MobilityStep): readonly Move[] {
  if (!isPipelineStep(from)) return resumesFrom(path, from)
  const place = pipelineSteps.indexOf(from)
  const steps = stepsOf(path)
  const later = steps.filter((step) => pipelineSteps.indexOf(step) > place)
  const earlier = steps.filter((step) => pipelineSteps.indexOf(step) < place).toReversed()
  const stops = stoppedSteps.filter((stop) => stopsFrom[stop].includes(from))
  return [
    ...later.map((to): Move => ({ to, kind: 'forward' })),
    ...stops.map((to): Move => ({ to, kind: 'stop' })),
    ...earlier.map((to): Move => ({ to, kind: 'back' })),
  ]
}

/** A stay that stopped goes on where it can have stopped; one that was broken off can also have simply ended. */
function resumesFrom(path: StepPath, from: StoppedStep): readonly Move[] {
  const places: readonly PipelineStep[] =
    from === 'interrupted' ? [...stopsFrom[from], 'returned'] : stopsFrom[from]
  return stepsOf(path)
    .filter((step) => places.includes(step))
    .map((to) => ({ to, kind: 'resume' }))
}

/** The step that comes next for a form; undefined at the end and at a stop. */
export function nextStep(path: StepPath, from: MobilityStep): PipelineStep | undefined {
  if (!isPipelineStep(from)) return undefined
  return stepsOf(path).find((step) => pipelineSteps.indexOf(step) > pipelineSteps.indexOf(from))
}

/** The steps that a stay has gone through to stand where it stands; none for a draft and for one that stopped. */
export function stepsBehind(path: StepPath, status: MobilityStep): readonly PipelineStep[] {
  if (!isPipelineStep(status)) return []
  return stepsEntered(path, 'draft', { to: status, kind: 'forward' })
}

/**
 * The steps that a move enters, each of whose guards must let pass: one that goes on over several steps enters them
 * all, so that no guard is got round; one that resumes enters all from the start; going back and stopping enter none.
 */
export function stepsEntered(path: StepPath, from: MobilityStep, move: Move): readonly PipelineStep[] {
  const { to, kind } = move
  if (!isPipelineStep(to) || kind === 'back' || kind === 'stop') return []
  const last = pipelineSteps.indexOf(to)
  const first = kind === 'resume' || !isPipelineStep(from) ? 0 : pipelineSteps.indexOf(from)
  return stepsOf(path).filter((step) => {
    const place = pipelineSteps.indexOf(step)
    return place > first && place <= last
  })
}

/** Something that holds a stay back or deserves a warning: `guard.<code>` says it, `field` is where it is mended. */
export interface StepIssue {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly level: 'block' | 'warn'
  /**
   * Where it is mended: a field of the stay, `student.` or `host.` and a field of theirs, `document:` and a kind of
   * document, `signatures` of the learning agreement.
   */
  readonly field?: string
}

export type MoveRefusal = 'same-step' | 'not-a-step' | 'no-way' | 'blocked'

export type MoveOutcome =
  | { readonly ok: true; readonly kind: MoveKind; readonly warnings: readonly StepIssue[] }
  | { readonly ok: false; readonly reason: MoveRefusal; readonly issues: readonly StepIssue[] }

/**
 * Whether a stay may move to a step. `issuesAt` tells what the guards of one step say of the stay; only those that
 * block hold it back.
 */
export function checkMove(
  path: StepPath,
  from: MobilityStep,
  to: MobilityStep,
  issuesAt: (step: PipelineStep) => readonly StepIssue[],
): MoveOutcome {
  if (from === to) return { ok: false, reason: 'same-step', issues: [] }
  if (isPipelineStep(to) && !stepsOf(path).includes(to))
    return { ok: false, reason: 'not-a-step', issues: [] }
  const move = stepsFrom(path, from).find((one) => one.to === to)
  if (move === undefined) return { ok: false, reason: 'no-way', issues: [] }
  const issues = uniqueIssues(stepsEntered(path, from, move).flatMap((step) => issuesAt(step)))
  const blocking = issues.filter((issue) => issue.level === 'block')
  return blocking.length > 0
    ? { ok: false, reason: 'blocked', issues: blocking }
    : { ok: true, kind: move.kind, warnings: issues }
}

/** The same thing said at several steps is said once; what blocks at one of them blocks. */
export function uniqueIssues(issues: readonly StepIssue[]): readonly StepIssue[] {
  const byCode = new Map<string, StepIssue>()
  for (const issue of issues) {
    const key = `${issue.code} ${issue.field ?? ''} ${JSON.stringify(issue.params)}`
    const known = byCode.get(key)
    if (known === undefined || known.level === 'warn') byCode.set(key, issue)
  }
  return [...byCode.values()]
}
