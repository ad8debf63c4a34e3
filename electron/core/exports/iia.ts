import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'
import { namespaces, prefixes } from '#shared/domain/ewp/namespaces.ts'
import { branch, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import { writeXml } from '#shared/domain/ewp/xml-writer.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import { writeOfficeIia } from '#core/ewp/check-iia.ts'
import { listOfficeAgreements } from '#core/ewp/office-iia.ts'
import { safeFileName } from '#core/workbooks/file-names.ts'
import { writeRefusal } from '#core/workbooks/write-refusal.ts'
import { defineExport, type ExportContext, type Exported } from './define-export.ts'
import { listParam } from './params.ts'

const breathEvery = 50

/** Erasmus agreements as an IIA get-response of version 7: those that lack something that it needs are left out. */
export const iiaExport = defineExport({
  id: 'iia',
  titleKey: 'export.title.iia',
  extension: 'xml',
  params: [{ key: 'partners', type: 'partners', required: false }],
  async run(context, params) {
    context.progress('collecting', 0, null)
    const school = await readSchool(context.read)
    if (school.schac === '')
      throw new DomainError('nothing-to-export', { reason: 'school-incomplete', fields: 'schac' })
    const agreements = await listOfficeAgreements(context.read, {
      institutionIds: listParam(params, 'partners'),
    })
    if (agreements.length === 0) throw new DomainError('nothing-to-export', { reason: 'no-agreements' })
    const nodes: XmlNode[] = []
    for (const [at, office] of agreements.entries()) {
      if (at % breathEvery === 0) await breathe(context, at, agreements.length)
      const { node, problems } = writeOfficeIia(office, school)
      if (problems.length === 0) nodes.push(node)
    }
    if (nodes.length === 0)
      throw new DomainError('nothing-to-export', {
        reason: 'agreements-incomplete',
        count: agreements.length,
      })
    return await writeDocument(context, {
      root: branch(namespaces.iia7, 'iias-get-response', nodes),
      title: context.words.t('export.file.iia', { day: context.today }),
      rows: nodes.length,
      leftOut: agreements.length - nodes.length,
    })
  },
})

async function breathe({ signal, progress }: ExportContext, done: number, total: number): Promise<void> {
  progress('writing', done, total)
  await new Promise((resolve) => setImmediate(resolve))
  if (signal.aborted) throw new DomainError('job-cancelled')
}

interface Document {
  readonly root: XmlNode
  /** The file's name without extension. */
  readonly title: string
  readonly rows: number
  readonly leftOut: number
}

/** Writes one EWP document into the folder of the export. */
export async function writeDocument(
  { outFolder }: ExportContext,
  { root, title, rows, leftOut }: Document,
): Promise<Exported> {
  const name = `${safeFileName(title)}.xml`
  const path = join(outFolder, name)
  try {
    await writeFile(path, writeXml(root, prefixes), 'utf8')
  } catch (error) {
    throw writeRefusal(error, path)
  }
  return { files: [{ name, path, rows }], packageName: title, leftOut }
}
