import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { OfficeStatus } from '#shared/contract/office.ts'
import { dataChanged, followChanges } from '#renderer/api/changes.ts'
import { onConnectionBack, onConnectionLost } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { FirstRun } from '#renderer/features/first-run/first-run.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorBoundary } from '#renderer/ui/error-boundary.tsx'
import { UiProvider, useColorScheme } from '#renderer/ui/provider.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { router } from './routes.tsx'

/** The application: its language, then the first run or the office, or what to do when the core is gone. */
export function AppRoot() {
  const { data: status } = useQuery(api.office.status.queryOptions())
  const isLost = useConnectionLost()
  useChanges()
  const language = status?.preferences.language ?? status?.suggestedLanguage ?? 'en'
  return (
    <UiProvider language={language}>
      <ErrorBoundary resetKey={status?.office?.path ?? ''}>
        {isLost ? <Lost /> : status === undefined ? <Opening /> : <Office status={status} />}
      </ErrorBoundary>
    </UiProvider>
  )
}

function Office({ status }: { readonly status: OfficeStatus }) {
  const { setScheme } = useColorScheme()
  const { theme } = status.preferences
  useEffect(() => setScheme(theme), [theme, setScheme])
  if (status.office === null) return <FirstRun status={status} />
  return <RouterProvider key={status.office.path} router={router} context={{ status }} />
}

function Opening() {
  const { t } = useText()
  return (
    <main>
      <EmptyState title={t('app.loading')} />
    </main>
  )
}

function Lost() {
  const { t } = useText()
  return (
    <main>
      <EmptyState title={t('app.lost.title')} text={t('app.lost.lead')}>
        <Button onClick={() => window.location.reload()}>{t('app.lost.reload')}</Button>
      </EmptyState>
    </main>
  )
}

function useConnectionLost(): boolean {
  const [isLost, setLost] = useState(false)
  useEffect(() => onConnectionLost(() => setLost(true)), [])
  return isLost
}

function useChanges(): void {
  useEffect(() => {
    const stop = new AbortController()
    // it ends when the window closes, or the connection does: then it is followed anew, or the screen says so
    const follow = () => void followChanges(stop.signal).catch(() => undefined)
    const forget = onConnectionBack(() => {
      dataChanged()
      follow()
    })
    follow()
    return () => {
      forget()
      stop.abort()
    }
  }, [])
}
