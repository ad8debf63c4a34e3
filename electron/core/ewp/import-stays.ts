import type { Kysely } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import { readComponent, readSignature } from '#shared/domain/ewp/stay-values.ts'
import { childText, childrenOf, findChild, withoutLines, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import { esiParts, parseEsi } from '#shared/domain/esi.ts'
import type { MobilityStep } from '#shared/domain/mobility-steps.ts'
import type { School } from '#shared/contract/settings.ts'
import type { Database } from '#core/db/schema.ts'
import type { Ids } from '#core/ports/ports.ts'
import type { EwpChange, EwpItem, EwpNote, EwpWrite, StoredValues } from './ewp-plan.ts'
import { planIncoming } from './import-incoming.ts'
import { listOfficeStays, type OfficeStay } from './office-stays.ts'
import { institutionFor, type PlannedStay, type Planning } from './planning.ts'
import type { EwpDocument, EwpPart } from './read-document.ts'
import { staySaid, type StaySaid } from './stay-said.ts'
import { statusOfStep } from './write-nomination.ts'

/**
 * Compares the nominations or the learning agreements of a document with the office. Reads only.
 * @throws DomainError `ewp-school-unknown`
 */
export async function planStays(
  db: Kysely<Database>,
  school: School,
  document: EwpDocument,
  ids: Ids,
): Promise<readonly EwpItem[]> {
  if (school.schac === '') throw new DomainError('ewp-school-unknown', { heis: '' })
  const stays = await listOfficeStays(db, {})
  const made = { madeStudents: new Map<string, string>(), madeInstitutions: new Map<string, string>() }
  const planning: Planning = { db, school, stays, ...made, ids }
  const items: EwpItem[] = []
  for (const part of document.parts) items.push(await planPart(planning, part, staySaid(document.kind, part)))
  return items
}

async function planPart(planning: Planning, part: EwpPart, said: StaySaid): Promise<EwpItem> {
  const { familyName, givenNames } = said.student
  const ours = planning.school.schac.toLowerCase()
  const isComing = said.receivingHei === ours && said.sendingHei !== ours
  const title = [
    [familyName, givenNames].filter((name) => name !== null).join(' '),
    isComing ? said.sendingHei : said.receivingHei,
    said.academicYear,
  ]
    .filter((text) => text !== '')
    .join(' · ')
  const rejected = { title, outcome: 'rejected', changes: [], record: null, writes: [] } as const
  if (part.findings.length > 0) return { ...rejected, findings: part.findings, notes: [] }
  if (isComing) return { title, findings: [], ...(await planIncoming(planning, said)) }
  if (said.sendingHei !== ours) {
    const params = { sending: said.sendingHei, receiving: said.receivingHei, school: ours }
    return { ...rejected, findings: [], notes: [{ code: 'not-our-student', params }] }
  }
  const known = planning.stays.find((stay) => isStay(stay, said))
  const source = withoutLines(part.node)
  const item =
    known === undefined
      ? await planNewStay(planning, said, source)
      : planKnownStay(planning, said, known, source)
  return { title, findings: [], ...item }
}

function isStay({ mobility, nomination, learningAgreement }: OfficeStay, { omobilityId }: StaySaid): boolean {
  const ids = [nomination, learningAgreement].map((node) => childText(node, 'omobility-id'))
  return mobility.id === omobilityId || ids.includes(omobilityId)
}

const stepOfStatus: Readonly<Record<'approved' | 'rejected' | 'cancelled', MobilityStep>> = {
  approved: 'accepted',
  rejected: 'refused',
  cancelled: 'withdrawn',
}

async function planNewStay(planning: Planning, said: StaySaid, source: XmlNode): Promise<PlannedStay> {
  const { ids } = planning
  const writes: EwpWrite[] = []
  const notes: EwpNote[] = []
  const studentId = await studentFor(planning, said, writes, notes)
  const institutionId = await institutionFor(planning, said.receivingHei, writes, notes)
  const id = ids.next()
  const status = said.status === null || said.status === 'pending' ? 'nominated' : stepOfStatus[said.status]
  const { academicYear, mobilityValues } = said
  writes.push({
    kind: 'insert',
    table: 'mobility',
    id,
    values: { studentId, institutionId, form: 'exchange-semester', status, academicYear, ...mobilityValues },
  })
  writes.push(sourceOf(ids.next(), id, said.part, source))
  writes.push(...agreementWrites(ids, id, said.agreement, []))
  return { outcome: 'new', changes: [], notes, record: { entity: 'mobility', id }, writes }
}

async function studentFor(
  { db, madeStudents, ids }: Planning,
  { student, studentValues, omobilityId }: StaySaid,
  writes: EwpWrite[],
  notes: EwpNote[],
): Promise<string> {
  const key = student.esi ?? student.email ?? omobilityId
  const made = madeStudents.get(key)
  if (made !== undefined) return made
  const rows = await db
    .selectFrom('student')
    .select(['id', 'esi', 'email', 'studentNumber', 'birthDate'])
    .execute()
  const found =
    rows.find((row) => student.esi !== null && row.esi === student.esi) ??
    rows.find(
      (row) =>
        student.email !== null &&
        row.email?.toLowerCase() === student.email.toLowerCase() &&
        (row.birthDate === null || row.birthDate === student.birthDate),
    )
  if (found !== undefined) return found.id
  const id = ids.next()
  madeStudents.set(key, id)
  const esi = parseEsi(student.esi ?? '')
  const wanted = esi.ok ? esiParts(esi.value).code : omobilityId
  const isTaken = rows.some(({ studentNumber }) => studentNumber === wanted)
  const studentNumber = isTaken ? `${wanted} (${omobilityId})` : wanted
  writes.push({
    kind: 'insert',
    table: 'student',
    id,
    values: {
      ...student,
      studentNumber,
      familyName: student.familyName ?? '–',
      givenNames: student.givenNames ?? '–',
      status: 'student',
      isSchooledInFrance: 1,
      ...studentValues,
    },
  })
  notes.push({ code: 'student-made', params: { number: studentNumber } })
  return id
}

function planKnownStay({ ids }: Planning, said: StaySaid, known: OfficeStay, source: XmlNode): PlannedStay {
  const { mobility } = known
  const writes: EwpWrite[] = []
  const changes: EwpChange[] = []
  const held: Readonly<Record<string, unknown>> = mobility
  const patch = Object.fromEntries(
    Object.entries({ ...said.mobilityValues, academicYear: said.academicYear }).filter(
      ([name, value]) => value !== null && held[name] !== value,
    ),
  )
  if (Object.keys(patch).length > 0)
    writes.push({ kind: 'update', table: 'mobility', id: mobility.id, values: patch })
  for (const [field, after] of Object.entries(patch)) {
    const before = held[field]
    changes.push({
      entity: 'mobility',
      field,
      of: '',
      before: typeof before === 'string' ? before : null,
      after,
    })
  }
  if (said.status !== null && said.status !== 'pending' && statusOfStep(mobility.status) !== said.status) {
    const to = stepOfStatus[said.status]
    writes.push({ kind: 'move', id: mobility.id, to, remark: said.remark })
    changes.push({ entity: 'mobility', field: 'status', of: '', before: mobility.status, after: to })
  }
  const before = said.part === 'nomination' ? known.nomination : known.learningAgreement
  if (JSON.stringify(before) !== JSON.stringify(source)) {
    const had = before === undefined ? ids.next() : undefined
    writes.push(sourceOf(had, mobility.id, said.part, source))
  }
  const rows = agreementWrites(ids, mobility.id, said.agreement, [...known.components, ...known.signatures])
  writes.push(...rows)
  if (rows.length > 0)
    changes.push({
      entity: 'laComponent',
      field: 'title',
      of: '',
      before: known.components.length,
      after: rows.filter((one) => one.kind === 'insert' && one.table === 'laComponent').length,
    })
  return {
    outcome: writes.length === 0 ? 'unchanged' : 'changed',
    changes,
    notes: [],
    record: { entity: 'mobility', id: mobility.id },
    writes,
  }
}

function sourceOf(
  id: string | undefined,
  mobilityId: string,
  part: StaySaid['part'],
  node: XmlNode,
): EwpWrite {
  const row = { id: id ?? '', agreementId: null, conditionId: null, mobilityId, part, position: 0 }
  return { kind: 'source', row, node }
}

const tables = [
  ['components-studied', 'A'],
  ['components-recognized', 'B'],
  ['virtual-components', 'C'],
] as const
const roles = [
  ['student-signature', 'student'],
  ['sending-hei-signature', 'sending'],
  ['receiving-hei-signature', 'receiving'],
] as const

interface AgreementRow {
  readonly table: 'laComponent' | 'laSignature'
  readonly values: StoredValues
}

/** The courses and signatures of an agreement as rows; nothing when they are those that are held already. */
function agreementWrites(
  ids: Ids,
  mobilityId: string,
  agreement: XmlNode | null,
  held: readonly (OfficeStay['components'][number] | OfficeStay['signatures'][number])[],
): readonly EwpWrite[] {
  if (agreement === null) return []
  const rows = rowsOf(agreement)
  const keyOf = (values: Readonly<Record<string, unknown>>) =>
    JSON.stringify(
      Object.entries(values)
        .filter(([name]) => name !== 'id' && name !== 'mobilityId')
        .toSorted(([a], [b]) => a.localeCompare(b)),
    )
  const now = rows.map(({ values }) => keyOf(values)).toSorted()
  const then = held.map((row) => keyOf(row)).toSorted()
  if (JSON.stringify(now) === JSON.stringify(then)) return []
  return [
    ...held.map((row): EwpWrite => ({
      kind: 'delete',
      table: 'title' in row ? 'laComponent' : 'laSignature',
      id: row.id,
    })),
    ...rows.map(({ table, values }): EwpWrite => ({
      kind: 'insert',
      table,
      id: ids.next(),
      values: { ...values, mobilityId },
    })),
  ]
}

function rowsOf(agreement: XmlNode): readonly AgreementRow[] {
  const later = ['approved-changes', 'changes-proposal'].flatMap((name) => childrenOf(agreement, name))
  const versions = [
    ...childrenOf(agreement, 'first-version').map((node) => [1, node] as const),
    ...later.map((node, at) => [at + 2, node] as const),
  ]
  return versions.flatMap(([version, node]) => [
    ...tables.flatMap(([list, table]) =>
      (findChild(node, list)?.children ?? []).map((component) => ({
        table: 'laComponent' as const,
        values: { ...readComponent(component), version, table },
      })),
    ),
    ...roles.flatMap(([element, role]) =>
      childrenOf(node, element).map((signature) => ({
        table: 'laSignature' as const,
        values: { ...readSignature(signature), version, role },
      })),
    ),
  ])
}
