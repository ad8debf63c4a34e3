import { expect, test } from 'vitest'
import type { SchoolRules } from '#shared/contract/school-rules.ts'
import { aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'

const standing = ({ client }: TestApp, form: string, status: string) =>
  client.lists.ids({
    list: 'mobilities',
    query: {
      search: '',
      sort: [],
      filters: [
        { key: 'form', test: 'is', values: [form] },
        { key: 'status', test: 'is', values: [status] },
      ],
    },
  })

/** The forms with one step less for exchange semesters, its documents asked for by the nomination. */
function withoutSelection(forms: SchoolRules['forms']) {
  return forms.map((rule) =>
    rule.form === 'exchange-semester'
      ? {
          ...rule,
          steps: rule.steps.filter(({ status }) => status !== 'selected'),
          documents: rule.documents.map((one) =>
            one.step === 'selected' ? { ...one, step: 'nominated' as const } : one,
          ),
        }
      : rule,
  )
}

test('a form without a step says how many stays stand there, before it is saved; each stays where it is', async () => {
  const made = await aTestAppWithOffice({ profile: 'enit', sample: true })
  const { client } = made
  const ids = await standing(made, 'exchange-semester', 'selected')
  const before = await client.settings.rules()
  const forms = withoutSelection(before.forms)
  const effect = await client.settings.tryRules({ forms })
  expect(effect.problems).toEqual([])
  const [lost, ...others] = effect.stays?.lostSteps ?? []
  expect(others).toEqual([])
  expect(lost).toMatchObject({ form: 'exchange-semester', step: 'selected', count: ids.length })
  expect(lost?.ids.toSorted()).toEqual(ids.toSorted())
  expect(ids.length).toBeGreaterThan(10)

  await client.settings.saveRules({ forms })
  expect((await standing(made, 'exchange-semester', 'selected')).length).toBe(ids.length)
  const [first = ''] = ids
  const { steps, next } = await client.mobilities.outlook({ id: first })
  expect([steps.some(({ step }) => step === 'selected'), next]).toEqual([false, 'nominated'])
  const { label } = await client.history.undo()
  expect(label).toBe('rules.update')
  expect(await client.settings.rules()).toEqual(before)
})

test('a stricter guard says whom it holds back, a laxer one whom it frees, and so it comes', async () => {
  const made = await aTestAppWithOffice({ profile: 'enit', sample: true })
  const { client } = made
  const { stayRules } = await client.settings.rules()
  const ready = async () => {
    const { steps } = await client.mobilities.pipeline({ form: 'internship' })
    return steps.reduce((sum, step) => sum + step.ready.count, 0)
  }
  const was = await ready()
  const strict = { ...stayRules, forms: [{ form: 'internship' as const, documentLevel: 'block' as const }] }
  const { stays } = await client.settings.tryRules({ stayRules: strict })
  expect(stays?.held.count).toBeGreaterThan(0)
  expect(stays?.freed).toEqual({ count: 0, ids: [] })
  await client.settings.saveRules({ stayRules: strict })
  expect(await ready()).toBe(was - (stays?.held.count ?? 0))
  const back = await client.settings.tryRules({ stayRules })
  expect(back.stays?.freed.count).toBe(stays?.held.count)
})

test('a form that is no longer accepted says how many stays have it, and they may not go on', async () => {
  const made = await aTestAppWithOffice({ profile: 'enit', sample: true })
  const { client } = made
  const { forms } = await client.settings.rules()
  const drafts = await standing(made, 'gap-period', 'draft')
  const fewer = forms.filter(({ form }) => form !== 'gap-period')
  const { stays } = await client.settings.tryRules({ forms: fewer })
  expect(stays?.lostForms.map(({ form }) => form)).toEqual(['gap-period'])
  expect(stays?.lostForms[0]?.count).toBeGreaterThanOrEqual(drafts.length)
  await client.settings.saveRules({ forms: fewer })
  const { moved, refused } = await client.mobilities.move({ ids: drafts, to: 'next' })
  expect(moved).toEqual([])
  expect(refused[0]?.issues.map(({ code }) => code)).toContain('form-not-offered')
})

test('what disagrees is refused in words, and nothing is changed', async () => {
  const { client } = await aTestAppWithOffice({ profile: 'enit' })
  const before = await client.settings.rules()
  const forms = before.forms.map((rule) =>
    rule.form === 'internship'
      ? { ...rule, steps: rule.steps.filter(({ status }) => status !== 'agreed') }
      : rule,
  )
  const { problems } = await client.settings.tryRules({ forms })
  expect(problems).toMatchObject([{ part: 'forms', index: 3, field: 'documents.1' }])
  expect(problems[0]?.text).toContain('Agreement signed')
  await expect(client.settings.saveRules({ forms })).rejects.toThrow('rules-invalid')
  expect(await client.settings.rules()).toEqual(before)
})

test('the obligation alone says nothing of stays', async () => {
  const { client } = await aTestAppWithOffice({ profile: 'enit' })
  expect(await client.settings.tryRules({ obligations: [] })).toMatchObject({ stays: null })
})
