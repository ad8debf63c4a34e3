import {
  chineseNames,
  indianNames,
  koreanNames,
  levantineNames,
  maghrebiNames,
  vietnameseNames,
  westAfricanNames,
} from './people-names-africa-asia.ts'
import {
  germanNames,
  hispanicNames,
  italianNames,
  lusophoneNames,
  polishNames,
  romanianNames,
} from './people-names-europe.ts'
import { frenchNames } from './people-names-france.ts'
import type { NamePool } from './people-names-types.ts'

/** Name pools by origin, for the invented students of the sample office. */
export const namePools = {
  french: frenchNames,
  maghrebi: maghrebiNames,
  levantine: levantineNames,
  'west-african': westAfricanNames,
  chinese: chineseNames,
  vietnamese: vietnameseNames,
  indian: indianNames,
  korean: koreanNames,
  italian: italianNames,
  hispanic: hispanicNames,
  lusophone: lusophoneNames,
  german: germanNames,
  polish: polishNames,
  romanian: romanianNames,
} as const satisfies Readonly<Record<string, NamePool>>

export type NameOrigin = keyof typeof namePools

/** A nationality (ISO 3166-1 alpha-2), its weight among students, and the pools its names come from, with weights. */
export interface SampleNationality {
  readonly country: string
  readonly weight: number
  readonly names: readonly { readonly origin: NameOrigin; readonly weight: number }[]
}

/** The nationalities of the sample office's students; the weights add up to 1000. */
export const sampleNationalities: readonly SampleNationality[] = [
  {
    country: 'FR',
    weight: 700,
    names: [
      { origin: 'french', weight: 82 },
      { origin: 'maghrebi', weight: 7 },
      { origin: 'west-african', weight: 3 },
      { origin: 'italian', weight: 2 },
      { origin: 'hispanic', weight: 2 },
      { origin: 'lusophone', weight: 2 },
      { origin: 'vietnamese', weight: 1 },
      { origin: 'polish', weight: 1 },
    ],
  },
  {
    country: 'MA',
    weight: 58,
    names: [{ origin: 'maghrebi', weight: 1 }],
  },
  {
    country: 'TN',
    weight: 48,
    names: [{ origin: 'maghrebi', weight: 1 }],
  },
  {
    country: 'CN',
    weight: 36,
    names: [{ origin: 'chinese', weight: 1 }],
  },
  {
    country: 'BR',
    weight: 30,
    names: [
      { origin: 'lusophone', weight: 9 },
      { origin: 'italian', weight: 1 },
    ],
  },
  {
    country: 'IT',
    weight: 20,
    names: [{ origin: 'italian', weight: 1 }],
  },
  {
    country: 'ES',
    weight: 16,
    names: [{ origin: 'hispanic', weight: 1 }],
  },
  {
    country: 'LB',
    weight: 14,
    names: [{ origin: 'levantine', weight: 1 }],
  },
  {
    country: 'VN',
    weight: 14,
    names: [{ origin: 'vietnamese', weight: 1 }],
  },
  {
    country: 'SN',
    weight: 12,
    names: [{ origin: 'west-african', weight: 1 }],
  },
  {
    country: 'DE',
    weight: 10,
    names: [
      { origin: 'german', weight: 9 },
      { origin: 'polish', weight: 1 },
    ],
  },
  {
    country: 'IN',
    weight: 9,
    names: [{ origin: 'indian', weight: 1 }],
  },
  {
    country: 'CI',
    weight: 8,
    names: [{ origin: 'west-african', weight: 1 }],
  },
  {
    country: 'DZ',
    weight: 7,
    names: [{ origin: 'maghrebi', weight: 1 }],
  },
  {
    country: 'KR',
    weight: 4,
    names: [{ origin: 'korean', weight: 1 }],
  },
  {
    country: 'PT',
    weight: 3,
    names: [{ origin: 'lusophone', weight: 1 }],
  },
  {
    country: 'CO',
    weight: 3,
    names: [{ origin: 'hispanic', weight: 1 }],
  },
  {
    country: 'RO',
    weight: 3,
    names: [{ origin: 'romanian', weight: 1 }],
  },
  {
    country: 'BE',
    weight: 3,
    names: [
      { origin: 'french', weight: 3 },
      { origin: 'german', weight: 1 },
    ],
  },
  {
    country: 'PL',
    weight: 2,
    names: [{ origin: 'polish', weight: 1 }],
  },
]
