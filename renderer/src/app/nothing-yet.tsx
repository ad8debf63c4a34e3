import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import type { ImportKind } from '#shared/contract/imports.ts'
import type { ListName } from '#shared/lists/types.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { linkToImport } from './links.ts'

/** What fills a list from a spreadsheet. */
const importedAs: Readonly<Partial<Record<ListName, ImportKind>>> = {
  partners: 'partners',
  institutions: 'partners',
  agreements: 'partners',
  conditions: 'partners',
  places: 'partners',
  students: 'students',
  mobilities: 'mobilities',
  campaignWishes: 'wishes',
  athensCourses: 'courses',
  wishes: 'athens-choices',
}

/** A list without a row, and how it gets some. */
export function NothingYet({ list }: { readonly list: ListName }) {
  const { t } = useText()
  const text = list === 'partners' || list === 'students' || list === 'mobilities' ? list : 'other'
  const kind = importedAs[list]
  return (
    <EmptyState title={t(`lists.empty.${text}`)}>
      {kind === undefined ? null : (
        <Button component="a" href={linkToImport(kind)} leftSection={<IconFileImport size={16} />}>
          {t('lists.empty.import')}
        </Button>
      )}
    </EmptyState>
  )
}
