import { isIscedF } from '#shared/domain/isced-f.ts'
import { specNames } from './iia-rules.ts'
import { namespaces } from './namespaces.ts'
import { childrenOf, leaf, type XmlNode } from './xml-tree.ts'

const isSpec = (name: string): boolean => specNames.some((spec) => spec === name)

/**
 * Turns a document of agreements of version 6 into one of version 7: the years become the first and the last, a field
 * of fewer than four digits keeps its code as `v6-value`, the hash takes its new name. What version 7 asks for and 6
 * did not have stays absent: the office fills it in. Source: official examples of both versions, xsltKit explanation.
 */
export function upgradeIias(root: XmlNode): XmlNode {
  return upgrade(root)
}

/** Conditions of an agreement of version 6 whose years leave a gap, which a first and a last year cannot say. */
export function yearGaps(iia: XmlNode): readonly string[] {
  return childrenOf(iia, 'cooperation-conditions').flatMap((conditions) =>
    conditions.children.flatMap((spec, index) => {
      const starts = yearsOf(spec).map((year) => Number(year.slice(0, 4)))
      const [first = 0] = starts
      const isWhole = starts.every((start, at) => start === first + at)
      return isWhole ? [] : [`${spec.name} ${index + 1}`]
    }),
  )
}

function yearsOf(spec: XmlNode): readonly string[] {
  const years = childrenOf(spec, 'receiving-academic-year-id').map(({ text }) => text.trim())
  return [...new Set(years)].toSorted()
}

function upgrade(node: XmlNode): XmlNode {
  const namespace = node.namespace === namespaces.iia6 ? namespaces.iia7 : node.namespace
  if (node.name === 'conditions-hash') return { ...node, name: 'iia-hash', namespace }
  if (node.name === 'isced-f-code') return { ...upgradeIsced(node), namespace }
  const children = isSpec(node.name) ? withYears(node) : node.children.filter(({ name }) => name !== 'pdf')
  return { ...node, namespace, children: children.map(upgrade) }
}

function upgradeIsced(node: XmlNode): XmlNode {
  const written = node.text.trim()
  if (/^\d{4}$/.test(written)) return node
  const detailed = written.padEnd(4, '0')
  return isIscedF(written) || /^\d{1,3}$/.test(written)
    ? { ...node, text: detailed, attributes: { ...node.attributes, 'v6-value': written } }
    : node
}

function withYears(spec: XmlNode): readonly XmlNode[] {
  const years = yearsOf(spec)
  const [first] = years
  const last = years.at(-1)
  const at = spec.children.findIndex(({ name }) => name === 'receiving-academic-year-id')
  if (first === undefined || last === undefined) return spec.children
  const line = spec.children[at]?.line
  const place = line === undefined ? {} : { line }
  return [
    ...spec.children.slice(0, at),
    { ...leaf(namespaces.iia7, 'receiving-first-academic-year-id', first), ...place },
    { ...leaf(namespaces.iia7, 'receiving-last-academic-year-id', last), ...place },
    ...spec.children.slice(at).filter(({ name }) => name !== 'receiving-academic-year-id'),
  ]
}
