import type { EwpKind, EwpReport } from '#shared/contract/ewp.ts'
import type { SchemaFinding } from '#shared/domain/ewp/schema.ts'
import { writeOfficeIia } from '#core/ewp/check-iia.ts'
import { writeEwp, type EwpItem } from '#core/ewp/ewp-plan.ts'
import { planIias } from '#core/ewp/import-iia.ts'
import { planStays } from '#core/ewp/import-stays.ts'
import { listOfficeAgreements } from '#core/ewp/office-iia.ts'
import { readEwpDocument, type EwpDocument } from '#core/ewp/read-document.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import type { OpenOptions } from '#core/sheets/open-workbook.ts'
import type { Ids } from '#core/ports/ports.ts'

interface EwpDeps {
  readonly office: OfficeServices
  readonly ids: Ids
  readonly today: string
  readonly reading: OpenOptions
}

interface Asked {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly as: EwpKind | undefined
  readonly isDryRun: boolean
}

/**
 * Reads an EWP document and says what would come of each part, or writes it as one action. Parts that their schema does
 * not allow are left out and told.
 * @throws DomainError `sheet-refused`, `ewp-unknown-root`, `ewp-unknown-version`, `ewp-other-kind`, `ewp-school-unknown`
 */
export async function importEwp({ office, ids, today, reading }: EwpDeps, asked: Asked): Promise<EwpReport> {
  const document = await readEwpDocument(asked.file, reading, asked.as)
  if (asked.isDryRun) {
    const items = await planOf(office.connections.read, ids, document)
    return reportOf(document, items, false)
  }
  const { result, action } = await office.door.change(
    'ewp.import',
    { file: asked.file.name, count: document.parts.length },
    async (trx) => {
      const items = await planOf(trx, ids, document)
      const unmoved = await writeEwp(
        trx,
        items.flatMap(({ writes }) => writes),
        { ids, today },
      )
      return items.map((item) => toldUnmoved(item, unmoved))
    },
  )
  return reportOf(document, result, action !== undefined)
}

/** A stay whose status the school's rules did not let change says so. */
function toldUnmoved(item: EwpItem, unmoved: readonly string[]): EwpItem {
  return item.record !== null && unmoved.includes(item.record.id)
    ? { ...item, notes: [...item.notes, { code: 'not-moved', params: {} }] }
    : item
}

async function planOf(
  db: OfficeServices['connections']['read'],
  ids: Ids,
  document: EwpDocument,
): Promise<readonly EwpItem[]> {
  const school = await readSchool(db)
  switch (document.kind) {
    case 'iia':
      return await planIias(db, school, document, ids)
    case 'nominations':
    case 'learning-agreements':
      return await planStays(db, school, document, ids)
  }
}

function reportOf(document: EwpDocument, items: readonly EwpItem[], isApplied: boolean): EwpReport {
  const count = (outcome: EwpItem['outcome']) => items.filter((item) => item.outcome === outcome).length
  return {
    kind: document.kind,
    version: document.version,
    fileName: document.fileName,
    counts: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      rejected: count('rejected'),
    },
    items: items.map(({ writes: _writes, findings, changes, notes, ...item }) => ({
      ...item,
      findings: findings.map(toFinding),
      changes: changes.map((change) => ({ ...change })),
      notes: notes.map(({ code, params }) => ({ code, params: { ...params } })),
    })),
    findings: document.findings.map(toFinding),
    isApplied,
  }
}

function toFinding({ code, path, line, params }: SchemaFinding) {
  return { code, path, line: line ?? null, params: { ...params } }
}

/** What each Erasmus agreement lacks to be written as an EWP document. */
export async function checkEwp(office: OfficeServices) {
  const db = office.connections.read
  const school = await readSchool(db)
  const schoolMissing = school.schac === '' ? ['schac'] : []
  const agreements = await listOfficeAgreements(db, {})
  const checked = agreements.map((one) => ({ one, problems: writeOfficeIia(one, school).problems }))
  const lacking = checked.filter(({ problems }) => problems.length > 0)
  return {
    total: agreements.length,
    ready: schoolMissing.length > 0 ? 0 : agreements.length - lacking.length,
    schoolMissing,
    agreements: lacking.map(({ one, problems }) => ({
      id: one.agreement.id,
      title: [one.institution.name, one.agreement.reference].filter((text) => text !== null).join(' · '),
      problems: problems.map(({ finding, place }) => ({ ...toFinding(finding), place })),
    })),
  }
}
