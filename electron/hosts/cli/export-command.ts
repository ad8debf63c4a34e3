import type { Client } from '#shared/contract/index.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { Translate } from '#shared/text/text.ts'
import type { Command } from './command-types.ts'
import { finish } from './jobs.ts'
import { partnerIds } from './partner-ids.ts'
import { openOutput } from './write-output.ts'

export const exportCommand: Command = {
  usage:
    'export FORMAT [--out PATH] [--year 2026/2027] [--session 2027-03] [--partner CODE]… [--campaign ID] [--scenario NAME] [--identity names|numbers|ranks] | export --list',
  operands: 1,
  options: {
    out: { type: 'string' },
    year: { type: 'string' },
    session: { type: 'string' },
    partner: { type: 'string', multiple: true, default: [] },
    campaign: { type: 'string' },
    scenario: { type: 'string' },
    identity: { type: 'string' },
    'per-partner': { type: 'boolean', default: false },
    'per-host': { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    'include-incomplete': { type: 'boolean', default: false },
    generic: { type: 'boolean', default: false },
    'draft-only': { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
  needsOffice: true,
  async run({ client, words }, values, [format]) {
    const formats = await client.exports.list()
    if (values['list'] === true) return listed(formats, words.t)
    const wanted = formats.find((known) => known.id === format)
    if (wanted === undefined) throw new DomainError('export-unknown', { format: format ?? '' })
    const write = openOutput(values['out'])
    const given = {
      academicYear: values['year'],
      session: values['session'],
      partners: await partnerIds(client, values['partner']),
      campaignId: values['campaign'],
      scenario: values['scenario'],
      identity: values['identity'],
      perPartner: values['per-partner'],
      perHost: values['per-host'],
      again: values['again'],
      includeIncomplete: values['include-incomplete'],
      generic: values['generic'],
    }
    const params: Record<string, string | boolean | string[]> = {}
    for (const { key } of wanted.params) {
      const value = Object.entries(given).find(([name]) => name === key)?.[1]
      if (typeof value === 'string' || value === true || (Array.isArray(value) && value.length > 0))
        params[key] = value
    }
    const result = await finish(client, {
      kind: 'export',
      format: wanted.id,
      params,
      draft: values['draft-only'] === true,
    })
    if (result.kind !== 'export') throw new Error(`Exporting gave ${result.kind}`)
    const bytes = new Uint8Array(await result.file.arrayBuffer())
    const path = write(result.file.name, bytes)
    const data = {
      format: wanted.id,
      path,
      rows: result.rows,
      sha256: result.sha256,
      nominated: result.nominated,
      leftOut: result.leftOut,
      remarks: result.remarks,
    }
    const done = words.t('cli.exported', {
      path,
      rows: result.rows,
      format: words.t(textKey(wanted.titleKey)),
    })
    const remarks = result.remarks.map(({ code, params: facts }) =>
      words.t(textKey(`export.remark.${code}`), facts),
    )
    return { data, text: [done, ...remarks].map((line) => `${line}\n`).join('') }
  },
}

/** The formats, one a line, with the options that each takes. */
function listed(formats: Awaited<ReturnType<Client['exports']['list']>>, t: Translate) {
  const lines = formats.map(
    (format) => `${format.id}\t.${format.extension}\t${t(textKey(format.titleKey))}\n`,
  )
  return { data: formats, text: lines.join('') }
}
