/**
 * The country where a stay is spent, ISO 3166-1 alpha-2: what the stay itself says, since a branch or a laboratory may lie
 * elsewhere than the host's address; else the country of its host. Source: BM draft schema, receiving-country and
 * location-comments.
 */
export function countryOfStay(stayCountry: string | null, hostCountry: string | null): string | null {
  return stayCountry ?? hostCountry
}
