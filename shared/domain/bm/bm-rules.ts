import type { CivilDate } from '#shared/domain/civil-date.ts'
import { bmDays, type BmOrganisation, type BmStay } from './bm-facts.ts'
import { withLevel, type BmFinding, type Found } from './bm-finding.ts'
import { agreementRules, cycleRules, dateRules, graduateRules } from './rules-dates.ts'
import { peopleRules } from './rules-people.ts'
import { placeRules, sharedOids } from './rules-places.ts'
import { travelRules } from './rules-travel.ts'

export interface BmYear {
  readonly today: CivilDate
  readonly school: BmOrganisation
  readonly stays: readonly BmStay[]
}

/**
 * Everything that the Beneficiary Module would refuse of some mobilities, or that somebody should look at, before the
 * file is made. Every rule names its source where it is written.
 */
export function checkBm({ today, school, stays }: BmYear): readonly BmFinding[] {
  const ids = idsInUse(stays)
  return [
    ...schoolRules(school).map((one) => withLevel(one, null)),
    ...stays.flatMap((stay) => {
      const days = bmDays(stay)
      return [
        ...idRules(stay, ids),
        ...dateRules(stay, days, today),
        ...cycleRules(stay, days),
        ...agreementRules(stay, today),
        ...graduateRules(stay),
        ...peopleRules(stay),
        ...placeRules(stay, school),
        ...travelRules(stay),
        ...moneyRules(stay),
      ].map((one) => withLevel(one, stay))
    }),
    ...oidRules(school, stays),
  ]
}

/** The module must be able to name the school that sends. Source: BM draft schema, sending-organization. */
function schoolRules({ oid, erasmusCode }: BmOrganisation): readonly Found[] {
  return (oid ?? '') === '' && (erasmusCode ?? '') === ''
    ? [{ code: 'school-unnamed', at: { entity: 'school', id: null, field: 'oid' }, params: {} }]
    : []
}

function idsInUse(stays: readonly BmStay[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { bmId } of stays) if (bmId !== null) counts.set(bmId, (counts.get(bmId) ?? 0) + 1)
  return counts
}

/** Printable ASCII without spaces, at most 64 characters. Source: BM draft schema, mobility-id, and EWP common types. */
const idShape = /^[!-~]{1,64}$/

/**
 * Every mobility has a project with its number, and an id that no other has. Source: BM draft schema, agreement-number
 * and mobility-id ("the unique alphanumeric identification").
 */
function idRules(stay: BmStay, ids: ReadonlyMap<string, number>): readonly Found[] {
  const { project, bmId } = stay
  const own: Found['at'] = { entity: 'mobility', id: stay.id, field: 'bmId' }
  const findings: Found[] = []
  if (project === null) findings.push({ code: 'no-project', at: { ...own, field: 'callId' }, params: {} })
  else if ((project.agreementNumber ?? '') === '')
    findings.push({
      code: 'no-agreement-number',
      at: { entity: 'erasmusCall', id: project.id, field: 'agreementNumber' },
      params: { name: project.name },
    })
  if (bmId === null || bmId === '') findings.push({ code: 'id-missing', at: own, params: {} })
  else if (!idShape.test(bmId)) findings.push({ code: 'id-malformed', at: own, params: { id: bmId } })
  else if ((ids.get(bmId) ?? 0) > 1) findings.push({ code: 'id-shared', at: own, params: { id: bmId } })
  return findings
}

/** A mobility without grant has no amounts, and one with a grant has a sum. Source: BM draft schema, budget. */
function moneyRules(stay: BmStay): readonly Found[] {
  const { money, isZeroGrant } = stay
  const own: Found['at'] = { entity: 'mobility', id: stay.id, field: 'isZeroGrant' }
  if (money === null)
    return isZeroGrant ? [] : [{ code: 'grant-unknown', at: { ...own, field: 'funding' }, params: {} }]
  return isZeroGrant && money.individualSupport > 0
    ? [{ code: 'zero-grant-paid', at: own, params: { amount: money.individualSupport } }]
    : []
}

function oidRules(school: BmOrganisation, stays: readonly BmStay[]): readonly BmFinding[] {
  const hosts = new Map(stays.flatMap(({ host }) => (host === null ? [] : [[host.id, host] as const])))
  const shared = new Map(sharedOids([school, ...hosts.values()]).map((one) => [one.one.id, one]))
  if (shared.size === 0) return []
  return stays.flatMap((stay) => {
    const found = stay.host === null ? undefined : shared.get(stay.host.id)
    if (found === undefined || found.one.id === null) return []
    const place: Found['at'] = { entity: 'institution', id: found.one.id, field: 'oid' }
    const params = { oid: found.oid, one: found.one.name, other: found.other.name }
    return [withLevel({ code: 'oid-shared', at: place, params }, stay)]
  })
}

/** Counts what was found: mobilities that the module would refuse, those to look at, and those in order. */
export function countBm(stays: readonly Pick<BmStay, 'id'>[], findings: readonly BmFinding[]) {
  const withErrors = new Set<string>()
  const withWarnings = new Set<string>()
  for (const { stayId, level } of findings)
    if (stayId !== null) (level === 'error' ? withErrors : withWarnings).add(stayId)
  const onlyWarnings = [...withWarnings].filter((id) => !withErrors.has(id)).length
  return {
    stays: stays.length,
    refused: withErrors.size,
    toLookAt: onlyWarnings,
    ready: stays.length - withErrors.size - onlyWarnings,
  }
}
