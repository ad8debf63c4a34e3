import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isEntityName, type EntityName } from '#shared/entities/index.ts'
import { textKey } from '#shared/entities/labels.ts'
import { useRun, useUndo } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { Palette, type PaletteGroup, type PaletteItem } from '#renderer/ui/palette.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { linkToList, linkToPipeline, linkToNew, linkToRecord } from './links.ts'
import { forecastPath } from './student-siblings.tsx'

const found = 30
const keptRecent = 6
const creatable = [
  'institution',
  'agreement',
  'student',
  'mobility',
  'athensCourse',
  'quotaPool',
  'erasmusCall',
] as const

/** Ctrl K: any record, any screen, any command. */
export function AppPalette({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useText()
  const [recent, setRecent] = useState<readonly PaletteItem[]>([])
  const commands = useCommands()
  const search = async (words: string): Promise<readonly PaletteGroup[]> => {
    const records = await client.records.find({ search: words, limit: found })
    const kinds = [...new Set(records.map((record) => record.entity))]
    return kinds.map((kind) => ({
      label: t(textKey(`kind.${kind}`)),
      items: records.filter((record) => record.entity === kind).map((record) => itemOf(record)),
    }))
  }
  const itemOf = (record: {
    readonly entity: EntityName
    readonly id: string
    readonly title: string
    readonly hint: string
  }) => {
    const item: PaletteItem = {
      key: record.id,
      title: record.title,
      hint: record.hint,
      to: { href: linkToRecord(record.entity, record.id) },
    }
    const run = () => {
      setRecent((before) => [item, ...before.filter((other) => other.key !== item.key)].slice(0, keptRecent))
      window.location.assign(linkToRecord(record.entity, record.id))
    }
    return { ...item, to: { run } }
  }
  return <Palette isOpen={isOpen} onClose={onClose} recent={recent} commands={commands} search={search} />
}

function useCommands(): readonly PaletteItem[] {
  const { t, language } = useText()
  const run = useRun()
  const { undo, redo } = useUndo()
  const { data: status } = useQuery(api.office.status.queryOptions())
  const pages: readonly (readonly [page: string, href: string])[] = [
    ['today', '#/'],
    ['partners', linkToList('partners')],
    ['institutions', linkToList('institutions')],
    ['agreements', linkToList('agreements')],
    ['students', linkToList('students')],
    ['obligations', linkToList('obligations')],
    ['forecast', `#${forecastPath}`],
    ['mobilities', linkToList('mobilities')],
    ['pipeline', linkToPipeline()],
    ['campaigns', '#/campaigns'],
    ['nominations', '#/nominations'],
    ['deadlines', '#/deadlines'],
    ['nomination-mail', '#/nomination-mail'],
    ['athens', '#/athens'],
    ['reports', '#/reports'],
    ['grants', '#/grants'],
    ['places', linkToList('placesLedger')],
    ['map', '#/map'],
    ['import', '#/import'],
    ['ewp', '#/ewp'],
    ['register', '#/charters'],
    ['bm', '#/bm'],
    ['history', '#/history'],
    ['settings', '#/settings'],
  ]
  const isDark = status?.preferences.theme === 'dark'
  return [
    ...pages.map(([page, href]) => ({
      key: `go-${page}`,
      title: t('palette.go', { page: t(textKey(`nav.${page}`)) }),
      to: { href },
    })),
    ...creatable.filter(isEntityName).map((entity) => ({
      key: `new-${entity}`,
      title: t('palette.new', { kind: t(textKey(`kind.${entity}`)) }),
      to: { href: linkToNew(entity) },
    })),
    { key: 'undo', title: t('palette.undo'), keys: 'mod+z', to: { run: () => void undo() } },
    { key: 'redo', title: t('palette.redo'), keys: 'mod+shift+z', to: { run: () => void redo() } },
    {
      key: 'language',
      title: t('palette.language'),
      to: {
        run: () =>
          void run(() => client.office.setPreferences({ language: language === 'fr' ? 'en' : 'fr' })),
      },
    },
    {
      key: 'theme',
      title: t('palette.theme'),
      to: { run: () => void run(() => client.office.setPreferences({ theme: isDark ? 'light' : 'dark' })) },
    },
    {
      key: 'close',
      title: t('palette.close-office'),
      to: { run: () => void run(() => client.office.close({})) },
    },
  ]
}
