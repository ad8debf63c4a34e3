import { xmlAttribute, xmlText } from '#shared/domain/xml-text.ts'
import type { XmlNode } from './xml-tree.ts'

/** Prefixes by namespace; that of the root needs none. */
export type Prefixes = Readonly<Record<string, string>>

/**
 * Writes a document as UTF-8 text, indented, with the root's namespace as the default one. Namespaces without a known
 * prefix get one. Characters that XML 1.0 cannot hold become U+FFFD.
 */
export function writeXml(root: XmlNode, prefixes: Prefixes): string {
  const used = new Map<string, string>()
  const prefixOf = (namespace: string): string => {
    if (namespace === root.namespace || namespace === '') return ''
    const known = used.get(namespace)
    if (known !== undefined) return known
    const made = prefixes[namespace] ?? `n${used.size + 1}`
    used.set(namespace, made)
    return made
  }
  collect(root, prefixOf)
  const declarations = [
    ...(root.namespace === '' ? [] : [`xmlns="${xmlAttribute(root.namespace)}"`]),
    ...[...used].map(([namespace, prefix]) => `xmlns:${prefix}="${xmlAttribute(namespace)}"`),
  ]
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>']
  write(root, '', declarations, prefixOf, lines)
  return `${lines.join('\n')}\n`
}

function collect(node: XmlNode, prefixOf: (namespace: string) => string): void {
  prefixOf(node.namespace)
  for (const child of node.children) collect(child, prefixOf)
}

function write(
  node: XmlNode,
  indent: string,
  declarations: readonly string[],
  prefixOf: (namespace: string) => string,
  lines: string[],
): void {
  const prefix = prefixOf(node.namespace)
  const name = prefix === '' ? node.name : `${prefix}:${node.name}`
  const attributes = Object.entries(node.attributes).map(([key, value]) => `${key}="${xmlAttribute(value)}"`)
  const start = [name, ...declarations, ...attributes].join(' ')
  if (node.children.length > 0) {
    lines.push(`${indent}<${start}>`)
    for (const child of node.children) write(child, `${indent}  `, [], prefixOf, lines)
    lines.push(`${indent}</${name}>`)
  } else if (node.text === '') lines.push(`${indent}<${start}/>`)
  else lines.push(`${indent}<${start}>${xmlText(node.text)}</${name}>`)
}
