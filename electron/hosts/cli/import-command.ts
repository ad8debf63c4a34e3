import { importKinds, type ImportView } from '#shared/contract/imports.ts'
import { rowIssueText } from '#shared/text/import-text.ts'
import { UsageError } from './usage-error.ts'
import type { Client } from '#shared/contract/index.ts'
import { DomainError } from '#shared/domain/errors.ts'
import type { Command, CommandContext, CommandValues } from './command-types.ts'
import { documentKind, documentKinds, importDocument } from './import-document.ts'
import { finish } from './jobs.ts'
import { readInput } from './read-input.ts'

export const importCommand: Command = {
  usage: `import FILE --as ${[...importKinds, ...documentKinds].join('|')} [--sheet NAME] [--campaign ID] [--overbooking-reason TEXT] [--dry-run]`,
  operands: 1,
  options: {
    as: { type: 'string' },
    sheet: { type: 'string' },
    campaign: { type: 'string' },
    'overbooking-reason': { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
  needsOffice: true,
  async run(context, values, [path]) {
    const { client, words } = context
    const document = documentKind(values['as'])
    if (document !== undefined)
      return await importDocument(context, document, readInput(path ?? ''), values['dry-run'] === true)
    const as = importKinds.find((kind) => kind === values['as'])
    if (as === undefined)
      throw new UsageError('cli.error.import-kind', {
        kinds: [...importKinds, ...documentKinds].join(', '),
      })
    const sheet = typeof values['sheet'] === 'string' ? { sheet: values['sheet'] } : {}
    const read = await finish(client, { kind: 'import-read', as, file: readInput(path ?? ''), ...sheet })
    if (read.kind !== 'import-read') throw new Error(`Reading gave ${read.kind}`)
    const view = await viewWith(client, read.importId, values)
    const isDryRun = values['dry-run'] === true
    let entities = view.entities
    if (!isDryRun && view.counts.new + view.counts.changed > 0) {
      const applied = await finish(client, { kind: 'import-apply', importId: read.importId })
      if (applied.kind === 'import-apply') entities = applied.entities
    }
    const data = documentOf(view, entities, words)
    const summary = words.t(isDryRun ? 'cli.import.dry-run' : 'cli.import.done', {
      file: view.fileName,
      ...flat(data),
    })
    const issues = data.issues.map(({ sheet: at, column, row, value, message }) =>
      [
        `${at} ${column ?? ''}${row}:`,
        ...(value === null || value === '' ? [] : [`[${value}]`]),
        message,
      ].join(' '),
    )
    const { created, updated, unchanged, rejected } = data
    const isBad = rejected > 0 && created + updated + unchanged === 0
    return { data, text: [summary, ...issues].map((line) => `${line}\n`).join(''), isBad }
  },
}

/** The list as it was read, with the options given on the command line. @throws DomainError `campaign-missing` */
async function viewWith(client: Client, importId: string, values: CommandValues): Promise<ImportView> {
  const { campaign, 'overbooking-reason': reason } = values
  if (typeof campaign !== 'string' && typeof reason !== 'string')
    return await client.imports.get({ importId })
  const campaigns = typeof campaign === 'string' ? await client.campaigns.list() : []
  const chosen = campaigns.find(({ id, name }) => id === campaign || name === campaign)
  if (typeof campaign === 'string' && chosen === undefined) throw new DomainError('campaign-missing')
  return await client.imports.adjust({
    importId,
    options: {
      ...(chosen === undefined ? {} : { campaignId: chosen.id }),
      ...(typeof reason === 'string' ? { overbookingReason: reason } : {}),
    },
  })
}

/** The report of an import: rows by outcome, records created by kind, and each finding with its place and words. */
function documentOf(
  view: ImportView,
  created: Readonly<Record<string, number>>,
  words: CommandContext['words'],
) {
  const count = (kind: string) => created[kind] ?? 0
  return {
    sheet: view.sheet,
    headerRow: view.headerRows?.[1] ?? null,
    rows: view.counts.rows,
    created: view.counts.new,
    updated: view.counts.changed,
    unchanged: view.counts.unchanged,
    skipped: view.counts['not-data'],
    rejected: view.counts.rejected,
    entities: {
      institutions: count('institutions'),
      agreements: count('agreements'),
      places: count('places'),
      students: count('students'),
      ...otherRecords(view.kind, created),
    },
    cleaned: view.issueCounts.cleaned,
    issues: view.issues
      .filter((issue) => issue.severity !== 'cleaned')
      .map(({ severity: _severity, params, ...issue }) => ({
        ...issue,
        message: rowIssueText(words.t, words.formats, { code: issue.code, params }),
      })),
  }
}

/** Records that other kinds of lists bring than those of partners and students. */
function otherRecords(kind: ImportView['kind'], created: Readonly<Record<string, number>>) {
  return kind === 'partners' || kind === 'students' ? {} : created
}

function flat({ created, updated, unchanged, skipped, rejected, rows }: ReturnType<typeof documentOf>) {
  return { created, updated, unchanged, skipped, rejected, rows }
}
