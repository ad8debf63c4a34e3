import { useCallback, useMemo, useState } from 'react'
import { entities } from '#shared/entities/index.ts'
import { parseFieldText } from '#shared/entities/field-values.ts'
import { fieldOf } from '#shared/entities/index.ts'
import { listOf } from '#shared/lists/index.ts'
import type { ListColumn } from '#shared/lists/types.ts'
import { Button } from '@mantine/core'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Grid } from '#renderer/ui/grid/grid.tsx'
import { nothingSelected } from '#renderer/ui/grid/grid-selection.ts'
import { createGridView } from '#renderer/ui/grid/grid-types.ts'
import type { CellReading, GridSelection, PastedBlock } from '#renderer/ui/grid/grid-types.ts'
import { usePagedSource } from '#renderer/ui/grid/use-paged-source.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { StudentRecord } from './student-record.tsx'
import { createMadeUpStudents } from './made-up-rows.ts'

const parameters = new URLSearchParams(location.search)
const students = createMadeUpStudents(
  Number(parameters.get('rows') ?? '100000'),
  Number(parameters.get('wait') ?? '15'),
)
const list = listOf('students')

/** The list of students as a screen would show it, over made-up data. */
export function StudentsPage() {
  const text = useText()
  const notices = useNotices()
  const [view, setView] = useState(() => createGridView(list.columns, list.sort))
  const [selection, setSelection] = useState<GridSelection>(nothingSelected)
  const [revision, setRevision] = useState(0)
  const [openId, setOpenId] = useState<string>()
  const { search, filters, sort } = view
  const query = useMemo(() => ({ search, filters, sort }), [search, filters, sort])
  const fetchPage = useCallback(
    (offset: number, limit: number) => students.page(query, offset, limit),
    [query],
  )
  const source = usePagedSource({ fetchPage, revision, errorText: String })
  const distinct = useCallback((key: string) => students.distinct(query, key), [query])
  const readCell = useCallback(
    (column: ListColumn, typed: string): CellReading => {
      const field = fieldOf('student', column.key)
      if (field === undefined) return { value: typed }
      const read = parseFieldText(field, typed)
      return read.ok ? { value: read.value } : { problem: text.t(read.error.code, read.error.params) }
    },
    [text],
  )
  const write = (ids: readonly string[], column: ListColumn, typed: string) => {
    const reading = readCell(column, typed)
    if ('problem' in reading) return reading.problem
    students.write(ids, column.key, reading.value)
    return undefined
  }
  const onEdit = async (ids: readonly string[], column: ListColumn, typed: string) => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    const problem = write(ids, column, typed)
    if (problem !== undefined) return problem
    setRevision((before) => before + 1)
    notices.say({
      text: text.t('action.record.update', { count: ids.length, title: text.t(column.label) }),
      onUndo: () => undefined,
    })
    return undefined
  }
  const onPaste = (block: PastedBlock) => {
    block.rowIds.forEach((id, line) => {
      block.columns.forEach((column, place) => write([id], column, block.cells[line]?.[place] ?? ''))
    })
    setRevision((before) => before + 1)
    return Promise.resolve()
  }
  return (
    <Page
      title={text.t(list.title)}
      count={source.total}
      mainAction={{ key: 'add', label: 'Add', to: { run: () => setOpenId('student-0') } }}
      actions={[{ key: 'import', label: 'Import', to: { href: '#/import' } }]}
      {...(openId === undefined
        ? {}
        : {
            pane: {
              label: openId,
              content: <StudentRecord key={openId} id={openId} />,
              onClose: () => setOpenId(undefined),
            },
          })}
    >
      <Grid
        label={text.t(list.title)}
        columns={list.columns}
        source={source}
        view={view}
        onViewChange={setView}
        selection={selection}
        onSelectionChange={setSelection}
        onOpen={setOpenId}
        openRowId={openId}
        readCell={readCell}
        onEdit={onEdit}
        onPaste={onPaste}
        distinct={distinct}
        selectionActions={
          <Button size="compact-sm" variant="default">
            {text.t('entity.mobility', { count: 1 })}
          </Button>
        }
        emptyState={<EmptyState title={Object.keys(entities).join(' ')} />}
      />
    </Page>
  )
}
