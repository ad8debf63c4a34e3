import { os } from '#core/rpc/implement.ts'
import { reportView, writeDurationBands } from './reports.service.ts'

export const reportsRouter = {
  view: os.reports.view.handler(({ input, context }) => {
    const { connections, lists, words, academicYear } = context.office.current()
    const deps = { read: connections.read, lists, formats: words().formats }
    return reportView(deps, input.academicYear ?? academicYear())
  }),
  setDurationBands: os.reports.setDurationBands.handler(async ({ input, context }) => {
    const { action } = await context.office
      .current()
      .door.change('setting.update', {}, (trx) => writeDurationBands(trx, input.weeks))
    return { changed: action !== undefined }
  }),
}
