import type { LedgerStatus } from '#shared/domain/obligation-types.ts'
import type { StatusTone } from '#renderer/ui/status-badge.tsx'

/** What each state of the obligation means for the office. */
export const ledgerTones: Readonly<Record<LedgerStatus, StatusTone>> = {
  met: 'good',
  'on-track': 'going',
  'at-risk': 'bad',
  exempt: 'idle',
  'not-owed': 'none',
}
