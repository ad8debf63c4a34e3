import type { SheetLimits } from '#core/sheets/limits.ts'
import { SheetError } from '#core/sheets/types.ts'
import type { ZipArchive } from '#core/sheets/zip/zip-archive.ts'
import { elementHandler } from './elements.ts'
import { builtInFormat, classifyFormat } from './number-format.ts'
import type { NumberFormatKind } from './number-format.ts'
import { readPart } from './read-part.ts'

/** The number format of one cell style. */
export interface CellStyle {
  readonly format: string
  readonly kind: NumberFormatKind
}

const generalStyle: CellStyle = { format: 'General', kind: 'number' }

/** Reads the number formats of the cell styles, in the order in which cells name them. */
export async function readCellStyles(
  zip: ZipArchive,
  part: string | undefined,
  limits: SheetLimits,
): Promise<readonly CellStyle[]> {
  if (part === undefined) return [generalStyle]
  const ids: number[] = []
  const formats = new Map<number, string>()
  const handler = elementHandler((name, attributes, parent) => {
    if (name === 'numFmt' && parent === 'numFmts') {
      formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
    } else if (name === 'xf' && parent === 'cellXfs') {
      ids.push(Number(attributes.get('numFmtId') ?? 0))
    }
    if (ids.length > limits.cellFormats || formats.size > limits.cellFormats) {
      throw new SheetError('workbook-damaged', { part, reason: 'too many styles' })
    }
  })
  await readPart(zip, part, handler, limits)
  return toStyles(ids, formats)
}

/** Each format is judged once, however many styles use it. */
function toStyles(ids: readonly number[], formats: ReadonlyMap<number, string>): readonly CellStyle[] {
  const stylesById = new Map<number, CellStyle>()
  return ids.map((id) => {
    const known = stylesById.get(id)
    if (known !== undefined) return known
    const format = formats.get(id) ?? builtInFormat(id)
    const style = { format, kind: classifyFormat(format) }
    stylesById.set(id, style)
    return style
  })
}
