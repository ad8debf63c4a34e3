import { addMonths, type CivilDate } from '#shared/domain/civil-date.ts'
import { intersection } from '#shared/domain/period.ts'
import { isShortTerm, type BmDays, type BmLimits, type BmStay } from './bm-facts.ts'
import type { BmCode, Found } from './bm-finding.ts'
import { cycleExcess } from '#shared/domain/study-cycle.ts'

const at = (stay: BmStay, field: string): Found['at'] => ({ entity: 'mobility', id: stay.id, field })
const found = (code: BmCode, place: Found['at'], params: Found['params'] = {}): Found => ({
  code,
  at: place,
  params,
})

/** The dates of a stay, whichever are in force: planned or real. */
function dateField(stay: BmStay, which: 'Start' | 'End'): string {
  return stay.isReal ? `actual${which}` : `planned${which}`
}

/**
 * Rules about dates and durations.
 * - The start is not after the end, and not before the project's start. Source: wikis.ec.europa.eu pageId=86967704.
 * - Long-term 2 to 12 months (60 days at least, less only for force majeure), short-term 5 to 30 days. Source: diku.no;
 *   Sapienza call 2026/27 art. 2; erasmus.gidatarim.edu.tr. The figures are the call's own.
 * - Interruption or zero-grant days do not exceed the duration. Source: wikis.ec.europa.eu pageId=86967704.
 * - The funded part is not under the least duration. Source: erasmus.gidatarim.edu.tr.
 * - That a stay should end with the project is inferred: the report is due then.
 */
export function dateRules(stay: BmStay, days: BmDays | undefined, today: CivilDate): readonly Found[] {
  const { start, end, project } = stay
  const findings: Found[] = []
  if (start === null) findings.push(found('no-start', at(stay, dateField(stay, 'Start'))))
  if (end === null) findings.push(found('no-end', at(stay, dateField(stay, 'End'))))
  if (start !== null && end !== null && end < start)
    findings.push(found('dates-reversed', at(stay, dateField(stay, 'End')), { start, end }))
  if (start !== null && project?.startsOn != null && start < project.startsOn)
    findings.push(
      found('before-project', at(stay, dateField(stay, 'Start')), { start, project: project.startsOn }),
    )
  if (end !== null && project?.endsOn != null && end > project.endsOn)
    findings.push(found('after-project', at(stay, dateField(stay, 'End')), { end, project: project.endsOn }))
  // the exact dates are those of the host's certificate. Source: erasmus.gidatarim.edu.tr
  if (end !== null && end < today && !stay.isReal)
    findings.push(found('dates-not-real', at(stay, 'actualEnd'), { end }))
  return [...findings, ...virtualRules(stay, days), ...(days === undefined ? [] : durationRules(stay, days))]
}

function durationRules(stay: BmStay, days: BmDays): readonly Found[] {
  const findings: Found[] = []
  const { start, end } = stay
  if (start === null || end === null) return findings
  const outside = stay.interruptions.find((one) => {
    const inside = intersection(one, { start, end })
    return inside === undefined || inside.start !== one.start || inside.end !== one.end
  })
  const interruption: Found['at'] = { entity: 'interruption', id: stay.id, field: 'list' }
  if (outside !== undefined)
    findings.push(found('interruption-outside', interruption, { start: outside.start, end: outside.end }))
  if (days.mobility <= 0)
    findings.push(
      found('interruption-over-duration', interruption, {
        days: days.interruption,
        duration: days.calculated,
      }),
    )
  if (days.nonFunded > days.mobility)
    findings.push(
      found('non-funded-over-duration', at(stay, 'nonFundedDays'), {
        days: days.nonFunded,
        duration: days.mobility,
      }),
    )
  return stay.project === null ? findings : [...findings, ...limitRules(stay, days, stay.project.limits)]
}

function limitRules(stay: BmStay, days: BmDays, limits: BmLimits): readonly Found[] {
  const findings: Found[] = []
  const end = at(stay, dateField(stay, 'End'))
  const isShort = isShortTerm(stay, days, limits)
  const least = isShort ? limits.shortMinDays : limits.longMinDays
  const params = {
    days: days.mobility,
    least,
    most: isShort ? limits.shortMaxDays : limits.longMaxDays,
    long: limits.longMinDays,
  }
  if (days.mobility < least && !stay.isForceMajeure)
    findings.push(found(isShort ? 'short-too-short' : 'too-short', end, params))
  if (isShort && days.mobility > limits.shortMaxDays) findings.push(found('short-too-long', end, params))
  if (!isShort && days.mobility > limits.longMaxDays) findings.push(found('too-long', end, params))
  const isPartly = days.funded > 0 && days.nonFunded > 0
  if (isPartly && days.funded < least && !stay.isForceMajeure)
    findings.push(found('funded-too-short', at(stay, 'nonFundedDays'), { days: days.funded, least }))
  return findings
}

/** A short-term stay of a student who is not a doctoral one has a virtual part. Source: diku.no. */
function virtualRules(stay: BmStay, days: BmDays | undefined): readonly Found[] {
  const { virtualStart, virtualEnd } = stay
  if (virtualStart !== null && virtualEnd !== null && virtualEnd < virtualStart)
    return [found('virtual-reversed', at(stay, 'virtualEnd'), { start: virtualStart, end: virtualEnd })]
  const limits = stay.project?.limits
  const isShort = days !== undefined && limits !== undefined && isShortTerm(stay, days, limits)
  return isShort && stay.isBlended && (virtualStart === null || virtualEnd === null)
    ? [found('virtual-missing', at(stay, virtualStart === null ? 'virtualStart' : 'virtualEnd'))]
    : []
}

/**
 * At most 12 months per study cycle over all programmes and schools, 24 in studies of one cycle; days without a grant
 * count. Source: Sapienza art. 5.1; erasmus.uniwa.gr. Months are of 30 days.
 */
export function cycleRules(stay: BmStay, days: BmDays | undefined): readonly Found[] {
  if (days === undefined || stay.project === null) return []
  const months = Math.round((stay.monthsBefore + days.mobility / 30) * 100) / 100
  const excess = cycleExcess(months, stay.student.isSingleCycle, stay.project.limits)
  return excess === undefined
    ? []
    : [found('over-cycle', at(stay, dateField(stay, 'End')), { ...excess, before: stay.monthsBefore })]
}

/**
 * The learning agreement is approved by the three parties before the mobility starts. Source: EWP, business requirements
 * of learning agreements, 2022-10-24.
 */
export function agreementRules(stay: BmStay, today: CivilDate): readonly Found[] {
  if (stay.start === null || stay.start > today) return []
  const place = at(stay, 'agreement')
  if (stay.agreedOn === null) return [found('not-agreed', place, { start: stay.start })]
  return stay.agreedOn > stay.start
    ? [found('agreed-late', place, { signed: stay.agreedOn, start: stay.start })]
    : []
}

/**
 * A recent graduate's traineeship lies within the year after the studies. Source: diku.no. The module asks whether the
 * trainee is one. Source: BM draft schema, recent-graduate, required if HE-SMT.
 */
export function graduateRules(stay: BmStay): readonly Found[] {
  if (stay.activity !== 'HE-SMT') return []
  if (stay.isRecentGraduate === null) return [found('recent-graduate-unknown', at(stay, 'isRecentGraduate'))]
  const { endOfStudies } = stay.student
  if (!stay.isRecentGraduate || endOfStudies === null || stay.end === null) return []
  const limit = addMonths(endOfStudies, 12)
  return stay.end > limit
    ? [found('recent-graduate-late', at(stay, dateField(stay, 'End')), { end: stay.end, limit })]
    : []
}
