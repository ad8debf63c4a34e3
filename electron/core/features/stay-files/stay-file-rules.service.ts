import type { Kysely } from 'kysely'
import { certifiedField, settleReceipt, type DocumentReceipt } from '#shared/domain/documents.ts'
import { fundingBalance } from '#shared/domain/funding.ts'
import { isSignedByAll, laRoles, signatureProblem, type LaRole } from '#shared/domain/learning-agreement.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { FieldProblem } from '#shared/entities/record-rules.ts'
import { documentKinds } from '#shared/entities/stay-file.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'
import { findStayDates, listInstalments, listSignatures, setStayDate } from './stay-files.repo.ts'

/*
 * What the file of a stay adds to the writing of records, whoever writes: the form, a cell of a grid, a paste, an
 * import. Everything else of these records is in their descriptions.
 */

type Values = Readonly<Record<string, FieldValue>>
type Found = { readonly field: string; readonly problem: FieldProblem } | undefined

/**
 * The record that a document awaited by a checklist will be once something is written of it: its id is that of the
 * stay, a dot, and the kind. Undefined for every other record that is not there.
 */
export async function unwrittenRecord(
  db: Kysely<Database>,
  entity: EntityName,
  id: string,
): Promise<Values | undefined> {
  if (entity !== 'document') return undefined
  const [mobilityId = '', kind = ''] = id.split('.', 2)
  if (!documentKinds.some((known) => known === kind)) return undefined
  if ((await findStayDates(db, mobilityId)) === undefined) return undefined
  return {
    mobilityId,
    kind,
    title: null,
    status: 'missing',
    certifiedDate: null,
    dueOn: null,
    receivedOn: null,
    issuedOn: null,
    expiresOn: null,
    fileName: null,
    sha256: null,
    sizeBytes: null,
    notes: null,
  }
}

/** Values that follow from those given: what is received was received on a day; what is decided is no longer asked. */
export function completeValues(entity: EntityName, before: Values, given: Values, today: string): Values {
  if (entity === 'document') return settleReceipt(receiptOf(before), receiptPatch(given), today)
  if (entity === 'funding') return completeFunding(before, given, today)
  return {}
}

function receiptOf(values: Values): DocumentReceipt {
  return {
    status: statusOf(values['status']) ?? 'missing',
    receivedOn: textOf(values['receivedOn']),
    certifiedDate: textOf(values['certifiedDate']),
    sha256: textOf(values['sha256']),
  }
}

function receiptPatch(given: Values): Partial<DocumentReceipt> {
  const status = statusOf(given['status'])
  return {
    ...(status === undefined ? {} : { status }),
    ...('receivedOn' in given ? { receivedOn: textOf(given['receivedOn']) } : {}),
    ...('certifiedDate' in given ? { certifiedDate: textOf(given['certifiedDate']) } : {}),
    ...('sha256' in given ? { sha256: textOf(given['sha256']) } : {}),
  }
}

function statusOf(value: FieldValue | undefined): DocumentReceipt['status'] | undefined {
  return value === 'missing' || value === 'received' || value === 'waived' ? value : undefined
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** An amount granted is a decision of today, unless a day or another decision was given. */
function completeFunding(before: Values, given: Values, today: string): Values {
  const isGranted = typeof given['amountGranted'] === 'number'
  const status = given['status'] ?? (isGranted ? 'granted' : (before['status'] ?? 'asked'))
  const isDecided = status === 'granted' || status === 'refused'
  const decidedOn = 'decidedOn' in given ? given['decidedOn'] : before['decidedOn']
  const isNewlyDecided = isDecided && (before['status'] !== status || isGranted)
  return { status, decidedOn: isNewlyDecided ? (decidedOn ?? today) : (decidedOn ?? null) }
}

/** What a record cannot be beside the others of its stay, told at the field where it is mended. */
export async function neighbourProblem(
  db: Kysely<Database>,
  entity: EntityName,
  id: string,
  values: Values,
  before: Values | undefined,
): Promise<Found> {
  return await neighbourRules[entity]?.(db, id, values, before)
}

type NeighbourRule = (
  db: Kysely<Database>,
  id: string,
  values: Values,
  before: Values | undefined,
) => Promise<Found>

const neighbourRules: Readonly<Partial<Record<EntityName, NeighbourRule>>> = {
  document: (db, _id, values) => certificateProblem(db, values),
  interruption: (db, _id, values) => interruptionProblem(db, values),
  laComponent: async (db, _id, values, before) =>
    (await signedProblem(db, before)) ?? (await signedProblem(db, values)),
  laSignature: signingProblem,
  instalment: instalmentProblem,
  funding: grantProblem,
}

/** What may not be removed: a course under a version that all have signed (EWP), a signature that others rest on. */
export async function removalProblem(
  db: Kysely<Database>,
  entity: EntityName,
  values: Values | undefined,
): Promise<Found> {
  if (values === undefined) return undefined
  if (entity === 'laComponent') return await signedProblem(db, values)
  if (entity !== 'laSignature') return undefined
  const signatures = await listSignatures(db, String(values['mobilityId']))
  const place = laRoles.findIndex((role) => role === values['role'])
  const later = laRoles
    .slice(place + 1)
    .find((role) =>
      signatures.some(
        (one) => one.version === values['version'] && one.role === role && one.signedOn !== null,
      ),
    )
  return later === undefined ? undefined : found('role', textKey(`stay-file.problem.unsigned-under.${later}`))
}

function found(field: string, code: FieldProblem['code'], params: FieldProblem['params'] = {}): Found {
  return { field, problem: { code, params } }
}

/** The certificate of departure may not say a day before that of arrival. */
async function certificateProblem(db: Kysely<Database>, values: Values): Promise<Found> {
  const field = certifiedField(String(values['kind']))
  const date = textOf(values['certifiedDate'])
  if (date === null || field === undefined) return undefined
  const stay = await findStayDates(db, String(values['mobilityId']))
  const start = field === 'actualStart' ? date : (stay?.actualStart ?? null)
  const end = field === 'actualEnd' ? date : (stay?.actualEnd ?? null)
  return start !== null && end !== null && start > end
    ? found('certifiedDate', 'record.ends-before-start', { start, end })
    : undefined
}

/** An interruption lies within the stay. */
async function interruptionProblem(db: Kysely<Database>, values: Values): Promise<Found> {
  const stay = await findStayDates(db, String(values['mobilityId']))
  const start = stay?.actualStart ?? stay?.plannedStart ?? null
  const end = stay?.actualEnd ?? stay?.plannedEnd ?? null
  if (start !== null && String(values['start']) < start)
    return found('start', 'stay-file.problem.before-stay', { date: start })
  return end !== null && String(values['end']) > end
    ? found('end', 'stay-file.problem.after-stay', { date: end })
    : undefined
}

async function signedProblem(db: Kysely<Database>, values: Values | undefined): Promise<Found> {
  const version = values?.['version']
  if (values === undefined || typeof version !== 'number') return undefined
  const signatures = await listSignatures(db, String(values['mobilityId']))
  return isSignedByAll(signatures, version)
    ? found('version', 'stay-file.problem.version-signed', { version })
    : undefined
}

async function signingProblem(db: Kysely<Database>, id: string, values: Values): Promise<Found> {
  const role: LaRole | undefined = laRoles.find((known) => known === values['role'])
  const version = values['version']
  if (role === undefined || typeof version !== 'number') return undefined
  const signatures = await listSignatures(db, String(values['mobilityId']))
  const problem = signatureProblem({ id, version, role, signedOn: textOf(values['signedOn']) }, signatures)
  if (problem === undefined) return undefined
  if (problem.code === 'party-signed-twice') return found('role', 'stay-file.problem.party-signed-twice')
  const code = textKey(`stay-file.problem.${problem.code}.${problem.params.role}`)
  return found('signedOn', code, 'date' in problem.params ? { date: problem.params.date } : {})
}

/** Payments of one aid come to what was granted at most. */
async function instalmentProblem(db: Kysely<Database>, id: string, values: Values): Promise<Found> {
  const { granted, instalments } = await listInstalments(db, String(values['fundingId']))
  const others = instalments.filter((one) => one.id !== id)
  const amount = typeof values['amount'] === 'number' ? values['amount'] : 0
  if (granted === null) return found('amount', 'stay-file.problem.nothing-granted')
  const { left } = fundingBalance(granted, others)
  return Math.round(amount * 100) > Math.round(left * 100)
    ? found('amount', 'stay-file.problem.over-grant', { left, granted })
    : undefined
}

/** What was granted may not fall below its payments. */
async function grantProblem(db: Kysely<Database>, id: string, values: Values): Promise<Found> {
  const { instalments } = await listInstalments(db, id)
  if (instalments.length === 0) return undefined
  const granted = typeof values['amountGranted'] === 'number' ? values['amountGranted'] : 0
  const { left, paid, planned } = fundingBalance(granted, instalments)
  return left < 0
    ? found('amountGranted', 'stay-file.problem.under-payments', { sum: (paid * 100 + planned * 100) / 100 })
    : undefined
}

/**
 * A certificate of arrival or departure sets the real date of the stay, and takes it back with itself; a date that was
 * typed otherwise since stays.
 */
export async function afterWriting(
  trx: Trx,
  entity: EntityName,
  before: Values,
  after: Values,
): Promise<void> {
  if (entity !== 'document') return
  const field = certifiedField(String(after['kind']))
  const date = textOf(after['certifiedDate'])
  const former = textOf(before['certifiedDate'])
  if (field === undefined || date === former) return
  const stay = await findStayDates(trx, String(after['mobilityId']))
  if (stay === undefined || (date === null && stay[field] !== former)) return
  await setStayDate(trx, String(after['mobilityId']), field, date)
}
