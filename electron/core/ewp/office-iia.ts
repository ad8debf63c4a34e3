import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { CopyCondition } from '#shared/domain/agreement-comparison.ts'
import type { Iia, IiaCondition } from '#shared/domain/ewp/iia.ts'
import type { SpecName } from '#shared/domain/ewp/iia-rules.ts'
import { namespaces } from '#shared/domain/ewp/namespaces.ts'
import { branch, leaf, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { School } from '#shared/contract/settings.ts'
import type { Database, RecordRow } from '#core/db/schema.ts'

type Db = Kysely<Database>
export type AgreementRow = RecordRow<'agreement'>
export type ConditionRow = RecordRow<'condition'>
export type InstitutionRow = RecordRow<'institution'>

/** An agreement of the office with all that an EWP document says of it. */
export interface OfficeAgreement {
  readonly agreement: AgreementRow
  readonly institution: InstitutionRow
  readonly source: XmlNode | undefined
  readonly conditions: readonly {
    readonly row: ConditionRow
    readonly source: XmlNode | undefined
    /** The most places that one academic year has. */
    readonly places: number | null
  }[]
}

export const specOfKind: Readonly<Record<ConditionRow['kind'], SpecName>> = {
  'student-studies': 'student-studies-mobility-spec',
  'student-traineeship': 'student-traineeship-mobility-spec',
  'staff-teaching': 'staff-teacher-mobility-spec',
  'staff-training': 'staff-training-mobility-spec',
}

export function kindOfSpec(spec: SpecName): ConditionRow['kind'] {
  switch (spec) {
    case 'student-studies-mobility-spec':
      return 'student-studies'
    case 'student-traineeship-mobility-spec':
      return 'student-traineeship'
    case 'staff-teacher-mobility-spec':
      return 'staff-teaching'
    case 'staff-training-mobility-spec':
      return 'staff-training'
  }
}

const storedNode: z.ZodType<XmlNode> = z.lazy(() =>
  z.object({
    name: z.string(),
    namespace: z.string(),
    attributes: z.record(z.string(), z.string()),
    children: z.array(storedNode),
    text: z.string(),
  }),
)

/** Reads a part of a document that the office kept. */
export function parseSource(document: string): XmlNode {
  return storedNode.parse(JSON.parse(document))
}

interface Asked {
  /** Agreements with these institutions, or all when there are none. */
  readonly institutionIds?: readonly string[]
  readonly agreementId?: string
  /** Agreements of any type, not Erasmus alone. */
  readonly anyKind?: boolean
}

/** Erasmus agreements with their conditions, in the order of their partners' names. */
export async function listOfficeAgreements(db: Db, asked: Asked): Promise<readonly OfficeAgreement[]> {
  let query = db.selectFrom('agreement').selectAll()
  if (asked.agreementId !== undefined) query = query.where('id', '=', asked.agreementId)
  else if (asked.anyKind !== true) query = query.where('kind', '=', 'erasmus')
  const wanted = new Set(asked.institutionIds ?? [])
  const agreements = (await query.orderBy('id').execute()).filter(
    ({ institutionId }) => wanted.size === 0 || wanted.has(institutionId),
  )
  const institutions = new Map(
    (await db.selectFrom('institution').selectAll().execute()).map((row) => [row.id, row]),
  )
  const conditions = Map.groupBy(
    await db.selectFrom('condition').selectAll().orderBy('id').execute(),
    ({ agreementId }) => agreementId,
  )
  const sources = await db.selectFrom('ewpSource').selectAll().where('mobilityId', 'is', null).execute()
  const sourceOf = new Map(sources.map((row) => [row.agreementId ?? row.conditionId ?? '', row]))
  const places = await placesByCondition(db)
  const nodeOf = (id: string): XmlNode | undefined => {
    const row = sourceOf.get(id)
    return row === undefined ? undefined : parseSource(row.document)
  }
  return agreements
    .flatMap((agreement) => {
      const institution = institutions.get(agreement.institutionId)
      if (institution === undefined) return []
      const own = (conditions.get(agreement.id) ?? []).toSorted(
        (a, b) =>
          (sourceOf.get(a.id)?.position ?? Infinity) - (sourceOf.get(b.id)?.position ?? Infinity) || 0,
      )
      return [
        {
          agreement,
          institution,
          source: nodeOf(agreement.id),
          conditions: own.map((row) => ({ row, source: nodeOf(row.id), places: places.get(row.id) ?? null })),
        },
      ]
    })
    .toSorted((a, b) => a.institution.name.localeCompare(b.institution.name))
}

async function placesByCondition(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('place')
    .select(({ fn }) => ['conditionId', 'academicYear', fn.sum<number>('count').as('total')])
    .groupBy(['conditionId', 'academicYear'])
    .execute()
  const most = new Map<string, number>()
  for (const { conditionId, total } of rows)
    most.set(conditionId, Math.max(most.get(conditionId) ?? 0, total))
  return most
}

/** What a document says of our school. */
type IiaSchool = Pick<School, 'schac' | 'coordinatorName' | 'coordinatorEmail'>

/** The agreement as a document of version 7 says it: our school first. */
export function toIia(office: OfficeAgreement, school: IiaSchool): Iia {
  const { agreement, institution } = office
  const ourHei = school.schac.toLowerCase()
  const theirHei = institution.schac ?? ''
  return {
    partners: [
      {
        heiId: ourHei,
        ounitId: agreement.ounitId,
        iiaId: agreement.iiaId ?? agreement.id,
        code: agreement.reference,
        signatory: agreement.signatory,
        signedOn: agreement.signedOn,
      },
      {
        heiId: theirHei,
        ounitId: agreement.partnerOunitId,
        iiaId: agreement.partnerIiaId,
        code: agreement.partnerReference,
        signatory: agreement.partnerSignatory,
        signedOn: agreement.partnerSignedOn,
      },
    ],
    isInEffect: agreement.status !== 'draft',
    isTerminated: agreement.status === 'ended' && isTerminated(office.source),
    conditions: office.conditions.map(({ row, source, places }) =>
      toIiaCondition(row, source, places, agreement, ourHei, theirHei),
    ),
    source: office.source ?? withContacts(institution, school),
  }
}

/** What an agreement that no document was read for begins with: whom to write to on either side. */
function withContacts(institution: InstitutionRow, school: IiaSchool): XmlNode {
  const side = (name: string | null, email: string | null) =>
    branch(namespaces.iia7, 'partner', [contactOf(name, email)])
  return branch(namespaces.iia7, 'iia', [
    side(school.coordinatorName, school.coordinatorEmail),
    side(institution.contactName, institution.contactEmail),
  ])
}

function contactOf(name: string | null, email: string | null): XmlNode | undefined {
  if (name === null || name === '') return undefined
  return branch(namespaces.contact, 'contact', [
    leaf(namespaces.contact, 'contact-name', name),
    email === null || email === '' ? undefined : leaf(namespaces.contact, 'email', email),
  ])
}

function isTerminated(source: XmlNode | undefined): boolean {
  const conditions = source?.children.find(({ name }) => name === 'cooperation-conditions')
  return ['true', '1'].includes(conditions?.attributes['terminated-as-a-whole'] ?? '')
}

function toIiaCondition(
  row: ConditionRow,
  source: XmlNode | undefined,
  places: number | null,
  agreement: AgreementRow,
  ourHei: string,
  theirHei: string,
): IiaCondition {
  const isOutgoing = row.direction === 'outgoing'
  return {
    spec: specOfKind[row.kind],
    sendingHeiId: isOutgoing ? ourHei : theirHei,
    receivingHeiId: isOutgoing ? theirHei : ourHei,
    sendingOunitId: row.sendingOunitId,
    receivingOunitId: row.receivingOunitId,
    firstYear: row.firstYear ?? agreement.firstYear,
    lastYear: row.lastYear ?? agreement.lastYear,
    peoplePerYear: row.peoplePerYear ?? places,
    monthsPerYear: row.monthsPerYear,
    daysPerYear: row.daysPerYear,
    iscedCodes: row.iscedCodes,
    eqfLevels: row.eqfLevels,
    languages: row.languages,
    isBlended: row.isBlended === 1,
    otherTerms: row.otherTerms,
    source,
  }
}

/** A condition of a document as the comparison sees it, from the side of one institution. */
export function toCopyCondition(condition: IiaCondition, ourHei: string): CopyCondition {
  const { spec, sendingHeiId, receivingHeiId: _receiving, source: _source, ...values } = condition
  const isStudent = spec.startsWith('student')
  return {
    direction: sendingHeiId === ourHei ? 'outgoing' : 'incoming',
    kind: kindOfSpec(spec),
    values: { ...values, isBlended: isStudent ? values.isBlended : null },
  }
}
