import { statSync } from 'node:fs'
import { profileNames } from '#shared/contract/office.ts'
import { textKey } from '#shared/entities/labels.ts'
import { actionText } from '#shared/text/action-text.ts'
import { UsageError } from './usage-error.ts'
import type { Client } from '#shared/contract/index.ts'
import type { HistoryEntry } from '#shared/contract/history.ts'
import type { Command } from './command-types.ts'

const pageSize = 500

export const createCommand: Command = {
  usage: 'create [--profile telecom-paris|enit|blank] [--sample]',
  operands: 0,
  options: { profile: { type: 'string', default: 'blank' }, sample: { type: 'boolean', default: false } },
  needsOffice: false,
  async run({ app, file, options, words }, values) {
    if (options.file === undefined || file === undefined) throw new UsageError('cli.error.file-needed')
    const profile = profileNames.find((name) => name === values['profile'])
    if (profile === undefined)
      throw new UsageError('cli.error.profile', { profile: String(values['profile']) })
    await app.context.office.create(file, profile, values['sample'] === true)
    const data = { file, profile, sample: values['sample'] === true, sizeBytes: statSync(file).size }
    return { data, text: `${words.t('cli.created', { path: file })}\n` }
  },
}

export const undoCommand: Command = {
  usage: 'undo',
  operands: 0,
  options: {},
  needsOffice: true,
  async run({ client, words }) {
    const action = await client.history.undo()
    return { data: action, text: `${words.t('cli.undone', { action: actionText(words.t, action) })}\n` }
  },
}

export const redoCommand: Command = {
  usage: 'redo',
  operands: 0,
  options: {},
  needsOffice: true,
  async run({ client, words }) {
    const action = await client.history.redo()
    return { data: action, text: `${words.t('cli.redone', { action: actionText(words.t, action) })}\n` }
  },
}

export const historyCommand: Command = {
  usage: 'history [--record ID]',
  operands: 0,
  options: { record: { type: 'string' } },
  needsOffice: true,
  async run({ client, words }, values) {
    const entries =
      typeof values['record'] === 'string'
        ? await client.history.record({ id: values['record'] })
        : await wholeHistory(client)
    const lines = entries.map((entry) => {
      const step = entry.kind === 'do' ? '' : `${words.t(`cli.${entry.kind}`)} `
      return `${entry.seq}\t${words.formats.instant(entry.at)}\t${entry.actor}\t${step}${actionText(words.t, entry)}`
    })
    return { data: entries, text: lines.map((line) => `${line}\n`).join('') }
  },
}

async function wholeHistory(client: Client): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = []
  for (;;) {
    const page = await client.history.list({ offset: entries.length, limit: pageSize })
    entries.push(...page.entries)
    if (entries.length >= page.total || page.entries.length === 0) return entries
  }
}

export const checkCommand: Command = {
  usage: 'check',
  operands: 0,
  options: {},
  needsOffice: true,
  async run({ client, words }) {
    const report = await client.office.check()
    const problems = report.problems.map((problem) =>
      words.t(textKey(`check.${problem.code}`), problem.params),
    )
    const lines = report.ok ? [words.t('check.ok', report.checked)] : problems
    return { data: report, text: lines.map((line) => `${line}\n`).join(''), isBad: !report.ok }
  },
}
