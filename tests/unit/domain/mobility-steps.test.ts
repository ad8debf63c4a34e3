import { describe, expect, it } from 'vitest'
import { formPath } from '#shared/domain/form-path.ts'
import { checkMove, nextStep, stepsEntered, stepsFrom, stepsOf } from '#shared/domain/mobility-steps.ts'
import { guardCodes, issuesAtStep } from '#shared/domain/stay-guards.ts'
import { checkStay, stayCheckCodes } from '#shared/domain/stay-checks.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import { createTranslate, isTextKey } from '#shared/text/text.ts'
import { issueText } from '#shared/text/step-text.ts'
import { aStay, stayRules } from '#tests/fixtures/stays/facts.ts'

const blockedBy = (facts: StayFacts, to: Parameters<typeof checkMove>[2]) => {
  const path = formPath(facts.form)
  const rules = stayRules(facts.form)
  const from = facts.status === 'draft' ? 'draft' : 'agreed'
  const outcome = checkMove(path, from, to, (step) =>
    issuesAtStep(path, facts, rules, step, nextStep(path, 'draft')),
  )
  return outcome.ok ? [] : outcome.issues.map((issue) => [issue.code, issue.field])
}

describe('the steps of a form', () => {
  it.each([
    ['exchange-semester', 'applied approved selected nominated accepted agreed departed arrived returned'],
    ['free-mover', 'applied approved accepted agreed departed arrived returned'],
    ['internship', 'applied approved accepted agreed departed arrived returned'],
    ['gap-period', 'applied approved agreed departed arrived returned'],
    ['athens-week', 'applied selected nominated accepted departed arrived returned'],
  ])('are, for %s, %s', (form, steps) => {
    expect(stepsOf(formPath(form)).join(' ')).toBe(`draft ${steps} recognised`)
  })

  it('lead on, out and back', () => {
    const moves = stepsFrom(formPath('internship'), 'approved').map(({ to, kind }) => `${kind} ${to}`)
    expect(moves).toEqual([
      'forward accepted',
      'forward agreed',
      'forward departed',
      'forward arrived',
      'forward returned',
      'forward recognised',
      'stop refused',
      'stop withdrawn',
      'back applied',
      'back draft',
    ])
  })

  it('lead on from a step that the form does not have', () => {
    expect(nextStep(formPath('internship'), 'nominated')).toBe('accepted')
  })

  it('let an interrupted stay go on, or count as returned', () => {
    const resumes = stepsFrom(formPath('internship'), 'interrupted').map((move) => move.to)
    expect(resumes).toEqual(['departed', 'arrived', 'returned'])
  })

  it('enter every step that is passed over, so that no guard is got round', () => {
    const path = formPath('internship')
    expect(stepsEntered(path, 'applied', { to: 'agreed', kind: 'forward' })).toEqual([
      'approved',
      'accepted',
      'agreed',
    ])
    expect(stepsEntered(path, 'agreed', { to: 'applied', kind: 'back' })).toEqual([])
  })
})

describe('what holds a stay back', () => {
  it.each<
    [string, Partial<StayFacts>, Parameters<typeof checkMove>[2], readonly (readonly [string, string])[]]
  >([
    ['no host', { host: null }, 'selected', [['no-host', 'institutionId']]],
    [
      'two signatures of three',
      { status: 'agreed', signatures: { student: true, sending: true, receiving: false } },
      'departed',
      [],
    ],
    [
      'a learning agreement not signed by the three parties',
      { signatures: { student: true, sending: true, receiving: false } },
      'agreed',
      [['la-not-signed', 'signatures']],
    ],
    [
      'an arrival unknown',
      { status: 'agreed', actualStart: null },
      'arrived',
      [['no-actual-start', 'actualStart']],
    ],
    [
      'a stay not over',
      { status: 'agreed', actualEnd: '2027-01-30' },
      'returned',
      [['not-over', 'actualEnd']],
    ],
    [
      'a student without cohort',
      { student: { cohort: null, track: null, repeatsAfterS5: null, endOfStudies: '2027-09-30' } },
      'applied',
      [['no-cohort', 'student.cohort']],
    ],
  ])('%s', (_name, values, to, expected) => {
    expect(blockedBy(aStay(values), to)).toEqual(expected)
  })

  it('refuses a gap period without the committee’s minutes', () => {
    const facts = aStay({
      form: 'gap-period',
      plannedEnd: '2026-02-28',
      actualEnd: null,
      actualStart: null,
      committeeMinutes: null,
    })
    expect(blockedBy(facts, 'approved')).toEqual([['committee-decision-missing', 'committeeMinutes']])
  })
})

describe('what is wrong with a stay', () => {
  const found = (values: Partial<StayFacts>, rules = stayRules(values.form ?? 'exchange-semester')) =>
    checkStay(aStay(values), rules).map(({ code, field, level }) => `${level} ${code} ${field}`)

  it('finds nothing wrong with a sound one', () => {
    expect(found({})).toEqual([])
  })

  it.each<[string, Partial<StayFacts>, readonly string[]]>([
    ['dates reversed', { plannedEnd: '2025-08-01' }, ['block dates-reversed plannedEnd']],
    [
      'two stays at once',
      { others: [{ id: 'm2', form: 'internship', start: '2026-01-30', end: '2026-02-01' }] },
      ['block overlap plannedStart'],
    ],
    [
      'a host without country',
      { host: { name: 'Aalto', country: null, kind: 'university', otherNames: [], isPartner: true } },
      ['block host-without-country host.country'],
    ],
    ['a free mover who goes to a partner', { form: 'free-mover' }, ['warn host-is-partner institutionId']],
    [
      'a gap period of more than a year',
      { form: 'gap-period', plannedEnd: '2026-09-01', actualEnd: null, actualStart: null },
      ['block too-many-semesters plannedEnd'],
    ],
    [
      'a second gap period',
      {
        form: 'gap-period',
        plannedEnd: '2026-08-31',
        actualStart: null,
        actualEnd: null,
        others: [{ id: 'm2', form: 'gap-period', start: '2024-09-01', end: '2025-01-31' }],
      },
      ['block once-per-cycle form'],
    ],
    [
      'a gap period in the last semester',
      {
        form: 'gap-period',
        plannedStart: '2026-09-01',
        plannedEnd: '2027-02-01',
        actualStart: null,
        actualEnd: null,
      },
      ['block in-last-semester plannedEnd'],
    ],
    [
      'a gap period in the middle of a semester',
      {
        form: 'gap-period',
        plannedStart: '2025-11-10',
        plannedEnd: '2026-05-01',
        actualStart: null,
        actualEnd: null,
      },
      ['warn gap-period-not-at-semester plannedStart'],
    ],
  ])('%s', (_name, values, expected) => {
    expect(found(values)).toEqual(expected)
  })

  it('lets an internship fill a gap period', () => {
    const others = [{ id: 'm2', form: 'internship', start: '2025-09-01', end: '2026-01-31' }]
    expect(
      found({ form: 'gap-period', plannedEnd: '2026-08-31', others, actualStart: null, actualEnd: null }),
    ).toEqual([])
  })

  it('says that the profile has no such form any more', () => {
    expect(found({}, stayRules('exchange-semester', { offered: ['internship'] }))).toEqual([
      'block form-not-offered form',
    ])
  })

  it('asks a double degree for eighteen months where the profile does', () => {
    const rules = stayRules('double-degree', {
      path: {
        ...formPath('double-degree'),
        limits: { ...formPath('double-degree').limits, minimumMonths: 18 },
      },
    })
    const days = { form: 'double-degree', plannedStart: '2024-09-01', actualStart: null, actualEnd: null }
    expect(found({ ...days, plannedEnd: '2026-02-27' }, rules)).toEqual(['block too-short plannedEnd'])
    expect(found({ ...days, plannedEnd: '2026-02-28' }, rules)).toEqual([])
  })
})

describe('the regional semester', () => {
  const regional = {
    form: 'regional-semester',
    host: { name: 'Insa TOULOUSE', country: 'FR', kind: 'university', otherNames: [], isPartner: false },
  }
  const found = (values: Partial<StayFacts>) =>
    checkStay(aStay({ ...regional, ...values }), stayRules('regional-semester')).map((issue) => issue.code)

  it.each<[string, Partial<StayFacts>, readonly string[]]>([
    ['is open to a track on the list of the school', {}, []],
    ['is not open to S9*', { studySemester: 'S9*' }, ['not-ninth-semester']],
    ['begins in September', { actualStart: '2025-10-01' }, ['not-in-september']],
    [
      'asks for a track on the list',
      { student: { cohort: '2027', track: 'BTP', repeatsAfterS5: 0, endOfStudies: '2027-09-30' } },
      ['track-not-listed'],
    ],
    [
      'is closed to who repeated twice',
      {
        student: { cohort: '2027', track: 'Génie mécanique', repeatsAfterS5: 2, endOfStudies: '2027-09-30' },
      },
      ['repeated-twice'],
    ],
    [
      'is open to who repeated once',
      {
        student: { cohort: '2027', track: 'Génie mécanique', repeatsAfterS5: 1, endOfStudies: '2027-09-30' },
      },
      [],
    ],
    [
      'is never abroad',
      {
        host: { name: 'INSA Toulouse', country: 'BE', kind: 'university', otherNames: [], isPartner: false },
      },
      ['host-abroad'],
    ],
    [
      'is in a school that has a list',
      { host: { name: 'Autre', country: 'FR', kind: 'university', otherNames: [], isPartner: false } },
      ['school-not-listed'],
    ],
  ])('%s', (_name, values, expected) => {
    expect(found(values)).toEqual(expected)
  })
})

describe('the words', () => {
  it.each([...guardCodes, ...stayCheckCodes])('say %s', (code) => {
    expect(isTextKey(`guard.${code}`)).toBe(true)
  })

  it('name forms and dates as people do', () => {
    const t = createTranslate('fr')
    const issue = { code: 'overlap', params: { form: 'internship', start: '2025-09-01', end: '2025-10-01' } }
    expect(issueText(t, issue)).toContain('Stage, du 01/09/2025 au 01/10/2025')
  })
})
