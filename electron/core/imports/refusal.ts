import type { DomainErrorCode } from '#shared/domain/errors.ts'
import { cellText, columnLetter } from './cell-text.ts'
import type { Preview, Reading, SourceFile } from './session.ts'
import { identifyingTargets, type TargetKey } from './targets.ts'

export interface ImportRefusal {
  readonly code: DomainErrorCode
  readonly data: Record<string, string | number>
}

/** Why an import cannot be applied as things stand, or undefined. */
export function refusalOf(source: SourceFile, reading: Reading, preview: Preview): ImportRefusal | undefined {
  const mapped = new Set<TargetKey>(preview.mapping.map(({ target }) => target.key))
  const identifying = identifyingTargets(source.kind)
  const [first] = identifying
  if (first !== undefined && !identifying.some((key) => mapped.has(key)))
    return { code: 'import-incomplete-mapping', data: { target: first } }
  return ambiguityOf(reading, preview)
}

/** Two columns under one header that could both be read, and that differ: only the user can say which one is meant. */
function ambiguityOf(
  { sheet, table, columns, chosenColumns }: Reading,
  { kinds }: Preview,
): ImportRefusal | undefined {
  for (const { target, chosen, other } of table.ambiguities) {
    if (chosenColumns.has(chosen) || chosenColumns.has(other) || columns[chosen]?.target !== target) continue
    const differs = sheet.rows.some(
      (row) =>
        kinds.codes[row.number] === 0 &&
        cellText(row.cells[chosen]).trim() !== cellText(row.cells[other]).trim(),
    )
    if (differs)
      return {
        code: 'import-duplicate-headers',
        data: {
          sheet: sheet.name,
          header: table.headers[chosen] ?? '',
          columns: `${columnLetter(chosen)}, ${columnLetter(other)}`,
        },
      }
  }
  return undefined
}
