import { describe, expect, test } from 'vitest'
import { checkStay } from '#shared/domain/stay-checks.ts'
import { stepsOf } from '#shared/domain/mobility-steps.ts'
import { profileNames } from '#shared/contract/office.ts'
import { fillOffice } from '#core/features/office/fill-office.ts'
import { readStayFacts } from '#core/features/mobilities/stay-facts.repo.ts'
import { readStayRules } from '#core/features/mobilities/stay-rules.service.ts'
import { aTestOffice, countingIds, fixedClock, testDay } from '#tests/fixtures/test-office.ts'

describe.each(profileNames)('the stays of the sample office of %s', (profile) => {
  test('are of forms that the profile has, at steps that the form has, and sound once they left the draft', async () => {
    const { connections } = aTestOffice()
    await fillOffice({ clock: fixedClock, actor: 'Ada', ids: countingIds() }, connections, profile, true)
    const rules = await readStayRules(connections.read)
    const rows = await connections.read.selectFrom('mobility').select('id').execute()
    const facts = await readStayFacts(
      connections.read,
      rows.map((row) => row.id),
      { today: testDay, curriculum: rules.curriculum },
    )
    const offered = rules.offered.map((one) => one.form)
    const wrong: string[] = []
    for (const stay of facts) {
      const key = `${stay.form} ${stay.status}`
      const steps: readonly string[] = [
        ...stepsOf(rules.pathOf(stay.form)),
        'refused',
        'withdrawn',
        'interrupted',
      ]
      if (!steps.includes(stay.status)) wrong.push(`${key} not a step`)
      if (['draft', 'refused', 'withdrawn'].includes(stay.status)) continue
      for (const issue of checkStay(stay, rules.rulesOf(stay.form)))
        if (issue.level === 'block')
          wrong.push(
            `${key} ${issue.code} ${JSON.stringify(issue.params)} ${stay.plannedStart} ${stay.plannedEnd}`,
          )
    }
    expect(wrong).toEqual([])
    const unseen = offered.filter((form) => !facts.some((stay) => stay.form === form))
    expect(unseen).toEqual(profile === 'blank' ? ['regional-semester'] : [])
    const seen = new Set(facts.map(({ form, status }) => `${form} ${status}`))
    const empty = offered
      .filter((form) => !unseen.includes(form))
      .flatMap((form) => stepsOf(rules.pathOf(form)).map((step) => `${form} ${step}`))
      .filter((key) => !seen.has(key))
    expect(empty).toEqual([])
  })
})
