import { Buffer } from 'node:buffer'
import { xmlAttribute } from '#shared/domain/xml-text.ts'
import { SheetError } from '#core/sheets/types.ts'
import { relationshipsOf, resolveTarget } from '#core/sheets/xlsx/part-names.ts'
import { attributesOf, createTextEdits, eachMark, readXmlText, type XmlMark } from './xml-marks.ts'
import { pack, readZip, unpack, writeZip, type ZipEntry } from './zip-file.ts'

/** A relationship of a part, its target already a name in the package. */
export interface PackageRelationship {
  readonly id: string
  /** Last word of the type, the same in transitional and strict files: `worksheet`, `table`. */
  readonly type: string
  readonly part: string
}

/**
 * An Office file taken apart: parts are read, replaced, added and taken out; those that nobody touches are written back
 * as the bytes they were.
 */
export interface WorkbookPackage {
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  /** @throws SheetError `workbook-damaged`, `zip-damaged` */
  readonly read: (name: string) => Buffer
  /** The text of an XML part, known to be well-formed. */
  readonly readXml: (name: string) => Promise<string>
  readonly replace: (name: string, content: string | Uint8Array) => void
  /** Adds a part and declares its content type. */
  readonly add: (name: string, content: string | Uint8Array, contentType: string) => Promise<void>
  /** Takes a part out, with its own relationships and its content type; relationships to it are left to `unrelate`. */
  readonly remove: (name: string) => Promise<void>
  /** What a part refers to within the package; nothing when it has no relationships. */
  readonly relationships: (source: string) => Promise<readonly PackageRelationship[]>
  /** Adds a relationship of `source` to a part of the package; returns its id. `type` is the whole URI. */
  readonly relate: (source: string, type: string, part: string) => Promise<string>
  readonly unrelate: (source: string, id: string) => Promise<void>
  /** The parts as a zip keeps them, in their order. */
  readonly entries: () => readonly ZipEntry[]
}

const contentTypesPart = '[Content_Types].xml'
const emptyRelationships =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

/** @throws SheetError `zip-damaged`, `zip-suspicious` */
export function openPackage(bytes: Uint8Array): WorkbookPackage {
  const entries = new Map<string, ZipEntry>()
  for (const entry of readZip(bytes)) entries.set(entry.name.toLowerCase(), entry)

  function get(name: string): ZipEntry {
    const entry = entries.get(name.toLowerCase())
    if (entry === undefined) throw new SheetError('workbook-damaged', { part: name, reason: 'missing' })
    return entry
  }
  const has = (name: string): boolean => entries.has(name.toLowerCase())
  const read = (name: string): Buffer => unpack(get(name))
  const readXml = async (name: string): Promise<string> => await readXmlText(read(name), name)

  function put(name: string, content: string | Uint8Array): void {
    const before = entries.get(name.toLowerCase())
    const bytesOf = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    entries.set(name.toLowerCase(), pack(before?.name ?? name, bytesOf, before))
  }

  async function edit(name: string, change: (text: string) => string): Promise<void> {
    const text = await readXml(name)
    const changed = change(text)
    if (changed !== text) put(name, changed)
  }

  const isType = (local: string, attribute: string, value: string) => (mark: XmlMark, text: string) =>
    mark.local === local && attributesOf(text, mark).get(attribute)?.toLowerCase() === value.toLowerCase()

  return {
    get names() {
      return [...entries.values()].map((entry) => entry.name)
    },
    has,
    read,
    readXml,
    replace(name, content) {
      get(name)
      put(name, content)
    },
    async add(name, content, contentType) {
      if (has(name)) throw new Error(`The package has a part ${name} already`)
      put(name, content)
      const override = { PartName: `/${name}`, ContentType: contentType }
      await edit(contentTypesPart, (text) => appendChild(text, 'Types', 'Override', override))
    },
    async remove(name) {
      get(name)
      entries.delete(name.toLowerCase())
      entries.delete(relationshipsOf(name).toLowerCase())
      await edit(contentTypesPart, (text) => withoutElement(text, isType('Override', 'PartName', `/${name}`)))
    },
    async relationships(source) {
      const part = relationshipsOf(source)
      return has(part) ? readRelationships(await readXml(part), source) : []
    },
    async relate(source, type, part) {
      const name = relationshipsOf(source)
      if (!has(name)) put(name, emptyRelationships)
      const text = await readXml(name)
      const id = freeId(text)
      put(
        name,
        appendChild(text, 'Relationships', 'Relationship', { Id: id, Type: type, Target: `/${part}` }),
      )
      return id
    },
    async unrelate(source, id) {
      await edit(relationshipsOf(source), (text) => withoutElement(text, isType('Relationship', 'Id', id)))
    },
    entries: () => [...entries.values()],
  }
}

/** The package as a file. */
export function savePackage(opened: WorkbookPackage): Buffer {
  return writeZip(opened.entries())
}

function readRelationships(text: string, source: string): readonly PackageRelationship[] {
  const found: PackageRelationship[] = []
  eachMark(text, (mark) => {
    if (mark.local !== 'Relationship' || mark.kind === 'close') return
    const attributes = attributesOf(text, mark)
    const target = attributes.get('Target')
    if (target === undefined || attributes.get('TargetMode') === 'External') return
    const type = attributes.get('Type') ?? ''
    found.push({
      id: attributes.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      part: resolveTarget(source, target),
    })
  })
  return found
}

function freeId(text: string): string {
  const used = new Set<string>()
  eachMark(text, (mark) => {
    if (mark.local === 'Relationship') used.add(attributesOf(text, mark).get('Id') ?? '')
  })
  for (let number = used.size + 1; ; number++) if (!used.has(`rId${number}`)) return `rId${number}`
}

/** The document with one element more at the end of its root, under the root's own prefix. */
function appendChild(
  text: string,
  root: string,
  local: string,
  attributes: Readonly<Record<string, string>>,
): string {
  const edits = createTextEdits(text)
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${xmlAttribute(value)}"`)
  eachMark(text, (mark) => {
    if (mark.local !== root) return
    const prefix = mark.name.slice(0, mark.name.length - root.length)
    const element = `<${prefix}${local}${written.join('')}/>`
    if (mark.kind === 'close') edits.insert(mark.start, element)
    else if (mark.kind === 'empty') {
      const open = text.slice(mark.start, mark.end).replace(/\s*\/>$/, '>')
      edits.replace(mark.start, mark.end, `${open}${element}</${mark.name}>`)
    }
  })
  return edits.apply()
}

function withoutElement(text: string, isMeant: (mark: XmlMark, text: string) => boolean): string {
  const edits = createTextEdits(text)
  let meant: XmlMark | undefined
  eachMark(text, (mark) => {
    if (mark.kind !== 'close' && isMeant(mark, text)) {
      if (mark.kind === 'empty') edits.replace(mark.start, mark.end, '')
      else meant = mark
    } else if (meant !== undefined && mark.kind === 'close' && mark.name === meant.name) {
      edits.replace(meant.start, mark.end, '')
      meant = undefined
    }
  })
  return edits.apply()
}
