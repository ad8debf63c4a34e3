/**
 * An institution of the sample office. `country` is ISO 3166-1 alpha-2; `name` is the institution's own name, in Latin
 * letters; latitude and longitude are decimal degrees of its main campus or site; the Erasmus code is canonical, its
 * spaces significant; Erasmus code, PIC and OID are there together or not at all.
 */
export interface SampleInstitution {
  readonly name: string
  readonly nameEn: string
  readonly shortName?: string
  readonly kind: 'university' | 'company' | 'laboratory'
  readonly country: string
  readonly city: string
  readonly erasmusCode?: string
  readonly pic?: string
  readonly oid?: string
  readonly latitude: number
  readonly longitude: number
  readonly website: string
}

export type SampleAgreementKind = 'erasmus' | 'double-degree' | 'exchange'

/**
 * An institution that the sample office has agreements with. `iscedFields` are four-digit ISCED-F 2013 codes and
 * `languages` BCP 47 tags of the languages courses are given in, the main one first.
 */
export interface SamplePartner extends SampleInstitution {
  readonly kind: 'university'
  readonly athens: boolean
  readonly agreements: readonly SampleAgreementKind[]
  readonly iscedFields: readonly string[]
  readonly languages: readonly string[]
}
