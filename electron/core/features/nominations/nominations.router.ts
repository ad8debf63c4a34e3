import { os } from '#core/rpc/implement.ts'
import { athensSessions, nominationYears, prepareAthens, prepareErasmus } from './nominations.service.ts'

export const nominationsRouter = {
  years: os.nominations.years.handler(({ context }) =>
    nominationYears(context.office.current().connections.read),
  ),
  prepare: os.nominations.prepare.handler(({ input, context }) =>
    prepareErasmus(context.office.current().connections.read, input),
  ),
  athensSessions: os.nominations.athensSessions.handler(({ context }) =>
    athensSessions(context.office.current().connections.read),
  ),
  prepareAthens: os.nominations.prepareAthens.handler(({ input, context }) =>
    prepareAthens(context.office.current().connections.read, input),
  ),
}
