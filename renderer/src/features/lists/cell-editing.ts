import { fieldOf } from '#shared/entities/index.ts'
import { parseFieldText } from '#shared/entities/field-values.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import type { ListColumn, ListDefinition } from '#shared/lists/types.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { useUndo, useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import type { CellReading, PastedBlock } from '#renderer/ui/grid/grid-types.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { createCountryReader } from './country-reader.ts'

/** Reading, writing and pasting cells of a list, by the rules of the fields behind its columns. */
export function useCellEditing(definition: ListDefinition) {
  const { t, format, language } = useText()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const run = useRun()
  const { undo } = useUndo()
  const country = createCountryReader(language)

  const readCell = (column: ListColumn, text: string): CellReading => {
    const field = fieldOf(definition.entity, column.field ?? column.key)
    const written = choiceOf(column, text, t) ?? text
    if (field === undefined) return { value: text }
    const read = parseFieldText(field, written, { country })
    return read.ok ? { value: read.value } : { problem: t(read.error.code, read.error.params) }
  }

  const edit = async (
    rowIds: readonly string[],
    column: ListColumn,
    text: string,
  ): Promise<string | undefined> => {
    const reading = readCell(column, text)
    if ('problem' in reading) return reading.problem
    if (column.field === undefined) return undefined
    try {
      const { changed } = await client.records.update({
        entity: definition.entity,
        ids: [...rowIds],
        values: { [column.field]: reading.value },
      })
      dataChanged()
      if (changed > 0)
        notices.say({ text: t('lists.changed', { count: changed }), onUndo: () => void undo() })
      return undefined
    } catch (error) {
      return refusalText(refusalOf(error))
    }
  }

  const paste = async (block: PastedBlock): Promise<void> => {
    const problems: string[] = []
    const rows = block.rowIds.map((id, line) => ({ id, values: readLine(block, line, problems) }))
    if (problems.length > 0) {
      notices.fail({
        text: t('lists.paste.refused', { count: problems.length }),
        details: problems.slice(0, 50).join('\n'),
      })
      return
    }
    await run(() => client.records.updateCells({ entity: definition.entity, rows }), {
      done: t('lists.pasted', { count: rows.length }),
    })
  }

  const readLine = (block: PastedBlock, line: number, problems: string[]): Record<string, FieldValue> => {
    const values: Record<string, FieldValue> = {}
    for (const [index, column] of block.columns.entries()) {
      const text = block.cells[line]?.[index]
      if (text === undefined) continue
      const reading = readCell(column, text)
      const place = t('lists.paste.place', {
        row: format.number(block.firstRow + line + 1),
        column: t(column.label),
      })
      if (column.field === undefined) problems.push(`${place}: ${t('record.read-only')}`)
      else if ('problem' in reading) problems.push(`${place}: ${reading.problem}`)
      else values[column.field] = reading.value
    }
    return values
  }

  return { readCell, edit, paste }
}

/** A choice is typed and pasted by its word; its value is what is kept. */
function choiceOf(column: ListColumn, text: string, t: ReturnType<typeof useText>['t']): string | undefined {
  const folded = foldText(text)
  return column.choices?.find((choice) => foldText(t(choice.label)) === folded || choice.value === text)
    ?.value
}
