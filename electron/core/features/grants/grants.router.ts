import { DomainError } from '#shared/domain/errors.ts'
import { os } from '#core/rpc/implement.ts'
import { callBudgets } from './budgets.service.ts'
import { copyRates } from './copy-rates.service.ts'
import { giveGrants } from './give-grants.service.ts'
import { grantView } from './grant-views.ts'
import { isErasmusStay, grantsOf } from './grants.service.ts'

export const grantsRouter = {
  ofStay: os.grants.ofStay.handler(({ input, context }) => {
    const { rawReader } = context.office.current().connections
    const [grant] = grantsOf(rawReader, [input.mobilityId])
    if (grant === undefined) throw new DomainError('record-missing', { entity: 'mobility' })
    return isErasmusStay(grant) ? grantView(grant) : null
  }),
  budgets: os.grants.budgets.handler(({ context }) =>
    callBudgets(context.office.current().connections.rawReader),
  ),
  copyRates: os.grants.copyRates.handler(({ input, context }) =>
    copyRates(context.office.current(), context.deps, input),
  ),
  give: os.grants.give.handler(({ input, context }) =>
    giveGrants(context.office.current(), context.deps, input.mobilityIds),
  ),
}
