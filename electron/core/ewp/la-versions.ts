import { namespaces } from '#shared/domain/ewp/namespaces.ts'
import { putParts, type Slot } from '#shared/domain/ewp/put-parts.ts'
import type { ElementRule } from '#shared/domain/ewp/schema.ts'
import {
  readComponent,
  readSignature,
  type EwpComponent,
  type EwpSignature,
} from '#shared/domain/ewp/stay-values.ts'
import { branch, findChild, leaf, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { OfficeStay } from './office-stays.ts'
import { always, ruleAt } from './stay-slots.ts'

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

/** The first version, the later ones that all three signed, and the latest one that they did not. */
export function versionsOf({ components, signatures }: OfficeStay) {
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

/** One of the lists of a version, filled from the office. */
export function versionSlot(
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
