import { parseArgs } from 'node:util'
import { ok, refuse, type Refusal, type Result } from '#shared/domain/result.ts'

/** What `npm start -- …` asks for. */
export interface StartOptions {
  /** As written; relative to the folder where the user typed the command. */
  readonly officeFile?: string
  /** Use the browser of the computer even where Electron could run. */
  readonly browser: boolean
  /** False: print the address and wait. */
  readonly window: boolean
  readonly port?: number
  readonly help: boolean
}

/** Each has its sentence in shared/text, `hosts.argument.<reason>`. */
export type ArgumentProblem = 'unknown-option' | 'bad-port' | 'several-files' | 'not-an-office-file'

const options = {
  browser: { type: 'boolean', default: false },
  'no-window': { type: 'boolean', default: false },
  port: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Reads the words after `npm start --`: `[OFFICE.escale] [--browser] [--no-window] [--port N]`. */
export function parseStartArguments(args: readonly string[]): Result<StartOptions, Refusal<ArgumentProblem>> {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const unknown = tokens.find((token) => token.kind === 'option' && !(token.name in options))
  if (unknown?.kind === 'option') return refuse('unknown-option', { argument: unknown.rawName })
  const [officeFile, second] = positionals
  if (second !== undefined) return refuse('several-files', { argument: second })
  if (officeFile !== undefined && !isOfficeFileName(officeFile)) {
    return refuse('not-an-office-file', { argument: officeFile })
  }
  const port = values.port === undefined ? undefined : portNumber(values.port)
  if (port === null)
    return refuse('bad-port', { argument: typeof values.port === 'string' ? values.port : '--port' })
  return ok({
    ...(officeFile === undefined ? {} : { officeFile }),
    ...(port === undefined ? {} : { port }),
    browser: values.browser === true,
    window: values['no-window'] !== true,
    help: values.help === true,
  })
}

/**
 * The office file among the arguments that a file manager gives to the desktop application,
 * which come mixed with Chromium's own switches.
 */
export function officeFileAmong(args: readonly string[]): string | undefined {
  return args.find((arg) => !arg.startsWith('-') && isOfficeFileName(arg))
}

function isOfficeFileName(text: string): boolean {
  return text.toLowerCase().endsWith('.escale')
}

/** 1024 to 65535: lower ports need rights that an office tool should not have. Null when it is not that. */
function portNumber(text: string | boolean): number | null {
  const port = typeof text === 'string' && /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1024 && port <= 65_535 ? port : null
}
