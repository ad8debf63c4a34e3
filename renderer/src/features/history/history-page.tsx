import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { actionText } from '#shared/text/action-text.ts'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { useUndo } from '#renderer/api/actions.ts'
import { api } from '#renderer/api/queries.ts'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './history-page.module.css'

const pageSize = 100

/** Everything that was done in the file, the latest first, by whom and when. */
export function HistoryPage() {
  const { t, format } = useText()
  const { undo, redo } = useUndo()
  const history = useInfiniteQuery(
    api.history.list.infiniteOptions({
      input: (offset: number) => ({ offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const shown = pages.reduce((sum, page) => sum + page.entries.length, 0)
        return shown < last.total ? shown : undefined
      },
    }),
  )
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Page
      title={t('history.title')}
      lead={t('history.lead')}
      isDocument
      {...(history.data?.pages[0] === undefined ? {} : { count: history.data.pages[0].total })}
      actions={[
        { key: 'undo', label: t('ui.undo'), to: { run: () => void undo() } },
        { key: 'redo', label: t('ui.redo'), to: { run: () => void redo() } },
      ]}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('history.when')}</th>
            <th scope="col">{t('history.who')}</th>
            <th scope="col">{t('history.what')}</th>
            <th scope="col">{t('history.state')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq} data-state={entry.state}>
              <td>{format.instant(entry.at)}</td>
              <td>{entry.actor}</td>
              <td>{whatOf(t, entry)}</td>
              <td>{entry.kind === 'do' ? t(`history.state.${entry.state}`) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {history.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('history.more')}
        </Button>
      )}
    </Page>
  )
}

function whatOf(t: ReturnType<typeof useText>['t'], entry: HistoryEntry): string {
  const action = actionText(t, entry)
  return entry.kind === 'do' ? action : t(`history.kind.${entry.kind}`, { action })
}
