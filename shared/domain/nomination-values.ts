/**
 * What a nomination can say of a student, in the order in which hosts ask. Source: nomination pages of hosts (UniBG, UKSW,
 * UCM Trnava, …) and the mandatory fields of EWP outgoing mobilities 3.0.
 */
export const nominationValueKeys = [
  'sendingName',
  'sendingCode',
  'coordinatorName',
  'coordinatorEmail',
  'familyName',
  'givenNames',
  'fullName',
  'gender',
  'birthDate',
  'nationality',
  'email',
  'phone',
  'esi',
  'studentNumber',
  'fieldCode',
  'fieldName',
  'cycle',
  'studyYear',
  'ects',
  'department',
  'programme',
  'hostName',
  'hostCode',
  'form',
  'academicYear',
  'period',
  'plannedStart',
  'plannedEnd',
  'months',
  'languages',
  'agreement',
  'comment',
] as const
export type NominationValueKey = (typeof nominationValueKeys)[number]

export function isNominationValueKey(key: string): key is NominationValueKey {
  return nominationValueKeys.some((known) => known === key)
}

/** One value: in words, and as what it is. `null` where the office knows nothing. */
export interface NominationValue {
  readonly text: string | null
  /** What it stands for, whatever the language: `2`, `DE`, `autumn`. The same as the text where there is no code. */
  readonly code: string | null
  readonly kind: 'text' | 'number' | 'date' // a date's code is `YYYY-MM-DD`
}

export type NominationValues = Readonly<Record<NominationValueKey, NominationValue>>

/** Values for which a host has words of its own, with the codes to find words for. */
export const codedValues = {
  gender: ['1', '2', '9', '0'],
  period: ['autumn', 'spring', 'year'],
  cycle: ['short', 'bachelor', 'master', 'doctorate'],
  form: ['exchange-semester', 'double-degree'],
} as const satisfies Partial<Record<NominationValueKey, readonly string[]>>

/** What is different from what was said before: only values that both know of, and those that came since. */
export function changedValues(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly { readonly key: string; readonly before: string | null; readonly after: string | null }[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((key) => {
    const was = before[key] ?? null
    const is = now[key] ?? null
    return was === is ? [] : [{ key, before: was, after: is }]
  })
}
