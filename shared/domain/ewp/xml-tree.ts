/** An element of an XML document, as plain data: comments and blanks between elements are gone. */
export interface XmlNode {
  /** Without prefix. */
  readonly name: string
  /** The namespace it belongs to, in full; empty for none. */
  readonly namespace: string
  /** Without declarations of namespaces nor `xsi:` hints; `xml:lang` keeps its prefix. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** The text of an element without children, as written; empty otherwise. */
  readonly text: string
  /** Line of the file, 1-based; absent once kept or made by the application. */
  readonly line?: number
}

export function findChild(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name)
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node === undefined ? [] : node.children.filter((child) => child.name === name)
}

/** The trimmed text of a child, or undefined when it is absent or blank. */
export function childText(node: XmlNode | undefined, name: string): string | undefined {
  const text = findChild(node, name)?.text.trim()
  return text === undefined || text === '' ? undefined : text
}

/** An element with a text. */
export function leaf(
  namespace: string,
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): XmlNode {
  return { name, namespace, attributes, children: [], text }
}

/** An element with children; those that are undefined are left out. */
export function branch(
  namespace: string,
  name: string,
  children: readonly (XmlNode | undefined)[],
  attributes: Readonly<Record<string, string>> = {},
): XmlNode {
  return {
    name,
    namespace,
    attributes,
    children: children.filter((child) => child !== undefined),
    text: '',
  }
}

/** The same element without the lines of its file: what is kept, and what two documents are compared by. */
export function withoutLines(node: XmlNode): XmlNode {
  const { name, namespace, attributes, text } = node
  return { name, namespace, attributes, children: node.children.map(withoutLines), text }
}
