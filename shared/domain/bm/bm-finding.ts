/** Where a finding is mended. `school` is our own school, in the settings. */
export type BmPlace =
  | {
      readonly entity: 'mobility' | 'student' | 'institution' | 'erasmusCall'
      readonly id: string
      readonly field: string
    }
  | { readonly entity: 'interruption'; readonly id: string; readonly field: 'list' }
  | { readonly entity: 'school'; readonly id: null; readonly field: string }

/** What the module would refuse (`error`), and what it takes but somebody should look at (`warning`). */
export type BmLevel = 'error' | 'warning'

const levels = {
  'no-project': 'error',
  'no-agreement-number': 'error',
  'id-missing': 'error',
  'id-malformed': 'error',
  'id-shared': 'error',
  'no-start': 'error',
  'no-end': 'error',
  'dates-reversed': 'error',
  'before-project': 'error',
  'after-project': 'warning',
  'dates-not-real': 'warning',
  'interruption-outside': 'warning',
  'interruption-over-duration': 'error',
  'non-funded-over-duration': 'error',
  'too-short': 'error',
  'too-long': 'error',
  'short-too-short': 'error',
  'short-too-long': 'error',
  'funded-too-short': 'error',
  'virtual-missing': 'error',
  'virtual-reversed': 'error',
  'over-cycle': 'error',
  'not-agreed': 'warning',
  'agreed-late': 'warning',
  'email-missing': 'error',
  'gender-missing': 'error',
  'birth-missing': 'error',
  'nationality-missing': 'error',
  'isced-missing': 'error',
  'isced-not-four': 'error',
  'eqf-missing': 'error',
  'eqf-not-higher': 'error',
  'language-missing': 'warning',
  'recent-graduate-unknown': 'error',
  'recent-graduate-late': 'error',
  'fewer-unknown': 'warning',
  'inclusion-without-flag': 'error',
  'no-host': 'error',
  'no-host-country': 'error',
  'same-organisation': 'error',
  'same-country': 'error',
  'oid-shared': 'error',
  'oid-malformed': 'error',
  'host-incomplete': 'error',
  'host-not-latin': 'error',
  'location-note-missing': 'error',
  'school-unnamed': 'error',
  'travel-days-over': 'error',
  'transport-missing': 'warning',
  'green-not-said': 'error',
  'green-not-sustainable': 'error',
  'transport-note-missing': 'error',
  'transport-note-long': 'error',
  'distance-missing': 'warning',
  'exceptional-over-cost': 'error',
  'exceptional-unexplained': 'error',
  'exceptional-and-travel': 'error',
  'zero-grant-paid': 'error',
  'grant-unknown': 'warning',
  'force-majeure': 'warning',
} as const satisfies Readonly<Record<string, BmLevel>>

export type BmCode = keyof typeof levels

export const bmCodes: readonly BmCode[] = codesOf(levels)

function codesOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  const codes: K[] = []
  for (const code in record) if (Object.hasOwn(record, code)) codes.push(code)
  return codes
}

/** Something that a rule found; its sentence is `bm.finding.<code>`. */
export interface BmFinding {
  readonly code: BmCode
  readonly level: BmLevel
  /** Null for what concerns the school, and every mobility. */
  readonly stayId: string | null
  readonly studentId: string | null
  readonly at: BmPlace
  readonly params: Readonly<Record<string, string | number>>
}

export type Found = Omit<BmFinding, 'level' | 'stayId' | 'studentId'>

export function withLevel(
  found: Found,
  stay: { readonly id: string; readonly student: { readonly id: string } } | null,
): BmFinding {
  return {
    ...found,
    level: levels[found.code],
    stayId: stay?.id ?? null,
    studentId: stay?.student.id ?? null,
  }
}
