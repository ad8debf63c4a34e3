import { os } from '#core/rpc/implement.ts'
import { checkScope, numberMobilities, scopesOf } from './check.service.ts'
import { lookAtBmTemplate } from './look.service.ts'
import { remarksOf } from './remarks.service.ts'

export const bmRouter = {
  scopes: os.bm.scopes.handler(({ context }) => scopesOf(context.office.current())),
  check: os.bm.check.handler(({ input: { code, ...scope }, context }) => checkScope(context, scope, code)),
  look: os.bm.look.handler(({ input, context }) => lookAtBmTemplate(context, input)),
  number: os.bm.number.handler(({ input, context }) => numberMobilities(context, input)),
  remarks: os.bm.remarks.handler(({ input, context }) =>
    remarksOf(context.office.current(), input.mobilityId),
  ),
}
