import { app } from 'electron'
import { officeFileAmong } from '../hosts/arguments.ts'
import { computerLanguage, createHostText } from '../hosts/host-text.ts'
import { registerAppScheme, serveAppScheme } from './app-scheme.ts'
import { startCore } from './core-process.ts'
import { tellOfTheCore } from './core-trouble.ts'
import { developmentServer } from './development.ts'
import { saveDownloads } from './downloads.ts'
import { guardSession } from './guard-session.ts'
import { guardWebContents } from './guard-web-contents.ts'
import { createMainWindow } from './main-window.ts'
import { showMenu } from './menu.ts'
import { openOfficeFiles } from './office-files.ts'
import { brokerPorts } from './port-broker.ts'
import { endCleanly } from './quit.ts'
import { useOwnFolder } from './user-data.ts'

// Windows, menu and the way between page and core. No application logic, no database: those are in the core's process.

app.enableSandbox()
useOwnFolder()
if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  void app.whenReady().then(run) // a failure ends the program with its message
} else {
  app.quit() // the running one has been told, and shows itself
}

async function run(): Promise<void> {
  const language = computerLanguage(app.getPreferredSystemLanguages()[0])
  const text = createHostText(language)
  const devServer = developmentServer()

  guardSession(devServer)
  guardWebContents(devServer)
  saveDownloads(text)
  await serveAppScheme()
  showMenu(text)

  const officeFile = officeFileAmong(process.argv.slice(1))
  const core = startCore({ suggestedLanguage: language, ...(officeFile === undefined ? {} : { officeFile }) })
  const window = createMainWindow(devServer)
  brokerPorts(core, devServer)
  tellOfTheCore(core, window, text)
  openOfficeFiles(core, window)
  endCleanly(core)
}
