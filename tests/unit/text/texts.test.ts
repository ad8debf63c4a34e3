import { describe, expect, it } from 'vitest'
import { actionLabels } from '#shared/contract/history.ts'
import { jobPhases } from '#shared/contract/jobs.ts'
import { notDataReasons, rowOutcomes } from '#shared/contract/imports.ts'
import { entityNames, entityOf } from '#shared/entities/index.ts'
import { choiceLabel, entityLabel, fieldLabel, textKey } from '#shared/entities/labels.ts'
import { listOf } from '#shared/lists/index.ts'
import { listNames } from '#shared/lists/types.ts'
import { areas } from '#shared/text/areas/index.ts'
import { refusalText } from '#shared/text/refusal-text.ts'
import { saidParams } from '#shared/text/step-text.ts'
import { createTranslate, isTextKey, textsOf } from '#shared/text/text.ts'

const en = textsOf('en')
const fr = textsOf('fr')
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => String(match[1])).toSorted()

describe('the sentences', () => {
  it('have the same keys in both languages, each in one area only', () => {
    expect(Object.keys(fr).toSorted()).toEqual(Object.keys(en).toSorted())
    const all = Object.values(areas).flatMap((area) => Object.keys(area.en))
    expect(new Set(all).size).toBe(all.length)
  })

  it('hold the same placeholders in both languages', () => {
    const given = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts)
        .map(([key, text]) => [key, ...new Set(placeholders(text))].join(' '))
        .toSorted((a, b) => a.localeCompare(b))
    expect(given(fr)).toEqual(given(en))
  })

  it('have typographic apostrophes', () => {
    const straight = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts).flatMap(([key, text]) => (/\p{L}'\p{L}/u.test(text) ? [key] : []))
    expect([...straight(fr), ...straight(en)]).toEqual([])
  })

  it('have both forms wherever there is a plural', () => {
    const forms = Object.keys(en).filter((key) => /_(one|other)$/.test(key))
    for (const key of forms) {
      const base = key.replace(/_(one|other)$/, '')
      expect(forms).toContain(`${base}_one`)
      expect(forms).toContain(`${base}_other`)
    }
  })

  it('in French are not those of the English, save for names', () => {
    const same = Object.keys(en).filter(
      (key) => en[key] === fr[key] && (en[key] ?? '').replaceAll(/\{\{\w+\}\}/g, '').split(' ').length > 4,
    )
    expect(same).toEqual([])
  })

  it('in French put a no-break space before high punctuation', () => {
    const wrong = Object.entries(fr).filter(([, text]) => / [;:!?»]/.test(text) || /« /.test(text))
    expect(wrong.map(([key]) => key)).toEqual([])
  })
})

describe('a word made from data', () => {
  it('exists for every field, choice, kind, list, column and action', () => {
    for (const entity of entityNames) {
      expect(isTextKey(entityLabel(entity))).toBe(true)
      expect(isTextKey(`kind.${entity}`)).toBe(true)
      for (const [name, field] of Object.entries(entityOf(entity).fields)) {
        expect(isTextKey(fieldLabel(entity, name))).toBe(true)
        textKey(`group.${field.group ?? 'identity'}`)
        if (field.type === 'choice' || field.type === 'choices')
          for (const value of field.choices) choiceLabel(entity, name, value)
      }
    }
    for (const list of listNames) expect(isTextKey(listOf(list).title)).toBe(true)
    for (const label of actionLabels) textKey(`action.${label}`)
    for (const phase of jobPhases) textKey(`phase.${phase}`)
    expect([rowOutcomes.length, notDataReasons.length].every((count) => count > 0)).toBe(true)
  })
})

describe('the translator', () => {
  it('writes numbers and chooses plural forms in the language', () => {
    const t = createTranslate('fr')
    expect(t('entity.student', { count: 1 })).toBe('1 élève')
    expect(t('entity.student', { count: 1500 })).toBe(`${new Intl.NumberFormat('fr').format(1500)} élèves`)
  })

  it('puts a value in a sentence as it is, markup and placeholders included', () => {
    const name = '<b>$& {{n}}</b>'
    expect(createTranslate('en')('action.import.apply', { file: name })).toBe(`Imported ${name}`)
  })
})

describe('days in a sentence', () => {
  const days = { start: '2026-09-01', end: '2026-08-01' }

  it('names the field that no column of an import is read as', () => {
    const said = refusalText(createTranslate('en'), 'import-incomplete-mapping', {
      target: 'athensCourse.code',
    })
    expect(said).toContain('“Code of the course”')
  })

  it('are written as the language does, wherever the sentence comes from', () => {
    expect(createTranslate('fr')('domain.period.end-before-start', days)).toContain('01/08/2026')
    expect(createTranslate('en')('bm.finding.dates-reversed', days)).toContain('01/09/2026')
    const held = { guard: 'dates-reversed', ...days }
    const t = createTranslate('fr')
    expect(t('imports.issue.kept-draft', saidParams(t, held))).toContain('01/08/2026')
    const params = { reason: 'blocked', from: 'draft', step: 'applied', title: 'Zoé' }
    const issues = JSON.stringify([{ code: 'dates-reversed', params: days }])
    expect(refusalText(t, 'mobility-not-moved', { ...params, issues })).toContain('01/08/2026')
  })

  it('stay as they are in what a cell says and in the name of a file', () => {
    const t = createTranslate('en')
    expect(t('imports.issue.placeholder', { value: '2026-09-01' })).toContain('2026-09-01')
    expect(t('export.file.list', { list: 'Stays', day: '2026-09-01' })).toBe('Stays 2026-09-01')
    expect(t('domain.period.end-before-start', { start: '2026-99-99', end: '' })).toContain('2026-99-99')
  })
})
