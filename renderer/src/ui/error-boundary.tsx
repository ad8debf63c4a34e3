import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Component } from 'react'
import type { ReactNode } from 'react'
import { EmptyState } from './empty-state.tsx'
import styles from './error-boundary.module.css'
import { useText } from './text.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** A change of this value (the address, the record) tries again. */
  readonly resetKey: string
  /** Tells the core, which keeps the log. */
  readonly onError?: (error: unknown) => void
}

interface ErrorBoundaryState {
  readonly failure: { readonly error: unknown; readonly resetKey: string } | undefined
}

/** Keeps a fault of one screen from taking the window with it. React offers this to classes only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: undefined }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: { error, resetKey: '' } }
  }

  /** Notes under which address the fault came, and forgets it under another. */
  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): ErrorBoundaryState | null {
    const { failure } = state
    if (failure === undefined || failure.resetKey === props.resetKey) return null
    return { failure: failure.resetKey === '' ? { ...failure, resetKey: props.resetKey } : undefined }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError?.(error)
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (failure === undefined) return this.props.children
    return <Failure error={failure.error} onRetry={() => this.setState({ failure: undefined })} />
  }
}

function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useText()
  return (
    <div role="alert" className={styles['failure']}>
      <EmptyState
        title={t('ui.failure.title')}
        text={t('ui.failure.text')}
        icon={<IconAlertTriangle size={22} stroke={1.6} />}
      >
        <Button variant="default" onClick={onRetry}>
          {t('ui.retry')}
        </Button>
      </EmptyState>
      <details className={styles['details']}>
        <summary>{t('ui.details')}</summary>
        <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </div>
  )
}
