import type { TextKey } from '#shared/text/text.ts'
import type { EntityName } from './index.ts'
import type { FieldValue } from './fields.ts'

/** What is wrong with a field, in words of shared/text. */
export interface FieldProblem {
  readonly code: TextKey
  readonly params: Readonly<Record<string, string | number>>
}

type Values = Readonly<Record<string, FieldValue | undefined>>

/** Pairs of fields of which the first may not be after the second. */
const ordered: Readonly<Partial<Record<EntityName, readonly (readonly [first: string, last: string])[]>>> = {
  agreement: [['firstYear', 'lastYear']],
  condition: [['firstYear', 'lastYear']],
  document: [['issuedOn', 'expiresOn']],
  funding: [['askedOn', 'decidedOn']],
  interruption: [['start', 'end']],
  aidScheme: [['firstYear', 'lastYear']],
  campaign: [
    ['opensOn', 'closesOn'],
    ['closesOn', 'resultsOn'],
  ],
  erasmusCall: [['startsOn', 'endsOn']],
  incomingStay: [['start', 'end']],
  mobility: [
    ['plannedStart', 'plannedEnd'],
    ['actualStart', 'actualEnd'],
    ['virtualStart', 'virtualEnd'],
  ],
  athensSession: [['startsOn', 'endsOn']],
}

/** Pairs of numbers of which the first may not be above the second. */
const ranged: typeof ordered = {
  grantRate: [
    ['fromDay', 'toDay'],
    ['least', 'most'],
  ],
  countryGroup: [['firstCall', 'lastCall']],
  erasmusCall: [
    ['longMinDays', 'longMaxDays'],
    ['shortMinDays', 'shortMaxDays'],
  ],
}

/** Checks what no field can tell alone. Returns the first problem, at the field where it is mended. */
export function checkRecord(
  entity: EntityName,
  values: Values,
): { field: string; problem: FieldProblem } | undefined {
  for (const [first, last] of ordered[entity] ?? []) {
    const from = values[first]
    const to = values[last]
    if (typeof from === 'string' && typeof to === 'string' && from > to)
      return { field: last, problem: { code: 'record.ends-before-start', params: { start: from, end: to } } }
  }
  for (const [low, high] of ranged[entity] ?? []) {
    const least = values[low]
    const most = values[high]
    if (typeof least === 'number' && typeof most === 'number' && least > most)
      return { field: high, problem: { code: 'record.most-under-least', params: { least, most } } }
  }
  return entity === 'athensRegistration' ? cancelledWithout(values) : undefined
}

/**
 * Cancelling an ATHENS course needs the agreement of an official of the home institution, recorded. Source:
 * registration conditions of the network.
 */
function cancelledWithout(values: Values): { field: string; problem: FieldProblem } | undefined {
  if (values['status'] !== 'cancelled') return undefined
  const lacking = ['cancelAgreedBy', 'cancelAgreedOn', 'cancelReason'].some(
    (name) => (values[name] ?? null) === null,
  )
  return lacking
    ? { field: 'status', problem: { code: 'athens.cancel.needs-agreement', params: {} } }
    : undefined
}
