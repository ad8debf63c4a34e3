import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Command, CommandValues, GlobalOptions } from './command-types.ts'
import { commands, type CommandName } from './commands.ts'
import { UsageError } from './usage-error.ts'

const globalOptions = {
  file: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options']

export interface ReadArguments {
  readonly command: CommandName | undefined
  readonly options: GlobalOptions
  readonly values: CommandValues
  readonly positionals: readonly string[]
}

/** Global options may stand before or after the command. @throws UsageError */
export function readArguments(args: readonly string[]): ReadArguments {
  const name = commandOf(args)
  if (name === undefined)
    return { command: undefined, options: readOptions(args, {}).options, values: {}, positionals: [] }
  const read: Omit<ReadArguments, 'command'> = readOptions(args, commands[name].options)
  const { options, values, positionals } = read
  const command: Command = commands[name]
  const operands = name === 'export' && values['list'] === true ? 0 : command.operands
  const [least, most] = typeof operands === 'number' ? [operands, operands] : operands
  const given = positionals.length - 1
  if (!options.help && (given < least || given > most))
    throw new UsageError('cli.error.operands', { command: name, usage: commands[name].usage })
  return { command: name, options, values, positionals: positionals.slice(1) }
}

function readOptions(args: readonly string[], own: NonNullable<ParseArgsConfig['options']>) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...own, ...globalOptions },
      allowPositionals: true,
      strict: true,
    })
    if (values.lang !== undefined && values.lang !== 'fr' && values.lang !== 'en')
      throw new UsageError('cli.error.language', { value: values.lang })
    const options = { file: values.file, json: values.json, help: values.help, version: values.version }
    return { options, values: { ...values }, positionals }
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error
    throw new UsageError('cli.error.option', { detail: error.message })
  }
}

/** The first word that is neither an option nor the value of a global one. */
function commandOf(args: readonly string[]): CommandName | undefined {
  const word = args.find(
    (arg, index) => !arg.startsWith('-') && !['--file', '--lang'].includes(args[index - 1] ?? ''),
  )
  if (word === undefined) return undefined
  const name = Object.keys(commands).find((known) => known === word)
  if (name === undefined || !isCommandName(name)) throw new UsageError('cli.error.command', { command: word })
  return name
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}
