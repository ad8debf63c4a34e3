import { childText, childrenOf, findChild, type XmlNode } from './xml-tree.ts'

/**
 * The text whose SHA-256 is the `iia-hash` of an agreement (version 7): the identifiers of both partners, then every
 * value of each condition in document order, contacts and what is not yet defined left out, then its years.
 * Source: ewp-specs-api-iias, resources/xsltKit (the transformation for version 7 and its explanation).
 */
export function textToHash(iia: XmlNode): string {
  const conditions = findChild(iia, 'cooperation-conditions')
  const terminated = conditions?.attributes['terminated-as-a-whole']
  const partners = childrenOf(iia, 'partner').map(
    (partner, index) => `_iia-id_${index + 1}=${findChild(partner, 'iia-id')?.text ?? ''}_`,
  )
  return [
    terminated === 'true' || terminated === '1' ? '_@terminated-as-a-whole@_' : '',
    ...partners, // one without identifier is named all the same
    ...(conditions?.children ?? []).map(textOfCondition),
  ].join('')
}

function textOfCondition(spec: XmlNode): string {
  const parts: string[] = []
  for (const child of spec.children) dump(child, spec, 'cooperation-conditions', parts)
  const first = childText(spec, 'receiving-first-academic-year-id') ?? ''
  const last = childText(spec, 'receiving-last-academic-year-id') ?? ''
  return [
    ...parts,
    `_receiving-first-academic-year-id=${first}_`,
    `_receiving-last-academic-year-id=${last}_`,
  ].join('')
}

const leftOut: ReadonlySet<string> = new Set([
  'receiving-first-academic-year-id',
  'receiving-last-academic-year-id',
])
const contacts: ReadonlySet<string> = new Set(['sending-contact', 'receiving-contact'])

function dump(node: XmlNode, parent: XmlNode, above: string, parts: string[]): void {
  if (isNotYetDefined(node)) return
  if (!leftOut.has(node.name)) {
    for (const [name, value] of Object.entries(node.attributes)) {
      if (name === 'not-yet-defined' || name === 'v6-value') continue
      parts.push(`_@${above}.${parent.name}.${node.name}.${name.replace(/^xml:/, '')}=${value}@_`)
    }
    if (node.children.length === 0) parts.push(`_${above}.${parent.name}.${node.name}=${hashedText(node)}_`)
  }
  // A contact has children, so nothing is said of it; nothing of what it holds is either.
  if (contacts.has(node.name)) return
  for (const child of node.children) dump(child, node, parent.name, parts)
}

function isNotYetDefined(node: XmlNode): boolean {
  const value = node.attributes['not-yet-defined']
  return value === 'true' || value === '1'
}

function hashedText(node: XmlNode): string {
  const old = node.attributes['v6-value'] ?? ''
  return node.name === 'isced-f-code' && old !== '' ? old : node.text
}

/** Whether a partner may approve the agreement as it stands: nothing in it waits to be defined. Source: same. */
export function isReadyForApproval(node: XmlNode): boolean {
  const isWaiting = isNotYetDefined(node) || (node.attributes['v6-value'] ?? '') !== ''
  return !isWaiting && node.children.every(isReadyForApproval)
}
