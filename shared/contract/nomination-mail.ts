import * as z from 'zod'

/** What stands in the place of `{{name}}` in the e-mails that go with nominations. */
export const mailPlaceholders = [
  'contact',
  'partner',
  'year',
  'count',
  'students',
  'deadline',
  'school',
  'coordinator',
  'coordinatorEmail',
] as const

export const mailTextsSchema = z.object({
  subject: z.string().min(1).max(500),
  body: z.string().min(1).max(20_000),
})
export type MailText = z.infer<typeof mailTextsSchema>

export const mailTexts = z.object({ en: mailTextsSchema, fr: mailTextsSchema })
export type MailTexts = z.infer<typeof mailTexts>
