import type { Kysely } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import type { NominationChannel } from '#shared/domain/nomination-channels.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'
import { keepFile } from '#core/files/file-store.ts'
import type { Ids } from '#core/ports/ports.ts'
import { moveMobilities, notMoved, type MoveDeps } from '#core/features/mobilities/move-mobilities.service.ts'
import { nominateRegistrations } from '#core/features/athens/athens.repo.ts'
import { collectAthens } from './athens-candidates.ts'
import { collectErasmus, type ErasmusInput, type ErasmusNominee } from './erasmus-candidates.ts'
import {
  countMobilities,
  insertNominations,
  type NewNomination,
  listAthensSessions,
  listNominationYears,
  listSelected,
} from './nominations.repo.ts'

type Db = Kysely<Database>

/** Academic years that have something to nominate, the latest first. */
export async function nominationYears(db: Db) {
  return await listNominationYears(db)
}

/** Who would be nominated to which partner, and what is missing: those who lack something come first. */
export async function prepareErasmus(db: Db, input: ErasmusInput) {
  const { nominees, schoolMissing } = await collectErasmus(db, input)
  return {
    nominees: incompleteFirst(nominees).map((nominee) => ({
      mobilityId: nominee.mobilityId,
      studentId: nominee.studentId,
      student: `${nominee.familyName} ${nominee.givenNames}`.trim(),
      institutionId: nominee.institutionId,
      institution: nominee.hostName,
      status: nominee.status,
      missing: [...nominee.missing],
    })),
    partners: countByPartner(nominees),
    schoolMissing: [...schoolMissing],
  }
}

interface Prepared {
  readonly missing: readonly unknown[]
  readonly findings?: readonly unknown[]
}

/** What lacks something comes first, then what something was found on; within each, the order stays. */
function incompleteFirst<T extends Prepared>(prepared: readonly T[]): readonly T[] {
  const rank = ({ missing, findings = [] }: T) => (missing.length > 0 ? 0 : findings.length > 0 ? 1 : 2)
  return prepared.toSorted((a, b) => rank(a) - rank(b))
}

/** The partners of nominees that come host by host. */
function countByPartner(nominees: readonly ErasmusNominee[]) {
  const byPartner = Map.groupBy(nominees, (nominee) => nominee.institutionId)
  return [...byPartner].map(([institutionId, of]) => ({
    institutionId,
    name: of[0]?.hostName ?? '',
    count: of.length,
  }))
}

/** Sessions of the catalogue, the latest first. */
export async function athensSessions(db: Db) {
  return await listAthensSessions(db)
}

/** The students of a session with their choices: those who lack something come first, then those with a finding. */
export async function prepareAthens(db: Db, { session }: { readonly session: string }) {
  const { candidates, schoolMissing } = await collectAthens(db, session)
  return {
    nominees: incompleteFirst(candidates).map(({ student, choices, missing, findings }) => ({
      studentId: student.studentId,
      student: `${student.familyName} ${student.givenNames}`.trim(),
      choices: choices.map(({ rank, course }) => ({ rank, code: course.code, title: course.title })),
      missing: [...missing],
      findings: [...findings],
    })),
    schoolMissing: [...schoolMissing],
  }
}

/** A file that was made to nominate, as `run-export` reports it. */
export interface NominationFile {
  readonly name: string
  readonly sha256: string
  readonly mobilityIds: readonly string[]
  /** Kept inside the office file when it is given. */
  readonly bytes?: Uint8Array
  readonly sending?: Sending
  /** What the file says of each mobility, by its id. */
  readonly said?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** How and to whom a nomination goes. */
export interface Sending {
  readonly channel: NominationChannel
  readonly recipient: string | null
}

/**
 * Records that files were sent: a nomination is kept for each mobility in each file, and mobilities that were selected
 * become nominated. To be called inside the change `nominate`.
 * @returns the number of mobilities
 * @throws DomainError `record-missing` when a mobility is gone since the file was made, `mobility-not-moved` when one
 * may not become nominated
 */
export async function markNominated(
  trx: Trx,
  deps: { readonly ids: Ids },
  input: { readonly format: string; readonly files: readonly NominationFile[]; readonly sentOn: string },
): Promise<number> {
  const mobilityIds = [...new Set(input.files.flatMap((file) => file.mobilityIds))]
  if ((await countMobilities(trx, mobilityIds)) < mobilityIds.length)
    throw new DomainError('record-missing', { entity: 'mobility' })
  const rows: NewNomination[] = []
  for (const file of input.files) {
    const kept = file.bytes === undefined ? undefined : await keepFile(trx, file.name, file.bytes)
    for (const mobilityId of file.mobilityIds)
      rows.push({
        id: deps.ids.next(),
        mobilityId,
        sentOn: input.sentOn,
        channel: file.sending?.channel ?? 'file',
        recipient: file.sending?.recipient ?? null,
        format: input.format,
        fileName: file.name,
        sha256: file.sha256,
        sizeBytes: kept?.sizeBytes ?? null,
        said: file.said?.[mobilityId],
      })
  }
  await insertNominations(trx, rows)
  await nominateSelected(trx, { ids: deps.ids, today: input.sentOn }, mobilityIds)
  return mobilityIds.length
}

/**
 * Records nominations that went without a file: a web form that was filled in, an e-mail. To be called inside the change
 * `nominate`.
 * @throws DomainError as `markNominated`
 */
export async function markNominatedWithoutFile(
  trx: Trx,
  deps: { readonly ids: Ids },
  input: {
    readonly sentOn: string
    readonly sending: Sending
    readonly said: Readonly<Record<string, Readonly<Record<string, string>>>>
  },
): Promise<number> {
  const mobilityIds = Object.keys(input.said)
  if ((await countMobilities(trx, mobilityIds)) < mobilityIds.length)
    throw new DomainError('record-missing', { entity: 'mobility' })
  const rows = mobilityIds.map((mobilityId) => ({
    id: deps.ids.next(),
    mobilityId,
    sentOn: input.sentOn,
    ...input.sending,
    format: input.sending.channel,
    fileName: null,
    sha256: null,
    sizeBytes: null,
    said: input.said[mobilityId],
  }))
  await insertNominations(trx, rows)
  await nominateSelected(trx, { ids: deps.ids, today: input.sentOn }, mobilityIds)
  return mobilityIds.length
}

/** Those that are still selected become nominated; the others keep their status. */
async function nominateSelected(trx: Trx, deps: MoveDeps, mobilityIds: readonly string[]): Promise<void> {
  const selected = await listSelected(trx, mobilityIds)
  const ids = selected.map((mobility) => mobility.id)
  const { refused } = await moveMobilities(trx, deps, { ids, to: 'nominated' })
  const [first] = refused
  if (first === undefined) return await nominateRegistrations(trx, mobilityIds)
  const student = selected.find((mobility) => mobility.id === first.id)?.student ?? ''
  throw notMoved(student, 'nominated', first)
}
