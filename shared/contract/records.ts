import { oc } from '@orpc/contract'
import * as z from 'zod'
import { entityNames } from '#shared/entities/index.ts'
import { listNames } from '#shared/lists/types.ts'

const entity = z.enum(entityNames)
const id = z.string()
const value = z.union([z.string().max(100_000), z.number(), z.boolean(), z.null()])
/** Values by field; what they may be is said by the entity's description, and checked by the core. */
const values = z.record(z.string(), value)

/** Any record: reading, making, changing, removing. What may be written is told by `shared/entities`. */
export const recordsContract = {
  get: oc.input(z.object({ entity, id })).output(
    z.object({
      entity,
      id,
      /** How people call it: a name, or who and where. */
      title: z.string(),
      values,
      /** The titles of the records it refers to, by field. */
      references: z.record(z.string(), z.string()),
      /** Lists of the records that refer to it, with how many. */
      /** Fields that a record of this kind, as it is, does not have: a stay of another form. */
      hidden: z.array(z.string()),
      /** What is wrong with it, at the field where it is mended: `guard.<code>`. */
      findings: z.array(
        z.object({
          code: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
          level: z.enum(['block', 'warn']),
          field: z.string().optional(),
        }),
      ),
      related: z.array(z.object({ list: z.enum(listNames), key: z.string(), count: z.number() })),
    }),
  ),
  create: oc.input(z.object({ entity, values })).output(z.object({ id })),
  /** Sets the same values on one or many records, as one action. */
  update: oc
    .input(z.object({ entity, ids: z.array(id).min(1), values }))
    .output(z.object({ changed: z.number() })),
  /** Sets a block of cells, each with its own value, as one action: what pasting from Excel does. */
  updateCells: oc
    .input(z.object({ entity, rows: z.array(z.object({ id, values })).min(1).max(10_000) }))
    .output(z.object({ changed: z.number() })),
  remove: oc.input(z.object({ entity, ids: z.array(id).min(1) })).output(z.object({ removed: z.number() })),
  /** Records to choose from in a form, found by words. */
  options: oc
    .input(z.object({ entity, search: z.string().max(500), limit: z.number().int().min(1).max(50) }))
    .output(z.array(z.object({ id, title: z.string(), hint: z.string() }))),
  /** Records of any kind found by words: the palette. */
  find: oc
    .input(z.object({ search: z.string().max(500), limit: z.number().int().min(1).max(50) }))
    .output(z.array(z.object({ entity, id, title: z.string(), hint: z.string() }))),
}
