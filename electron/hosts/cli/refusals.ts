import { ORPCError } from '@orpc/client'
import * as z from 'zod'
import { DomainError } from '#shared/domain/errors.ts'

const refusal = z.object({ code: z.string(), data: z.record(z.string(), z.union([z.string(), z.number()])) })
export type CommandRefusal = z.infer<typeof refusal>

/** The refusal behind an error, wherever it was met; undefined when the error is a bug. */
export function refusalOfError(error: unknown): CommandRefusal | undefined {
  if (error instanceof DomainError) return { code: error.code, data: { ...error.data } }
  if (!(error instanceof ORPCError)) return undefined
  if (error.code === 'REFUSED') return refusal.parse(error.data)
  return error.code === 'INTERNAL'
    ? { code: 'internal', data: z.object({ id: z.string() }).parse(error.data) }
    : undefined
}
