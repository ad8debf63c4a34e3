import { oc } from '@orpc/contract'
import * as z from 'zod'
import { bmFieldKeys } from '#shared/domain/bm/bm-fields.ts'
import { bmCodes } from '#shared/domain/bm/bm-finding.ts'

/** Which mobilities: those of a project, or all that begin in an academic year (`2026/2027`). */
export const bmScope = z.object({ academicYear: z.string(), callId: z.string().nullable() })
export type BmScope = z.infer<typeof bmScope>

const field = z.enum(bmFieldKeys)
const params = z.record(z.string(), z.union([z.string(), z.number()]))

/** What the user says of one column of a template. */
export const bmChoice = z.object({
  /** From 1: column A is 1. */
  column: z.number().int().min(1).max(16_384),
  /** Null leaves the column as it is. */
  field: field.nullable(),
  /** The template's word for each code: `2` → `Female`. */
  terms: z.record(z.string(), z.string().max(200)),
})
export type BmChoice = z.infer<typeof bmChoice>

const templateColumn = z.object({
  column: z.number(),
  label: z.string(),
  field: field.nullable(),
  confidence: z.enum(['remembered', 'chosen', 'sure', 'likely', 'none']),
  terms: z.record(z.string(), z.string()),
  /** What the cells allow; null where they take anything. */
  allowed: z.array(z.string()).nullable(),
  isWritten: z.boolean(),
  hasFormula: z.boolean(),
  /** The pattern of dates that are texts. */
  writes: z.string().nullable(),
})
export type BmTemplateColumn = z.infer<typeof templateColumn>

/** A template, an export or a feedback file of the module, as it was read. */
const bmTemplate = z.object({
  fileName: z.string(),
  format: z.enum(['xlsx', 'csv']),
  sheet: z.string(),
  headerFirst: z.number(),
  headerLast: z.number(),
  firstRow: z.number(),
  /** Mobilities that it holds already. */
  mobilities: z.number(),
  columns: z.array(templateColumn),
  /** Fields that Escale knows and no column asks for. */
  missing: z.array(field),
  /** The same columns were matched before. */
  isRemembered: z.boolean(),
  /** What became of the columns since the template used before; null when nothing did. */
  changes: z
    .object({
      fileName: z.string(),
      usedAt: z.string(),
      appeared: z.array(z.string()),
      vanished: z.array(z.string()),
      moved: z.array(z.object({ label: z.string(), from: z.number(), to: z.number() })),
    })
    .nullable(),
})
export type BmTemplate = z.infer<typeof bmTemplate>

const place = z.object({ entity: z.string(), id: z.string().nullable(), field: z.string() })

const finding = z.object({
  code: z.enum(bmCodes),
  level: z.enum(['error', 'warning']),
  at: place,
  params,
})
export type BmFindingView = z.infer<typeof finding>

const checkedStay = z.object({
  id: z.string(),
  studentId: z.string(),
  name: z.string(),
  host: z.string().nullable(),
  bmId: z.string().nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  findings: z.array(finding),
})
export type BmCheckedStay = z.infer<typeof checkedStay>

/** What a check found: the school's own findings, and those of each mobility that has any. */
const bmCheck = z.object({
  academicYear: z.string(),
  callId: z.string().nullable(),
  counts: z.object({ stays: z.number(), refused: z.number(), toLookAt: z.number(), ready: z.number() }),
  /** Mobilities that have none and can be given one: their project has its number. */
  withoutId: z.number(),
  byCode: z.array(
    z.object({ code: z.enum(bmCodes), level: z.enum(['error', 'warning']), count: z.number() }),
  ),
  school: z.array(finding),
  stays: z.array(checkedStay),
  /** Mobilities with findings; `stays` holds the first of them. */
  found: z.number(),
})
export type BmCheck = z.infer<typeof bmCheck>

/** What came of filling a template: codes of `bm.remark.<code>`. */
const bmRemarkView = z.object({ code: z.string(), params })
export type BmFillRemark = z.infer<typeof bmRemarkView>

export const bmFilled = z.object({
  file: z.file(),
  /** Mobilities written. */
  rows: z.number(),
  /** Those of them that the template held already. */
  updated: z.number(),
  sha256: z.string(),
  remarks: z.array(bmRemarkView),
  check: bmCheck,
})

const readBackFinding = z.object({
  kind: z.enum(['error', 'difference', 'draft', 'given-up', 'absent', 'unknown-row']),
  stayId: z.string().nullable(),
  studentId: z.string().nullable(),
  name: z.string(),
  row: z.number().nullable(),
  field: field.nullable(),
  label: z.string().nullable(),
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
  message: z.string().nullable(),
  at: place.nullable(),
})
export type BmReadBackFinding = z.infer<typeof readBackFinding>

export const bmReadBack = z.object({
  fileName: z.string(),
  sheet: z.string(),
  /** A feedback file tells errors of rows; an export is the state of the whole project. */
  isFeedback: z.boolean(),
  rows: z.number(),
  matched: z.number(),
  errors: z.number(),
  differences: z.number(),
  /** Remarks of earlier files that this one does not repeat: they are settled. */
  settled: z.number(),
  /** Columns of the file that are not read. */
  unread: z.array(z.string()),
  isKept: z.boolean(),
  findings: z.array(readBackFinding),
})
export type BmReadBack = z.infer<typeof bmReadBack>

/** The round trip with the Beneficiary Module. Filling a template and reading a file back are jobs: `bm-fill`, `bm-read-back`. */
export const bmContract = {
  /** Academic years and projects with mobilities to report, and which of them is due. */
  scopes: oc.output(
    z.object({
      years: z.array(z.string()),
      calls: z.array(z.object({ id: z.string(), name: z.string(), agreementNumber: z.string().nullable() })),
      current: z.string(),
    }),
  ),
  check: oc.input(bmScope.extend({ code: z.enum(bmCodes).nullable() })).output(bmCheck),
  /** Reads a template and says what its columns are. Nothing is kept. */
  look: oc.input(z.object({ file: z.file(), choices: z.array(bmChoice) })).output(bmTemplate),
  /** Gives an id to each mobility of the scope that has none. */
  number: oc.input(bmScope).output(z.object({ numbered: z.number() })),
  /** Remarks of the module on one stay that are not settled. */
  remarks: oc.input(z.object({ mobilityId: z.string() })).output(
    z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        label: z.string().nullable(),
        message: z.string().nullable(),
        ours: z.string().nullable(),
        theirs: z.string().nullable(),
        fileName: z.string(),
        readOn: z.string(),
        at: place,
      }),
    ),
  ),
}
