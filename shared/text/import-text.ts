import { factText } from './allocation-text.ts'
import type { Formats } from './formats.ts'
import { saidParams } from './step-text.ts'
import { isTextKey, type TextParams, type Translate } from './text.ts'

const wishFinding = 'campaign.finding'

/** The sentence of a key that came with the data; a key without sentence is shown as it is rather than hidden. */
export function sayKey(t: Translate, key: string, params: TextParams = {}): string {
  return isTextKey(key) ? t(key, saidParams(t, params)) : key
}

/**
 * What is said of a cell or a row of a list that is imported: the sentence of its code, with languages, steps and reasons
 * by their names.
 */
export function rowIssueText(
  t: Translate,
  { language }: Pick<Formats, 'language'>,
  { code, params }: { readonly code: string; readonly params: TextParams },
): string {
  if (code.startsWith(`${wishFinding}.`))
    return factText(t, language, { code: code.slice(wishFinding.length + 1), params }, wishFinding)
  return sayKey(t, code, params)
}
