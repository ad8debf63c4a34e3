import type { BmFindingView, BmReadBackFinding } from '#shared/contract/bm.ts'
import { fieldLabel, textKey } from '#shared/entities/labels.ts'
import type { Formats } from './formats.ts'
import { isTextKey, type Translate } from './text.ts'

interface BmWords {
  readonly t: Translate
  readonly formats: Pick<Formats, 'date' | 'decimal' | 'country' | 'list'>
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** What the check found, in words: days, amounts and countries as the user writes them. */
export function bmFindingText(
  { t, formats }: BmWords,
  { code, params }: Pick<BmFindingView, 'code' | 'params'>,
): string {
  const said: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'number')
      said[name] =
        name === 'amount' || (name === 'most' && code.startsWith('exceptional'))
          ? `${formats.decimal(value)} €`
          : formats.decimal(value)
    else if (isoDay.test(value)) said[name] = formats.date(value)
    else if (name === 'country') said[name] = formats.country(value)
    else if (name === 'missing')
      said[name] = formats.list(value.split(',').map((field) => t(fieldLabel('institution', field))))
    else said[name] = value
  }
  return t(textKey(`bm.finding.${code}`), said)
}

/** A value that was read back or written, as the user writes it. */
function bmValueText({ t, formats }: BmWords, value: string | null): string {
  if (value === null || value === '') return t('bm.back.nothing')
  if (isoDay.test(value)) return formats.date(value)
  return value === 'yes' || value === 'no' ? t(textKey(`bm.${value}`)) : value
}

type Told = Pick<BmReadBackFinding, 'kind' | 'message' | 'ours' | 'theirs'> & {
  readonly label: string | null
}

/** What the module said of one mobility, in one sentence. */
export function bmRemarkText(words: BmWords, { kind, label, message, ours, theirs }: Told): string {
  const { t } = words
  const key = `bm.back.kind.${kind}`
  const head = label ?? (isTextKey(key) ? t(key) : kind)
  if (kind === 'error')
    return label === null || message?.includes(label) === true
      ? (message ?? head)
      : `${head} – ${message ?? ''}`
  if (kind !== 'difference') return isTextKey(key) ? t(key) : kind
  const says = t('bm.back.says', { ours: bmValueText(words, ours), theirs: bmValueText(words, theirs) })
  return `${head} – ${says}`
}
