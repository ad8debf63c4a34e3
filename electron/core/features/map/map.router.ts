import { os } from '#core/rpc/implement.ts'
import { mapView } from './map.service.ts'

export const mapRouter = {
  view: os.map.view.handler(({ input, context }) => {
    const office = context.office.current()
    return mapView(office.connections.read, context.gazetteer, input.academicYear ?? office.academicYear())
  }),
}
