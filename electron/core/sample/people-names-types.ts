/** A given name with the gender it suggests, coded by ISO 5218: 1 male, 2 female. */
export interface GivenName {
  readonly name: string
  readonly gender: '1' | '2'
}

/** Names of one origin, in Latin letters. Common names only: people are invented by combining them. */
export interface NamePool {
  readonly givenNames: readonly GivenName[]
  readonly familyNames: readonly string[]
}
