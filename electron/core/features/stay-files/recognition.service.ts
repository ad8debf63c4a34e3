import type { StayRecognition } from '#shared/contract/stay-files.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { componentsInForce, ectsByTable, newestVersion } from '#shared/domain/learning-agreement.ts'
import { recognitionOf } from '#shared/domain/recognition.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { findStayOfAgreement, listComponents, listTranscript } from './stay-files.repo.ts'

/** The transcript of a stay beside its agreement, and what follows from the credits. */
export async function recognitionOfStay(
  { connections }: OfficeServices,
  mobilityId: string,
): Promise<StayRecognition> {
  const db = connections.read
  const stay = await findStayOfAgreement(db, mobilityId)
  if (stay === undefined) throw new DomainError('record-missing', { entity: 'mobility' })
  const components = await listComponents(db, mobilityId)
  const lines = await listTranscript(db, mobilityId)
  const inForce = componentsInForce(components, newestVersion(components))
  const agreed = ectsByTable(inForce).B
  const asked = stay.ectsAsked ?? (inForce.length === 0 ? null : agreed)
  const { obtained, proposal, missing, unexpected } = recognitionOf(asked, inForce, lines)
  return {
    lines,
    agreed,
    obtained,
    proposal: proposal ?? null,
    missing: missing.map(({ title }) => title),
    unexpected: unexpected.map(({ title }) => title),
  }
}
