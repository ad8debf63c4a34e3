import type { BmStay } from './bm-facts.ts'
import type { BmCode, Found } from './bm-finding.ts'

/** Means of transport that make a travel green. Source: wikis.ec.europa.eu diffpages 143437476–143437479. */
const sustainable = ['bicycle', 'bus', 'train', 'car-sharing', 'other-sustainable']
const longestNote = 300

/**
 * Rules about travel.
 * - Travel days are a whole number of 0 to 2, or 0 to 6 when the transport is sustainable. Source: wikis.ec.europa.eu
 *   pageId=86967704; the figures are the call's own.
 * - Sustainable transport sets the green flag; `other-sustainable` is described in 300 characters from call 2024 on.
 *   Source: wikis.ec.europa.eu diffpages 143437476–143437479.
 * - Exceptional travel costs are at most 80 % of the real ones, explained, and without travel support. Source: BM draft
 *   schema, budget.
 */
export function travelRules(stay: BmStay): readonly Found[] {
  const of = (code: BmCode, field: string, params: Found['params'] = {}): Found => ({
    code,
    at: { entity: 'mobility', id: stay.id, field },
    params,
  })
  const findings: Found[] = []
  const isSustainable = stay.transport !== null && sustainable.includes(stay.transport)
  if (stay.transport === null) findings.push(of('transport-missing', 'transport'))
  else if (isSustainable && stay.isGreenTravel !== true) findings.push(of('green-not-said', 'isGreenTravel'))
  else if (!isSustainable && stay.isGreenTravel === true)
    findings.push(of('green-not-sustainable', 'transport'))
  const note = stay.transportNote?.trim() ?? ''
  if (stay.transport === 'other-sustainable' && note === '')
    findings.push(of('transport-note-missing', 'transportNote'))
  if (note.length > longestNote)
    findings.push(of('transport-note-long', 'transportNote', { length: note.length, most: longestNote }))
  if (stay.distanceBand === null) findings.push(of('distance-missing', 'distanceKm'))
  const limits = stay.project?.limits
  const days = stay.travelDays ?? 0
  if (limits !== undefined) {
    const most =
      isSustainable || stay.isGreenTravel === true ? limits.greenTravelDaysMost : limits.travelDaysMost
    if (days < 0 || days > most || !Number.isInteger(days))
      findings.push(of('travel-days-over', 'travelDays', { days, most }))
  }
  return [...findings, ...exceptionalRules(stay, of)]
}

function exceptionalRules(
  { travelCostReal, travelCostExceptional, travelCostNote, money }: BmStay,
  of: (code: BmCode, field: string, params?: Found['params']) => Found,
): readonly Found[] {
  if (travelCostExceptional === null || travelCostExceptional === 0) return []
  const findings: Found[] = []
  const most = Math.round((travelCostReal ?? 0) * 80) / 100
  if (travelCostExceptional > most)
    findings.push(
      of('exceptional-over-cost', 'travelCostExceptional', { amount: travelCostExceptional, most }),
    )
  if ((travelCostNote ?? '').trim() === '') findings.push(of('exceptional-unexplained', 'travelCostNote'))
  if (money !== null && money.travelSupport > 0)
    findings.push(of('exceptional-and-travel', 'travelCostExceptional', { amount: money.travelSupport }))
  return findings
}
