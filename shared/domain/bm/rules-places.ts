import { foldText, matchKey } from '#shared/domain/text-folding.ts'
import type { BmOrganisation, BmStay } from './bm-facts.ts'
import type { BmCode, Found } from './bm-finding.ts'
import { countryOfStay } from '#shared/domain/stay-country.ts'

/** OID of an organisation: E and eight figures. Source: list of Erasmus charters of 2026-04-08, all rows that have one. */
const oidShape = /^E\d{8}$/

/**
 * Rules about the host and the place.
 * - Sending and receiving organisation, and their countries, are not the same. Source: wikis.ec.europa.eu
 *   pageId=86967704.
 * - An organisation without OID and Erasmus code is described in full, its legal name in Latin letters. Source: BM draft
 *   schema, organization.
 * - A place that is not the organisation's is explained. Source: BM draft schema, location-comments.
 */
export function placeRules(stay: BmStay, school: BmOrganisation): readonly Found[] {
  const { host } = stay
  const own = (code: BmCode, field: string, params: Found['params'] = {}): Found => ({
    code,
    at: { entity: 'mobility', id: stay.id, field },
    params,
  })
  const country = countryOfStay(stay.stayCountry, host?.country ?? null)
  const findings: Found[] = []
  if (host === null) findings.push(own('no-host', 'institutionId'))
  if (country === null) findings.push(own('no-host-country', 'stayCountry'))
  if (country !== null && country === school.country)
    findings.push(own('same-country', 'stayCountry', { country }))
  if (host !== null && isSame(host, school))
    findings.push(own('same-organisation', 'institutionId', { name: host.name }))
  if (host !== null && isElsewhere(stay, host) && isEmpty(stay.locationNote))
    findings.push(
      own('location-note-missing', 'locationNote', {
        place: [stay.stayCity, stay.stayCountry].filter((part) => part !== null).join(', '),
      }),
    )
  return host === null ? findings : [...findings, ...hostRules(host)]
}

function isEmpty(text: string | null): boolean {
  return text === null || text.trim() === ''
}

function isSame(host: BmOrganisation, school: BmOrganisation): boolean {
  const pairs = [
    [host.oid, school.oid],
    [host.pic, school.pic],
    [host.erasmusCode, school.erasmusCode],
  ]
  return pairs.some(([a, b]) => a !== null && a !== '' && a === b)
}

function isElsewhere({ stayCountry, stayCity }: BmStay, host: BmOrganisation): boolean {
  const isOtherCountry = stayCountry !== null && host.country !== null && stayCountry !== host.country
  const isOtherCity = stayCity !== null && host.city !== null && matchKey(stayCity) !== matchKey(host.city)
  return isOtherCountry || isOtherCity
}

function hostRules(host: BmOrganisation): readonly Found[] {
  if (host.id === null) return []
  const { id } = host
  const of = (code: BmCode, field: string, params: Found['params'] = {}): Found => ({
    code,
    at: { entity: 'institution', id, field },
    params: { name: host.name, ...params },
  })
  if (host.oid !== null && !oidShape.test(host.oid)) return [of('oid-malformed', 'oid', { oid: host.oid })]
  if (host.oid !== null || host.erasmusCode !== null) return []
  const missing = (['country', 'city', 'address', 'postalCode'] as const).filter((field) =>
    isEmpty(host[field]),
  )
  const [first] = missing
  const findings: Found[] = []
  if (first !== undefined) findings.push(of('host-incomplete', first, { missing: missing.join(',') }))
  if (!isLatin(host.name)) findings.push(of('host-not-latin', 'name'))
  return findings
}

/** Letters of the Latin alphabet alone, accents included. */
function isLatin(name: string): boolean {
  return !/\p{L}/u.test(foldText(name).replaceAll(/\p{Script=Latin}/gu, ''))
}

/**
 * One OID does not belong to two organisations. Source: wikis.ec.europa.eu pageId=86967704. Each organisation that
 * shares one is named with the other.
 */
export function sharedOids(
  organisations: readonly BmOrganisation[],
): readonly { readonly oid: string; readonly one: BmOrganisation; readonly other: BmOrganisation }[] {
  const known = new Map<string, BmOrganisation>()
  return organisations.flatMap((organisation) => {
    const oid = organisation.oid?.trim().toUpperCase() ?? ''
    if (oid === '') return []
    const first = known.get(oid)
    if (first === undefined) known.set(oid, organisation)
    return first === undefined || first.id === organisation.id
      ? []
      : [{ oid, one: organisation, other: first }]
  })
}
