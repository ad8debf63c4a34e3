import type { ImportView } from '#shared/contract/imports.ts'
import { isEntityName } from '#shared/entities/index.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { Translate } from '#shared/text/text.ts'
import { targetWord } from './import-words.ts'

/** What stands for *not read* where a value is needed. */
export const notRead = '-'

export interface TargetGroup {
  readonly group: string
  readonly items: readonly { readonly value: string; readonly label: string }[]
}

/** The targets to choose from, under the kind of record that each belongs to, *not read* first. */
export function targetGroups(targets: ImportView['targets'], t: Translate): readonly TargetGroup[] {
  const byKind = Map.groupBy(targets, ({ key }) => kindOf(key))
  return [
    { group: '', items: [{ value: notRead, label: t('importing.map.ignore') }] },
    ...[...byKind].map(([kind, members]) => ({
      group: isEntityName(kind) ? t(textKey(`kind.${kind}`)) : t('importing.map.group.other'),
      items: members.map(({ key }) => ({ value: key, label: targetWord(t, key) })),
    })),
  ]
}

function kindOf(key: string): string {
  if (key === 'fullName') return 'student'
  return key.split('.').length > 1 ? (key.split('.')[0] ?? '') : 'period'
}
