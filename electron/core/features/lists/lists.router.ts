import { columnOf, listOf } from '#shared/lists/index.ts'
import { formatCell } from '#shared/lists/format-cell.ts'
import { os } from '#core/rpc/implement.ts'

export const listsRouter = {
  page: os.lists.page.handler(async ({ input, context }) => {
    const page = await context.office.current().lists.page(input.list, input.query, input.offset, input.limit)
    return { ...page, rows: [...page.rows], totals: { ...page.totals } }
  }),
  ids: os.lists.ids.handler(async ({ input, context }) => [
    ...(await context.office.current().lists.ids(input.list, input.query)),
  ]),
  distinct: os.lists.distinct.handler(async ({ input, context }) => [
    ...(await context.office.current().lists.distinct(input.list, input.query, input.key)),
  ]),
  copy: os.lists.copy.handler(async ({ input, context }) => {
    const { lists, words } = context.office.current()
    const { t, formats } = words()
    const columns = input.columns.flatMap((key) => columnOf(listOf(input.list), key) ?? [])
    const ids = input.ids ?? (await lists.ids(input.list, input.query))
    const rows = await lists.rows(input.list, ids)
    const lines = rows.map((row) =>
      columns.map((column) => formatCell(column, row.cells[column.key] ?? null, t, formats)),
    )
    const text = [columns.map((column) => t(column.label)), ...lines]
      .map((line) => line.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'))
      .join('\r\n')
    return { text }
  }),
  position: os.lists.position.handler(({ input, context }) =>
    context.office.current().lists.position(input.list, input.query, input.id),
  ),
}
