import { describe, expect, it } from 'vitest'
import { profileNames } from '#shared/contract/office.ts'
import { checkCorrespondences, checkFormRules } from '#shared/domain/form-rule-check.ts'
import type { FormDocument, FormRule } from '#shared/domain/form-rule.ts'
import { formRule } from '#core/profiles/build-rules.ts'
import { profileOf } from '#core/profiles/index.ts'

const found = (rule: FormRule) => checkFormRules([rule]).map(({ field, code }) => `${code} ${field}`)
const exchange = formRule('exchange-semester', {})
const cv: FormDocument = {
  code: 'cv',
  dueFrom: 'start',
  dueDays: -30,
  step: 'nominated',
  isRequired: true,
  from: 'student',
  validMonths: null,
}

describe('a form of stay', () => {
  it.each(profileNames)('has nothing wrong in the profile %s', (profile) => {
    const { forms, programmes, stayRules } = profileOf(profile)
    const tracks = programmes.flatMap((programme) => programme.tracks.map((track) => track.name))
    expect(checkFormRules(forms)).toEqual([])
    expect(checkCorrespondences(stayRules.correspondences, tracks)).toEqual([])
  })

  it('goes through a step', () => {
    expect(found({ ...exchange, steps: [] })).toEqual(['no-steps steps'])
  })

  it('has limits that agree', () => {
    const limits = { ...exchange.limits, minimumMonths: 6, maximumMonths: 5 }
    expect(found({ ...exchange, limits })).toEqual(['limits-reversed maximumMonths'])
    expect(
      found({
        ...exchange,
        limits: { ...limits, minimumMonths: 5, minimumSemesters: 2, maximumSemesters: 1 },
      }),
    ).toEqual(['limits-reversed maximumSemesters'])
  })

  it('asks for a document once, by a step that it has', () => {
    expect(found({ ...exchange, documents: [cv, { ...cv, step: 'agreed' }] })).toEqual([
      'document-twice documents.1',
    ])
    expect(found(formRule('free-mover', { documents: [cv] }))).toEqual(['document-at-no-step documents.0'])
    expect(found(formRule('free-mover', { documents: [{ ...cv, step: 'recognised' }] }))).toEqual([])
  })
})

describe('the correspondence list', () => {
  it('names a school once, however it is written, and tracks that we have', () => {
    const list = [
      { institution: 'INSA Toulouse', tracks: ['Génie mécanique'] },
      { institution: 'Insa  toulouse', tracks: ['Genie Mecanique', 'Chimie'] },
    ]
    expect(checkCorrespondences(list, ['Génie mécanique'])).toMatchObject([
      { index: 1, field: 'institution', code: 'school-twice' },
      { index: 1, field: 'tracks', code: 'track-not-ours', params: { track: 'Chimie' } },
    ])
  })
})
