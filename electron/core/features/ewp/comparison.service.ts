import { compareAgreements } from '#shared/domain/agreement-comparison.ts'
import { DomainError } from '#shared/domain/errors.ts'
import type { ComparedCopies, CopySource } from '#shared/contract/comparison.ts'
import {
  copyOfFile,
  copyOfOffice,
  soughtOf,
  withinList,
  type CopyDeps,
  type NamedCopy,
  type Sought,
} from '#core/ewp/read-copy.ts'
import { listOfficeAgreements } from '#core/ewp/office-iia.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'

interface ReadCopy {
  readonly copy: NamedCopy
  readonly found: Sought
}

/**
 * Compares two copies of one agreement, the first being ours. Where one comes from the office, it says whose agreement
 * is looked for in the other; nothing is written.
 * @throws DomainError `record-missing`, `comparison-empty`, `comparison-several`, and those of reading files
 */
export async function compareCopies(
  office: OfficeServices,
  deps: CopyDeps,
  a: CopySource,
  b: CopySource,
): Promise<ComparedCopies> {
  const isOfficeSecond = 'file' in a && !('file' in b)
  const second = isOfficeSecond ? await readCopy(office, deps, b, undefined) : undefined
  const first = await readCopy(office, deps, a, second?.found)
  const other = second ?? (await readCopy(office, deps, b, first.found))
  const [ours, theirs] = bothWithinLists(first.copy, other.copy)
  return {
    ours: told(ours),
    theirs: told(theirs),
    pairs: compareAgreements(ours, theirs).map((pair) => ({
      ...pair,
      differences: pair.differences.map((difference) => ({ ...difference })),
    })),
  }
}

/** The office's own copy of an agreement. @throws DomainError `record-missing` */
export async function officeCopy({ connections }: OfficeServices, agreementId: string) {
  const [office] = await listOfficeAgreements(connections.read, { agreementId })
  if (office === undefined) throw new DomainError('record-missing', { entity: 'agreement' })
  return told(copyOfOffice(office))
}

function bothWithinLists(ours: NamedCopy, theirs: NamedCopy): readonly [NamedCopy, NamedCopy] {
  return [theirs.isList ? withinList(ours, theirs) : ours, ours.isList ? withinList(theirs, ours) : theirs]
}

function told({ label, isSigned, conditions }: NamedCopy) {
  return {
    label,
    isSigned,
    conditions: conditions.map((condition) => ({ ...condition, values: { ...condition.values } })),
  }
}

async function readCopy(
  { connections }: OfficeServices,
  deps: CopyDeps,
  source: CopySource,
  sought: Sought | undefined,
): Promise<ReadCopy> {
  if ('file' in source) {
    const bytes = new Uint8Array(await source.file.arrayBuffer())
    return await copyOfFile({ name: source.file.name, bytes }, sought, deps)
  }
  const asked =
    'agreementId' in source
      ? { agreementId: source.agreementId }
      : { institutionIds: [source.institutionId], anyKind: true }
  const all = await listOfficeAgreements(connections.read, asked)
  const erasmus = all.filter(({ agreement }) => agreement.kind === 'erasmus')
  const candidates = erasmus.length > 0 ? erasmus : all
  const [only] = candidates
  if (only === undefined) throw new DomainError('record-missing', { entity: 'agreement' })
  if (candidates.length > 1)
    throw new DomainError('comparison-several', { file: only.institution.name, count: candidates.length })
  return { copy: copyOfOffice(only), found: soughtOf(only) }
}
