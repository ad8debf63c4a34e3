import type { Kysely } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import {
  knownIsced,
  readComponent,
  readEnd,
  readSignature,
  readSkill,
  readStart,
  readStudent,
  semesterOfTerm,
  type EwpStudent,
} from '#shared/domain/ewp/stay-values.ts'
import { childText, childrenOf, findChild, withoutLines, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import { esiParts, parseEsi } from '#shared/domain/esi.ts'
import type { MobilityStep } from '#shared/domain/mobility-steps.ts'
import type { School } from '#shared/contract/settings.ts'
import type { Database } from '#core/db/schema.ts'
import type { Ids } from '#core/ports/ports.ts'
import type { EwpChange, EwpItem, EwpNote, EwpWrite, StoredValues } from './ewp-plan.ts'
import { findInstitution } from './find-institution.ts'
import { listOfficeStays, type OfficeStay } from './office-stays.ts'
import type { EwpDocument, EwpPart } from './read-document.ts'
import { statusOfStep } from './write-stay.ts'

type Db = Kysely<Database>

interface Planning {
  readonly db: Db
  readonly school: School
  readonly stays: readonly OfficeStay[]
  /** Students and hosts that an earlier part creates. */
  readonly madeStudents: Map<string, string>
  readonly madeHosts: Map<string, string>
  readonly ids: Ids
}

/**
 * Compares the nominations or the learning agreements of a document with the office. Reads only.
 * @throws DomainError `ewp-school-unknown`
 */
export async function planStays(
  db: Db,
  school: School,
  document: EwpDocument,
  ids: Ids,
): Promise<readonly EwpItem[]> {
  if (school.schac === '') throw new DomainError('ewp-school-unknown', { heis: '' })
  const stays = await listOfficeStays(db, {})
  const planning: Planning = { db, school, stays, madeStudents: new Map(), madeHosts: new Map(), ids }
  const items: EwpItem[] = []
  for (const part of document.parts)
    items.push(
      document.kind === 'nominations'
        ? await planPart(planning, part, nominationOf(part.node))
        : await planPart(planning, part, agreementOf(part.node)),
    )
  return items
}

/** What a part says of a stay, whichever kind of document it comes from. */
interface StaySaid {
  readonly omobilityId: string
  readonly sendingHei: string
  readonly receivingHei: string
  readonly student: EwpStudent
  readonly studentValues: StoredValues
  readonly mobilityValues: StoredValues
  readonly academicYear: string
  readonly status: 'pending' | 'approved' | 'rejected' | 'cancelled' | null
  readonly remark: string | null
  readonly part: 'nomination' | 'learning-agreement'
  readonly agreement: XmlNode | null
}

function nominationOf(node: XmlNode): StaySaid {
  const nomination = findChild(node, 'nomination')
  const student = readStudent(findChild(node, 'student'))
  const eqf = Number(childText(nomination, 'eqf-level-studied-at-departure'))
  const status = childText(node, 'status')
  return {
    omobilityId: childText(node, 'omobility-id') ?? '',
    sendingHei: childText(findChild(nomination, 'sending-hei'), 'hei-id')?.toLowerCase() ?? '',
    receivingHei: childText(findChild(nomination, 'receiving-hei'), 'hei-id')?.toLowerCase() ?? '',
    student,
    studentValues: { eqfLevel: eqf, iscedCode: knownIsced(childText(nomination, 'nominee-isced-f-code')) },
    mobilityValues: {
      semester: semesterOfTerm(childText(nomination, 'sending-academic-term-ewp-id')),
      iscedCode: knownIsced(childText(nomination, 'agreement-isced-f-code')),
    },
    academicYear: childText(nomination, 'receiving-academic-year-id') ?? '',
    status: status === 'approved' || status === 'rejected' || status === 'cancelled' ? status : 'pending',
    remark: childText(nomination, 'comment') ?? null,
    part: 'nomination',
    agreement: null,
  }
}

function agreementOf(node: XmlNode): StaySaid {
  const skill = readSkill(findChild(node, 'student-language-skill'))
  const eqf = Number(childText(node, 'eqf-level-studied-at-departure'))
  const isced = knownIsced(childText(node, 'isced-f-code'))
  return {
    omobilityId: childText(node, 'omobility-id') ?? '',
    sendingHei: childText(findChild(node, 'sending-hei'), 'hei-id')?.toLowerCase() ?? '',
    receivingHei: childText(findChild(node, 'receiving-hei'), 'hei-id')?.toLowerCase() ?? '',
    student: readStudent(findChild(node, 'student')),
    studentValues: { eqfLevel: eqf, iscedCode: isced, languages: skill?.skill ?? null },
    mobilityValues: {
      iscedCode: isced,
      language: skill?.language ?? null,
      plannedStart: readStart(node),
      plannedEnd: readEnd(node),
    },
    academicYear: childText(node, 'receiving-academic-year-id') ?? '',
    status: null,
    remark: null,
    part: 'learning-agreement',
    agreement: node,
  }
}

async function planPart(planning: Planning, part: EwpPart, said: StaySaid): Promise<EwpItem> {
  const { familyName, givenNames } = said.student
  const title = [
    [familyName, givenNames].filter((name) => name !== null).join(' '),
    said.receivingHei,
    said.academicYear,
  ]
    .filter((text) => text !== '')
    .join(' · ')
  const rejected = { title, outcome: 'rejected', changes: [], record: null, writes: [] } as const
  if (part.findings.length > 0) return { ...rejected, findings: part.findings, notes: [] }
  const ours = planning.school.schac.toLowerCase()
  if (said.sendingHei !== ours) {
    const code = said.receivingHei === ours ? 'incoming-stay' : 'not-our-student'
    const params = { sending: said.sendingHei, receiving: said.receivingHei, school: ours }
    return { ...rejected, findings: [], notes: [{ code, params }] }
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

type Planned = Pick<EwpItem, 'outcome' | 'changes' | 'notes' | 'record' | 'writes'>

const stepOfStatus: Readonly<Record<'approved' | 'rejected' | 'cancelled', MobilityStep>> = {
  approved: 'accepted',
  rejected: 'refused',
  cancelled: 'withdrawn',
}

async function planNewStay(planning: Planning, said: StaySaid, source: XmlNode): Promise<Planned> {
  const { ids } = planning
  const writes: EwpWrite[] = []
  const notes: EwpNote[] = []
  const studentId = await studentFor(planning, said, writes, notes)
  const institutionId = await hostFor(planning, said.receivingHei, writes, notes)
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

async function hostFor(
  { db, madeHosts, ids }: Planning,
  hei: string,
  writes: EwpWrite[],
  notes: EwpNote[],
): Promise<string> {
  const made = madeHosts.get(hei)
  if (made !== undefined) return made
  const found = await findInstitution(db, hei)
  if (found !== undefined) return found.id
  const id = ids.next()
  madeHosts.set(hei, id)
  const values = { name: hei, kind: 'university', isAthensMember: 0, schac: hei }
  writes.push({ kind: 'insert', table: 'institution', id, values })
  notes.push({ code: 'institution-made', params: { hei } })
  return id
}

function planKnownStay({ ids }: Planning, said: StaySaid, known: OfficeStay, source: XmlNode): Planned {
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
