import { isCountryCode } from './country-codes.ts'
import type { CountryCode } from './country-codes.ts'

/** How sure a rule shipped with the application is; the office sees it beside the rule and can change the rule. */
export type Certainty = 'certain' | 'inferred' | 'unsourced'

/** Group of programme countries by cost of living, or region of partner countries, that sets the Erasmus grant. */
export type CountryGroupName = 'group-1' | 'group-2' | 'group-3' | 'region-13' | 'region-14'

/** One group of countries for a range of yearly calls. Seed data: the office edits its own copy. */
export type CountryGroup = {
  readonly name: CountryGroupName
  readonly countries: readonly CountryCode[]
  /** First and last call of the Erasmus+ programme in which the group holds; no last call: still in force. */
  readonly firstCall: number
  readonly lastCall?: number
  readonly source: string
  readonly certainty: Certainty
}

const codes = (list: string): readonly CountryCode[] => list.split(' ').filter(isCountryCode)

const threeSources =
  'Münster 2023/24, SRH and Ca’ Foscari 2026/27 agree on the countries; that the change begins with call 2023 is inferred'
const earlierSource = 'inclusivemobility.eu/countries/de'

/** The groups of Erasmus+ 2021–2027 as they are shipped. Source of each line in it. */
export const seedCountryGroups: readonly CountryGroup[] = [
  {
    name: 'group-1',
    countries: codes('AT BE DE DK FI FR IE IS IT LI LU NL NO SE'),
    firstCall: 2023,
    source: threeSources,
    certainty: 'certain',
  },
  {
    name: 'group-2',
    countries: codes('CY CZ EE ES GR LV MT PT SI SK'),
    firstCall: 2023,
    source: threeSources,
    certainty: 'certain',
  },
  {
    name: 'group-3',
    countries: codes('BG HR HU LT MK PL RO RS TR'),
    firstCall: 2023,
    source: threeSources,
    certainty: 'certain',
  },
  {
    name: 'group-1',
    countries: codes('DK FI IE IS LI LU NO SE'),
    firstCall: 2021,
    lastCall: 2022,
    source: earlierSource,
    certainty: 'certain',
  },
  {
    name: 'group-2',
    countries: codes('AT BE CY DE ES FR GR IT MT NL PT'),
    firstCall: 2021,
    lastCall: 2022,
    source: earlierSource,
    certainty: 'certain',
  },
  {
    name: 'group-3',
    countries: codes('BG CZ EE HR HU LT LV MK PL RO RS SI SK TR'),
    firstCall: 2021,
    lastCall: 2022,
    source: `${earlierSource}: “the rest”, read as the other programme countries`,
    certainty: 'inferred',
  },
  {
    name: 'region-13',
    countries: codes('AD MC SM VA'),
    firstCall: 2021,
    source: 'University of Brescia (unibs.it)',
    certainty: 'certain',
  },
  {
    name: 'region-14',
    countries: codes('CH FO GB'),
    firstCall: 2021,
    source: 'University of Brescia (unibs.it); Sapienza 2025/26 pays them at the rate of group 1',
    certainty: 'certain',
  },
]

/**
 * The group of a country in one call, or undefined for a partner country of regions 1 to 12 (one flat rate). Pass the
 * office's own groups; `seedCountryGroups` is what it starts with.
 */
export function findCountryGroup(
  groups: readonly CountryGroup[],
  country: CountryCode,
  call: number,
): CountryGroup | undefined {
  return groups.find(
    (group) =>
      group.firstCall <= call &&
      (group.lastCall === undefined || call <= group.lastCall) &&
      group.countries.includes(country),
  )
}
