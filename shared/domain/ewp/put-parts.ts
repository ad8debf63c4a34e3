import { partsOf, type ElementRule } from './schema.ts'
import type { XmlNode } from './xml-tree.ts'

/**
 * One value that the office keeps of an element, and the children that say it. The children of the document that was
 * read stay as they were, attributes included, as long as they still say the same; otherwise they are written anew.
 */
export interface Slot {
  readonly names: readonly string[]
  readonly value: string | null
  readonly read: (nodes: readonly XmlNode[]) => string | null
  readonly write: (value: string) => readonly XmlNode[]
}

/**
 * Makes an element from what the office keeps and from the element that was once read: what no slot speaks for is kept
 * from there, and all stands in the order of the rule.
 */
export function putParts(
  rule: ElementRule,
  source: XmlNode | undefined,
  slots: readonly Slot[],
  attributes: Readonly<Record<string, string>> = source?.attributes ?? {},
): XmlNode {
  const written = new Map<string, readonly XmlNode[]>()
  for (const slot of slots) {
    const nodes = (source?.children ?? []).filter(({ name }) => slot.names.includes(name))
    const isSame = slot.read(nodes) === slot.value
    const made = isSame ? nodes : slot.value === null ? [] : slot.write(slot.value)
    for (const name of slot.names)
      written.set(
        name,
        made.filter((node) => node.name === name),
      )
  }
  const names = [...new Set(partsOf(rule).map(({ name }) => name))]
  const children = names.flatMap(
    (name) => written.get(name) ?? (source?.children ?? []).filter((child) => child.name === name),
  )
  return { name: rule.name, namespace: rule.namespace, attributes, children, text: '' }
}

/** A slot of one child with a text. */
export function textSlot(
  namespace: string,
  name: string,
  value: string | null,
  read: (text: string) => string = (text) => text.trim(),
): Slot {
  return {
    names: [name],
    value: value === '' ? null : value,
    read: ([node]) => {
      const text = node === undefined ? '' : read(node.text)
      return text === '' ? null : text
    },
    write: (text) => [{ name, namespace, attributes: {}, children: [], text }],
  }
}
