import type { EwpFinding, EwpItem } from '#shared/contract/ewp.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { Translate } from './text.ts'

/** What is wrong in a document, and where. */
export function findingText(t: Translate, { code, path, line, params }: EwpFinding): string {
  const said = t(textKey(`ewp.finding.${code}`), params)
  const place = line === null ? path : t('ewp.finding.at', { line: String(line), path })
  return `${place}: ${said}`
}

/** Something to know of a part of a document. */
export function noteText(t: Translate, { code, params }: EwpItem['notes'][number]): string {
  return t(textKey(`ewp.note.${code}`), params)
}
