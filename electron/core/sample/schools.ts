import type { SampleInstitution } from './sample-types.ts'

/**
 * The identity of a school that uses the application. `charterLastSeen` is the date of the newest official list of
 * charter holders that names it, out of those read up to 2026-04-08; an earlier date means its charter is gone from
 * the lists. UAI is the number of the French ministry, ROR the identifier of the Research Organization Registry.
 */
export interface SampleSchool extends SampleInstitution {
  readonly key: 'telecom-paris' | 'enit'
  readonly kind: 'university'
  readonly formerNames: readonly string[]
  readonly ror?: string
  readonly uai?: string
  readonly charterLastSeen: string
}

/** Télécom Paris: part of Institut Mines-Télécom, absent from the official lists from 2024-08-13 on. */
export const telecomParis: SampleSchool = {
  key: 'telecom-paris',
  name: 'Télécom Paris',
  nameEn: 'Télécom Paris',
  formerNames: ['École nationale supérieure des télécommunications', 'Télécom ParisTech'],
  kind: 'university',
  country: 'FR',
  city: 'Palaiseau',
  erasmusCode: 'F  PARIS083',
  pic: '945908014',
  oid: 'E10072890',
  charterLastSeen: '2024-06-27',
  latitude: 48.7129,
  longitude: 2.2004,
  website: 'https://www.telecom-paris.fr',
}

/** ENIT in Tarbes: under its present name, UTTOP, in the official lists from 2023-12-20 on. */
export const enit: SampleSchool = {
  key: 'enit',
  name: 'Université de technologie Tarbes Occitanie Pyrénées',
  nameEn: 'University of Technology Tarbes Occitanie Pyrénées',
  shortName: 'UTTOP',
  formerNames: ["École nationale d'ingénieurs de Tarbes", 'ENIT'],
  kind: 'university',
  country: 'FR',
  city: 'Tarbes',
  erasmusCode: 'F  TARBES03',
  pic: '999887156',
  oid: 'E10209038',
  ror: '01fdvj254',
  uai: '0650048Z',
  charterLastSeen: '2026-04-08',
  latitude: 43.225,
  longitude: 0.0522,
  website: 'https://www.uttop.fr',
}
