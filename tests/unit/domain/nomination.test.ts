import { describe, expect, test } from 'vitest'
import {
  agreementFor,
  cycleOfLevel,
  missingForNomination,
  missingOfSchool,
  nominableStatuses,
  nominationField,
  type AgreementChoice,
  type NominationFacts,
} from '#shared/domain/nomination.ts'

const complete: NominationFacts = {
  studentId: 's1',
  familyName: 'DUPONT',
  givenNames: 'Émile',
  gender: '1',
  birthDate: '2004-02-29',
  nationality: 'FR',
  email: 'emile@example.org',
  eqfLevel: 7,
  mobilityId: 'm1',
  semester: 'spring',
  institutionId: 'i1',
  hostErasmusCode: 'I  MILANO02',
  agreementKind: 'erasmus',
  field: '0613',
}

describe('what a nomination lacks', () => {
  test('nothing, when all is filled in', () => {
    expect(missingForNomination(complete)).toEqual([])
  })

  test('names each empty field and the record where it is filled in', () => {
    const missing = missingForNomination({
      ...complete,
      familyName: ' ',
      gender: null,
      birthDate: null,
      nationality: null,
      email: null,
      field: undefined,
      eqfLevel: null,
      semester: null,
      hostErasmusCode: null,
    })
    expect(missing).toEqual([
      { entity: 'student', id: 's1', field: 'familyName' },
      { entity: 'student', id: 's1', field: 'gender' },
      { entity: 'student', id: 's1', field: 'birthDate' },
      { entity: 'student', id: 's1', field: 'nationality' },
      { entity: 'student', id: 's1', field: 'email' },
      { entity: 'student', id: 's1', field: 'iscedCode' },
      { entity: 'student', id: 's1', field: 'eqfLevel' },
      { entity: 'mobility', id: 'm1', field: 'semester' },
      { entity: 'institution', id: 'i1', field: 'erasmusCode' },
    ])
  })

  test.each(['exchange', 'double-degree', undefined])(
    'does not ask for the host’s Erasmus code under an agreement of kind %s',
    (agreementKind) => {
      expect(missingForNomination({ ...complete, agreementKind, hostErasmusCode: null })).toEqual([])
    },
  )

  test('asks for a level of higher education', () => {
    expect(missingForNomination({ ...complete, eqfLevel: 4 })).toEqual([
      { entity: 'student', id: 's1', field: 'eqfLevel' },
    ])
    expect([4, 5, 6, 7, 8, null].map(cycleOfLevel)).toEqual([
      undefined,
      'short',
      'bachelor',
      'master',
      'doctorate',
      undefined,
    ])
  })

  test('tells what the school has not filled in', () => {
    const school = { name: 'School', erasmusCode: '', coordinatorName: '  ' }
    expect(missingOfSchool(school, ['name', 'erasmusCode', 'coordinatorName'])).toEqual([
      'erasmusCode',
      'coordinatorName',
    ])
  })
})

test('only asks again for those already nominated when told to', () => {
  expect(nominableStatuses(false)).toEqual(['selected'])
  expect(nominableStatuses(true)).toEqual(['selected', 'nominated'])
})

describe('the field of education of a nomination', () => {
  test.each([
    ['the stay’s own', { mobility: '0714', conditions: ['0613'], student: '0688' }, '0714'],
    [
      'the agreement’s, when it names one',
      { mobility: null, conditions: ['0613', '0613'], student: '0688' },
      '0613',
    ],
    [
      'the student’s, when the agreement names several',
      { mobility: null, conditions: ['0613, 0714'], student: '0688' },
      '0688',
    ],
    [
      'the student’s, when conditions differ',
      { mobility: null, conditions: ['0613', '0714'], student: '0688' },
      '0688',
    ],
    [
      'the student’s, when the agreement names none',
      { mobility: null, conditions: [null], student: '0688' },
      '0688',
    ],
    ['unknown, when nobody says', { mobility: null, conditions: [], student: null }, undefined],
  ])('is %s', (_, codes, expected) => {
    expect(nominationField(codes)).toBe(expected)
  })
})

const agreement = (values: Partial<AgreementChoice>): AgreementChoice => ({
  kind: 'erasmus',
  status: 'active',
  firstYear: '2022/2023',
  lastYear: '2028/2029',
  ...values,
})

describe('the agreement under which a student goes', () => {
  const erasmus = agreement({})
  const double = agreement({ kind: 'double-degree' })

  test('suits the form of the stay', () => {
    expect(agreementFor('exchange-semester', '2026/2027', [double, erasmus])).toBe(erasmus)
    expect(agreementFor('double-degree', '2026/2027', [erasmus, double])).toBe(double)
  })

  test('covers the academic year', () => {
    const past = agreement({ lastYear: '2025/2026' })
    const open = agreement({ kind: 'exchange', firstYear: null, lastYear: null })
    expect(agreementFor('exchange-semester', '2026/2027', [past, open])).toBe(open)
    expect(agreementFor('exchange-semester', '2026/2027', [past])).toBeUndefined()
    expect(agreementFor('exchange-semester', '2021/2022', [erasmus])).toBeUndefined()
  })

  test('has not ended, and one in force comes before one in preparation', () => {
    const ended = agreement({ status: 'ended' })
    const draft = agreement({ status: 'draft' })
    expect(agreementFor('exchange-semester', '2026/2027', [ended])).toBeUndefined()
    expect(agreementFor('exchange-semester', '2026/2027', [draft, erasmus])).toBe(erasmus)
  })

  test('is never one for ATHENS weeks', () => {
    expect(agreementFor('exchange-semester', '2026/2027', [agreement({ kind: 'athens' })])).toBeUndefined()
  })
})
