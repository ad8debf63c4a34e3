import { parseAcademicYear } from '#shared/domain/academic-year.ts'
import type { BmCheck, BmFillRemark, BmScope } from '#shared/contract/bm.ts'
import { textKey } from '#shared/entities/labels.ts'
import { bmFindingText, bmRemarkText } from '#shared/text/bm-text.ts'
import type { Command, CommandContext, CommandResult, CommandValues } from './command-types.ts'
import { finish } from './jobs.ts'
import { readInput } from './read-input.ts'
import { UsageError } from './usage-error.ts'
import { openOutput } from './write-output.ts'

/** The round trip with the Beneficiary Module: check, number, fill, read back. */
export const bmCommand: Command = {
  usage:
    'bm check|number|fill TEMPLATE|read-back FILE [--year 2026/2027] [--call NAME] [--out PATH] [--dry-run]',
  operands: [1, 2],
  options: {
    year: { type: 'string' },
    call: { type: 'string' },
    out: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
  needsOffice: true,
  async run(context, values, [what = '', path]) {
    const needsFile = what === 'fill' || what === 'read-back'
    const isKnown = needsFile || what === 'check' || what === 'number'
    if (!isKnown) throw new UsageError('cli.error.bm', { command: what })
    if (needsFile !== (path !== undefined))
      throw new UsageError('cli.error.operands', { command: 'bm', usage: bmCommand.usage })
    const scope = await scopeOf(context, values)
    if (what === 'check') return await check(context, scope)
    if (what === 'number') return await number(context, scope)
    return what === 'fill'
      ? await fill(context, scope, path ?? '', values)
      : await readBack(context, scope, path ?? '', values['dry-run'] === true)
  },
}

async function scopeOf({ client }: CommandContext, values: CommandValues): Promise<BmScope> {
  const { calls, current } = await client.bm.scopes({})
  const { year, call } = values
  const academicYear = typeof year === 'string' ? yearWritten(year) : current
  if (typeof call !== 'string') return { academicYear, callId: null }
  const found = calls.find(({ id, name, agreementNumber }) => [id, name, agreementNumber].includes(call))
  if (found === undefined)
    throw new UsageError('cli.error.bm-call', { call, calls: calls.map(({ name }) => name).join(', ') })
  return { academicYear, callId: found.id }
}

/** `2026/2027`, or as people write it: `2026-27`. */
function yearWritten(year: string): string {
  const read = parseAcademicYear(year)
  if (!read.ok) throw new UsageError('cli.error.year', { year })
  return read.value
}

async function check(context: CommandContext, scope: BmScope): Promise<CommandResult> {
  const checked = await context.client.bm.check({ ...scope, code: null })
  return { data: withMessages(context, checked), text: linesOf(context, checked) }
}

function withMessages({ words }: CommandContext, checked: BmCheck) {
  const said = (findings: BmCheck['school']) =>
    findings.map((finding) => ({ ...finding, message: bmFindingText(words, finding) }))
  return {
    ...checked,
    school: said(checked.school),
    stays: checked.stays.map((stay) => ({ ...stay, findings: said(stay.findings) })),
  }
}

function linesOf({ words }: CommandContext, checked: BmCheck): string {
  const { t } = words
  const lines = [
    t('cli.bm.check', { year: checked.academicYear, ...checked.counts }),
    ...(checked.counts.stays === 0 ? [t('bm.check.none')] : []),
    ...checked.school.map((finding) => `${t('bm.check.school')} – ${bmFindingText(words, finding)}`),
    ...checked.stays.flatMap(({ name, bmId, findings }) => [
      bmId === null ? name : `${name} (${bmId})`,
      ...findings.map((one) => `  ${t(textKey(`bm.level.${one.level}`))} – ${bmFindingText(words, one)}`),
    ]),
  ]
  if (checked.found > checked.stays.length)
    lines.push(t('bm.check.shown', { shown: checked.stays.length, count: checked.found }))
  return lines.map((line) => `${line}\n`).join('')
}

async function number({ client, words }: CommandContext, scope: BmScope): Promise<CommandResult> {
  const { numbered } = await client.bm.number(scope)
  return {
    data: { numbered },
    text: `${numbered === 0 ? words.t('bm.numbered.none') : words.t('bm.numbered', { count: numbered })}\n`,
  }
}

async function fill(
  context: CommandContext,
  scope: BmScope,
  path: string,
  values: CommandValues,
): Promise<CommandResult> {
  const { client, words } = context
  const write = openOutput(values['out'])
  const done = await finish(client, { kind: 'bm-fill', file: readInput(path), choices: [], ...scope })
  if (done.kind !== 'bm-fill') throw new Error(`Filling gave ${done.kind}`)
  const { file, check: checked, kind: _kind, ...result } = done
  const written = write(file.name, new Uint8Array(await file.arrayBuffer()))
  const lines = [
    words.t('cli.bm.filled', { path: written, rows: result.rows, updated: result.updated }),
    ...result.remarks.map((remark) => remarkText(context, remark)),
  ]
  if (checked.counts.refused > 0) lines.push(words.t('bm.fill.refused', { count: checked.counts.refused }))
  return {
    data: { path: written, ...result, counts: checked.counts, byCode: checked.byCode },
    text: lines.map((line) => `${line}\n`).join(''),
  }
}

function remarkText({ words }: CommandContext, { code, params }: BmFillRemark): string {
  return words.t(textKey(`bm.remark.${code}`), params)
}

async function readBack(
  { client, words }: CommandContext,
  scope: BmScope,
  path: string,
  dryRun: boolean,
): Promise<CommandResult> {
  const done = await finish(client, {
    kind: 'bm-read-back',
    file: readInput(path),
    choices: [],
    dryRun,
    ...scope,
  })
  if (done.kind !== 'bm-read-back') throw new Error(`Reading back gave ${done.kind}`)
  const { report } = done
  const { t } = words
  const findings = report.findings.map((finding) => ({ ...finding, said: bmRemarkText(words, finding) }))
  const { fileName: file, matched, rows, errors, differences } = report
  const lines = [
    t('bm.back.done', { file, matched, rows, errors, differences }),
    ...findings.map(({ name, row, said }) =>
      [row === null ? name : `${name} (${t('bm.back.row', { row })})`, said].join(' – '),
    ),
    ...(report.unread.length === 0 ? [] : [t('bm.back.unread', { list: report.unread.join(', ') })]),
    ...(report.settled === 0 ? [] : [t('bm.back.settled', { count: report.settled })]),
    ...(report.isKept ? [] : [t('bm.back.dry')]),
  ]
  return {
    data: { ...report, findings },
    text: lines.map((line) => `${line}\n`).join(''),
  }
}
