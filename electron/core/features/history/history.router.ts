import { os } from '#core/rpc/implement.ts'
import { historyOfRecord, listHistory, nextSteps } from './history.service.ts'

export const historyRouter = {
  undo: os.history.undo.handler(async ({ context }) => {
    const action = await context.office.current().door.undo()
    return { ...action, params: { ...action.params } }
  }),
  redo: os.history.redo.handler(async ({ context }) => {
    const action = await context.office.current().door.redo()
    return { ...action, params: { ...action.params } }
  }),
  next: os.history.next.handler(({ context }) => nextSteps(context.office.current().connections.read)),
  list: os.history.list.handler(({ input, context }) =>
    listHistory(context.office.current().connections.read, input.offset, input.limit),
  ),
  record: os.history.record.handler(({ input, context }) =>
    historyOfRecord(context.office.current().connections.read, input.id),
  ),
}
