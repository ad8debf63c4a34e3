import { ipcMain } from 'electron'
import { isOwnOrigin, type DevServer } from '../hosts/desktop-policy.ts'
import { portMessage } from '../hosts/host-messages.ts'
import type { CoreProcess } from './core-process.ts'

/** Gives the port of our own page to the core. Anyone else who sends one is not answered. */
export function brokerPorts(core: CoreProcess, devServer: DevServer): void {
  ipcMain.on(portMessage, ({ senderFrame, ports }) => {
    const isOwnPage = senderFrame?.parent === null && isOwnOrigin(senderFrame.origin, devServer)
    const [port] = ports
    if (port === undefined) return
    if (isOwnPage) core.connect(port)
    else port.close()
  })
}
