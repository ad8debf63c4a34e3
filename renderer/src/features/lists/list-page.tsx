import { IconPlus, IconTrash, IconPencil } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { entityLabel } from '#shared/entities/labels.ts'
import { listOf } from '#shared/lists/index.ts'
import type { Filter, ListName } from '#shared/lists/types.ts'
import { useRun } from '#renderer/api/actions.ts'
import { useDataRevision } from '#renderer/api/changes.ts'
import { client } from '#renderer/api/client.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { selectedCount } from '#renderer/ui/grid/grid-selection.ts'
import { Grid } from '#renderer/ui/grid/grid.tsx'
import type { CellRenderer, GridSelection } from '#renderer/ui/grid/grid-types.ts'
import { usePagedSource } from '#renderer/ui/grid/use-paged-source.ts'
import { Page, type PageAction } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { BulkEdit } from './bulk-edit.tsx'
import { useCellEditing } from './cell-editing.ts'
import { queryOf, useListView } from './list-state.ts'
import { SavedViews } from './saved-views.tsx'

interface ListPageProps {
  readonly list: ListName
  /** The view as the user left it. */
  readonly kept: string | undefined
  /** Rows that a link asks for. */
  readonly asked: readonly Filter[] | undefined
  readonly openId: string | undefined
  readonly onOpen: (id: string | undefined) => void
  /** The record opened beside the list. */
  readonly pane?: { readonly label: string; readonly content: ReactNode } | undefined
  readonly mainAction?: PageAction
  readonly actions?: readonly PageAction[]
  readonly toolbar?: ReactNode
  readonly cellRenderers?: Readonly<Record<string, CellRenderer>>
  readonly emptyState: ReactNode
  readonly onNew?: () => void
  /** Further things to do with the rows selected. */
  readonly rowActions?: (selected: SelectedRows) => ReactNode
}

export interface SelectedRows {
  readonly count: number
  readonly ids: () => Promise<string[]>
  readonly clear: () => void
}

const noSelection: GridSelection = { kind: 'some', ids: new Set() }

/** Any list of the application as a screen: the grid, what can be done with its rows, a record beside it. */
export function ListPage(props: ListPageProps) {
  const { list, openId, onOpen } = props
  const definition = listOf(list)
  const { t } = useText()
  const refusalText = useRefusalText()
  const { view, setView } = useListView(list, props.kept, props.asked)
  const [selection, setSelection] = useState<GridSelection>(noSelection)
  const [isBulkOpen, setBulkOpen] = useState(false)
  const reveal = useReveal(list, view, openId)
  const revision = useDataRevision()
  const { search, filters, sort } = view
  const fetchPage = useCallback(
    (offset: number, limit: number, signal: AbortSignal) =>
      client.lists.page({ list, query: queryOf({ search, filters, sort }), offset, limit }, { signal }),
    [list, search, filters, sort],
  )
  const source = usePagedSource({ fetchPage, revision, errorText: (error) => refusalText(refusalOf(error)) })
  const editing = useCellEditing(definition)
  const distinct = useCallback(
    (key: string) => client.lists.distinct({ list, key, query: queryOf({ search, filters, sort }) }),
    [list, search, filters, sort],
  )
  const selected = useSelected(list, selection, view)
  const remove = useRemove(
    definition.entity,
    t(entityLabel(definition.entity), { count: selected.count(source.total) }),
  )
  const isEditable = definition.columns.some((column) => column.field !== undefined)

  return (
    <Page
      title={t(definition.title)}
      count={source.total}
      {...(props.mainAction === undefined ? {} : { mainAction: props.mainAction })}
      {...(props.onNew === undefined || props.mainAction !== undefined
        ? {}
        : {
            mainAction: {
              key: 'new',
              label: t('lists.new'),
              icon: <IconPlus size={16} />,
              to: { run: props.onNew },
            },
          })}
      {...(props.actions === undefined ? {} : { actions: props.actions })}
      {...(props.toolbar === undefined ? {} : { toolbar: props.toolbar })}
      {...(props.pane === undefined ? {} : { pane: { ...props.pane, onClose: () => onOpen(undefined) } })}
    >
      <Grid
        key={list}
        label={t(definition.title)}
        columns={definition.columns}
        source={source}
        view={view}
        onViewChange={setView}
        selection={selection}
        onSelectionChange={setSelection}
        onOpen={onOpen}
        openRowId={openId}
        reveal={reveal}
        readCell={editing.readCell}
        {...(isEditable ? { onEdit: editing.edit, onPaste: editing.paste } : {})}
        distinct={distinct}
        savedViews={<SavedViews list={list} view={view} onChoose={setView} />}
        {...(props.cellRenderers === undefined ? {} : { cellRenderers: props.cellRenderers })}
        emptyState={props.emptyState}
        selectionActions={
          isEditable ? (
            <>
              {props.rowActions?.({
                count: selected.count(source.total),
                ids: selected.ids,
                clear: () => setSelection(noSelection),
              })}
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPencil size={14} />}
                onClick={() => setBulkOpen(true)}
              >
                {t('lists.bulk')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconTrash size={14} />}
                onClick={() =>
                  void selected
                    .ids()
                    .then(remove)
                    .then(() => setSelection(noSelection))
                }
              >
                {t('lists.delete')}
              </Button>
            </>
          ) : undefined
        }
      />
      {isBulkOpen && (
        <BulkEdit
          definition={definition}
          count={selected.count(source.total)}
          ids={selected.ids}
          onClose={() => setBulkOpen(false)}
        />
      )}
    </Page>
  )
}

/** Brings the open record into view once, wherever it stands in the list. */
function useReveal(list: ListName, view: Parameters<typeof queryOf>[0], openId: string | undefined) {
  const latestView = useRef(view)
  useEffect(() => {
    latestView.current = view
  })
  const [reveal, setReveal] = useState<{ readonly index: number }>()
  useEffect(() => {
    if (openId === undefined) return undefined
    let isCurrent = true
    const find = async () => {
      const index = await client.lists.position({ list, query: queryOf(latestView.current), id: openId })
      if (isCurrent && index !== null) setReveal({ index })
    }
    void find() // a list that cannot be read says so in the grid
    return () => {
      isCurrent = false
    }
  }, [list, openId])
  return reveal
}

function useSelected(list: ListName, selection: GridSelection, view: Parameters<typeof queryOf>[0]) {
  return {
    count: (total: number) => selectedCount(selection, total),
    ids: async (): Promise<string[]> => {
      if (selection.kind === 'some') return [...selection.ids]
      const all = await client.lists.ids({ list, query: queryOf(view) })
      return all.filter((id) => !selection.except.has(id))
    },
  }
}

function useRemove(entity: ReturnType<typeof listOf>['entity'], what: string) {
  const run = useRun()
  const { t } = useText()
  return (ids: string[]) =>
    run(() => client.records.remove({ entity, ids }), { done: t('lists.deleted', { what }) })
}
