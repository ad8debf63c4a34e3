import type { RecordRow } from '#core/db/schema.ts'

type Seed = RecordRow<'grantRate'>
type Figure = Pick<Seed, 'kind' | 'source' | 'certainty'> & Partial<Omit<Seed, 'id' | 'callYear'>>

const mfja = 'mfja.fr, « Bourse Erasmus+ » (source secondaire) ; l’année de l’appel n’y est pas dite'
const letudiant = 'letudiant.fr, « Le montant des bourses Erasmus » (appel 2021)'
const kozminski = 'kozminski.edu.pl, « Students with fewer opportunities » ; mfja.fr'
const unife = 'Université de Ferrare (giuri.unife.it), mobilité hybride 2025/26'
const unsourced = 'Connaissance générale : à vérifier dans le guide du programme'
const gidatarim = 'erasmus.gidatarim.edu.tr, « sure-hibe-hesap-personel » ; ru.nl (appels 2021 à 2023)'
const wur = 'wur.nl, « Green travel » (appels 2021 à 2023)'
const sameSource = (source: string) => `${source} ; repris d’un appel à l’autre par déduction`

const range = (
  countryGroup: Seed['countryGroup'],
  least: number,
  most: number,
  source: string,
  certainty: Seed['certainty'],
): Figure => ({ kind: 'monthly', countryGroup, least, most, source, certainty })

const topUps = (certainty: 'certain' | 'secondary' | 'inferred', source: string): readonly Figure[] => [
  { kind: 'traineeship-top-up', amount: 150, source, certainty },
  { kind: 'inclusion-top-up', amount: 250, source, certainty },
]

const bands = ['0-99', '100-499', '500-1999', '2000-2999', '3000-3999', '4000-7999', '8000'] as const
type Travel = Pick<Figure, 'source' | 'certainty'>

const travel = (amounts: readonly (number | null)[], kind: 'travel' | 'travel-green', of: Travel) =>
  bands.flatMap((distanceBand, at): readonly Figure[] => {
    const amount = amounts[at] ?? null
    return amount === null ? [] : [{ kind, distanceBand, amount, ...of }]
  })

/** Calls 2021 to 2023: bands from 100 to 3999 km have a green amount. */
const earlierTravel: readonly Figure[] = [
  ...travel([23, 180, 275, 360, 530, 820, 1500], 'travel', { source: gidatarim, certainty: 'certain' }),
  ...travel([null, 210, 320, 410, 610], 'travel-green', { source: gidatarim, certainty: 'certain' }),
  { kind: 'green-top-up', amount: 50, source: wur, certainty: 'certain' },
]

/** The least and the most of the table are in a source; what lies between is not. */
const recentTravel: readonly Figure[] = [
  ...travel([28, null, null, null, null, null, 1735], 'travel', { source: mfja, certainty: 'secondary' }),
  ...travel([null, 211, 309, 395, 580, 1188], 'travel', { source: unsourced, certainty: 'unsourced' }),
  ...travel([56, 285, 417, 535, 785], 'travel-green', { source: unsourced, certainty: 'unsourced' }),
]

const shortStays = (certainty: 'certain' | 'inferred'): readonly Figure[] => {
  const source = certainty === 'certain' ? unife : sameSource(unife)
  return [
    { kind: 'daily', fromDay: 1, toDay: 14, amount: 79, source, certainty },
    { kind: 'daily', fromDay: 15, toDay: 30, amount: 56, source: unsourced, certainty: 'unsourced' },
    { kind: 'inclusion-top-up-short', fromDay: 5, toDay: 14, amount: 100, source, certainty },
    {
      kind: 'inclusion-top-up-short',
      fromDay: 15,
      toDay: 30,
      amount: 150,
      source: unsourced,
      certainty: 'unsourced',
    },
  ]
}

/** France, recent: one range over the three groups, in which the country and the school choose for each. */
const recentYear = (short: 'certain' | 'inferred'): readonly Figure[] => [
  range('group-1', 225, 674, mfja, 'secondary'),
  range('group-2', 225, 674, mfja, 'secondary'),
  range('group-3', 225, 674, mfja, 'secondary'),
  range(
    'region-14',
    225,
    674,
    'Sapienza 2025/26 : taux du groupe 1 ; pour la France, par déduction',
    'inferred',
  ),
  {
    kind: 'monthly',
    countryGroup: 'elsewhere',
    amount: 700,
    source: 'inclusivemobility.eu/countries/de (régions 1 à 12)',
    certainty: 'certain',
  },
  { kind: 'monthly', countryGroup: 'outermost', amount: 786, source: mfja, certainty: 'secondary' },
  { kind: 'traineeship-top-up', amount: 150, source: mfja, certainty: 'secondary' },
  { kind: 'inclusion-top-up', amount: 250, source: kozminski, certainty: 'certain' },
  ...shortStays(short),
  ...recentTravel,
]

const byYear: readonly (readonly [number, readonly Figure[]])[] = [
  [
    2021,
    [
      range('group-1', 310, 600, letudiant, 'certain'),
      range('group-2', 260, 540, letudiant, 'certain'),
      range('group-3', 200, 490, letudiant, 'certain'),
      ...topUps('certain', letudiant),
      ...earlierTravel,
    ],
  ],
  [2022, [...topUps('inferred', sameSource(letudiant)), ...earlierTravel]],
  [2023, [...topUps('inferred', sameSource(letudiant)), ...earlierTravel]],
  [2024, recentYear('inferred')],
  [2025, recentYear('certain')],
  [2026, recentYear('inferred')],
]

/**
 * The figures of Erasmus+ grants that an office starts with, by call year, for a French school; each with where it was
 * read and how sure that is. A figure that every school chooses for itself has a range and no amount: the office writes
 * its own.
 */
export const grantRateSeeds: readonly Seed[] = byYear.flatMap(([callYear, figures]) =>
  figures.map((figure) => ({
    countryGroup: null,
    distanceBand: null,
    fromDay: null,
    toDay: null,
    amount: null,
    least: null,
    most: null,
    notes: null,
    ...figure,
    callYear,
    id: grantRateId(callYear, figure),
  })),
)

interface FigureKey {
  readonly kind: string
  readonly countryGroup?: string | null
  readonly distanceBand?: string | null
  readonly fromDay?: number | null
}

/** The id of a shipped figure: the same in every office. */
export function grantRateId(callYear: number, figure: FigureKey): string {
  const { kind, countryGroup, distanceBand, fromDay } = figure
  return ['grant', callYear, kind, countryGroup ?? '', distanceBand ?? '', fromDay ?? '']
    .filter((part) => part !== '')
    .join('-')
}
