import type { Command } from './command-types.ts'
import { compareCommand } from './compare-command.ts'
import { bmCommand } from './bm-command.ts'
import { campaignCommand } from './campaign-command.ts'
import { exportCommand } from './export-command.ts'
import { importCommand } from './import-command.ts'
import { listCommand } from './list-command.ts'
import { checkCommand, createCommand, historyCommand, redoCommand, undoCommand } from './office-commands.ts'

/** Every command by name. */
export const commands = {
  create: createCommand,
  import: importCommand,
  export: exportCommand,
  list: listCommand,
  'compare-iia': compareCommand,
  bm: bmCommand,
  campaign: campaignCommand,
  undo: undoCommand,
  redo: redoCommand,
  history: historyCommand,
  check: checkCommand,
} as const satisfies Record<string, Command>

export type CommandName = keyof typeof commands
