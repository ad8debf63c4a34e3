import type { Buffer } from 'node:buffer'
import type { XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import { SheetError } from '../types.ts'
import { asUtf8 } from './utf8-parts.ts'
import type { XmlAttributes } from './xml-attributes.ts'
import { XmlError } from './xml-error.ts'
import { createXmlReader } from './xml-reader.ts'
import { sliceToText } from './xml-slice.ts'

/** The largest documents of EWP hold some hundred agreements: 50 elements each. */
const xmlLimits = { elements: 400_000, depth: 40, megabytes: 32 } as const

interface Open {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly namespaces: ReadonlyMap<string, string>
  readonly children: XmlNode[]
  readonly line: number
  text: string
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const hints = 'http://www.w3.org/2001/XMLSchema-instance'

/**
 * Reads a whole XML document into a tree, with the line of each element; within the caged process only. A DOCTYPE is
 * refused, entities other than the five predefined ones too. Throws `SheetError`.
 */
export async function readXmlTree(bytes: Buffer): Promise<XmlNode> {
  if (bytes.length > xmlLimits.megabytes * 1024 * 1024) throw tooLarge()
  if (!looksLikeXml(bytes)) throw new SheetError('xml-not-xml')
  const builder = createTreeBuilder()
  try {
    const reader = createXmlReader(builder.handler, xmlLimits.depth)
    for await (const chunk of asUtf8(whole(bytes))) {
      // Line by line, so that the line of what is wrong is known.
      for (let from = 0; from < chunk.length;) {
        const end = chunk.indexOf(0x0a, from)
        const to = end === -1 ? chunk.length : end + 1
        reader.write(chunk.subarray(from, to))
        if (end !== -1) builder.nextLine()
        from = to
      }
    }
    reader.finish()
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    const line = builder.line()
    if (error.reason === 'doctype') throw new SheetError('xml-doctype', { line })
    throw new SheetError('xml-broken', { line, within: builder.within() })
  }
  return builder.root()
}

async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

function looksLikeXml(bytes: Buffer): boolean {
  const head = bytes
    .toString('latin1', 0, 1_000)
    .replaceAll('\0', '')
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
  return head.trimStart().startsWith('<')
}

function tooLarge(): SheetError {
  return new SheetError('xml-too-large', { limit: xmlLimits.elements, megabytes: xmlLimits.megabytes })
}

function createTreeBuilder() {
  const open: Open[] = []
  let root: XmlNode | undefined
  let line = 1
  let count = 0

  function start(name: string, attributes: XmlAttributes, prefix: string): void {
    count += 1
    if (count > xmlLimits.elements) throw tooLarge()
    const written = attributes.entries()
    const namespaces = withDeclarations(open.at(-1)?.namespaces ?? new Map(), written)
    const namespace = namespaces.get(prefix)
    if (namespace === undefined && prefix !== '')
      throw new XmlError('not-well-formed', `prefix ${prefix} is not declared`)
    open.push({
      name,
      namespace: namespace ?? '',
      attributes: ownAttributes(written, namespaces),
      namespaces,
      children: [],
      line,
      text: '',
    })
  }

  function end(): void {
    const done = open.pop()
    if (done === undefined) return
    const { name, namespace, attributes, children } = done
    const text = children.length > 0 ? done.text.trim() : done.text
    const node: XmlNode = { name, namespace, attributes, children, text, line: done.line }
    const parent = open.at(-1)
    if (parent === undefined) root = node
    else parent.children.push(node)
  }

  return {
    handler: {
      open: start,
      text: (slice: Parameters<typeof sliceToText>[0]) => {
        const parent = open.at(-1)
        if (parent !== undefined) parent.text += sliceToText(slice)
      },
      close: end,
    },
    line: () => line,
    nextLine: () => {
      line += 1
    },
    within: () => open.map(({ name }) => `<${name}>`).join(' ') || '<?xml>',
    root: (): XmlNode => {
      if (root === undefined) throw new Error('A document without root was taken for whole')
      return root
    },
  }
}

function withDeclarations(
  outer: ReadonlyMap<string, string>,
  written: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const declared = written.flatMap(([name, value]) => {
    if (name === 'xmlns') return [['', value] as const]
    return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value] as const] : []
  })
  return declared.length === 0 ? outer : new Map([...outer, ...declared])
}

/** Attributes that say something: no declarations, no hints where a schema lies; `xml:lang` keeps its prefix. */
function ownAttributes(
  written: readonly (readonly [string, string])[],
  namespaces: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const own: Record<string, string> = {}
  for (const [name, value] of written) {
    const [prefix = '', local] = name.includes(':') ? name.split(':') : ['', name]
    if (name === 'xmlns' || prefix === 'xmlns') continue
    const namespace = prefix === 'xml' ? xmlNamespace : namespaces.get(prefix)
    if (prefix !== '' && namespace === undefined)
      throw new XmlError('not-well-formed', `prefix ${prefix} is not declared`)
    if (namespace === hints && prefix !== '') continue
    own[namespace === xmlNamespace ? `xml:${local ?? ''}` : name] = value
  }
  return own
}
