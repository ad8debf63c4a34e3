import { describe, expect, it } from 'vitest'
import {
  agreementFindings,
  componentsInForce,
  ectsByTable,
  isSignedByAll,
  newestVersion,
  signatureProblem,
  type LaComponent,
  type LaRole,
  type LaSignature,
} from '#shared/domain/learning-agreement.ts'

let made = 0
function aCourse(values: Partial<LaComponent> = {}): LaComponent {
  made += 1
  return {
    id: `c${made}`,
    version: 1,
    table: 'A',
    title: 'Signal processing',
    code: null,
    ects: 5,
    status: 'inserted',
    reasonCode: null,
    reasonText: null,
    ...values,
  }
}
const signed = (role: LaRole, signedOn: string | null, version = 1): LaSignature => ({
  id: `${role}${version}`,
  version,
  role,
  signedOn,
})
const agreement = {
  signatures: [],
  automaticRecognition: null,
  recognitionExplanation: null,
  stayStart: '2026-09-01',
}
const codesOf = (
  components: readonly LaComponent[],
  rest: Partial<Parameters<typeof agreementFindings>[0]> = {},
) => agreementFindings({ ...agreement, components, ...rest }).map(({ code }) => code)

describe('a learning agreement', () => {
  it('in force is what was inserted and not deleted since', () => {
    const courses = [
      aCourse({ title: 'Robotics', code: 'R1' }),
      aCourse({ title: 'Optics' }),
      aCourse({ title: 'robotics (new name)', code: 'r1', status: 'deleted', version: 2 }),
      aCourse({ title: 'Vision', version: 2 }),
    ]
    expect(componentsInForce(courses, 1).map(({ title }) => title)).toEqual(['Robotics', 'Optics'])
    expect(componentsInForce(courses, 2).map(({ title }) => title)).toEqual(['Optics', 'Vision'])
    expect(newestVersion(courses)).toBe(2)
  })

  it('counts credits by table', () => {
    const courses = [
      aCourse({ ects: 7.5 }),
      aCourse({ ects: 0.1 }),
      aCourse({ ects: 0.2 }),
      aCourse({ table: 'B' }),
    ]
    expect(ectsByTable(courses)).toEqual({ A: 7.8, B: 5, C: 0 })
  })

  it('is complete when the tables agree', () => {
    expect(codesOf([aCourse(), aCourse({ table: 'B', title: 'UE 3' })])).toEqual([])
  })

  it.each([
    ['nothing at the host', [aCourse({ table: 'B' })], ['nothing-at-host', 'credits-differ']],
    ['nothing recognised', [aCourse()], ['nothing-recognised']],
    ['other credits at home', [aCourse(), aCourse({ table: 'B', ects: 4 })], ['credits-differ']],
    [
      'virtual courses counted with those of the host',
      [aCourse({ table: 'C' }), aCourse({ table: 'B' })],
      [],
    ],
    [
      'a course without credits',
      [aCourse(), aCourse({ title: 'X', ects: null }), aCourse({ table: 'B' })],
      ['credits-missing'],
    ],
    [
      'a change that deletes what is not there',
      [
        aCourse(),
        aCourse({ table: 'B' }),
        aCourse({ version: 2, title: 'Z', status: 'deleted', reasonCode: 'not-available' }),
      ],
      ['deletes-nothing'],
    ],
    [
      'a change that inserts what is there',
      [
        aCourse(),
        aCourse({ table: 'B', ects: 10 }),
        aCourse({ version: 2, reasonCode: 'substituting-deleted' }),
      ],
      ['inserted-twice'],
    ],
    [
      'a change without a reason',
      [aCourse(), aCourse({ table: 'B', ects: 10 }), aCourse({ version: 2, title: 'New' })],
      ['change-without-reason'],
    ],
  ] as const)('tells %s', (_name, courses, codes) => {
    expect(codesOf(courses)).toEqual(codes)
  })

  it('owes an explanation where recognition is not automatic', () => {
    const courses = [aCourse(), aCourse({ table: 'B' })]
    expect(codesOf(courses, { automaticRecognition: false })).toEqual(['no-explanation'])
    expect(codesOf(courses, { automaticRecognition: false, recognitionExplanation: 'An exam' })).toEqual([])
  })

  it('tells that it was signed after the start of the stay', () => {
    const courses = [aCourse(), aCourse({ table: 'B' })]
    expect(codesOf(courses, { signatures: [signed('receiving', '2026-09-02')] })).toEqual([
      'signed-after-start',
    ])
  })
})

describe('the signatures', () => {
  const student = signed('student', '2026-05-02')
  const sending = signed('sending', '2026-05-04')
  const receiving = signed('receiving', '2026-05-09')

  it('are complete with the three parties, of the same version', () => {
    expect(isSignedByAll([student, sending, receiving], 1)).toBe(true)
    expect(isSignedByAll([student, sending, signed('receiving', null)], 1)).toBe(false)
    expect(isSignedByAll([student, sending, signed('receiving', '2026-05-09', 2)], 1)).toBe(false)
    expect(isSignedByAll([student, sending, receiving], 2)).toBe(false)
  })

  it.each([
    ['ours before the student’s', signed('sending', '2026-05-01'), [student], 'signed-before'],
    ['ours without the student’s', sending, [], 'unsigned-before'],
    ['the host’s without ours', receiving, [student], 'unsigned-before'],
    ['the student’s moved after ours', signed('student', '2026-05-05'), [sending], 'signed-after'],
    ['the student’s taken back under ours', signed('student', null), [sending], 'signed-after'],
    ['the same party twice', { ...sending, id: 'other' }, [student, sending], 'party-signed-twice'],
  ] as const)('refuse %s', (_name, one, others, code) => {
    expect(signatureProblem(one, others)?.code).toBe(code)
  })

  it('may all be of the same day, and a name may come before its date', () => {
    const day = '2026-05-02'
    expect(signatureProblem(signed('receiving', day), [student, signed('sending', day)])).toBe(undefined)
    expect(signatureProblem(signed('receiving', null), [])).toBe(undefined)
  })
})
