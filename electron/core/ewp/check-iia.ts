import { createHash } from 'node:crypto'
import { iiaRule } from '#shared/domain/ewp/iia-rules.ts'
import { checkIiaSense } from '#shared/domain/ewp/iia-sense.ts'
import { specNames } from '#shared/domain/ewp/iia-rules.ts'
import { writeIia } from '#shared/domain/ewp/iia.ts'
import { namespaces } from '#shared/domain/ewp/namespaces.ts'
import { checkDocument, type SchemaFinding } from '#shared/domain/ewp/schema.ts'
import { branch, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { EntityName } from '#shared/entities/index.ts'
import type { School } from '#shared/contract/settings.ts'
import { specOfKind, toIia, type OfficeAgreement } from './office-iia.ts'

/** What keeps an agreement from being written as EWP wants it, and the field where it is mended when there is one. */
export interface IiaProblem {
  readonly finding: SchemaFinding
  readonly place: { readonly entity: EntityName; readonly id: string; readonly field: string } | null
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The element of an agreement of the office, and all that its schema would not allow in it. */
export function writeOfficeIia(
  office: OfficeAgreement,
  school: School,
): { readonly node: XmlNode; readonly problems: readonly IiaProblem[] } {
  const node = writeIia(toIia(office, school), sha256)
  const root = branch(namespaces.iia7, 'iias-get-response', [node])
  const findings = [...checkDocument(root, iiaRule), ...checkIiaSense(root)]
  return { node, problems: findings.map((finding) => ({ finding, place: placeOf(finding, office) })) }
}

const conditionFields: Readonly<Record<string, string>> = {
  'mobilities-per-year': 'peoplePerYear',
  'recommended-language-skill': 'languages',
  'receiving-first-academic-year-id': 'firstYear',
  'receiving-last-academic-year-id': 'lastYear',
  'isced-f-code': 'iscedCodes',
  'cefr-level': 'languages',
  'total-months-per-year': 'monthsPerYear',
  'total-days-per-year': 'daysPerYear',
  'eqf-level': 'eqfLevels',
  'sending-ounit-id': 'sendingOunitId',
  'receiving-ounit-id': 'receivingOunitId',
}
const agreementFields: Readonly<Record<string, readonly [ours: string, theirs: string]>> = {
  'ounit-id': ['ounitId', 'partnerOunitId'],
  'iia-id': ['iiaId', 'partnerIiaId'],
  'iia-code': ['reference', 'partnerReference'],
}

/** The field behind an element: the one that is missing, or the one that the path ends with. */
function placeOf({ code, path, params }: SchemaFinding, office: OfficeAgreement): IiaProblem['place'] {
  const last =
    path
      .split('/')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? ''
  const name = code === 'missing' ? String(params['name']) : last
  if (name.endsWith('hei-id')) return { entity: 'institution', id: office.institution.id, field: 'schac' }
  const [, spec, number] = /cooperation-conditions\/([\w-]+?)(?:\[(\d+)\])?(?:\/|$)/.exec(path) ?? []
  if (spec !== undefined) {
    const known = specNames.find((one) => one === spec)
    const rows = office.conditions.filter(({ row }) => specOfKind[row.kind] === known)
    const row = rows[Number(number ?? 1) - 1]?.row
    const field = code === 'years-reversed' ? 'firstYear' : conditionFields[name]
    return row === undefined || field === undefined ? null : { entity: 'condition', id: row.id, field }
  }
  const side = path.includes('partner[2]') ? 1 : 0
  const field = agreementFields[name]?.[side]
  return field === undefined ? null : { entity: 'agreement', id: office.agreement.id, field }
}
