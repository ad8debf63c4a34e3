import { describe, expect, it } from 'vitest'
import { mobilityForms } from '#shared/domain/form-rule.ts'
import { changeRule, ruleValues } from '#renderer/features/school-rules/rule-fields.ts'
import { readTracks, trackLines } from '#renderer/features/school-rules/track-lines.ts'
import { aRule } from '#tests/fixtures/obligations/school.ts'

const programmes = ['Engineering, general', 'Apprentices']

describe('the form of an obligation', () => {
  it('shows each field and takes each back', () => {
    const rule = aRule({
      programmes: ['Apprentices'],
      exemptions: [
        { reason: 'health', needsProof: true },
        { reason: 'other', needsProof: false },
      ],
      formExceptions: [{ form: 'athens-week', counts: false, minimumDays: null, mostWeeks: 2 }],
      riskMonths: 12,
    })
    const values = ruleValues(rule, programmes)
    expect(values).toMatchObject({
      programmes: '1',
      exemptions: 'health,other',
      exemptionProofs: 'health',
      formsCounted: null,
      formsNotCounted: 'athens-week',
    })
    const again = Object.entries(values).reduce(
      (one, [name, value]) => changeRule(one, name, value, programmes),
      rule,
    )
    expect(again).toEqual(rule)
  })

  it('takes a programme whose name holds a comma', () => {
    expect(changeRule(aRule(), 'programmes', '0', programmes).programmes).toEqual(['Engineering, general'])
    expect(changeRule(aRule(), 'programmes', null, programmes).programmes).toEqual([])
  })

  it('makes an exemption of a reason that is said to need a proof', () => {
    expect(changeRule(aRule(), 'exemptionProofs', 'family', programmes).exemptions).toEqual([
      { reason: 'family', needsProof: true },
    ])
  })

  it.each(mobilityForms)('takes %s as a form that does not count', (form) => {
    const { formExceptions } = changeRule(aRule(), 'formsNotCounted', form, programmes)
    expect(formExceptions).toMatchObject([{ form, counts: false }])
  })

  it('moves a form from counted to not counted, never to both', () => {
    const counted = changeRule(aRule(), 'formsCounted', 'summer-school', programmes)
    const moved = changeRule(counted, 'formsNotCounted', 'summer-school', programmes)
    expect(moved.formExceptions.map(({ form, counts }) => [form, counts])).toEqual([['summer-school', false]])
  })
})

describe('tracks as lines', () => {
  it('come back as they were', () => {
    const tracks = [
      { name: 'Mechanics', department: 'M', iscedCode: '0715', isRegional: true },
      { name: 'Design', department: '', iscedCode: '', isRegional: false },
    ]
    expect(readTracks(trackLines(tracks, 'regional'))).toEqual({ tracks })
  })

  it('take the word for regional in French, and leave empty lines out', () => {
    expect(readTracks('Mécanique; M; 0715; régional\n\n')).toEqual({
      tracks: [{ name: 'Mécanique', department: 'M', iscedCode: '0715', isRegional: true }],
    })
  })

  it('refuse a code that is not one, with its line', () => {
    expect(readTracks('A; B; 0715\nC; D; 715')).toEqual({ problem: { line: 2, code: '715' } })
  })
})
