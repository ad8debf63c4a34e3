import { oc } from '@orpc/contract'
import * as z from 'zod'
import { nominationChannels } from '#shared/domain/nomination-channels.ts'
import { waves } from '#shared/domain/nomination-deadlines.ts'
import { entityNames } from '#shared/entities/index.ts'
import { mailTexts, mailTextsSchema } from './nomination-mail.ts'
import { headerCandidate, templateColumn, templatePlace, templateReading } from './nomination-templates.ts'

const header = z.object({ sheet: z.string(), first: z.number().int().min(1), last: z.number().int().min(1) })

const keptTemplate = templatePlace.extend({
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.number(),
  columns: z.array(templateColumn),
})
export type KeptTemplate = z.infer<typeof keptTemplate>

const deadline = z.object({
  institutionId: z.string(),
  institution: z.string(),
  country: z.string().nullable(),
  channel: z.enum(nominationChannels),
  contactEmail: z.string().nullable(),
  wave: z.enum(waves),
  day: z.string(),
  academicYear: z.string(),
  toNominate: z.number(),
  nominated: z.number(),
})
export type PartnerDeadline = z.infer<typeof deadline>

const missing = z.object({ entity: z.enum(entityNames), id: z.string(), field: z.string() })

const deskStudent = z.object({
  mobilityId: z.string(),
  studentId: z.string(),
  student: z.string(),
  status: z.string(),
  missing: z.array(missing),
  /** What to copy into a form, label and text, in the partner's terms. */
  values: z.array(z.object({ label: z.string(), text: z.string() })),
  lastSentOn: z.string().nullable(),
  /** What is different from what was said last: keys of values, and codes. */
  changes: z.array(
    z.object({ key: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
})
export type DeskStudent = z.infer<typeof deskStudent>

const partnerDesk = z.object({
  profile: z.object({
    institutionId: z.string(),
    /** Null while the partner has no profile of its own. */
    profileId: z.string().nullable(),
    name: z.string(),
    erasmusCode: z.string().nullable(),
    nominationLanguage: z.enum(['en', 'fr']).nullable(),
    channel: z.enum(nominationChannels),
    formUrl: z.string().nullable(),
    contactName: z.string().nullable(),
    contactEmail: z.string().nullable(),
    extraColumns: z.string().nullable(),
    notes: z.string().nullable(),
  }),
  template: z.object({ fileName: z.string(), sha256: z.string(), sheet: z.string() }).nullable(),
  students: z.array(deskStudent),
  mail: mailTextsSchema.extend({ to: z.string().nullable() }),
  deadlines: z.array(z.object({ day: z.string(), wave: z.enum(waves), academicYear: z.string() })),
  sent: z.array(
    z.object({
      id: z.string(),
      mobilityId: z.string(),
      student: z.string(),
      sentOn: z.string(),
      channel: z.enum(nominationChannels),
      recipient: z.string().nullable(),
      fileName: z.string().nullable(),
      sha256: z.string().nullable(),
      sizeBytes: z.number().nullable(),
    }),
  ),
})
export type PartnerDesk = z.infer<typeof partnerDesk>

/** How each partner wants its nominations: its own workbook, what was said to whom, deadlines. */
export const partnerNominationsContract = {
  /** What a workbook's columns are: of a file that was dropped, else of the one that is kept. Keeps nothing. */
  lookAtTemplate: oc
    .input(z.object({ institutionId: z.string(), file: z.file().optional(), header: header.optional() }))
    .output(
      z.object({
        fileName: z.string(),
        reading: templateReading,
        candidates: z.array(headerCandidate),
        sheets: z.array(z.string()),
      }),
    ),
  template: oc.input(z.object({ institutionId: z.string() })).output(keptTemplate.nullable()),
  keepTemplate: oc.input(
    z.object({
      institutionId: z.string(),
      file: z.file().optional(),
      place: templatePlace,
      columns: z.array(templateColumn),
    }),
  ),
  removeTemplate: oc.input(z.object({ institutionId: z.string() })),
  desk: oc.input(z.object({ institutionId: z.string(), academicYear: z.string() })).output(partnerDesk),
  /** How each partner is named to, to be shown beside its students. */
  channels: oc.output(
    z.array(
      z.object({
        institutionId: z.string(),
        channel: z.enum(nominationChannels),
        hasTemplate: z.boolean(),
      }),
    ),
  ),
  /** Records what went without a file of ours: a form that was filled in, an e-mail. */
  record: oc
    .input(
      z.object({
        institutionId: z.string(),
        academicYear: z.string(),
        mobilityIds: z.array(z.string()).min(1),
        channel: z.enum(nominationChannels),
      }),
    )
    .output(z.object({ nominated: z.number() })),
  mailTexts: oc.output(mailTexts),
  saveMailTexts: oc.input(mailTexts),
  /** The deadlines of all partners, by day. */
  deadlines: oc.output(z.array(deadline)),
}
