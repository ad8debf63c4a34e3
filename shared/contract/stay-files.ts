import { oc } from '@orpc/contract'
import * as z from 'zod'
import { documentStates } from '#shared/domain/documents.ts'
import { laRoles } from '#shared/domain/learning-agreement.ts'
import { documentKinds } from '#shared/entities/stay-file.ts'
import { isCivilDate } from '#shared/domain/civil-date.ts'

const id = z.string().min(1).max(200)
const ofStay = z.object({ mobilityId: id })
const date = z.string().refine(isCivilDate)
const said = z.record(z.string(), z.union([z.string(), z.number()]))
const version = z.number().int().min(1).max(99)
const role = z.enum(laRoles)

const document = z.object({
  id,
  kind: z.enum(documentKinds),
  title: z.string().nullable(),
  state: z.enum(documentStates),
  dueOn: z.string().nullable(),
  receivedOn: z.string().nullable(),
  certifiedDate: z.string().nullable(),
  expiresOn: z.string().nullable(),
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  /** The step of the stay that needs it; null for a document that the checklist does not ask for. */
  neededFor: z.string().nullable(),
})
export type StayDocument = z.infer<typeof document>

const table = z.enum(['A', 'B', 'C'])
const course = z.object({
  id,
  version,
  table,
  title: z.string(),
  code: z.string().nullable(),
  ects: z.number().nullable(),
  status: z.enum(['inserted', 'deleted']),
  reasonCode: z.string().nullable(),
  reasonText: z.string().nullable(),
  isInForce: z.boolean(),
})
export type StayCourse = z.infer<typeof course>

const signature = z.object({
  id,
  version,
  role,
  signerName: z.string().nullable(),
  signedOn: z.string().nullable(),
})
const agreement = z.object({
  courses: z.array(course),
  signatures: z.array(signature),
  newest: version,
  signed: z.array(version),
  ects: z.object({ A: z.number(), B: z.number(), C: z.number() }),
  findings: z.array(z.object({ code: z.string(), params: said, componentId: z.string().optional() })),
  automaticRecognition: z.boolean().nullable(),
  recognitionExplanation: z.string().nullable(),
})
export type StayAgreement = z.infer<typeof agreement>

const line = z.object({
  id,
  code: z.string().nullable(),
  title: z.string(),
  ects: z.number().nullable(),
  grade: z.string().nullable(),
  convertedGrade: z.string().nullable(),
  result: z.enum(['passed', 'failed']),
})
const decision = z.enum(['full', 'partial', 'none'])
const recognition = z.object({
  lines: z.array(line),
  /** Credits of the agreement in force that are recognised. */
  agreed: z.number(),
  obtained: z.number(),
  proposal: decision.nullable(),
  missing: z.array(z.string()),
  unexpected: z.array(z.string()),
})
export type StayRecognition = z.infer<typeof recognition>

const instalment = z.object({
  id,
  amount: z.number(),
  dueOn: z.string().nullable(),
  paidOn: z.string().nullable(),
})
const aid = z.object({
  id,
  name: z.string(),
  funder: z.string().nullable(),
  answer: z.enum(['yes', 'no', 'unknown']),
  reasons: z.array(z.object({ code: z.string(), params: said })),
  /** What the scheme gives for this stay in euros; null where it does not tell, or nothing is known of the days. */
  amount: z.number().nullable(),
  amountKind: z.string(),
  certainty: z.string().nullable(),
  isAsked: z.boolean(),
})
export type StayAid = z.infer<typeof aid>
const funding = z.object({
  id,
  scheme: z.string(),
  status: z.enum(['asked', 'granted', 'refused']),
  amountAsked: z.number().nullable(),
  amountGranted: z.number().nullable(),
  paid: z.number(),
  planned: z.number(),
  left: z.number(),
  instalments: z.array(instalment),
})
export type StayFunding = z.infer<typeof funding>

const reminder = z.object({
  /** The student or the office. */
  key: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  count: z.number(),
  overdue: z.number(),
  subject: z.string(),
  text: z.string(),
})
export type Reminder = z.infer<typeof reminder>

/** The file of one stay, part by part, and what is done to it beyond editing records. */
export const stayFilesContract = {
  documents: oc.input(ofStay).output(z.array(document)),
  /**
   * Keeps a file with a document, which is then received; a document that is only awaited is written. Refused with
   * `file-too-large`, `file-empty`, `record-missing`.
   */
  attach: oc.input(z.object({ documentId: id, file: z.file() })).output(z.object({ changed: z.boolean() })),
  /** Adds a document that no checklist asks for, with its file. */
  attachNew: oc
    .input(ofStay.extend({ kind: z.enum(documentKinds), file: z.file() }))
    .output(z.object({ id })),
  detach: oc.input(z.object({ documentId: id })).output(z.object({ changed: z.boolean() })),
  agreement: oc.input(ofStay).output(agreement),
  /** Writes or takes back the signature of one party under a version. Refused with `record-invalid`. */
  sign: oc
    .input(ofStay.extend({ version, role, signedOn: date.nullable() }))
    .output(z.object({ changed: z.boolean() })),
  /** Writes each course of the host that table B lacks into it, with the same title and credits. */
  mirror: oc.input(ofStay.extend({ version })).output(z.object({ added: z.number() })),
  recognition: oc.input(ofStay).output(recognition),
  aids: oc
    .input(ofStay)
    .output(z.object({ days: z.number().nullable(), aids: z.array(aid), fundings: z.array(funding) })),
  /** Whom to remind of which documents: one text for each student, or for each office with its students. */
  reminders: oc
    .input(z.object({ by: z.enum(['student', 'office']), office: z.string().max(200).nullable() }))
    .output(z.object({ reminders: z.array(reminder), offices: z.array(z.string()) })),
}
