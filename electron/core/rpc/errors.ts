import { ORPCError } from '@orpc/server'
import { DomainError } from '#shared/domain/errors.ts'
import type { AppContext } from './context.ts'

/**
 * What leaves the core when a call fails: a refusal with its code and facts, or the id under which a bug was logged.
 * Nothing else of an unexpected error crosses the boundary.
 */
export function toContractError(error: unknown, { deps }: AppContext): unknown {
  if (error instanceof DomainError)
    return new ORPCError('REFUSED', {
      status: 422,
      message: error.code,
      data: { code: error.code, data: error.data },
      defined: true,
    })
  if (error instanceof ORPCError) return error
  const id = deps.ids.next()
  deps.log.error('call-failed', error, { id })
  return new ORPCError('INTERNAL', { status: 500, message: 'internal', data: { id }, defined: true })
}
