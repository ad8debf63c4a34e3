import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import {
  comparedFields,
  type AgreementCopy,
  type ComparedField,
  type CopyCondition,
} from '#shared/domain/agreement-comparison.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { readIia, type Iia } from '#shared/domain/ewp/iia.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { School } from '#shared/contract/settings.ts'
import { createChangeDoor } from '#core/db/change.ts'
import { migrations } from '#core/db/migrations/index.ts'
import { createOfficeFile } from '#core/db/open.ts'
import type { Database } from '#core/db/schema.ts'
import { createTurns } from '#core/db/turns.ts'
import { quietJob } from '#core/imports/import-job.ts'
import { createImportService } from '#core/imports/import-service.ts'
import type { OpenOptions } from '#core/sheets/open-workbook.ts'
import type { Clock, Ids, Log } from '#core/ports/ports.ts'
import { listOfficeAgreements, toCopyCondition, toIia, type OfficeAgreement } from './office-iia.ts'
import { readEwpDocument } from './read-document.ts'

/** A copy of an agreement, with what it is called. */
export interface NamedCopy extends AgreementCopy {
  readonly label: string
  /** A list says only some fields and kinds of conditions: nothing is concluded from its silence. */
  readonly isList: boolean
}

/** Whose agreement is looked for in a file that holds several. */
export interface Sought {
  readonly heiId: string | null
  readonly names: readonly string[]
  readonly erasmusCode: string | null
  readonly iiaIds: readonly string[]
}

export interface CopyDeps {
  readonly school: School
  readonly reading: OpenOptions
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
}

interface CopyFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const placeholder = { ours: 'ours.invalid', theirs: 'theirs.invalid' } as const

/** The office's own copy. */
export function copyOfOffice(office: OfficeAgreement): NamedCopy {
  const { agreement, institution } = office
  const school = { schac: placeholder.ours, coordinatorName: '', coordinatorEmail: '' }
  const named = { ...office, institution: { ...institution, schac: placeholder.theirs } }
  const iia = toIia(named, school)
  return {
    label: [institution.name, agreement.reference].filter((text) => text !== null).join(' · '),
    isSigned:
      agreement.status === 'active' && agreement.signedOn !== null && agreement.partnerSignedOn !== null,
    conditions: iia.conditions.map((condition) => toCopyCondition(condition, placeholder.ours)),
    isList: false,
  }
}

export function soughtOf({ agreement, institution }: OfficeAgreement): Sought {
  return {
    heiId: institution.schac,
    names: [institution.name, institution.nameEn, institution.shortName].flatMap((name) => name ?? []),
    erasmusCode: institution.erasmusCode,
    iiaIds: [agreement.iiaId, agreement.partnerIiaId, agreement.id].flatMap((id) => id ?? []),
  }
}

/**
 * The copy that a file holds: an EWP document, or a list of partners in a spreadsheet, read as the import reads it.
 * `sought` says whose agreement; without it the file must hold one only.
 * @throws DomainError `comparison-empty`, `comparison-several`, and those of reading the file
 */
export async function copyOfFile(
  file: CopyFile,
  sought: Sought | undefined,
  deps: CopyDeps,
): Promise<{ readonly copy: NamedCopy; readonly found: Sought }> {
  const head = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, Math.min(file.bytes.byteLength, 200))
  const isXml = /^[\s\uFEFF\xEF\xBB\xBF\xFF\xFE\0]*</.test(head.toString('latin1'))
  return isXml ? await copyOfXml(file, sought, deps) : await copyOfList(file, sought, deps)
}

async function copyOfXml(file: CopyFile, sought: Sought | undefined, { school, reading }: CopyDeps) {
  const document = await readEwpDocument(file, reading, 'iia')
  const valid = document.parts.filter(({ findings }) => findings.length === 0)
  if (valid.length < document.parts.length && valid.length === 0)
    throw new DomainError('ewp-nothing-valid', { file: file.name })
  const iias = valid.map(({ node }) => readIia(node))
  const iia = chosen(iias, sought === undefined ? undefined : (one) => fitOfIia(one, sought), file.name)
  const heis = iia.partners.map(({ heiId }) => heiId)
  const ourHei =
    heis.find((hei) => hei === school.schac.toLowerCase()) ??
    (sought?.heiId !== undefined && sought.heiId !== null && heis.includes(sought.heiId)
      ? heis.find((hei) => hei !== sought.heiId)
      : undefined) ??
    heis[0] ??
    ''
  const theirHei = heis.find((hei) => hei !== ourHei) ?? ''
  const copy: NamedCopy = {
    label: file.name,
    isSigned: iia.isInEffect && iia.partners.every(({ signedOn }) => signedOn !== null),
    conditions: iia.conditions.map((condition) => toCopyCondition(condition, ourHei)),
    isList: false,
  }
  const found: Sought = {
    heiId: theirHei,
    names: [],
    erasmusCode: null,
    iiaIds: iia.partners.flatMap(({ iiaId }) => iiaId ?? []),
  }
  return { copy, found }
}

function fitOfIia({ partners }: Iia, { heiId, iiaIds }: Sought): number {
  const isNamed = partners.some(({ iiaId }) => iiaId !== null && iiaIds.includes(iiaId))
  const isWith = heiId !== null && partners.some((partner) => partner.heiId === heiId)
  return (isNamed ? 2 : 0) + (isWith ? 1 : 0)
}

/** The best fit, which must be alone; the only one when nothing is sought. */
function chosen<T>(all: readonly T[], fitOf: ((one: T) => number) | undefined, file: string): T {
  const [only] = all
  if (only === undefined) throw new DomainError('comparison-empty', { file })
  if (all.length === 1) return only
  const scored = all.map((one) => ({ one, fit: fitOf?.(one) ?? 1 }))
  const best = Math.max(...scored.map(({ fit }) => fit))
  const found = scored.filter(({ fit }) => fit === best)
  const [first] = found
  if (first === undefined || best === 0) throw new DomainError('comparison-empty', { file })
  if (found.length > 1) throw new DomainError('comparison-several', { file, count: found.length })
  return first.one
}

/** Reads the list into an office of its own, in a folder that is gone afterwards. */
async function copyOfList(file: CopyFile, sought: Sought | undefined, deps: CopyDeps) {
  const folder = await mkdtemp(join(tmpdir(), 'escale-compare-'))
  try {
    const connections = createOfficeFile({ path: join(folder, 'copy.escale'), migrations, log: deps.log })
    try {
      const { clock, ids, log, reading } = deps
      const door = createChangeDoor({ connections, clock, actor: '', turns: createTurns() })
      const service = createImportService({ connections, door, ids, clock, log, sheets: reading })
      const importId = await service.read({ kind: 'partners', file }, quietJob)
      await service.apply(importId, quietJob)
      service.close()
      return await copyFromOffice(connections.read, sought, file.name)
    } finally {
      await connections.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyFromOffice(db: Kysely<Database>, sought: Sought | undefined, file: string) {
  const all = (await listOfficeAgreements(db, { anyKind: true })).filter(
    ({ conditions }) => conditions.length > 0,
  )
  const office = chosen(all, sought === undefined ? undefined : (one) => fitOfOffice(one, sought), file)
  return {
    copy: { ...copyOfOffice(office), label: file, isSigned: false, isList: true },
    found: soughtOf(office),
  }
}

function fitOfOffice({ institution }: OfficeAgreement, { heiId, names, erasmusCode }: Sought): number {
  if (erasmusCode !== null && institution.erasmusCode === erasmusCode) return 3
  if (heiId !== null && institution.schac === heiId) return 2
  const own = [institution.name, institution.nameEn].flatMap((name) =>
    name === null ? [] : [matchKey(name)],
  )
  return names.some((name) => own.includes(matchKey(name))) ? 1 : 0
}

/** What a list says of conditions: its silence on a field, or on a kind of condition, is no difference. */
export function withinList(copy: NamedCopy, list: NamedCopy): NamedCopy {
  const said = new Set<ComparedField>(
    comparedFields.filter((field) =>
      list.conditions.some(({ values }) => values[field] !== null && values[field] !== false),
    ),
  )
  const kinds = new Set(list.conditions.map(({ direction, kind }) => `${direction} ${kind}`))
  const narrowed = (condition: CopyCondition): CopyCondition => ({
    ...condition,
    values: mapValues((field) => (said.has(field) ? condition.values[field] : null)),
  })
  return {
    ...copy,
    conditions: copy.conditions
      .filter(({ direction, kind }) => kinds.has(`${direction} ${kind}`))
      .map(narrowed),
  }
}

function mapValues(valueOf: (field: ComparedField) => CopyCondition['values'][ComparedField]) {
  return {
    peoplePerYear: valueOf('peoplePerYear'),
    monthsPerYear: valueOf('monthsPerYear'),
    daysPerYear: valueOf('daysPerYear'),
    firstYear: valueOf('firstYear'),
    lastYear: valueOf('lastYear'),
    iscedCodes: valueOf('iscedCodes'),
    eqfLevels: valueOf('eqfLevels'),
    languages: valueOf('languages'),
    isBlended: valueOf('isBlended'),
    sendingOunitId: valueOf('sendingOunitId'),
    receivingOunitId: valueOf('receivingOunitId'),
    otherTerms: valueOf('otherTerms'),
  } satisfies CopyCondition['values']
}
