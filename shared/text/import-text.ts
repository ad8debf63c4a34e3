import { factText } from './allocation-text.ts'
import type { Formats } from './formats.ts'
import { saidParams } from './step-text.ts'
import { isTextKey, type TextParams, type Translate } from './text.ts'

const wishFinding = 'campaign.finding'

/**
 * What is said of a cell or a row of a list that is imported: the sentence of its code, with languages, steps and reasons
 * by their names. A code without sentence is shown as it is rather than hidden.
 */
export function rowIssueText(
  t: Translate,
  { language }: Pick<Formats, 'language'>,
  { code, params }: { readonly code: string; readonly params: TextParams },
): string {
  if (code.startsWith(`${wishFinding}.`))
    return factText(t, language, { code: code.slice(wishFinding.length + 1), params }, wishFinding)
  return isTextKey(code) ? t(code, saidParams(t, params)) : code
}
