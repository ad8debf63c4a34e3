import type { SheetLimits } from '#core/sheets/limits.ts'
import { SheetError } from '#core/sheets/types.ts'
import { asUtf8 } from '#core/sheets/xml/utf8-parts.ts'
import { XmlError } from '#core/sheets/xml/xml-error.ts'
import { createXmlReader } from '#core/sheets/xml/xml-reader.ts'
import type { XmlHandler } from '#core/sheets/xml/xml-reader.ts'
import type { ZipArchive } from '#core/sheets/zip/zip-archive.ts'

/** A handler that may say that it has seen enough: the rest of the part is then not unpacked. */
export interface PartHandler extends XmlHandler {
  readonly isDone?: () => boolean
}

/**
 * Gives the XML of one part of a workbook to a handler. Throws `xml-forbidden` for a DOCTYPE and `workbook-damaged`
 * for anything that is not one whole well-formed document.
 */
export async function readPart(
  zip: ZipArchive,
  name: string,
  handler: PartHandler,
  limits: SheetLimits,
): Promise<void> {
  try {
    const reader = createXmlReader(handler, limits.xmlDepth)
    for await (const chunk of asUtf8(zip.read(name))) {
      reader.write(chunk)
      if (handler.isDone?.() === true) return
    }
    reader.finish()
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    const code = error.reason === 'doctype' ? 'xml-forbidden' : 'workbook-damaged'
    throw new SheetError(code, { part: name, reason: error.message })
  }
}
