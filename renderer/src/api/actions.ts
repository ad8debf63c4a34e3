import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { actionText } from '#shared/text/action-text.ts'
import { dataChanged } from './changes.ts'
import { client } from './client.ts'
import { refusalOf } from './refusal.ts'

interface Told {
  /** What is said once it is done; nothing is said without it. */
  readonly done?: string
  /** Whether *Undo* is offered beside it. */
  readonly canUndo?: boolean
}

/**
 * Runs what a user asked for, and says what came of it: the line at the foot with *Undo*, or why it was refused.
 * Answers undefined when it was refused.
 */
export function useRun(): <T>(work: () => Promise<T>, told?: Told) => Promise<T | undefined> {
  const notices = useNotices()
  const refusalText = useRefusalText()
  const { undo } = useUndo()
  return async (work, told = {}) => {
    try {
      const result = await work()
      dataChanged()
      if (told.done !== undefined)
        notices.say({ text: told.done, ...(told.canUndo === false ? {} : { onUndo: () => void undo() }) })
      return result
    } catch (error) {
      notices.fail({ text: refusalText(refusalOf(error)) })
      return undefined
    }
  }
}

/** Ctrl Z and Ctrl Shift Z: each says what it undid or did again. */
export function useUndo(): { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> } {
  const notices = useNotices()
  const refusalText = useRefusalText()
  const { t } = useText()
  const step = async (kind: 'undo' | 'redo') => {
    try {
      const action = await client.history[kind]()
      dataChanged()
      const said = actionText(t, action)
      if (kind === 'undo')
        notices.say({
          text: t('history.undone', { action: said }),
          action: { label: t('ui.redo'), run: () => void step('redo') },
        })
      else notices.say({ text: t('history.redone', { action: said }), onUndo: () => void step('undo') })
    } catch (error) {
      notices.fail({ text: refusalText(refusalOf(error)) })
    }
  }
  return { undo: () => step('undo'), redo: () => step('redo') }
}
