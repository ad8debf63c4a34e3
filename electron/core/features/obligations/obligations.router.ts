import { os } from '#core/rpc/implement.ts'
import { cohortForecasts, monthsLeftRows, reasonFigures } from './forecast.service.ts'
import { viewLedger } from './student-ledger.ts'

export const obligationsRouter = {
  ledger: os.obligations.ledger.handler(({ input, context }) => {
    const { connections, words } = context.office.current()
    return viewLedger(connections.rawReader, context.deps.clock.today(), input.id, words())
  }),
  forecast: os.obligations.forecast.handler(({ context }) => {
    const { connections, lists } = context.office.current()
    lists.prepare('temp.studentLedger temp.stayLedger')
    return {
      cohorts: [...cohortForecasts(connections.rawReader)],
      monthsLeft: [...monthsLeftRows(connections.rawReader)],
      ...reasonFigures(connections.rawReader),
    }
  }),
}
