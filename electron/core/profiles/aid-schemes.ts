import type { RecordRow } from '#core/db/schema.ts'
import type { ProfileName } from '#shared/contract/office.ts'

export type AidSchemeSeed = Omit<RecordRow<'aidScheme'>, 'id'>

function scheme(given: Pick<AidSchemeSeed, 'name' | 'amountKind'> & Partial<AidSchemeSeed>): AidSchemeSeed {
  const { name, amountKind, ...rest } = given
  return {
    name,
    funder: null,
    isOpen: 1,
    amountKind,
    rate: null,
    ceiling: null,
    forms: null,
    countryGroups: null,
    hostCountries: null,
    nationalities: null,
    studentStatus: null,
    minDays: null,
    maxDays: null,
    minScholarshipLevel: null,
    needsPartner: 0,
    excludesOthers: 0,
    firstYear: null,
    lastYear: null,
    source: null,
    certainty: 'unsourced',
    notes: null,
    ...rest,
  }
}

const erasmus = 'Commission européenne (Erasmus+)'
const programmeCountries = 'group-1,group-2,group-3'

/** Durations: Diku, Erasmus+ 2021-2027; sixty days: call of Sapienza 2026/27. Which of our forms they hold for is inferred. */
const everywhere: readonly AidSchemeSeed[] = [
  scheme({
    name: 'Erasmus+ études',
    funder: erasmus,
    amountKind: 'erasmus-grant',
    forms: 'exchange-semester,double-degree,master',
    countryGroups: programmeCountries,
    minDays: 60,
    maxDays: 366,
    needsPartner: 1,
    source: 'Diku, Erasmus+ 2021-2027 (2 à 12 mois) ; appel Sapienza 2026/27, art. 2 (60 jours)',
    certainty: 'certain',
    notes: 'Le montant suit les barèmes de l’appel de l’année.',
  }),
  scheme({
    name: 'Erasmus+ stage',
    funder: erasmus,
    amountKind: 'erasmus-grant',
    forms: 'internship,end-of-studies-project',
    countryGroups: programmeCountries,
    minDays: 60,
    maxDays: 366,
    source: 'Diku, Erasmus+ 2021-2027 (2 à 12 mois)',
    certainty: 'certain',
    notes: 'Le montant suit les barèmes de l’appel de l’année.',
  }),
  scheme({
    name: 'Erasmus+ mobilité hybride courte',
    funder: erasmus,
    amountKind: 'erasmus-grant',
    forms: 'short-term-blended',
    countryGroups: programmeCountries,
    minDays: 5,
    maxDays: 30,
    source: 'Diku, Erasmus+ 2021-2027 (5 à 30 jours)',
    certainty: 'certain',
  }),
  scheme({
    name: 'Aide à la mobilité internationale (AMI)',
    funder: 'Ministère de l’enseignement supérieur, par le Crous',
    amountKind: 'per-month',
    rate: 400,
    forms: 'exchange-semester,free-mover,double-degree,internship,end-of-studies-project',
    minDays: 60,
    maxDays: 270,
    minScholarshipLevel: 0,
    source: 'Connaissance générale : montant, durée et critère à vérifier auprès du Crous',
  }),
]

const ownAid = (name: string) =>
  scheme({
    name,
    funder: 'L’école',
    amountKind: 'free',
    source: 'Le règlement de l’école fixe qui peut en bénéficier : à compléter',
  })

const regional = (name: string, funder: string) =>
  scheme({
    name,
    funder,
    amountKind: 'free',
    forms: 'exchange-semester,free-mover,double-degree,internship,end-of-studies-project',
    minDays: 28,
    source: 'Le règlement de la région fixe les montants et les conditions : à compléter',
  })

const byProfile: Readonly<Record<ProfileName, readonly AidSchemeSeed[]>> = {
  'telecom-paris': [
    ...everywhere,
    regional('Aide régionale à la mobilité internationale (AMIE)', 'Région Île-de-France'),
    ownAid('Aide de l’école à la mobilité sortante'),
  ],
  enit: [
    ...everywhere,
    regional('Bourse régionale de mobilité', 'Région Occitanie'),
    ownAid('Aide de l’école à la mobilité'),
  ],
  blank: everywhere,
}

/** The aids that an office starts with: data that the office edits; each says how sure it is and where it comes from. */
export function aidSchemesOf(profile: ProfileName): readonly AidSchemeSeed[] {
  return byProfile[profile]
}
