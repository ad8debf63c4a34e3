import type { MergedRange, SheetData } from '#core/sheets/types.ts'
import { cellText } from '#core/imports/cell-text.ts'
import { isWithin, parseRange } from '#core/workbooks/fill/cell-ranges.ts'
import { attributesOf, eachMark, type XmlMark } from '#core/workbooks/fill/xml-marks.ts'
import { decodeEntities } from '#core/sheets/xml/xml-entities.ts'

/** What a workbook allows in some cells. */
export interface Validation {
  readonly type: string // `list`, `date`, `whole`, …
  readonly ranges: readonly MergedRange[]
  readonly formula: string
}

/** The data validations of a worksheet, those of newer Excel versions included (they may name other sheets). */
export function readValidations(text: string): readonly Validation[] {
  const found: { type: string; refs: string; formula: string }[] = []
  let open: XmlMark | undefined
  eachMark(text, (mark) => {
    const current = found.at(-1)
    if (mark.local === 'dataValidation' && mark.kind !== 'close') {
      const attributes = attributesOf(text, mark)
      found.push({ type: attributes.get('type') ?? '', refs: attributes.get('sqref') ?? '', formula: '' })
    } else if (current === undefined) return
    else if (mark.kind === 'open') open = mark
    else if (mark.kind === 'close' && open?.name === mark.name) {
      const content = decodeEntities(text.slice(open.end, mark.start)).trim()
      if (mark.local === 'sqref') current.refs = content
      else if ((mark.local === 'formula1' || mark.local === 'f') && current.formula === '')
        current.formula = content
      open = undefined
    }
  })
  return found.map(({ type, refs, formula }) => ({
    type,
    formula,
    ranges: refs.split(/\s+/).flatMap((ref) => parseRange(ref) ?? []),
  }))
}

/** The names that a workbook defines, with what they stand for. */
export function readNames(workbookText: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  let open: XmlMark | undefined
  eachMark(workbookText, (mark) => {
    if (mark.local !== 'definedName') return
    if (mark.kind === 'open') open = mark
    else if (open !== undefined) {
      const name = attributesOf(workbookText, open).get('name') ?? ''
      names.set(name.toLowerCase(), decodeEntities(workbookText.slice(open.end, mark.start)))
    }
  })
  return names
}

export interface ListSource {
  /** The sheet that the validation stands in. */
  readonly sheet: string
  readonly sheets: readonly SheetData[]
  readonly names: ReadonlyMap<string, string>
}

/** The validation of one cell. */
export function validationAt(
  validations: readonly Validation[],
  row: number,
  column: number,
): Validation | undefined {
  return validations.find(({ ranges }) => ranges.some((range) => isWithin({ row, column }, range)))
}

/**
 * What a list validation allows, in its order: a literal list, a range of this or another sheet, a name. Undefined for a
 * formula that would have to be worked out (INDIRECT), and for anything but a list.
 */
export function allowedValues(
  { type, formula }: Validation,
  source: ListSource,
): readonly string[] | undefined {
  if (type !== 'list') return undefined
  const literal = /^"(.*)"$/s.exec(formula)?.[1]
  const values =
    literal === undefined
      ? valuesOfRange(source.names.get(formula.toLowerCase()) ?? formula, source)
      : literal.replaceAll('""', '"').split(/[,;]/)
  const kept = values?.map((value) => value.trim()).filter((value) => value !== '')
  return kept === undefined || kept.length === 0 ? undefined : [...new Set(kept)]
}

function valuesOfRange(formula: string, { sheet, sheets }: ListSource): readonly string[] | undefined {
  const [, quoted, plain, ref] =
    /^(?:'((?:[^']|'')+)'!|([^'!(]+)!)?(\$?[A-Z]{1,3}\$?\d*(?::\$?[A-Z]{1,3}\$?\d*)?)$/i.exec(formula) ?? []
  const range = ref === undefined ? undefined : parseRange(ref)
  if (range === undefined) return undefined
  const name = quoted?.replaceAll("''", "'") ?? plain ?? sheet
  const found = sheets.find((one) => one.name.toLowerCase() === name.toLowerCase())
  return found?.rows
    .filter(({ number }) => number >= range.top && number <= range.bottom)
    .flatMap(({ cells }) => cells.slice(range.left - 1, range.right).map((cell) => cellText(cell)))
}
