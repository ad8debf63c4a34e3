import { resolve } from 'node:path'
import { createApp, type App } from '#core/app.ts'
import { createWords, type Words } from '#core/features/office/office-services.ts'
import { openUserState } from '#core/features/office/user-state.ts'
import { createJsonLog, systemClock, uuidIds } from '#core/ports/system.ts'
import { serveDirect } from '#core/rpc/serve-direct.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { refusalText } from '#shared/text/refusal-text.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { computerLanguage } from '../host-text.ts'
import { userName } from '../own-app.ts'
import { ownPaths } from '../paths.ts'
import { readArguments } from './arguments.ts'
import type { Command, CommandValues, GlobalOptions, Terminal } from './command-types.ts'
import { commands } from './commands.ts'
import { refusalOfError } from './refusals.ts'
import { UsageError } from './usage-error.ts'

/** Runs one command of `escale`. @returns the exit status: 0 done, 1 refused with a reason or not in order, 2 wrong usage */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const words = createWords(languageAsked(args))
  try {
    const { command, options, values, positionals } = readArguments(args)
    if (options.version) return said(terminal.out, `${packageJson.version}\n`)
    if (command === undefined || options.help) return said(terminal.out, words.t('cli.usage'))
    return await runCommand(commands[command], { options, values, positionals, words, terminal })
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.err(`${words.t(error.key, error.params)}\n\n${words.t('cli.usage')}`)
    return 2
  }
}

interface Asked {
  readonly options: GlobalOptions
  readonly values: CommandValues
  readonly positionals: readonly string[]
  readonly words: Words
  readonly terminal: Terminal
}

async function runCommand(command: Command, asked: Asked): Promise<0 | 1> {
  const { terminal, words, options } = asked
  let app: App | undefined
  try {
    const file = officeFile(options)
    app = await createApp({
      clock: systemClock,
      ids: uuidIds,
      // what is only informative would mix with the messages
      log: { ...createJsonLog((line) => terminal.err(`${line}\n`)), info: () => undefined },
      actor: userName(),
      version: packageJson.version,
      stateFolder: null,
      officeFolder: ownPaths().officeFolder,
      suggestedLanguage: words.language,
      initialFile: command.needsOffice ? existing(file) : null,
    })
    const context = { app, client: serveDirect(app), words, options, file }
    const result = await command.run(context, asked.values, asked.positionals)
    terminal.out(options.json ? `${JSON.stringify(result.data, null, 2)}\n` : result.text)
    return result.isBad === true ? 1 : 0
  } catch (error) {
    const refusal = refusalOfError(error)
    if (refusal === undefined) throw error
    const message = refusalText(words.t, refusal.code, refusal.data)
    terminal.err(`${message}\n`)
    if (options.json) terminal.out(`${JSON.stringify({ error: { ...refusal, message } }, null, 2)}\n`)
    return 1
  } finally {
    await app?.close()
  }
}

/** The file named on the command line, else the one that the application opened last. */
function officeFile(options: GlobalOptions): string | undefined {
  if (options.file !== undefined) return resolve(process.env['INIT_CWD'] ?? process.cwd(), options.file)
  return openUserState(ownPaths().stateFolder).recentFiles()[0]
}

function existing(file: string | undefined): string {
  if (file === undefined) throw new DomainError('no-office-open')
  return file
}

function languageAsked(args: readonly string[]): 'en' | 'fr' {
  const asked = args[args.indexOf('--lang') + 1] ?? ''
  if (args.includes('--lang=fr')) return 'fr'
  if (args.includes('--lang=en')) return 'en'
  if (args.includes('--lang') && (asked === 'fr' || asked === 'en')) return asked
  return computerLanguage()
}

function said(write: (text: string) => void, text: string): 0 {
  write(text)
  return 0
}
