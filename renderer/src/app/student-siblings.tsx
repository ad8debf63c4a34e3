import { SegmentedControl } from '@mantine/core'
import { listOf } from '#shared/lists/index.ts'
import type { ListName } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import { linkToList } from './links.ts'

export const forecastPath = '/forecast'

const lists = ['students', 'obligations', 'ledgerLines'] as const satisfies readonly ListName[]

export function isStudentList(list: ListName): boolean {
  return lists.some((one) => one === list)
}

/** Students, what they owe, and who will leave without it: one click from each other. */
export function StudentSiblings({ current }: { readonly current: ListName | 'forecast' }) {
  const { t } = useText()
  return (
    <SegmentedControl
      size="xs"
      value={current}
      onChange={(name) => window.location.assign(name === 'forecast' ? `#${forecastPath}` : linkToList(name))}
      data={[
        ...lists.map((list) => ({ value: list, label: t(listOf(list).title) })),
        { value: 'forecast', label: t('forecast.title') },
      ]}
    />
  )
}
