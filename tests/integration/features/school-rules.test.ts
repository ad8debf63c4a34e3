import { describe, expect, it } from 'vitest'
import { profileOf } from '#core/profiles/index.ts'
import type { ObligationRule } from '#shared/domain/obligation-types.ts'
import { aRecord, aTestAppWithOffice, everything } from '#tests/fixtures/test-app.ts'

/** The obligation of Télécom Paris, with changes. */
function ruleWith(changes: Partial<ObligationRule>): ObligationRule {
  const [rule] = profileOf('telecom-paris').obligations
  if (rule === undefined) throw new Error('The profile has no obligation')
  return { ...rule, ...changes }
}

describe('the rules of the school', () => {
  it('say their effect before they are saved, and what they said is what happens', async () => {
    const { client } = await aTestAppWithOffice({ profile: 'telecom-paris', sample: true })
    const obligations = [ruleWith({ requiredWeeks: 24 })]
    const statuses = async () => {
      const { rows } = await client.lists.page({
        list: 'obligations',
        query: { ...everything, filters: [{ key: 'cohort', test: 'is', values: ['2027'] }] },
        offset: 0,
        limit: 500,
      })
      return new Map(rows.map((row) => [row.id, row.cells['status']]))
    }
    const before = await statuses()
    const effect = await client.settings.tryRules({ obligations })
    expect(effect.problems).toEqual([])
    expect(effect.students).toBe(1500)
    expect(effect.statusChanged).toBeGreaterThan(20)
    expect(effect.transitions.reduce((sum, one) => sum + one.count, 0)).toBe(effect.statusChanged)
    expect(await statuses()).toEqual(before)

    await client.settings.saveRules({ obligations })
    const after = await statuses()
    for (const example of effect.examples.filter((one) => one.cohort === '2027'))
      expect([before.get(example.id), after.get(example.id)]).toEqual([example.from, example.to])

    await client.history.undo()
    expect(await statuses()).toEqual(before)
  })

  it('have no effect when nothing is changed', async () => {
    const app = await aTestAppWithOffice()
    await aRecord(app, 'student', { cohort: '2027' })
    const { obligations } = await app.client.settings.rules()
    expect(await app.client.settings.tryRules({ obligations })).toMatchObject({
      statusChanged: 0,
      weeksChanged: 0,
      examples: [],
    })
    expect(await app.client.settings.saveRules({ obligations })).toEqual({ changed: false })
  })

  it('are refused when two obligations mean the same students, and nothing is changed', async () => {
    const { client } = await aTestAppWithOffice()
    const obligations = [
      ruleWith({ id: 'a', toCohort: 2028 }),
      ruleWith({ id: 'b', fromCohort: 2028, requiredWeeks: 12 }),
    ]
    const { problems } = await client.settings.tryRules({ obligations })
    expect(problems).toEqual([
      {
        part: 'obligations',
        index: 1,
        field: 'fromCohort',
        text: 'Some students would fall under obligation 1 too.',
      },
    ])
    const before = await client.settings.rules()
    await expect(client.settings.saveRules({ obligations })).rejects.toThrow('rules-invalid')
    expect(await client.settings.rules()).toEqual(before)
  })

  it('name a form that is no longer accepted at the stays that have it', async () => {
    const app = await aTestAppWithOffice()
    const studentId = await aRecord(app, 'student', { cohort: '2027' })
    await aRecord(app, 'mobility', { studentId, form: 'internship', academicYear: '2025/2026' })
    const { forms } = await app.client.settings.rules()
    await app.client.settings.saveRules({ forms: forms.filter((one) => one.form !== 'internship') })
    const { lines, problems } = await app.client.obligations.ledger({ id: studentId })
    expect(lines[0]?.reason).toBe('The school does not accept this form, so nothing counts.')
    expect(problems).toMatchObject([{ entity: 'mobility', field: 'form' }])
  })

  it('refuse what has not their shape', async () => {
    const { client } = await aTestAppWithOffice()
    const obligations = [ruleWith({ requiredWeeks: 0 })]
    await expect(client.settings.saveRules({ obligations })).rejects.toThrow('Input validation failed')
  })
})
