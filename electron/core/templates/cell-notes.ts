import { getSheet, readBookParts } from '#core/workbooks/fill/book-parts.ts'
import { placeOf } from '#core/workbooks/fill/cell-ranges.ts'
import { openPackage } from '#core/workbooks/fill/package.ts'
import { attributesOf, eachMark } from '#core/workbooks/fill/xml-marks.ts'
import { decodeEntities } from '#core/sheets/xml/xml-entities.ts'
import { SheetError } from '#core/sheets/types.ts'
import { DomainError } from '#shared/domain/errors.ts'
import type { ImportFile } from '#core/imports/read-file.ts'

/**
 * The comments of a sheet's cells, by `row:column` counted from 1; several in one cell are joined.
 * @throws DomainError `sheet-refused`
 */
export async function readCellNotes(file: ImportFile, name: string): Promise<ReadonlyMap<string, string>> {
  try {
    const book = openPackage(file.bytes)
    const sheet = getSheet(await readBookParts(book), name)
    const notes = new Map<string, string>()
    for (const { type, part } of await book.relationships(sheet.part)) {
      if (type !== 'comments' || !book.has(part)) continue
      for (const { cell, text } of commentsIn(await book.readXml(part))) {
        const before = notes.get(cell)
        notes.set(cell, before === undefined ? text : `${before}\n${text}`)
      }
    }
    return notes
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    throw new DomainError('sheet-refused', { ...error.params, reason: error.code, file: file.name })
  }
}

function commentsIn(text: string): readonly { readonly cell: string; readonly text: string }[] {
  const found: { cell: string; text: string }[] = []
  let from = -1
  eachMark(text, (mark) => {
    if (mark.local === 'comment' && mark.kind === 'open') {
      const place = placeOf(attributesOf(text, mark).get('ref') ?? '')
      if (place !== undefined) found.push({ cell: `${place.row}:${place.column}`, text: '' })
    } else if (mark.local === 't' && mark.kind === 'open') from = mark.end
    else if (mark.local === 't' && mark.kind === 'close' && from >= 0) {
      const current = found.at(-1)
      if (current !== undefined) current.text += decodeEntities(text.slice(from, mark.start))
      from = -1
    }
  })
  return found
    .map(({ cell, text: note }) => ({ cell, text: note.trim() }))
    .filter(({ text: note }) => note !== '')
}
