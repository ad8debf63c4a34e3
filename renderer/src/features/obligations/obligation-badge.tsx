import { ledgerStatuses } from '#shared/domain/obligation-types.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { ListCell } from '#shared/lists/types.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { ledgerTones } from './ledger-tones.ts'

/** The state of an obligation in a list. */
export function ObligationBadge({ cell }: { readonly cell: ListCell }) {
  const { t } = useText()
  const status = ledgerStatuses.find((one) => one === cell)
  if (status === undefined) return null
  return <StatusBadge tone={ledgerTones[status]} word={t(textKey(`obligation.status.${status}`))} />
}
