import { documentStates } from '#shared/domain/documents.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import type { ListName } from '#shared/lists/types.ts'
import { ObligationBadge } from '#renderer/features/obligations/obligation-badge.tsx'
import { documentTones } from '#renderer/features/stay-files/document-row.tsx'
import type { CellRenderer } from '#renderer/ui/grid/grid-types.ts'
import { StatusBadge, type StatusTone } from '#renderer/ui/status-badge.tsx'
import type { useText } from '#renderer/ui/text.tsx'

const tones: Readonly<Record<string, StatusTone>> = {
  draft: 'idle',
  applied: 'going',
  approved: 'going',
  selected: 'going',
  nominated: 'going',
  accepted: 'good',
  agreed: 'good',
  departed: 'good',
  arrived: 'good',
  returned: 'good',
  recognised: 'good',
  refused: 'bad',
  withdrawn: 'bad',
  interrupted: 'warn',
  active: 'good',
  ended: 'idle',
}

/** The cells of a list that are shown otherwise than as text: states, as badges. */
export function renderersOf(
  list: ListName,
  entity: EntityName,
  t: Words,
): Readonly<Record<string, CellRenderer>> {
  if (entity === 'document')
    return {
      state: (cell) => {
        const state = documentStates.find((known) => known === cell)
        return state === undefined ? null : (
          <StatusBadge isPlain tone={documentTones[state]} word={t(textKey(`document-state.${state}`))} />
        )
      },
    }
  if (list === 'grants') return { state: badges(t, grantTones, (state) => `grant.state.${state}`) }
  if (list === 'obligations') return { status: (cell) => <ObligationBadge cell={cell} /> }
  if (entity === 'place') return { state: badges(t, placeTones, (state) => `places.state.${state}`) }
  if (entity !== 'mobility' && entity !== 'agreement') return {}
  return {
    status: (cell) =>
      typeof cell === 'string' ? (
        <StatusBadge tone={tones[cell] ?? 'idle'} word={t(choiceLabel(entity, 'status', cell))} />
      ) : null,
  }
}

const grantTones: Readonly<Record<string, StatusTone>> = {
  blocked: 'warn',
  'to-grant': 'going',
  'to-pay': 'warn',
  'to-claim': 'bad',
  granted: 'good',
  zero: 'idle',
  refused: 'bad',
}

const placeTones: Readonly<Record<string, StatusTone>> = {
  free: 'good',
  full: 'idle',
  over: 'bad',
  justified: 'warn',
  unknown: 'none',
}

type Words = ReturnType<typeof useText>['t']

/** A badge for each value: its tone, and the key of its word. */
function badges(
  t: Words,
  toneOf: Readonly<Record<string, StatusTone>>,
  keyOf: (value: string) => string,
): CellRenderer {
  return (cell) =>
    typeof cell === 'string' ? (
      <StatusBadge tone={toneOf[cell] ?? 'none'} word={t(textKey(keyOf(cell)))} />
    ) : null
}
