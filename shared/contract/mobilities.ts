import { oc } from '@orpc/contract'
import * as z from 'zod'
import { mobilityForms } from '#shared/domain/form-rule.ts'
import { mobilityStatuses } from '#shared/entities/mobility.ts'
import { listFilter } from './list-filter.ts'

const step = z.enum(mobilityStatuses)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** What holds a stay back or deserves a warning; `guard.<code>` says it, `field` is where it is mended. */
const issue = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  level: z.enum(['block', 'warn']),
  field: z.string().optional(),
})
export type Issue = z.infer<typeof issue>

/** A step that a stay can move to, and what stands before it: nothing that blocks when it is open. */
const move = z.object({
  to: step,
  kind: z.enum(['forward', 'back', 'stop', 'resume']),
  isOpen: z.boolean(),
  issues: z.array(issue),
})
export type Move = z.infer<typeof move>

const outlook = z.object({
  studentId: z.string(),
  institutionId: z.string().nullable(),
  form: z.string(),
  office: z.string(),
  status: step,
  /** The steps of the form in order: the last day each was entered, who answers for it, what must be agreed. */
  steps: z.array(
    z.object({ step, enteredOn: z.string().nullable(), office: z.string(), approval: z.string() }),
  ),
  /** What the steps behind the stay asked for and is not there. */
  lacking: z.array(issue),
  next: step.nullable(),
  moves: z.array(move),
  /** What is wrong with the stay itself, whatever its step. */
  findings: z.array(issue),
})
export type StayOutlook = z.infer<typeof outlook>

const movedStay = z.object({ id: z.string(), title: z.string(), warnings: z.array(issue) })
const unmovedStay = z.object({
  id: z.string(),
  title: z.string(),
  from: step,
  /** The step it was to move to; null when no step follows. */
  to: step.nullable(),
  reason: z.enum(['same-step', 'not-a-step', 'no-way', 'blocked', 'at-the-end']),
  issues: z.array(issue),
})
export type UnmovedStay = z.infer<typeof unmovedStay>

const moveReport = z.object({ moved: z.array(movedStay), refused: z.array(unmovedStay) })
export type MoveReport = z.infer<typeof moveReport>

/** The forms of stay of the school. */
const form = z.object({
  form: z.enum(mobilityForms),
  office: z.string(),
  /** Fields of a stay that this form does not have. */
  hidden: z.array(z.string()),
})

/** Which stays a page is about; what is not given is not asked for. */
const pipelineScope = z.object({
  form: z.string().optional(),
  office: z.string().optional(),
  academicYear: z.string().optional(),
  cohort: z.string().optional(),
})
export type PipelineScope = z.infer<typeof pipelineScope>

const filters = z.array(listFilter)

/** How many stays, and the list that shows which. */
const figure = z.object({ count: z.number(), filters })

const pipeline = z.object({
  /** Each step with how many stand there, and how many of them could go on, are held back, or lack something behind. */
  steps: z.array(
    z.object({ step, count: z.number(), filters, ready: figure, held: figure, lacking: figure }),
  ),
  forms: z.array(z.string()),
  offices: z.array(z.string()),
  years: z.array(z.string()),
  cohorts: z.array(z.string()),
})
export type Pipeline = z.infer<typeof pipeline>

/** Stays on their way: where one stands, what holds it back, and moving them. */
export const mobilitiesContract = {
  forms: oc.output(z.array(form)),
  pipeline: oc.input(pipelineScope).output(pipeline),
  outlook: oc.input(z.object({ id: z.string() })).output(outlook),
  /** Moves those that may move, as one action, and says of each other why not. */
  move: oc
    .input(
      z.object({
        ids: z.array(z.string()).min(1).max(20_000),
        /** `next` is the step that follows for each stay, by its form. */
        to: z.union([step, z.literal('next')]),
        /** The day it happened; today unless said otherwise. */
        on: day.optional(),
        remark: z.string().max(2000).optional(),
      }),
    )
    .output(moveReport),
  /** The institution known by a code or a name, or a new one: where a student goes who found the host alone. */
  host: oc
    .input(
      z.object({
        name: z.string().min(1).max(300),
        country: z.string().max(100),
        city: z.string().max(100),
        erasmusCode: z.string().max(30),
        kind: z.enum(['university', 'company', 'laboratory', 'other']),
      }),
    )
    .output(z.object({ id: z.string(), title: z.string(), isNew: z.boolean(), isPartner: z.boolean() })),
}
