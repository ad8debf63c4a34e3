import type { Kysely } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import { pairConditions } from '#shared/domain/agreement-comparison.ts'
import { readIia, type Iia, type IiaCondition, type IiaPartner } from '#shared/domain/ewp/iia.ts'
import type { School } from '#shared/contract/settings.ts'
import type { Database } from '#core/db/schema.ts'
import type { Ids } from '#core/ports/ports.ts'
import type { EwpChange, EwpItem, EwpNote, EwpWrite, StoredValues } from './ewp-plan.ts'
import { findInstitution, type KnownInstitution } from './find-institution.ts'
import {
  kindOfSpec,
  listOfficeAgreements,
  toCopyCondition,
  toIia,
  type OfficeAgreement,
} from './office-iia.ts'
import type { EwpDocument, EwpPart } from './read-document.ts'

type Db = Kysely<Database>

/**
 * Compares the agreements of a document with the office, from our school's side. Reads only: the writes are in the
 * items.
 * @throws DomainError `ewp-school-unknown` when the school has no SCHAC code to be recognised by
 */
export async function planIias(
  db: Db,
  school: School,
  document: EwpDocument,
  ids: Ids,
): Promise<readonly EwpItem[]> {
  if (school.schac === '') throw new DomainError('ewp-school-unknown', { heis: heisOf(document).join(', ') })
  const office = [...(await listOfficeAgreements(db, {}))]
  const made = new Map<string, KnownInstitution>()
  const items: EwpItem[] = []
  for (const part of document.parts) items.push(await planIia({ db, school, office, made, ids }, part))
  return items
}

function heisOf({ parts }: EwpDocument): readonly string[] {
  return [...new Set(parts.flatMap(({ node }) => readIia(node).partners.map(({ heiId }) => heiId)))]
}

interface Planning {
  readonly db: Db
  readonly school: School
  /** Agreements of the office that no part of the document has been taken for yet. */
  readonly office: OfficeAgreement[]
  /** Institutions that an earlier part of the document creates, by hei-id. */
  readonly made: Map<string, KnownInstitution>
  readonly ids: Ids
}

async function planIia(planning: Planning, part: EwpPart): Promise<EwpItem> {
  const iia = readIia(part.node)
  const ourHei = planning.school.schac.toLowerCase()
  const ours = iia.partners.find(({ heiId }) => heiId === ourHei)
  const theirs = iia.partners.find((partner) => partner !== ours)
  const title = titleOf(iia, ours ?? iia.partners[0])
  const rejected = { title, outcome: 'rejected', changes: [], record: null, writes: [] } as const
  if (part.findings.length > 0) return { ...rejected, findings: part.findings, notes: [] }
  if (ours === undefined || theirs === undefined) {
    const heis = iia.partners.map(({ heiId }) => heiId).join(' – ')
    return { ...rejected, findings: [], notes: [{ code: 'not-ours', params: { heis, school: ourHei } }] }
  }
  const institution = planning.made.get(theirs.heiId) ?? (await findInstitution(planning.db, theirs.heiId))
  const known =
    institution === undefined ? undefined : takeKnown(planning.office, institution.id, ours, theirs)
  // Where the partner gives the document, its own side comes first in it; we keep ours first.
  const own: Iia = { ...iia, source: ourFirst(iia, ours) }
  const target = { iia: own, ours, theirs, institution, known, title }
  const item = known === undefined ? planNew(planning, target) : planKnown(planning, { ...target, known })
  return { ...item, notes: [...part.notes, ...item.notes] }
}

interface Target {
  readonly iia: Iia
  readonly ours: IiaPartner
  readonly theirs: IiaPartner
  readonly institution: KnownInstitution | undefined
  readonly known: OfficeAgreement | undefined
  readonly title: string
}

function titleOf({ partners }: Iia, ours: IiaPartner): string {
  const theirs = partners.find((partner) => partner !== ours)
  return [theirs?.heiId, ours.code ?? theirs?.code]
    .filter((text) => text !== null && text !== undefined)
    .join(' · ')
}

function ourFirst({ source, partners }: Iia, ours: IiaPartner): Iia['source'] {
  if (source === undefined || partners[0] === ours) return source
  const [first, second] = source.children.filter(({ name }) => name === 'partner')
  const rest = source.children.filter(({ name }) => name !== 'partner')
  return { ...source, children: [second, first, ...rest].filter((child) => child !== undefined) }
}

/** Finds the office's own copy: by identifiers, by number, else the only one of the partner that has neither. */
function takeKnown(
  office: OfficeAgreement[],
  institutionId: string,
  ours: IiaPartner,
  theirs: IiaPartner,
): OfficeAgreement | undefined {
  const own = office.filter(({ agreement }) => agreement.institutionId === institutionId)
  const bare = own.filter(
    ({ agreement, source }) =>
      agreement.iiaId === null &&
      agreement.partnerIiaId === null &&
      source === undefined &&
      (agreement.reference === null || ours.code === null),
  )
  const found =
    own.find(
      ({ agreement }) => ours.iiaId !== null && [agreement.iiaId, agreement.id].includes(ours.iiaId),
    ) ??
    own.find(({ agreement }) => theirs.iiaId !== null && agreement.partnerIiaId === theirs.iiaId) ??
    own.find(({ agreement }) => ours.code !== null && agreement.reference === ours.code) ??
    (bare.length === 1 && (ours.iiaId === null || own.length === 1) ? bare[0] : undefined)
  if (found !== undefined) office.splice(office.indexOf(found), 1)
  return found
}

function yearsOf(conditions: readonly IiaCondition[]): {
  readonly firstYear: string | null
  readonly lastYear: string | null
} {
  const firsts = conditions.flatMap(({ firstYear }) => firstYear ?? []).toSorted()
  const lasts = conditions.flatMap(({ lastYear }) => lastYear ?? []).toSorted()
  return { firstYear: firsts[0] ?? null, lastYear: lasts.at(-1) ?? null }
}

function agreementValues({ iia, ours, theirs }: Pick<Target, 'iia' | 'ours' | 'theirs'>): StoredValues {
  return {
    reference: ours.code,
    signatory: ours.signatory,
    signedOn: ours.signedOn,
    iiaId: ours.iiaId,
    ounitId: ours.ounitId,
    partnerReference: theirs.code,
    partnerSignatory: theirs.signatory,
    partnerSignedOn: theirs.signedOn,
    partnerIiaId: theirs.iiaId,
    partnerOunitId: theirs.ounitId,
    status: iia.isTerminated ? 'ended' : iia.isInEffect ? 'active' : 'draft',
  }
}

function conditionValues(condition: IiaCondition, ourHei: string): StoredValues {
  return {
    direction: condition.sendingHeiId === ourHei ? 'outgoing' : 'incoming',
    kind: kindOfSpec(condition.spec),
    firstYear: condition.firstYear,
    lastYear: condition.lastYear,
    peoplePerYear: condition.peoplePerYear,
    monthsPerYear: condition.monthsPerYear,
    daysPerYear: condition.daysPerYear,
    iscedCodes: condition.iscedCodes,
    eqfLevels: condition.eqfLevels,
    languages: condition.languages,
    isBlended: condition.isBlended ? 1 : 0,
    sendingOunitId: condition.sendingOunitId,
    receivingOunitId: condition.receivingOunitId,
    otherTerms: condition.otherTerms,
  }
}

function planNew(
  { made, ids, school }: Planning,
  { iia, ours, theirs, institution, title }: Target,
): EwpItem {
  const writes: EwpWrite[] = []
  const notes: EwpNote[] = []
  let host = institution
  if (host === undefined) {
    host = { id: ids.next(), name: theirs.heiId }
    made.set(theirs.heiId, host)
    writes.push({
      kind: 'insert',
      table: 'institution',
      id: host.id,
      values: { name: theirs.heiId, kind: 'university', isAthensMember: 0, schac: theirs.heiId },
    })
    notes.push({ code: 'institution-made', params: { hei: theirs.heiId } })
  } else nameInstitution(host, theirs.heiId, writes, notes)
  const agreementId = ids.next()
  const values = {
    ...agreementValues({ iia, ours, theirs }),
    ...yearsOf(iia.conditions),
    kind: 'erasmus',
    institutionId: host.id,
  }
  writes.push({ kind: 'insert', table: 'agreement', id: agreementId, values })
  writes.push(agreementSource(agreementId, iia))
  for (const [position, condition] of iia.conditions.entries())
    writes.push(...newCondition(ids.next(), agreementId, condition, position, school.schac.toLowerCase()))
  return {
    title: host.name === theirs.heiId ? title : `${host.name} · ${title}`,
    outcome: 'new',
    changes: [],
    findings: [],
    notes,
    record: { entity: 'agreement', id: agreementId },
    writes,
  }
}

/** An institution that was found by its site gets its SCHAC code. */
function nameInstitution(
  { id, name, isBySite }: KnownInstitution,
  heiId: string,
  writes: EwpWrite[],
  notes: EwpNote[],
): void {
  if (isBySite !== true) return
  writes.push({ kind: 'update', table: 'institution', id, values: { schac: heiId } })
  notes.push({ code: 'institution-by-site', params: { hei: heiId, name } })
}

function agreementSource(id: string, { source }: Iia): EwpWrite {
  if (source === undefined) throw new Error('An agreement that was read has its element')
  const row = {
    id,
    agreementId: id,
    conditionId: null,
    mobilityId: null,
    part: 'agreement',
    position: 0,
  } as const
  return { kind: 'source', row, node: source }
}

function conditionSource(id: string, position: number, { source }: IiaCondition): EwpWrite {
  if (source === undefined) throw new Error('A condition that was read has its element')
  const row = {
    id,
    agreementId: null,
    conditionId: id,
    mobilityId: null,
    part: 'condition',
    position,
  } as const
  return { kind: 'source', row, node: source }
}

function newCondition(
  id: string,
  agreementId: string,
  condition: IiaCondition,
  position: number,
  ourHei: string,
): readonly EwpWrite[] {
  const values = { ...conditionValues(condition, ourHei), agreementId }
  return [{ kind: 'insert', table: 'condition', id, values }, conditionSource(id, position, condition)]
}

/** An empty value of the document never empties one of the office; what stays as it is is not written. */
function patchOf(values: StoredValues, row: Readonly<Record<string, unknown>>): StoredValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== null && row[name] !== value),
  )
}

function planKnown(
  { ids, school }: Planning,
  { iia, ours, theirs, institution, known, title }: Target & { readonly known: OfficeAgreement },
): EwpItem {
  const ourHei = school.schac.toLowerCase()
  const { agreement } = known
  const writes: EwpWrite[] = []
  const changes: EwpChange[] = []
  const notes: EwpNote[] = []
  if (institution !== undefined) nameInstitution(institution, theirs.heiId, writes, notes)
  const asked = agreementValues({ iia, ours, theirs })
  // An agreement that has ended was in effect once, and its own number is as good as its identifier.
  const status = agreement.status === 'ended' && iia.isInEffect ? 'ended' : asked['status']
  const iiaId = ours.iiaId === agreement.id && agreement.iiaId === null ? null : ours.iiaId
  const patch = patchOf({ ...asked, status: status ?? null, iiaId }, agreement)
  if (Object.keys(patch).length > 0)
    writes.push({ kind: 'update', table: 'agreement', id: agreement.id, values: patch })
  changes.push(...changesOf('agreement', agreement, patch, ''))
  if (JSON.stringify(known.source) !== JSON.stringify(iia.source))
    writes.push(agreementSource(agreement.id, iia))
  const office = toIia(known, school).conditions.map((condition) => toCopyCondition(condition, ourHei))
  const file = iia.conditions.map((condition) => toCopyCondition(condition, ourHei))
  for (const [our, their] of pairConditions(office, file)) {
    const condition = their === null ? undefined : iia.conditions[their]
    const held = our === null ? undefined : known.conditions[our]
    if (condition === undefined || their === null) {
      notes.push({ code: 'condition-only-ours', params: { condition: describe(office[our ?? 0]) } })
      continue
    }
    if (held === undefined) {
      notes.push({ code: 'condition-added', params: { condition: describe(file[their]) } })
      writes.push(...newCondition(ids.next(), agreement.id, condition, their, ourHei))
      continue
    }
    const inherited = { firstYear: agreement.firstYear, lastYear: agreement.lastYear }
    const row = {
      ...held.row,
      firstYear: held.row.firstYear ?? inherited.firstYear,
      lastYear: held.row.lastYear ?? inherited.lastYear,
    }
    const values = patchOf(conditionValues(condition, ourHei), row)
    if (Object.keys(values).length > 0)
      writes.push({ kind: 'update', table: 'condition', id: held.row.id, values })
    changes.push(...changesOf('condition', row, values, describe(office[our ?? 0])))
    if (JSON.stringify(held.source) !== JSON.stringify(condition.source))
      writes.push(conditionSource(held.row.id, their, condition))
  }
  return {
    title: `${institution?.name ?? ''} · ${title}`,
    outcome: writes.length === 0 ? 'unchanged' : 'changed',
    changes,
    findings: [],
    notes,
    record: { entity: 'agreement', id: agreement.id },
    writes,
  }
}

function describe(condition: ReturnType<typeof toCopyCondition> | undefined): string {
  if (condition === undefined) return ''
  const { direction, kind, values } = condition
  return [kind, direction, values.iscedCodes].filter((text) => text !== null).join(' · ')
}

function changesOf(
  entity: 'agreement' | 'condition',
  row: Readonly<Record<string, unknown>>,
  patch: StoredValues,
  of: string,
): readonly EwpChange[] {
  return Object.entries(patch).map(([field, after]) => {
    const before = row[field]
    return {
      entity,
      field,
      of,
      before: typeof before === 'string' || typeof before === 'number' ? before : null,
      after,
    }
  })
}
