import { textKey } from '#shared/entities/labels.ts'
import { stepWord } from './step-text.ts'
import type { TextParams, Translate } from './text.ts'

/** An action of the journal as people tell it: “Changed 12 records”. */
export function actionText(
  t: Translate,
  action: { readonly label: string; readonly params: TextParams },
): string {
  const { step } = action.params
  const params = typeof step === 'string' ? { ...action.params, step: stepWord(t, step) } : action.params
  return t(textKey(`action.${action.label}`), params)
}
