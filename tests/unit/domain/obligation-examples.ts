import type {
  LedgerStatus,
  LedgerStay,
  LedgerStudent,
  LineCode,
  ObligationRule,
} from '#shared/domain/obligation-types.ts'
import { aPlan, aStay } from '#tests/fixtures/obligations/school.ts'

/** A case that staff can read: what the rule says, who the student is, where they were, and what the ledger answers. */
export interface Example {
  readonly story: string
  readonly rule: Partial<ObligationRule>
  readonly student: Partial<LedgerStudent>
  readonly stays: readonly LedgerStay[]
  readonly expected: {
    readonly acquired: number
    readonly planned: number
    readonly missing: number
    readonly status: LedgerStatus
    readonly why: string
    /** The reason of each stay, in order of date. */
    readonly lines: readonly LineCode[]
  }
}

const exchange = { form: 'exchange-semester', hostId: 'bologna', country: 'IT' } as const
const athens = { form: 'athens-week', hostId: 'delft', country: 'NL' } as const
const sixteen = { requiredWeeks: 16, owedBy: 'schooled-entirely-in-france' } as const

/** Every example is read on 24 November 2026; the cohort of 2027 ends its studies on 30 September 2027. */
export const examplesToday = '2026-11-24'

export const examples: readonly Example[] = [
  {
    story: 'An internship of exactly eleven weeks, Monday to Sunday, meets eleven weeks.',
    rule: {},
    student: {},
    stays: [aStay('a', ['2026-06-01', '2026-08-16'])],
    expected: { acquired: 11, planned: 0, missing: 0, status: 'met', why: 'met', lines: ['counted'] },
  },
  {
    story: 'One day less is ten weeks, when weeks begun do not count.',
    rule: { rounding: 'down' },
    student: {},
    stays: [aStay('a', ['2026-06-01', '2026-08-15'])],
    expected: {
      acquired: 10,
      planned: 0,
      missing: 1,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['counted'],
    },
  },
  {
    story: 'The same stay is eleven weeks where weeks begun count.',
    rule: { rounding: 'up' },
    student: {},
    stays: [aStay('a', ['2026-06-01', '2026-08-15'])],
    expected: { acquired: 11, planned: 0, missing: 0, status: 'met', why: 'met', lines: ['counted'] },
  },
  {
    story: 'An ATHENS week alone never reaches eleven weeks; with an internship of ten it does.',
    rule: {},
    student: {},
    stays: [aStay('week', ['2025-11-15', '2025-11-21'], athens), aStay('work', ['2026-06-01', '2026-08-09'])],
    expected: {
      acquired: 11,
      planned: 0,
      missing: 0,
      status: 'met',
      why: 'met',
      lines: ['counted', 'counted'],
    },
  },
  {
    story: 'Where one stay alone must suffice, the ATHENS week adds nothing.',
    rule: { stays: 'one' },
    student: {},
    stays: [aStay('week', ['2025-11-15', '2025-11-21'], athens), aStay('work', ['2026-06-01', '2026-08-09'])],
    expected: {
      acquired: 10,
      planned: 0,
      missing: 1,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['not-the-longest', 'counted'],
    },
  },
  {
    story: 'Two stays that overlap by two weeks: the shared days count once.',
    rule: {},
    student: {},
    stays: [
      aStay('a', ['2026-06-01', '2026-07-12']),
      aStay('b', ['2026-06-29', '2026-08-02'], { hostId: 'other' }),
    ],
    expected: {
      acquired: 9,
      planned: 0,
      missing: 2,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['counted', 'counted-partly'],
    },
  },
  {
    story: 'A semester with three weeks at home in the middle: the interruption is taken off.',
    rule: {},
    student: {},
    stays: [
      aStay('a', ['2026-03-02', '2026-06-07'], {
        ...exchange,
        interruptions: [{ start: '2026-04-13', end: '2026-05-03' }],
      }),
    ],
    expected: { acquired: 11, planned: 0, missing: 0, status: 'met', why: 'met', lines: ['counted'] },
  },
  {
    story: 'Five weeks of a semester followed from home count nothing.',
    rule: {},
    student: {},
    stays: [
      aStay('a', ['2026-03-02', '2026-06-07'], {
        ...exchange,
        virtualStart: '2026-03-02',
        virtualEnd: '2026-04-05',
      }),
    ],
    expected: {
      acquired: 9,
      planned: 0,
      missing: 2,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['counted'],
    },
  },
  {
    story: 'A semester followed wholly at a distance is no stay abroad.',
    rule: {},
    student: {},
    stays: [
      aStay('a', ['2026-03-02', '2026-06-07'], {
        ...exchange,
        virtualStart: '2026-03-02',
        virtualEnd: '2026-06-07',
      }),
    ],
    expected: {
      acquired: 0,
      planned: 0,
      missing: 11,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['virtual'],
    },
  },
  {
    story: 'A semester to come, agreed by everyone, makes a student on track.',
    rule: {},
    student: {},
    stays: [aPlan('a', ['2027-02-01', '2027-06-30'], exchange)],
    expected: {
      acquired: 0,
      planned: 21,
      missing: 0,
      status: 'on-track',
      why: 'planned-enough',
      lines: ['planned'],
    },
  },
  {
    story: 'A wish counts nothing until the school has approved it.',
    rule: {},
    student: {},
    stays: [aPlan('a', ['2027-02-01', '2027-06-30'], { ...exchange, status: 'applied' })],
    expected: {
      acquired: 0,
      planned: 0,
      missing: 11,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['wish'],
    },
  },
  {
    story: 'Back from abroad but not validated yet: the weeks are planned, not acquired.',
    rule: {},
    student: {},
    stays: [aStay('a', ['2026-06-01', '2026-08-16'], { status: 'returned' })],
    expected: {
      acquired: 0,
      planned: 11,
      missing: 0,
      status: 'on-track',
      why: 'planned-enough',
      lines: ['not-validated'],
    },
  },
  {
    story: 'Validated without real dates: the certificate is missing, so the weeks are not acquired.',
    rule: {},
    student: {},
    stays: [aPlan('a', ['2026-06-01', '2026-08-16'], { status: 'recognised' })],
    expected: {
      acquired: 0,
      planned: 11,
      missing: 0,
      status: 'on-track',
      why: 'planned-enough',
      lines: ['real-dates-missing'],
    },
  },
  {
    story: 'Refused, withdrawn and broken-off stays count nothing.',
    rule: {},
    student: {},
    stays: [
      aPlan('a', ['2025-09-01', '2026-01-31'], { status: 'refused' }),
      aPlan('b', ['2026-02-01', '2026-06-30'], { status: 'withdrawn' }),
      aStay('c', ['2026-07-01', '2026-07-30'], { status: 'interrupted' }),
    ],
    expected: {
      acquired: 0,
      planned: 0,
      missing: 11,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['refused', 'withdrawn', 'interrupted'],
    },
  },
  {
    story: 'A regional semester is not abroad, even at a host that lies abroad on paper.',
    rule: { ...sixteen },
    student: {},
    stays: [aStay('a', ['2026-02-01', '2026-06-30'], { form: 'regional-semester', country: 'ES' })],
    expected: {
      acquired: 0,
      planned: 0,
      missing: 16,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['regional'],
    },
  },
  {
    story: 'An internship in France counts nothing.',
    rule: {},
    student: {},
    stays: [aStay('a', ['2026-06-01', '2026-08-16'], { country: 'FR' })],
    expected: {
      acquired: 0,
      planned: 0,
      missing: 11,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['not-abroad'],
    },
  },
  {
    story: 'A host without country is never supposed to be abroad.',
    rule: {},
    student: {},
    stays: [aStay('a', ['2026-06-01', '2026-08-16'], { country: null })],
    expected: {
      acquired: 0,
      planned: 0,
      missing: 11,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['country-missing'],
    },
  },
  {
    story: 'A form that the school no longer accepts counts nothing, and says so.',
    rule: {},
    student: {},
    stays: [aStay('a', ['2026-06-01', '2026-08-16'], { form: 'summer-school' })],
    expected: {
      acquired: 0,
      planned: 0,
      missing: 11,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['form-missing'],
    },
  },
  {
    story: 'Dates written the wrong way round count nothing.',
    rule: {},
    student: {},
    stays: [aStay('a', ['2026-08-16', '2026-06-01'])],
    expected: {
      acquired: 0,
      planned: 0,
      missing: 11,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['dates-reversed'],
    },
  },
  {
    story: 'Stays under four weeks do not count where four weeks are asked of each.',
    rule: { minimumDays: 28 },
    student: {},
    stays: [aStay('week', ['2025-11-15', '2025-11-21'], athens), aStay('work', ['2026-06-01', '2026-08-09'])],
    expected: {
      acquired: 10,
      planned: 0,
      missing: 1,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['below-minimum', 'counted'],
    },
  },
  {
    story: 'The same internship kept as two records, one after the other, is one stay.',
    rule: { minimumDays: 28 },
    student: {},
    stays: [aStay('a', ['2026-06-01', '2026-06-20']), aStay('b', ['2026-06-21', '2026-08-16'])],
    expected: {
      acquired: 11,
      planned: 0,
      missing: 0,
      status: 'met',
      why: 'met',
      lines: ['counted', 'counted'],
    },
  },
  {
    story: 'Where ATHENS weeks count two weeks at most, the third adds nothing.',
    rule: {
      formExceptions: [{ form: 'athens-week', counts: true, minimumDays: null, mostWeeks: 2 }],
    },
    student: {},
    stays: [
      aStay('a', ['2025-03-15', '2025-03-21'], athens),
      aStay('b', ['2025-11-15', '2025-11-21'], athens),
      aStay('c', ['2026-03-14', '2026-03-20'], athens),
    ],
    expected: {
      acquired: 2,
      planned: 0,
      missing: 9,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['counted', 'counted', 'most-reached'],
    },
  },
  {
    story: 'Between S6 and S8 only: an internship before S6 is outside.',
    rule: { firstSemester: 6, lastSemester: 8 },
    student: { entryYear: '2024/2025', entrySemester: 5 },
    stays: [
      aStay('early', ['2024-10-01', '2024-12-31'], { hostId: 'early' }),
      aStay('work', ['2026-06-01', '2026-08-16']),
    ],
    expected: {
      acquired: 11,
      planned: 0,
      missing: 0,
      status: 'met',
      why: 'met',
      lines: ['outside-window', 'counted'],
    },
  },
  {
    story: 'With such limits, a student whose entry is not known has nothing counted until it is given.',
    rule: { firstSemester: 6, lastSemester: 8 },
    student: {},
    stays: [aStay('work', ['2026-06-01', '2026-08-16'])],
    expected: {
      acquired: 0,
      planned: 0,
      missing: 11,
      status: 'at-risk',
      why: 'weeks-missing',
      lines: ['entry-missing'],
    },
  },
  {
    story: 'Sixteen weeks are owed by those schooled entirely in France only.',
    rule: { ...sixteen },
    student: { isSchooledInFrance: false },
    stays: [aStay('a', ['2026-06-01', '2026-08-16'])],
    expected: {
      acquired: 11,
      planned: 0,
      missing: 0,
      status: 'not-owed',
      why: 'schooled-abroad',
      lines: ['counted'],
    },
  },
  {
    story: 'A cohort before the rule began owes nothing.',
    rule: { fromCohort: 2028 },
    student: { cohort: '2027' },
    stays: [],
    expected: { acquired: 0, planned: 0, missing: 0, status: 'not-owed', why: 'no-rule', lines: [] },
  },
  {
    story: 'An exemption for health with its decision lifts the obligation.',
    rule: { exemptions: [{ reason: 'health', needsProof: true }] },
    student: { exemptionReason: 'health', exemptionProof: 'Decision 2026-14', exemptionDate: '2026-03-02' },
    stays: [],
    expected: { acquired: 0, planned: 0, missing: 0, status: 'exempt', why: 'exempt', lines: [] },
  },
  {
    story: 'Without the decision it does not.',
    rule: { exemptions: [{ reason: 'health', needsProof: true }] },
    student: { exemptionReason: 'health' },
    stays: [],
    expected: { acquired: 0, planned: 0, missing: 11, status: 'at-risk', why: 'weeks-missing', lines: [] },
  },
  {
    story: 'An apprentice owes nine weeks where the rule says so.',
    rule: { apprenticeWeeks: 9 },
    student: { status: 'apprentice' },
    stays: [aStay('a', ['2026-06-01', '2026-08-02'])],
    expected: { acquired: 9, planned: 0, missing: 0, status: 'met', why: 'met', lines: ['counted'] },
  },
  {
    story: 'Ten weeks before the end of studies, eleven weeks can no longer be found.',
    rule: {},
    student: { endOfStudies: '2027-02-01' },
    stays: [],
    expected: { acquired: 0, planned: 0, missing: 11, status: 'at-risk', why: 'too-late', lines: [] },
  },
  {
    story: 'A student who has left without the weeks stays in sight.',
    rule: {},
    student: { cohort: '2026' },
    stays: [],
    expected: { acquired: 0, planned: 0, missing: 11, status: 'at-risk', why: 'studies-over', lines: [] },
  },
  {
    story: 'Where a school worries only in the last year, a younger student is on track.',
    rule: { riskMonths: 12 },
    student: { cohort: '2028' },
    stays: [],
    expected: { acquired: 0, planned: 0, missing: 11, status: 'on-track', why: 'time-left', lines: [] },
  },
  {
    story: 'A student without cohort is held to the strictest rule, and the cohort is asked for.',
    rule: { fromCohort: 2025 },
    student: { cohort: null },
    stays: [],
    expected: { acquired: 0, planned: 0, missing: 11, status: 'at-risk', why: 'cohort-missing', lines: [] },
  },
]
