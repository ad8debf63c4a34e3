import { ewpKinds, type EwpKind, type EwpReport } from '#shared/contract/ewp.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { Translate } from '#shared/text/text.ts'
import { findingText, noteText } from '#shared/text/ewp-text.ts'
import type { CommandContext, CommandResult } from './command-types.ts'
import { finish } from './jobs.ts'

/** Documents that are not lists: read and compared in one go, without columns to choose. */
export const documentKinds = [...ewpKinds, 'register'] as const
type DocumentKind = (typeof documentKinds)[number]

export function documentKind(as: unknown): DocumentKind | undefined {
  return documentKinds.find((kind) => kind === as)
}

/** `import FILE --as iia` or `--as register`: says what would come of it, and writes it unless it is a dry run. */
export async function importDocument(
  context: CommandContext,
  as: DocumentKind,
  file: File,
  isDryRun: boolean,
): Promise<CommandResult> {
  return as === 'register'
    ? await importRegister(context, file, isDryRun)
    : await importEwp(context, as, file, isDryRun)
}

async function importRegister(
  { client, words: { t, formats } }: CommandContext,
  file: File,
  isDryRun: boolean,
): Promise<CommandResult> {
  const done = await finish(client, { kind: 'register-import', file, dryRun: isDryRun })
  if (done.kind !== 'register-import') throw new Error(`Reading gave ${done.kind}`)
  const { report } = done
  const facts = { file: report.fileName, entries: report.entries, date: formats.date(report.listDate) }
  if (isDryRun) return { data: report, text: `${t('cli.register.dry-run', facts)}\n` }
  const { partners, school } = await client.register.compare({})
  const count = (state: string) => partners.filter(({ finding }) => finding.state === state).length
  const counts = {
    partners: partners.length,
    held: count('held'),
    lost: count('lost'),
    absent: count('absent'),
    outside: count('outside'),
  }
  const toLookAt = partners.filter(({ finding }) => finding.state !== 'held' || finding.changes.length > 0)
  return {
    data: { ...report, ...counts, school, partners: toLookAt },
    text: `${t('cli.register.done', { ...facts, ...counts })}\n`,
  }
}

async function importEwp(
  { client, words: { t } }: CommandContext,
  as: EwpKind,
  file: File,
  isDryRun: boolean,
): Promise<CommandResult> {
  const report = await client.ewp.import({ file, as, dryRun: isDryRun })
  const summary = t(isDryRun ? 'cli.ewp.dry-run' : 'cli.ewp.done', {
    file: report.fileName,
    kind: t(textKey(`ewp.kind.${report.kind}`)),
    version: report.version,
    ...report.counts,
  })
  const lines = [summary, ...linesOf(report, t)]
  return { data: withMessages(report, t), text: lines.map((line) => `${line}\n`).join('') }
}

function linesOf(report: EwpReport, t: Translate): readonly string[] {
  return [
    ...report.findings.map((finding) => findingText(t, finding)),
    ...report.items.flatMap((item) => [
      `${t(textKey(`ewp.outcome.${item.outcome}`))}: ${item.title}`,
      ...item.findings.map((finding) => `  ${findingText(t, finding)}`),
      ...item.notes.map((note) => `  ${noteText(t, note)}`),
    ]),
  ]
}

/** The report with each finding in words. */
function withMessages(report: EwpReport, t: Translate) {
  const said = (findings: EwpReport['findings']) =>
    findings.map((finding) => ({ ...finding, message: findingText(t, finding) }))
  return {
    ...report,
    findings: said(report.findings),
    items: report.items.map((item) => ({
      ...item,
      findings: said(item.findings),
      notes: item.notes.map((note) => ({ ...note, message: noteText(t, note) })),
    })),
  }
}
