import { SegmentedControl } from '@mantine/core'
import { listOf } from '#shared/lists/index.ts'
import type { ListName } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import { linkToList } from './links.ts'
import { isStudentList, StudentSiblings } from './student-siblings.tsx'

const stayLists = [
  'mobilities',
  'documents',
  'laComponents',
  'laSignatures',
  'transcriptLines',
  'interruptions',
] as const
const moneyLists = ['mobilities', 'fundings', 'instalments', 'aidSchemes', 'grants'] as const
export const grantLists = ['grants', 'erasmusCalls', 'grantRates', 'countryGroups'] as const
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

/** Lists of the same area, one click away. */
export function Siblings({ list }: { readonly list: ListName }) {
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
