import { isReportable, isIscedF } from '#shared/domain/isced-f.ts'
import { parseLanguageSkills } from '#shared/domain/languages.ts'
import { lasRule, omobilitiesRule } from '#shared/domain/ewp/mobility-rules.ts'
import { namespaces } from '#shared/domain/ewp/namespaces.ts'
import { putParts, textSlot, type Slot } from '#shared/domain/ewp/put-parts.ts'
import { checkDocument, partsOf, type ElementRule, type SchemaFinding } from '#shared/domain/ewp/schema.ts'
import {
  knownIsced,
  readComponent,
  readEnd,
  readSignature,
  readSkill,
  readStart,
  readStudent,
  semesterOfTerm,
  termOf,
  type EwpComponent,
  type EwpSignature,
} from '#shared/domain/ewp/stay-values.ts'
import { branch, findChild, leaf, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { School } from '#shared/contract/settings.ts'
import { sha256 } from './check-iia.ts'
import type { OfficeStay } from './office-stays.ts'

/** A part of a document made from the office, and what its schema would not allow in it. */
export interface WrittenStay {
  readonly node: XmlNode
  readonly findings: readonly SchemaFinding[]
}

/** How EWP calls a step of the pipeline. Source: MobilityStatus of ewp-specs-api-omobilities v3. */
export function statusOfStep(step: string): 'pending' | 'approved' | 'rejected' | 'cancelled' {
  if (step === 'refused') return 'rejected'
  if (step === 'withdrawn') return 'cancelled'
  return step === 'selected' || step === 'nominated' ? 'pending' : 'approved'
}

/** The nomination of a stay. */
export function writeNomination(stay: OfficeStay, school: School): WrittenStay {
  const ns = namespaces.omobilities3
  const rule = ruleAt(omobilitiesRule, 'student-mobility')
  const source = stay.nomination
  const { mobility } = stay
  const nomination = writeNominationPart(stay, school)
  const student = putParts(
    ruleAt(rule, 'student'),
    findChild(source, 'student'),
    studentSlots(ns, stay, 'nationality'),
  )
  const node = putParts(rule, source, [
    ...(source === undefined ? [textSlot(ns, 'omobility-id', mobility.id)] : []),
    always('student', student),
    always('nomination', nomination),
    textSlot(ns, 'status', statusOfStep(mobility.status)),
  ])
  return { node, findings: checkDocument(branch(ns, omobilitiesRule.name, [node]), omobilitiesRule) }
}

function writeNominationPart(stay: OfficeStay, school: School): XmlNode {
  const ns = namespaces.omobilities3
  const rule = ruleAt(omobilitiesRule, 'student-mobility', 'nomination')
  const { mobility, student, condition, agreement, institution } = stay
  const source = findChild(stay.nomination, 'nomination')
  const hei = (name: string, heiId: string, iiaId: string | null) =>
    always(
      name,
      putParts(ruleAt(rule, name), findChild(source, name), [
        textSlot(ns, 'hei-id', heiId, (text) => text.trim().toLowerCase()),
        ...(iiaId === null ? [] : [textSlot(ns, 'iia-id', iiaId)]),
      ]),
    )
  const agreed = condition?.iscedCodes
    ?.split(',')
    .map((code) => code.trim())
    .find((code) => isIscedF(code) && isReportable(code))
  const isced = mobility.iscedCode ?? student.iscedCode
  const made = putParts(rule, source, [
    hei(
      'sending-hei',
      school.schac.toLowerCase(),
      agreement === undefined ? null : (agreement.iiaId ?? agreement.id),
    ),
    hei('receiving-hei', institution?.schac ?? '', agreement?.partnerIiaId ?? null),
    {
      names: ['sending-academic-term-ewp-id', 'non-standard-mobility-period'],
      value: mobility.semester ?? 'other',
      read: ([node]) => (node === undefined ? null : (semesterOfTerm(node.text) ?? 'other')),
      write: () => {
        const term = termOf(mobility.academicYear, mobility.semester)
        return [
          term === null
            ? leaf(ns, 'non-standard-mobility-period', '')
            : leaf(ns, 'sending-academic-term-ewp-id', term),
        ]
      },
    },
    textSlot(ns, 'receiving-academic-year-id', mobility.academicYear),
    ...given(source, 'activity-type', textSlot(ns, 'activity-type', 'student-studies')),
    ...given(
      source,
      'activity-attributes',
      textSlot(ns, 'activity-attributes', condition?.isBlended === 1 ? 'short-term-blended' : 'long-term'),
    ),
    iscedSlot(ns, 'agreement-isced-f-code', agreed ?? isced),
    textSlot(
      ns,
      'eqf-level-studied-at-departure',
      student.eqfLevel === null ? null : String(student.eqfLevel),
      (text) => String(Number(text)),
    ),
    iscedSlot(ns, 'nominee-isced-f-code', student.iscedCode ?? mobility.iscedCode),
  ])
  const proposal =
    source?.attributes['proposal-id'] ?? sha256(JSON.stringify(made.children)).slice(0, 40).toUpperCase()
  return { ...made, attributes: { ...made.attributes, 'proposal-id': proposal } }
}

/** What the document says and the office does not decide: written only where no document was read. */
function given(source: XmlNode | undefined, name: string, slot: Slot): readonly Slot[] {
  return findChild(source, name) === undefined ? [slot] : []
}

/** A code of four digits: what the classification does not know stays as it was read. */
function iscedSlot(ns: string, name: string, value: string | null): Slot {
  return {
    names: [name],
    value,
    read: ([node]) => knownIsced(node?.text.trim()) ?? (node === undefined ? null : value),
    write: (code) => [leaf(ns, name, code)],
  }
}

function always(name: string, node: XmlNode): Slot {
  return { names: [name], value: 'made', read: () => null, write: () => [node] }
}

function studentSlots(ns: string, { student }: OfficeStay, nationality: string): readonly Slot[] {
  const own = (name: string, value: string | null, key: keyof ReturnType<typeof readStudent>): Slot => ({
    names: [name],
    value,
    // an empty value of ours takes nothing away from the document
    read: (nodes) => {
      const read = readStudent(branch(ns, 'student', nodes))[key]
      return value === null ? null : read
    },
    write: (text) => [leaf(ns, name, text)],
  })
  return [
    own('given-names', student.givenNames, 'givenNames'),
    own('family-name', student.familyName, 'familyName'),
    own('global-id', student.esi, 'esi'),
    own('birth-date', student.birthDate, 'birthDate'),
    own(nationality, student.nationality, 'nationality'),
    own('gender', student.gender, 'gender'),
    own('email', student.email, 'email'),
  ]
}

const tables = {
  'components-studied': 'A',
  'components-recognized': 'B',
  'virtual-components': 'C',
} as const
const roles = {
  'student-signature': 'student',
  'sending-hei-signature': 'sending',
  'receiving-hei-signature': 'receiving',
} as const

/** The learning agreement of a stay: its first version, the changes approved since, and those proposed. */
export function writeLearningAgreement(stay: OfficeStay, school: School): WrittenStay {
  const ns = namespaces.las1
  const rule = ruleAt(lasRule, 'la')
  const { mobility, student, institution } = stay
  const source = stay.learningAgreement
  const versions = versionsOf(stay)
  const skill = skillOf(stay)
  const node = putParts(rule, source, [
    ...(source === undefined ? [textSlot(ns, 'omobility-id', mobility.id)] : []),
    heiSlot(
      rule,
      source,
      'sending-hei',
      school.schac.toLowerCase(),
      school.coordinatorName,
      school.coordinatorEmail,
    ),
    heiSlot(
      rule,
      source,
      'receiving-hei',
      institution?.schac ?? '',
      institution?.contactName ?? '',
      institution?.contactEmail ?? '',
    ),
    textSlot(ns, 'receiving-academic-year-id', mobility.academicYear),
    always(
      'student',
      putParts(ruleAt(rule, 'student'), findChild(source, 'student'), studentSlots(ns, stay, 'citizenship')),
    ),
    daySlot(ns, 'start', mobility.actualStart ?? mobility.plannedStart, (nodes) =>
      readStart(branch(ns, 'la', nodes)),
    ),
    daySlot(ns, 'end', mobility.actualEnd ?? mobility.plannedEnd, (nodes) =>
      readEnd(branch(ns, 'la', nodes)),
    ),
    textSlot(
      ns,
      'eqf-level-studied-at-departure',
      student.eqfLevel === null ? null : String(student.eqfLevel),
      (text) => String(Number(text)),
    ),
    iscedSlot(ns, 'isced-f-code', mobility.iscedCode ?? student.iscedCode),
    {
      names: ['student-language-skill'],
      value: skill,
      read: ([one]) => readSkill(one)?.skill ?? null,
      write: (text) => {
        const [language = '', level] = text.split(':')
        return [
          branch(ns, 'student-language-skill', [
            leaf(ns, 'language', language),
            level === undefined ? undefined : leaf(ns, 'cefr-level', level),
          ]),
        ]
      },
    },
    ...(['first-version', 'approved-changes', 'changes-proposal'] as const).map((name) =>
      versionSlot(rule, source, name, stay, versions[name]),
    ),
  ])
  return { node, findings: checkDocument(branch(ns, lasRule.name, [node]), lasRule) }
}

function heiSlot(
  rule: ElementRule,
  source: XmlNode | undefined,
  name: string,
  heiId: string,
  contact: string,
  email: string,
): Slot {
  const ns = namespaces.las1
  const words = contact.trim().split(/\s+/)
  const family = words.at(-1) ?? ''
  const person = branch(ns, 'contact-person', [
    leaf(ns, 'given-names', words.slice(0, -1).join(' ') || family),
    leaf(ns, 'family-name', family),
    email === '' ? undefined : leaf(ns, 'email', email),
  ])
  const known = findChild(source, name)
  const made = putParts(ruleAt(rule, name), known, [
    textSlot(ns, 'hei-id', heiId, (text) => text.trim().toLowerCase()),
    ...(known === undefined && contact.trim() !== '' ? [always('contact-person', person)] : []),
  ])
  return always(name, made)
}

function daySlot(
  ns: string,
  edge: 'start' | 'end',
  value: string | null,
  read: (nodes: readonly XmlNode[]) => string | null,
): Slot {
  return {
    names: [`${edge}-date`, `${edge}-year-month`],
    value,
    read,
    write: (day) => [leaf(ns, `${edge}-date`, day)],
  }
}

function skillOf({ mobility, student }: OfficeStay): string | null {
  const skills = parseLanguageSkills(student.languages ?? '')
  const known = skills.ok ? skills.value : []
  const found =
    known.find(({ language }) => language === mobility.language) ??
    (mobility.language === null ? known[0] : undefined)
  if (found === undefined) return mobility.language
  return found.level === undefined ? found.language : `${found.language}:${found.level}`
}

/** The first version, the later ones that all three signed, and the latest one that they did not. */
function versionsOf({ components, signatures }: OfficeStay) {
  const numbers = [...new Set([...components, ...signatures].map(({ version }) => version))]
  const later = numbers.filter((version) => version > 1)
  const isSigned = (version: number) =>
    signatures.filter((one) => one.version === version && one.signedOn !== null).length >= 3
  return {
    'first-version': numbers.filter((version) => version === 1),
    'approved-changes': later.filter(isSigned),
    'changes-proposal': later.filter((version) => !isSigned(version)),
  }
}

function versionSlot(
  rule: ElementRule,
  source: XmlNode | undefined,
  name: 'first-version' | 'approved-changes' | 'changes-proposal',
  stay: OfficeStay,
  versions: readonly number[],
): Slot {
  if (versions.length === 0) return { names: [name], value: null, read: () => null, write: () => [] }
  const ns = namespaces.las1
  const known = findChild(source, name)
  const isFirst = name === 'first-version'
  const lists = Object.entries(tables).map(([list, table]) =>
    listSlot(
      ns,
      list,
      stay.components.filter((one) => versions.includes(one.version) && one.table === table).map(componentOf),
      isFirst,
    ),
  )
  const signed = Object.entries(roles).map(([element, role]) => {
    const row = stay.signatures.findLast((one) => versions.includes(one.version) && one.role === role)
    return signatureSlot(
      ns,
      element,
      row === undefined || row.signedOn === null ? undefined : signatureOf(row),
    )
  })
  const made = putParts(ruleAt(rule, name), known, [...lists, ...signed])
  const id = known?.attributes['id'] ?? `${stay.mobility.id}-${versions.at(-1) ?? 0}`
  return always(
    name,
    name === 'changes-proposal' ? { ...made, attributes: { ...made.attributes, id } } : made,
  )
}

function componentOf(row: OfficeStay['components'][number]): EwpComponent {
  const { title, code, term, ects, recognitionConditions, status, reasonCode, reasonText } = row
  return { title, code, term, ects, recognitionConditions, status, reasonCode, reasonText }
}

function signatureOf(row: OfficeStay['signatures'][number]): EwpSignature {
  const { signerName, position, email, signedOn } = row
  return { signerName, position, email, signedOn }
}

function listSlot(ns: string, name: string, components: readonly EwpComponent[], isFirst: boolean): Slot {
  const keyOf = (list: readonly EwpComponent[]) => (list.length === 0 ? null : JSON.stringify(list))
  let known: readonly XmlNode[] = []
  return {
    names: [name],
    value: keyOf(components),
    read: ([list]) => {
      known = list?.children ?? []
      return keyOf(known.map(readComponent))
    },
    write: () => {
      const left = [...known]
      const nodes = components.map((component) => {
        const at = left.findIndex((node) => JSON.stringify(readComponent(node)) === JSON.stringify(component))
        const [same] = at === -1 ? [] : left.splice(at, 1)
        return same ?? writeComponent(ns, component, isFirst)
      })
      return [branch(ns, name, nodes)]
    },
  }
}

function writeComponent(ns: string, component: EwpComponent, isFirst: boolean): XmlNode {
  const { title, code, term, ects, recognitionConditions, status, reasonCode, reasonText } = component
  const attributes = {
    ...(isFirst && status === 'inserted' ? {} : { status }),
    ...(reasonCode === null ? {} : { 'reason-code': reasonCode }),
    ...(reasonText === null ? {} : { 'reason-text': reasonText }),
  }
  return branch(
    ns,
    'component',
    [
      code === null ? undefined : leaf(ns, 'los-code', code),
      leaf(ns, 'title', title),
      term === null
        ? undefined
        : branch(ns, 'term-id', [
            leaf(namespaces.term, 'term-number', String(term)),
            leaf(namespaces.term, 'total-terms', String(Math.max(2, term))),
          ]),
      ects === null
        ? undefined
        : branch(ns, 'credit', [leaf(ns, 'scheme', 'ects'), leaf(ns, 'value', String(ects))]),
      recognitionConditions === null ? undefined : leaf(ns, 'recognition-conditions', recognitionConditions),
    ],
    attributes,
  )
}

function signatureSlot(ns: string, name: string, signature: EwpSignature | undefined): Slot {
  return {
    names: [name],
    value: signature === undefined ? null : JSON.stringify(signature),
    read: ([node]) => (node === undefined ? null : JSON.stringify(readSignature(node))),
    write: () => {
      if (signature === undefined) return []
      const { signerName, position, email, signedOn } = signature
      return [
        branch(ns, name, [
          signerName === null ? undefined : leaf(ns, 'signer-name', signerName),
          position === null ? undefined : leaf(ns, 'signer-position', position),
          email === null ? undefined : leaf(ns, 'signer-email', email),
          leaf(ns, 'timestamp', `${signedOn ?? ''}T00:00:00Z`),
        ]),
      ]
    },
  }
}

function ruleAt(rule: ElementRule, ...names: readonly string[]): ElementRule {
  let found = rule
  for (const name of names) {
    const next = partsOf(found).find((part) => part.name === name)
    if (next === undefined) throw new Error(`No element ${names.join('/')}`)
    found = next
  }
  return found
}
