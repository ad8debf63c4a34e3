import type { SheetLimits } from '#core/sheets/limits.ts'
import { SheetError } from '#core/sheets/types.ts'
import type { ZipArchive } from '#core/sheets/zip/zip-archive.ts'
import { elementHandler } from './elements.ts'
import { readPart } from './read-part.ts'

/** What kinds of parts the package declares. */
export interface ContentTypes {
  /** The part declared as the main one of a workbook, when it is declared by name. */
  readonly workbookPart: string | undefined
  readonly hasMacros: boolean
}

const contentTypesPart = '[Content_Types].xml'
const workbookTypes =
  /spreadsheetml\.(?:sheet|template)\.main\+xml$|ms-excel\.(?:sheet|template|addin)\.macroenabled\.main\+xml$/

/** Checks that the zip is a workbook of Excel. Throws the code that names what it is otherwise. */
export async function checkContentTypes(zip: ZipArchive, limits: SheetLimits): Promise<ContentTypes> {
  if (!zip.has(contentTypesPart)) throw await nameOtherZip(zip)
  const types: string[] = []
  let workbookPart: string | undefined
  const handler = elementHandler((name, attributes) => {
    if (name !== 'Override' && name !== 'Default') return
    const type = (attributes.get('ContentType') ?? '').toLowerCase()
    types.push(type)
    if (workbookTypes.test(type)) workbookPart ??= attributes.get('PartName')
  })
  await readPart(zip, contentTypesPart, handler, limits)
  if (!types.some((type) => workbookTypes.test(type))) throw nameOtherPackage(types)
  return {
    workbookPart,
    hasMacros: types.some((type) => type.includes('vbaproject') || type.includes('macroenabled')),
  }
}

function nameOtherPackage(types: readonly string[]): SheetError {
  if (types.some((type) => type.includes('ms-excel.sheet.binary'))) return new SheetError('binary-excel')
  if (types.some((type) => type.includes('wordprocessingml') || type.includes('ms-word'))) {
    return new SheetError('word-document')
  }
  return new SheetError('not-a-spreadsheet')
}

/** A zip that is no Office package: the formats of LibreOffice say what they are in a part called `mimetype`. */
async function nameOtherZip(zip: ZipArchive): Promise<SheetError> {
  if (zip.has('mimetype')) {
    for await (const chunk of zip.read('mimetype')) {
      if (chunk.includes('opendocument.spreadsheet')) return new SheetError('libreoffice-file')
      break
    }
  }
  return new SheetError(
    [...zip.names].some((name) => name.startsWith('xl/')) ? 'workbook-damaged' : 'not-a-spreadsheet',
  )
}
