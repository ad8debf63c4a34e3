import type { SheetLimits } from '#core/sheets/limits.ts'
import { SheetError } from '#core/sheets/types.ts'
import type { SheetInfo } from '#core/sheets/types.ts'
import type { ZipArchive } from '#core/sheets/zip/zip-archive.ts'
import { decodeCellText } from './cell-text.ts'
import { elementHandler } from './elements.ts'
import { relationshipsOf, resolveTarget } from './part-names.ts'
import { readPart } from './read-part.ts'

/** What `workbook.xml` and its relationships say, before any sheet is read. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  /** Dates count from 1904-01-01 (old Macintosh files). */
  readonly is1904: boolean
  readonly stylesPart: string | undefined
  readonly sharedStringsPart: string | undefined
}

export interface WorkbookSheet extends SheetInfo {
  readonly part: string
}

interface Relationship {
  /** Last word of the type, the same in transitional and strict files: `worksheet`, `styles`, `sharedStrings`. */
  readonly type: string
  readonly part: string
}

interface SheetElement extends SheetInfo {
  readonly relationshipId: string
}

/** Reads the list of sheets. Chart sheets and dialogs hold no cells and are left out. */
export async function readWorkbook(zip: ZipArchive, part: string, limits: SheetLimits): Promise<Workbook> {
  const relationships = await readRelationships(zip, part, limits)
  const { elements, is1904 } = await readSheetElements(zip, part, limits)
  if (elements.length > limits.sheets) throw new SheetError('zip-suspicious', { reason: 'sheets' })
  if (elements.length === 0) throw new SheetError('workbook-damaged', { part, reason: 'no sheet' })
  const sheets = elements.flatMap((element) => toSheet(element, relationships, zip))
  if (new Set(sheets.map((sheet) => sheet.name)).size < sheets.length) {
    throw new SheetError('workbook-damaged', { part, reason: 'two sheets of one name' })
  }
  return {
    sheets,
    is1904,
    stylesPart: findPart(zip, relationships, 'styles'),
    sharedStringsPart: findPart(zip, relationships, 'sharedStrings'),
  }
}

async function readSheetElements(
  zip: ZipArchive,
  part: string,
  limits: SheetLimits,
): Promise<{ readonly elements: readonly SheetElement[]; readonly is1904: boolean }> {
  const elements: SheetElement[] = []
  let is1904 = false
  const handler = elementHandler((name, attributes, parent) => {
    if (name === 'workbookPr') is1904 = isTrue(attributes.get('date1904'))
    if (name !== 'sheet' || parent !== 'sheets') return
    elements.push({
      name: decodeCellText(attributes.get('name') ?? ''),
      state: sheetState(attributes.get('state')),
      relationshipId: attributes.getPrefixed('id') ?? '',
    })
  })
  await readPart(zip, part, handler, limits)
  return { elements, is1904 }
}

function toSheet(
  element: SheetElement,
  relationships: ReadonlyMap<string, Relationship>,
  zip: ZipArchive,
): readonly WorkbookSheet[] {
  const relationship = relationships.get(element.relationshipId)
  if (relationship !== undefined && relationship.type !== 'worksheet') return []
  if (relationship === undefined || !zip.has(relationship.part)) {
    throw new SheetError('workbook-damaged', { part: element.name, reason: 'missing sheet' })
  }
  return [{ name: element.name, state: element.state, part: relationship.part }]
}

/** The part of the main document, that the package itself points to. */
export async function findWorkbookPart(zip: ZipArchive, limits: SheetLimits): Promise<string | undefined> {
  if (!zip.has('_rels/.rels')) return undefined
  return findPart(zip, await readRelationships(zip, '', limits), 'officeDocument')
}

function findPart(
  zip: ZipArchive,
  relationships: ReadonlyMap<string, Relationship>,
  type: string,
): string | undefined {
  return [...relationships.values()].find((found) => found.type === type && zip.has(found.part))?.part
}

async function readRelationships(
  zip: ZipArchive,
  source: string,
  limits: SheetLimits,
): Promise<ReadonlyMap<string, Relationship>> {
  const relationships = new Map<string, Relationship>()
  const part = relationshipsOf(source)
  if (!zip.has(part)) return relationships
  const handler = elementHandler((name, attributes) => {
    const target = attributes.get('Target')
    if (name !== 'Relationship' || target === undefined || attributes.get('TargetMode') === 'External') return
    const type = attributes.get('Type') ?? ''
    relationships.set(attributes.get('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      part: resolveTarget(source, target),
    })
  })
  await readPart(zip, part, handler, limits)
  return relationships
}

function sheetState(state: string | undefined): SheetInfo['state'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible'
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
