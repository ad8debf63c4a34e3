import { Button, SegmentedControl } from '@mantine/core'
import { IconBellRinging, IconCoinEuro, IconFileImport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { OfficeStatus } from '#shared/contract/office.ts'
import { documentStates } from '#shared/domain/documents.ts'
import { entityOf, type EntityName } from '#shared/entities/index.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { listOf } from '#shared/lists/index.ts'
import type { ListName } from '#shared/lists/types.ts'
import { ListPage, type SelectedRows } from '#renderer/features/lists/list-page.tsx'
import { GrantMany } from '#renderer/features/grants/grant-many.tsx'
import { useHostDialog } from '#renderer/features/mobilities/use-host-dialog.tsx'
import { MoveMany } from '#renderer/features/mobilities/move-many.tsx'
import { NewRecord } from '#renderer/features/records/new-record.tsx'
import { RecordView } from '#renderer/features/records/record-view.tsx'
import { documentTones } from '#renderer/features/stay-files/document-row.tsx'
import { PlaceLine } from '#renderer/features/places/place-line.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import type { CellRenderer } from '#renderer/ui/grid/grid-types.ts'
import { StatusBadge, type StatusTone } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { linkToList, linkToNew, linkToRecord, type ListSearch } from './links.ts'
import { ObligationBadge } from '#renderer/features/obligations/obligation-badge.tsx'
import { isStudentList, StudentSiblings } from './student-siblings.tsx'
import { sectionsOf } from './record-sections.ts'

interface ListScreenProps {
  readonly list: ListName
  readonly status: OfficeStatus
  readonly search: ListSearch
  readonly onSearch: (search: ListSearch) => void
}

const stayLists = [
  'mobilities',
  'documents',
  'laComponents',
  'laSignatures',
  'transcriptLines',
  'interruptions',
] as const
const moneyLists = ['mobilities', 'fundings', 'instalments', 'aidSchemes', 'grants'] as const
const grantLists = ['grants', 'erasmusCalls', 'grantRates', 'countryGroups'] as const
const campaignLists: readonly ListName[] = [
  'campaigns',
  'campaignPlaces',
  'campaignPools',
  'campaignWishes',
  'campaignCriteria',
  'campaignScores',
  'campaignRules',
  'campaignDecisions',
]
const scenarioLists: readonly ListName[] = ['scenarios', 'scenarioLines']
const agreementLists: readonly ListName[] = ['agreements', 'conditions', 'places', 'placesLedger']
const placeLists: readonly ListName[] = [
  'placesLedger',
  'partnerBalance',
  'places',
  'quotaPools',
  'quotaPoolMembers',
  'incomingCounts',
]
const athensLists: readonly ListName[] = [
  'athensSessions',
  'athensCourses',
  'athensHostQuotas',
  'wishes',
  'athensRegistrations',
]

/** Lists whose rows are worked out: nothing is typed in them. */
const derivedLists: readonly ListName[] = ['placesLedger', 'partnerBalance', 'grants']

const siblings: Readonly<Partial<Record<ListName, readonly ListName[]>>> = {
  partners: ['partners', 'institutions'],
  institutions: ['partners', 'institutions'],
  agreements: agreementLists,
  conditions: agreementLists,
  places: agreementLists,
  mobilities: ['mobilities', 'mobilitySteps', 'documents', 'fundings', 'incomingStays'],
  mobilitySteps: ['mobilities', 'mobilitySteps', 'documents', 'fundings', 'incomingStays'],
  incomingStays: ['mobilities', 'mobilitySteps', 'documents', 'fundings', 'incomingStays'],
  documents: stayLists,
  laComponents: stayLists,
  laSignatures: stayLists,
  transcriptLines: stayLists,
  interruptions: stayLists,
  fundings: moneyLists,
  instalments: moneyLists,
  aidSchemes: moneyLists,
  ...Object.fromEntries(grantLists.map((list) => [list, grantLists])),
  ...Object.fromEntries(campaignLists.map((list) => [list, campaignLists])),
  scenarios: scenarioLists,
  scenarioLines: scenarioLists,
  nominations: ['nominations', 'nominationProfiles'],
  nominationProfiles: ['nominations', 'nominationProfiles'],
  athensSessions: athensLists,
  athensCourses: athensLists,
  athensHostQuotas: athensLists,
  wishes: athensLists,
  athensRegistrations: athensLists,
  placesLedger: placeLists,
  partnerBalance: placeLists,
  quotaPools: placeLists,
  quotaPoolMembers: placeLists,
  incomingCounts: placeLists,
  registers: ['registers', 'registerEntries'],
  registerEntries: ['registers', 'registerEntries'],
  bmReadings: ['bmRemarks', 'bmReadings'],
  bmRemarks: ['bmRemarks', 'bmReadings'],
}

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
  const isTyped =
    !derivedLists.includes(list) &&
    !Object.values(entityOf(entity).fields).every((field) => field.readOnly === true)
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

/** Lists of the same area, one click away. */
function Siblings({ list }: { readonly list: ListName }) {
  const { t } = useText()
  const names = siblings[list]
  if (isStudentList(list)) return <StudentSiblings current={list} />
  if (names === undefined) return null
  return (
    <SegmentedControl
      size="xs"
      value={list}
      onChange={(name) => window.location.assign(linkToList(name))}
      data={names.map((name) => ({ value: name, label: t(listOf(name).title) }))}
    />
  )
}

function NothingYet({ list }: { readonly list: ListName }) {
  const { t } = useText()
  const text = list === 'partners' || list === 'students' || list === 'mobilities' ? list : 'other'
  return (
    <EmptyState title={t(`lists.empty.${text}`)}>
      <Button component="a" href="#/import" leftSection={<IconFileImport size={16} />}>
        {t('lists.empty.import')}
      </Button>
    </EmptyState>
  )
}

const tones: Readonly<Record<string, StatusTone>> = {
  draft: 'idle',
  applied: 'going',
  approved: 'going',
  selected: 'going',
  nominated: 'going',
  accepted: 'good',
  agreed: 'good',
  departed: 'good',
  arrived: 'good',
  returned: 'good',
  recognised: 'good',
  refused: 'bad',
  withdrawn: 'bad',
  interrupted: 'warn',
  active: 'good',
  ended: 'idle',
}

function renderersOf(
  list: ListName,
  entity: EntityName,
  t: ReturnType<typeof useText>['t'],
): Readonly<Record<string, CellRenderer>> {
  if (entity === 'document')
    return {
      state: (cell) => {
        const state = documentStates.find((known) => known === cell)
        return state === undefined ? null : (
          <StatusBadge isPlain tone={documentTones[state]} word={t(textKey(`document-state.${state}`))} />
        )
      },
    }
  if (list === 'grants') return { state: grantBadge(t) }
  if (list === 'obligations') return { status: (cell) => <ObligationBadge cell={cell} /> }
  if (entity === 'place') return { state: placeState(t) }
  if (entity !== 'mobility' && entity !== 'agreement') return {}
  return {
    status: (cell) =>
      typeof cell === 'string' ? (
        <StatusBadge tone={tones[cell] ?? 'idle'} word={t(choiceLabel(entity, 'status', cell))} />
      ) : null,
  }
}

const grantTones: Readonly<Record<string, StatusTone>> = {
  blocked: 'warn',
  'to-grant': 'going',
  'to-pay': 'warn',
  'to-claim': 'bad',
  granted: 'good',
  zero: 'idle',
  refused: 'bad',
}

function grantBadge(t: ReturnType<typeof useText>['t']): CellRenderer {
  return (cell) =>
    typeof cell === 'string' ? (
      <StatusBadge tone={grantTones[cell] ?? 'none'} word={t(textKey(`grant.state.${cell}`))} />
    ) : null
}

const placeTones: Readonly<Record<string, StatusTone>> = {
  free: 'good',
  full: 'idle',
  over: 'bad',
  justified: 'warn',
  unknown: 'none',
}

function placeState(t: ReturnType<typeof useText>['t']): CellRenderer {
  return (cell) =>
    typeof cell === 'string' ? (
      <StatusBadge tone={placeTones[cell] ?? 'none'} word={t(textKey(`places.state.${cell}`))} />
    ) : null
}
