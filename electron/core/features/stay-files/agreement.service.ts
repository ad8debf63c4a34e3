import type { StayAgreement } from '#shared/contract/stay-files.ts'
import { DomainError } from '#shared/domain/errors.ts'
import {
  agreementFindings,
  componentsInForce,
  ectsByTable,
  isSameCourse,
  isSignedByAll,
  laRoles,
  newestVersion,
  type LaRole,
} from '#shared/domain/learning-agreement.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { titlesOf } from '#core/features/records/record-titles.ts'
import { createInside, storePatch } from '#core/features/records/records.service.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import {
  findParties,
  findStayOfAgreement,
  listComponents,
  listSignatures,
  listSigners,
} from './stay-files.repo.ts'

/** The learning agreement of a stay in all its versions, with what still has to be looked at. */
export async function agreementOf(services: OfficeServices, mobilityId: string): Promise<StayAgreement> {
  const db = services.connections.read
  const stay = await findStayOfAgreement(db, mobilityId)
  if (stay === undefined) throw new DomainError('record-missing', { entity: 'mobility' })
  const components = await listComponents(db, mobilityId)
  const signatures = await listSigners(db, mobilityId)
  const newest = newestVersion(components, signatures)
  const inForce = componentsInForce(components, newest)
  const automaticRecognition = stay.automaticRecognition === null ? null : stay.automaticRecognition === 1
  const { recognitionExplanation } = stay
  const stayStart = stay.actualStart ?? stay.plannedStart
  const findings = agreementFindings({
    components,
    signatures,
    automaticRecognition,
    recognitionExplanation,
    stayStart,
  })
  return {
    courses: components.map((one) => ({ ...one, isInForce: inForce.includes(one) })),
    signatures: signatures.toSorted(
      (a, b) => a.version - b.version || laRoles.indexOf(a.role) - laRoles.indexOf(b.role),
    ),
    newest,
    signed: versionsUpTo(newest).filter((version) => isSignedByAll(signatures, version)),
    ects: ectsByTable(inForce),
    findings: findings.map((one) => ({ ...one, params: { ...one.params } })),
    automaticRecognition,
    recognitionExplanation,
  }
}

function versionsUpTo(newest: number): number[] {
  return Array.from({ length: newest }, (_, index) => index + 1)
}

/**
 * Writes when a party signed a version, under the name that is known of it; without a day, takes the signature back.
 * @throws DomainError `record-invalid` when the parties would not sign in order
 */
export async function signAgreement(
  services: OfficeServices,
  input: {
    readonly mobilityId: string
    readonly version: number
    readonly role: LaRole
    readonly signedOn: string | null
  },
): Promise<{ changed: boolean }> {
  const { records, door } = services
  const { mobilityId, version, role, signedOn } = input
  const [title] = await titlesOf(records.read, records.translate(), 'mobility', [mobilityId])
  const signer = await signerOf(services, mobilityId, role)
  const { action } = await door.change(
    'agreement.sign',
    { title: title?.title ?? '', version },
    async (trx) => {
      const known = (await listSignatures(trx, mobilityId)).find(
        (one) => one.version === version && one.role === role,
      )
      if (known !== undefined) await storePatch(trx, records, 'laSignature', known.id, { signedOn })
      else if (signedOn !== null)
        await createInside(trx, records, 'laSignature', { mobilityId, version, role, signedOn, ...signer })
    },
  )
  return { changed: action !== undefined }
}

/** Who signs for a party, as far as the office knows. */
async function signerOf({ connections }: OfficeServices, mobilityId: string, role: LaRole) {
  const parties = await findParties(connections.read, mobilityId)
  const school = await readSchool(connections.read)
  switch (role) {
    case 'student':
      return { signerName: parties?.studentName ?? null, email: parties?.studentEmail ?? null }
    case 'sending':
      return { signerName: school.coordinatorName || null, email: school.coordinatorEmail || null }
    case 'receiving':
      return { signerName: parties?.contactName ?? null, email: parties?.contactEmail ?? null }
  }
}

/** Writes what is studied at the host into table B where it has no course of that name; the office corrects it. */
export async function mirrorCourses(
  services: OfficeServices,
  { mobilityId, version }: { readonly mobilityId: string; readonly version: number },
): Promise<{ added: number }> {
  const { records, door } = services
  const [title] = await titlesOf(records.read, records.translate(), 'mobility', [mobilityId])
  const { result } = await door.change('agreement.mirror', { title: title?.title ?? '' }, async (trx) => {
    const inForce = componentsInForce(await listComponents(trx, mobilityId), version)
    const home = inForce.filter(({ table }) => table === 'B')
    const wanted = inForce.filter(
      (course) => course.table !== 'B' && !home.some((one) => isSameCourse(one, { ...course, table: 'B' })),
    )
    for (const { title: name, code, ects, reasonCode, reasonText } of wanted)
      await createInside(trx, records, 'laComponent', {
        mobilityId,
        version,
        table: 'B',
        title: name,
        code,
        ects,
        status: 'inserted',
        reasonCode,
        reasonText,
      })
    return wanted.length
  })
  return { added: result }
}
