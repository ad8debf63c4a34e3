import type { ParseArgsConfig } from 'node:util'
import type { App } from '#core/app.ts'
import type { Words } from '#core/features/office/office-services.ts'
import type { Client } from '#shared/contract/index.ts'

/** Where a command writes: results to `out`, messages to `err`. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

export interface GlobalOptions {
  readonly file: string | undefined
  readonly json: boolean
  readonly help: boolean
  readonly version: boolean
}

/** What a command works with. */
export interface CommandContext {
  readonly app: App
  readonly client: Client
  readonly words: Words
  readonly options: GlobalOptions
  /** The office file that the command works on, as an absolute path. */
  readonly file: string | undefined
}

/** What a command gives: the document of `--json`, and the same for people. */
export interface CommandResult {
  readonly data: unknown
  readonly text: string
  /** Whether what was looked at is not in order, or nothing of it could be taken: exit status 1. */
  readonly isBad?: boolean
}

export type CommandValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export interface Command {
  readonly usage: string
  /** How many operands: exactly, or from and to. */
  readonly operands: number | readonly [least: number, most: number]
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** Whether it works on an office file that exists. */
  readonly needsOffice: boolean
  readonly run: (
    context: CommandContext,
    values: CommandValues,
    operands: readonly string[],
  ) => Promise<CommandResult>
}
