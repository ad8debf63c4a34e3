import { implement } from '@orpc/server'
import { contract } from '#shared/contract/index.ts'
import type { AppContext } from './context.ts'
import { toContractError } from './errors.ts'

/**
 * The contract, ready to be given its handlers: a missing one, or a wrong answer, does not compile. Whatever a handler
 * throws leaves as an error of the contract.
 */
export const os = implement(contract)
  .$context<AppContext>()
  .use(async ({ context, next }) => {
    try {
      return await next()
    } catch (error) {
      throw toContractError(error, context)
    }
  })
