import type { Formats } from '#shared/text/formats.ts'
import type { Translate } from '#shared/text/text.ts'

const namesShown = 5

/** Says whose stay the school's rules did not let be published. */
export function refusedText(
  t: Translate,
  format: Pick<Formats, 'list'>,
  refused: readonly { readonly student: string }[],
): string {
  const names = format.list(refused.slice(0, namesShown).map(({ student }) => student))
  return t('campaigns.published.refused', { count: refused.length, names })
}
