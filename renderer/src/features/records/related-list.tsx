import { useQuery } from '@tanstack/react-query'
import { listOf } from '#shared/lists/index.ts'
import { formatCell } from '#shared/lists/format-cell.ts'
import type { ListName } from '#shared/lists/types.ts'
import { api } from '#renderer/api/queries.ts'
import { useText } from '#renderer/ui/text.tsx'
import type { RecordLinks } from './record-form.ts'
import styles from './record-view.module.css'

const shownRows = 8
const shownColumns = 5

/** The records of one list that refer to this one: the first few here, the rest a click away. */
export function RelatedList(props: {
  readonly list: ListName
  readonly filterKey: string
  readonly id: string
  readonly count: number
  readonly title: string
  readonly links: RecordLinks
}) {
  const { t, format } = useText()
  const filters = [{ key: props.filterKey, test: 'is' as const, values: [props.id] }]
  const { data: page } = useQuery(
    api.lists.page.queryOptions({
      input: { list: props.list, query: { search: '', filters, sort: [] }, offset: 0, limit: shownRows },
    }),
  )
  const definition = listOf(props.list)
  const columns = definition.columns.filter((column) => column.isShown).slice(0, shownColumns)
  return (
    <section className={styles['related']}>
      <h3>
        <a href={props.links.toList(props.list, filters)}>
          {props.title} <span className={styles['count']}>{format.number(props.count)}</span>
        </a>
      </h3>
      <div className={styles['scroll']}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {t(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(page?.rows ?? []).map((row) => (
              <tr key={row.id}>
                {columns.map((column, index) => {
                  const shown = formatCell(column, row.cells[column.key] ?? null, t, format)
                  return (
                    <td key={column.key}>
                      {index === 0 ? (
                        <a href={props.links.toRecord(definition.entity, row.id)}>{shown}</a>
                      ) : (
                        shown
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
