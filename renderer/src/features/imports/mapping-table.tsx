import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ColumnChoice, ImportColumn, ImportView } from '#shared/contract/imports.ts'
import { useText } from '#renderer/ui/text.tsx'
import { targetWord } from './import-words.ts'
import { mappingRowId } from './mapping-row-id.ts'
import { MappingRow } from './mapping-row.tsx'
import styles from './mapping-table.module.css'
import { targetGroups } from './target-groups.ts'
import type { Adjusting } from './use-adjust.ts'

/** What each column of the file is read as: proposed, and changed here. Columns that are not read are folded away. */
export function MappingTable(props: {
  readonly view: ImportView
  readonly adjust: Adjusting['adjust']
  /** The column whose choice is asked for from the preview, a new object each time; it is unfolded if it is not read. */
  readonly asked: { readonly index: number } | undefined
  readonly onFocusColumn: (index: number) => void
}) {
  const { view, adjust, asked } = props
  const { t } = useText()
  const read = view.columns.filter((column) => column.target !== null)
  const ignored = view.columns.filter((column) => column.target === null)
  const isAskedIgnored = ignored.some((column) => column.index === asked?.index)
  const [isUnfolded, setUnfolded] = useState(false)
  const groups = useMemo(() => targetGroups(view.targets, t), [view.targets, t])
  const takenBy = useMemo(() => takenTargets(view), [view])
  const onTarget = useCallback(
    (index: number, target: string | null) => adjust({ columns: [{ index, target }] }),
    [adjust],
  )
  const onPlaces = useCallback((choice: ColumnChoice) => adjust({ columns: [choice] }), [adjust])
  useAskedColumn(asked)
  const row = (column: ImportColumn) => (
    <MappingRow
      key={column.index}
      column={column}
      groups={groups}
      takenBy={takenBy}
      onTarget={onTarget}
      onPlaces={onPlaces}
      onFocus={props.onFocusColumn}
    />
  )
  return (
    <div className={styles['mapping']}>
      <MissingTargets view={view} />
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('importing.map.column')}</th>
            <th scope="col">{t('importing.map.target')}</th>
          </tr>
        </thead>
        <tbody>{read.map(row)}</tbody>
        {ignored.length > 0 && (
          <tbody>
            <tr>
              <td colSpan={2} className={styles['fold']}>
                <button
                  type="button"
                  aria-expanded={isUnfolded || isAskedIgnored}
                  onClick={() => setUnfolded(!isUnfolded)}
                >
                  <IconChevronRight size={14} aria-hidden />
                  {t('importing.map.ignoredColumns', { count: ignored.length })}
                </button>
              </td>
            </tr>
            {(isUnfolded || isAskedIgnored) && ignored.map(row)}
          </tbody>
        )}
      </table>
    </div>
  )
}

/** Says which fields a new record needs and no column gives. */
function MissingTargets({ view }: { readonly view: ImportView }) {
  const { t, format } = useText()
  const given = new Set(view.columns.map((column) => column.target))
  if (given.has('fullName')) for (const key of ['student.familyName', 'student.givenNames']) given.add(key)
  const missing = view.targets.filter((target) => target.required && !given.has(target.key))
  if (missing.length === 0) return null
  const words = format.list(missing.map((target) => targetWord(t, target.key)))
  return (
    <p className={styles['missing']}>
      <IconAlertTriangle size={16} aria-hidden />
      {t('importing.map.missing', { targets: words })}
    </p>
  )
}

/** Which column has each target that only one column can have. */
function takenTargets(view: ImportView): ReadonlyMap<string, string> {
  const shared = new Set(view.targets.filter((target) => target.many).map((target) => target.key))
  return new Map(
    view.columns.flatMap(({ target, letter }) =>
      target === null || shared.has(target) ? [] : [[target, letter] as const],
    ),
  )
}

/** Brings the choice of a column into view and gives it the keyboard, when the preview asks for it. */
function useAskedColumn(asked: { readonly index: number } | undefined): void {
  useEffect(() => {
    if (asked === undefined) return
    const row = document.getElementById(mappingRowId(asked.index))
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector('input')?.focus({ preventScroll: true })
  }, [asked])
}
