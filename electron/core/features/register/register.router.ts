import { os } from '#core/rpc/implement.ts'
import { compareRegisters } from './register.service.ts'

export const registerRouter = {
  compare: os.register.compare.handler(({ context }) => compareRegisters(context.office.current())),
}
