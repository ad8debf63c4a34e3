import { IconBellRinging, IconCoinEuro } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { OfficeStatus } from '#shared/contract/office.ts'
import { isMadeByHand } from '#shared/entities/index.ts'
import { textKey } from '#shared/entities/labels.ts'
import { listOf } from '#shared/lists/index.ts'
import type { ListName } from '#shared/lists/types.ts'
import { ListPage, type SelectedRows } from '#renderer/features/lists/list-page.tsx'
import { GrantMany } from '#renderer/features/grants/grant-many.tsx'
import { useHostDialog } from '#renderer/features/mobilities/use-host-dialog.tsx'
import { MoveMany } from '#renderer/features/mobilities/move-many.tsx'
import { NewRecord } from '#renderer/features/records/new-record.tsx'
import { RecordView } from '#renderer/features/records/record-view.tsx'
import { PlaceLine } from '#renderer/features/places/place-line.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { linkToList, linkToNew, linkToRecord, type ListSearch } from './links.ts'
import { renderersOf } from './list-cells.tsx'
import { grantLists, Siblings } from './list-siblings.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { sectionsOf } from './record-sections.ts'

interface ListScreenProps {
  readonly list: ListName
  readonly status: OfficeStatus
  readonly search: ListSearch
  readonly onSearch: (search: ListSearch) => void
}

/** Lists whose rows are worked out: nothing is typed in them. */
const derivedLists: readonly ListName[] = ['placesLedger', 'partnerBalance', 'grants']

/** A list, and the record opened beside it: where lists and records meet. */
export function ListScreen({ list, status, search, onSearch }: ListScreenProps) {
  const { t } = useText()
  const { entity } = listOf(list)
  const rest: ListSearch = search.filters === undefined ? {} : { filters: search.filters }
  // going from record to record keeps the part of the page that one looks at
  const kept = search.section === undefined ? {} : { section: search.section }
  const close = () => onSearch(rest)
  const hosts = useHostDialog()
  const isStay = (search.new ?? entity) === 'mobility'
  const makers = isStay
    ? { institutionId: { label: (words: string) => t('hosting.option', { words }), run: hosts.make } }
    : undefined
  const content: ReactNode =
    search.new !== undefined ? (
      <NewRecord
        key={search.new}
        entity={search.new}
        values={search.values ?? {}}
        makers={makers}
        onCreated={(id) => window.location.assign(linkToRecord(search.new ?? entity, id))}
        onCancel={close}
      />
    ) : search.id === undefined ? undefined : list === 'placesLedger' ? (
      <PlaceLine key={search.id} id={search.id} links={links} />
    ) : (
      <RecordView
        key={search.id}
        entity={entity}
        id={list === 'partnerBalance' ? (search.id.split(':')[0] ?? '') : search.id}
        field={search.field}
        links={links}
        makers={makers}
        sections={sectionsOf(entity)}
        section={search.section}
        onSection={(section) =>
          onSearch({ ...rest, id: search.id, ...(section === undefined ? {} : { section }) })
        }
        onClose={close}
      />
    )
  const isTyped = !derivedLists.includes(list) && isMadeByHand(entity)
  return (
    <>
      <ListPage
        key={list}
        list={list}
        kept={status.preferences.views[list]}
        asked={search.filters}
        openId={search.new === undefined ? search.id : undefined}
        onOpen={(id) => onSearch(id === undefined ? rest : { ...rest, ...kept, id })}
        pane={
          content === undefined ? undefined : { label: t(textKey(`kind.${search.new ?? entity}`)), content }
        }
        {...(isTyped ? { onNew: () => onSearch({ ...rest, new: entity }) } : {})}
        toolbar={<Siblings list={list} />}
        {...(list === 'documents' ? { actions: [remind(t('reminders.title'))] } : {})}
        {...(grantLists.some((one) => one === list) ? { actions: [budgets(t('grants.title'))] } : {})}
        {...(entity === 'mobility' ? { rowActions: list === 'grants' ? grantRows : moveRows } : {})}
        cellRenderers={renderersOf(list, entity, t)}
        emptyState={<NothingYet list={list} />}
      />
      {hosts.dialog}
    </>
  )
}

const links = { toRecord: linkToRecord, toList: linkToList, toNew: linkToNew }

function moveRows({ count, ids, clear }: SelectedRows): ReactNode {
  return <MoveMany count={count} ids={ids} links={links} onDone={clear} />
}

function grantRows({ ids, clear }: SelectedRows): ReactNode {
  return <GrantMany ids={ids} links={links} onDone={clear} />
}

const budgets = (label: string) => ({
  key: 'grants',
  label,
  icon: <IconCoinEuro size={16} />,
  to: { href: '#/grants' },
})

const remind = (label: string) => ({
  key: 'reminders',
  label,
  icon: <IconBellRinging size={16} />,
  to: { href: '#/reminders' },
})
