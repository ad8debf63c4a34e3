import { describe, expect, it } from 'vitest'
import {
  checkAthensStudent,
  refusalsAt,
  type CheckedStudent,
  type CheckedWish,
} from '#shared/domain/athens-checks.ts'

const aStudent = (values: Partial<CheckedStudent> = {}): CheckedStudent => ({
  homes: [{ institution: 'École d’essai', town: 'Paris' }],
  ectsAcquired: 120,
  studyYear: 2,
  registered: null,
  absences: [],
  isAway: false,
  ...values,
})
const aWish = (
  rank: number,
  course: Partial<CheckedWish['course']> = {},
  meets: boolean | null = null,
): CheckedWish => ({
  rank,
  course: {
    code: `TUD${rank}`,
    institution: 'TU Delft',
    town: 'Delft',
    prerequisites: null,
    minEcts: null,
    minStudyYear: null,
    ...course,
  },
  meetsPrerequisites: meets,
})
const rules = { minChoices: 1, maxChoices: 5 }
const codes = (student: CheckedStudent, wishes: readonly CheckedWish[]) =>
  checkAthensStudent(student, wishes, rules).map(({ code, level, rank }) => [code, level, rank])

describe('what is found on ranked ATHENS choices', () => {
  it('is nothing when all is well', () => {
    expect(codes(aStudent(), [aWish(1), aWish(2)])).toEqual([])
  })

  it('refuses the own school and its town', () => {
    expect(
      codes(aStudent(), [aWish(1, { institution: 'Ecole d’Essai' }), aWish(2, { town: 'PARIS' })]),
    ).toEqual([
      ['home-institution', 'refuses', 1],
      ['home-town', 'refuses', 2],
    ])
  })

  it('sends no exchange or double-degree student of a member back to it, nor to its town', () => {
    const guest = aStudent({
      homes: [
        { institution: 'École d’essai', town: 'Paris' },
        { institution: 'TU Wien', town: 'Wien' },
      ],
    })
    const wishes = [
      aWish(1, { institution: 'TU Wien', town: 'Wien' }),
      aWish(2, { institution: 'BOKU', town: 'Wien' }),
      aWish(3),
    ]
    expect(codes(guest, wishes)).toEqual([
      ['home-institution', 'refuses', 1],
      ['home-town', 'refuses', 2],
    ])
  })

  it('asks for the ECTS and the year that the course asks for, and says when they are not known', () => {
    const wishes = [aWish(1, { minEcts: 120, minStudyYear: 3 })]
    expect(codes(aStudent({ ectsAcquired: 119 }), wishes)).toEqual([
      ['ects-below', 'refuses', 1],
      ['year-below', 'refuses', 1],
    ])
    expect(codes(aStudent({ studyYear: 3 }), wishes)).toEqual([])
    expect(codes(aStudent({ ectsAcquired: null, studyYear: null }), wishes)).toEqual([
      ['ects-unknown', 'look', 1],
      ['year-unknown', 'look', 1],
    ])
  })

  it('leaves written prerequisites to a person, and follows what the person found', () => {
    const course = { prerequisites: 'Linear algebra' }
    expect(codes(aStudent(), [aWish(1, course)])).toEqual([['prerequisites-open', 'look', 1]])
    expect(codes(aStudent(), [aWish(1, course, true)])).toEqual([])
    expect(codes(aStudent(), [aWish(1, course, false)])).toEqual([['prerequisites-not-met', 'refuses', 1]])
  })

  it('finds gaps, repeated courses, repeated ranks and too many choices', () => {
    const wishes = [aWish(1), aWish(1, { code: 'TUM1' }), aWish(3, { code: 'TUD1' })]
    expect(codes(aStudent(), wishes)).toEqual([
      ['same-rank', 'look', 1],
      ['gap', 'look', 2],
      ['duplicate', 'look', 3],
    ])
    const many = [1, 2, 3, 4, 5, 6].map((rank) => aWish(rank))
    expect(codes(aStudent(), many)).toEqual([['too-many', 'look', 6]])
  })

  it('remembers that a registered student must attend, who did not come once, and who is elsewhere', () => {
    const student = aStudent({ registered: 'TUM4', absences: ['2026-11'], isAway: true })
    expect(codes(student, [aWish(1)]).map(([code]) => code)).toEqual(['must-attend', 'was-absent', 'away'])
  })

  it('tells why one choice cannot be had', () => {
    const checks = checkAthensStudent(aStudent(), [aWish(1), aWish(2, { town: 'Paris' })], rules)
    expect(refusalsAt(checks, 1)).toEqual([])
    expect(refusalsAt(checks, 2).map(({ code }) => code)).toEqual(['home-town'])
  })
})
