import { foldText } from './text-folding.ts'

/*
 * The learning agreement of EWP (Learning Agreement API 1.2.0 and its business requirements of 2022-10-24): table A is
 * studied at the host, B recognised at home, C virtual. One agreement per stay, in versions: the first, then changes,
 * each of which inserts and deletes courses for a reason. Each version is approved by the student, then the sending
 * school, then the receiving one, before the stay starts; what the three have signed is never deleted. Recognition is
 * automatic unless said otherwise, and then an explanation is owed.
 */

export type LaTable = 'A' | 'B' | 'C'

export interface LaComponent {
  readonly id: string
  readonly version: number
  readonly table: LaTable
  readonly title: string
  readonly code: string | null
  readonly ects: number | null
  readonly status: 'inserted' | 'deleted'
  readonly reasonCode: string | null
  readonly reasonText: string | null
}

export const laRoles = ['student', 'sending', 'receiving'] as const
export type LaRole = (typeof laRoles)[number]

export interface LaSignature {
  readonly id: string
  readonly version: number
  readonly role: LaRole
  readonly signedOn: string | null
}

/** The three parties have signed this version. */
export function isSignedByAll(signatures: readonly Omit<LaSignature, 'id'>[], version: number): boolean {
  return laRoles.every((role) => signedOn(signatures, version, role) !== undefined)
}

/** The newest version that holds a course or a signature; 1 when there is none. */
export function newestVersion(
  components: readonly Pick<LaComponent, 'version'>[],
  signatures: readonly Pick<LaSignature, 'version'>[] = [],
): number {
  return Math.max(1, ...components.map(({ version }) => version), ...signatures.map(({ version }) => version))
}

/** The courses of the agreement as it stands after a version: what was inserted and not deleted since. */
export function componentsInForce<C extends LaComponent>(
  components: readonly C[],
  version: number,
): readonly C[] {
  let inForce: readonly C[] = []
  for (let at = 1; at <= version; at += 1) {
    const own = components.filter((one) => one.version === at)
    for (const one of own.filter(({ status }) => status === 'deleted')) inForce = without(inForce, one)
    inForce = [...inForce, ...own.filter(({ status }) => status === 'inserted')]
  }
  return inForce
}

/** Takes one course out: the same table and the same code, or the same title where one has no code. */
function without<C extends LaComponent>(courses: readonly C[], deleted: LaComponent): readonly C[] {
  const index = courses.findIndex((course) => isSameCourse(course, deleted))
  return index === -1 ? courses : courses.toSpliced(index, 1)
}

export function isSameCourse(
  a: Pick<LaComponent, 'table' | 'code' | 'title'>,
  b: Pick<LaComponent, 'table' | 'code' | 'title'>,
): boolean {
  if (a.table !== b.table) return false
  return a.code !== null && b.code !== null
    ? foldText(a.code) === foldText(b.code)
    : foldText(a.title) === foldText(b.title)
}

/** ECTS credits of some courses by table; a course without credits counts none. */
export function ectsByTable(components: readonly LaComponent[]): Readonly<Record<LaTable, number>> {
  const sum = (table: LaTable) =>
    rounded(
      components.filter((one) => one.table === table).reduce((total, one) => total + (one.ects ?? 0), 0),
    )
  return { A: sum('A'), B: sum('B'), C: sum('C') }
}

/** Credits are given in halves and quarters: two decimals are exact. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

export type LaFindingCode =
  | 'nothing-at-host'
  | 'nothing-recognised'
  | 'credits-differ'
  | 'credits-missing'
  | 'deletes-nothing'
  | 'inserted-twice'
  | 'change-without-reason'
  | 'no-explanation'
  | 'signed-after-start'

export interface LaFinding {
  readonly code: LaFindingCode
  /** What fills its sentence. */
  readonly params: Readonly<Record<string, string | number>>
  /** The course to mend. */
  readonly componentId?: string
}

export interface LaAgreement {
  readonly components: readonly LaComponent[]
  readonly signatures: readonly LaSignature[]
  /** Null: not said, which is yes. */
  readonly automaticRecognition: boolean | null
  readonly recognitionExplanation: string | null
  /** The first day of the stay, `YYYY-MM-DD`. */
  readonly stayStart: string | null
}

/** What still has to be looked at in an agreement, as it stands in its newest version; nothing when it is complete. */
export function agreementFindings(agreement: LaAgreement): readonly LaFinding[] {
  const { components, signatures } = agreement
  const version = newestVersion(components, signatures)
  const inForce = componentsInForce(components, version)
  const credits = ectsByTable(inForce)
  const findings: LaFinding[] = []
  if (!inForce.some(({ table }) => table !== 'B')) findings.push({ code: 'nothing-at-host', params: {} })
  if (!inForce.some(({ table }) => table === 'B')) findings.push({ code: 'nothing-recognised', params: {} })
  else if (credits.A + credits.C !== credits.B)
    findings.push({
      code: 'credits-differ',
      params: { host: rounded(credits.A + credits.C), home: credits.B },
    })
  for (const { id, title, ects } of inForce)
    if (ects === null) findings.push({ code: 'credits-missing', params: { title }, componentId: id })
  findings.push(...changeFindings(components))
  if (agreement.automaticRecognition === false && (agreement.recognitionExplanation ?? '') === '')
    findings.push({ code: 'no-explanation', params: {} })
  const last = signedOn(signatures, 1, 'receiving')
  if (last !== undefined && agreement.stayStart !== null && last > agreement.stayStart)
    findings.push({ code: 'signed-after-start', params: { signed: last, start: agreement.stayStart } })
  return findings
}

function changeFindings(components: readonly LaComponent[]): readonly LaFinding[] {
  return components.flatMap((one): readonly LaFinding[] => {
    const before = componentsInForce(components, one.version - 1)
    const isThere = before.some((course) => isSameCourse(course, one))
    const findings: LaFinding[] = []
    const { title, id: componentId } = one
    if (one.status === 'deleted' && !isThere)
      findings.push({ code: 'deletes-nothing', params: { title }, componentId })
    if (one.status === 'inserted' && isThere && !isDeletedIn(components, one))
      findings.push({ code: 'inserted-twice', params: { title }, componentId })
    if (one.version > 1 && one.reasonCode === null && (one.reasonText ?? '') === '')
      findings.push({ code: 'change-without-reason', params: { title }, componentId })
    return findings
  })
}

function isDeletedIn(components: readonly LaComponent[], course: LaComponent): boolean {
  return components.some(
    (one) => one.version === course.version && one.status === 'deleted' && isSameCourse(one, course),
  )
}

export type SignatureProblem =
  | { readonly code: 'party-signed-twice'; readonly params: Readonly<Record<string, string>> }
  | { readonly code: 'unsigned-before'; readonly params: { readonly role: LaRole } }
  | { readonly code: 'signed-before'; readonly params: { readonly role: LaRole; readonly date: string } }
  | { readonly code: 'signed-after'; readonly params: { readonly role: LaRole; readonly date: string } }

/**
 * What is wrong with the date of a signature among the others of its version: the parties sign in order, the same day
 * at the earliest. A signature without a date is only a name to come, and always fits.
 */
export function signatureProblem(
  signature: LaSignature,
  signatures: readonly LaSignature[],
): SignatureProblem | undefined {
  const others = signatures.filter((one) => one.version === signature.version && one.id !== signature.id)
  if (others.some(({ role }) => role === signature.role)) return { code: 'party-signed-twice', params: {} }
  const place = laRoles.indexOf(signature.role)
  for (const role of laRoles.slice(0, place)) {
    const date = signedOn(others, signature.version, role)
    if (signature.signedOn === null) continue
    if (date === undefined) return { code: 'unsigned-before', params: { role } }
    if (date > signature.signedOn) return { code: 'signed-before', params: { role, date } }
  }
  for (const role of laRoles.slice(place + 1)) {
    const date = signedOn(others, signature.version, role)
    if (date === undefined) continue
    if (signature.signedOn === null || signature.signedOn > date)
      return { code: 'signed-after', params: { role, date } }
  }
  return undefined
}

function signedOn(
  signatures: readonly Omit<LaSignature, 'id'>[],
  version: number,
  role: LaRole,
): string | undefined {
  return signatures.find((one) => one.version === version && one.role === role)?.signedOn ?? undefined
}
