import { textKey } from '#shared/entities/labels.ts'
import type { TextParams, Translate } from './text.ts'

/** An action of the journal as people tell it: “Changed 12 records”. */
export function actionText(
  t: Translate,
  action: { readonly label: string; readonly params: TextParams },
): string {
  return t(textKey(`action.${action.label}`), action.params)
}
