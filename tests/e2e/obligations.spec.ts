import type { Locator } from '@playwright/test'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate } from '#shared/text/text.ts'
import { checkAccessibility, expect, goTo, takeScreenshot, test } from './fixtures.ts'

// Who will miss the obligation, and why, in an office of 1,500 students; looked at by axe at each step.
test.describe.configure({ timeout: 300_000 })

const stories = [
  ['fr', 'enit'],
  ['en', 'telecom-paris'],
] as const satisfies readonly (readonly [Language, 'enit' | 'telecom-paris'])[]

/** The number that a cell or a title shows, whatever divides its thousands. */
async function numberOf(shown: Locator): Promise<number> {
  return Number((await shown.innerText()).replaceAll(/\D/g, ''))
}

for (const [language, profile] of stories) {
  test.describe(`${profile} in ${language}`, () => {
    test.use({ language, profile, sample: true })
    const t = createTranslate(language)

    test('the forecast says how many of a cohort will miss it, opens them, and each says why', async ({
      page,
    }) => {
      await goTo(page, '/forecast')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forecast.title'))
      const cohorts = page.getByRole('table').first()
      const row = cohorts.getByRole('row').nth(1)
      await expect(row).toBeVisible()
      if (profile === 'enit')
        await expect(page.getByRole('heading', { name: t('forecast.aim') })).toBeVisible()
      await takeScreenshot(page, `forecast-${language}`)
      await checkAccessibility(page)

      const head = cohorts.getByRole('row').first().getByRole('columnheader')
      const labels = await head.allInnerTexts()
      // the first cell of a row is its header, and not among its cells
      const atRisk = row.getByRole('cell').nth(labels.indexOf(t('obligation.status.at-risk')) - 1)
      const count = await numberOf(atRisk)
      expect(count).toBeGreaterThan(0)
      await atRisk.getByRole('link').click()

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.obligations'))
      const grid = page.getByRole('grid')
      await expect(grid.getByText(t('obligation.status.at-risk')).first()).toBeVisible()
      await expect
        .poll(async () => Number(await grid.getAttribute('aria-rowcount')))
        .toBeGreaterThanOrEqual(count)
      await takeScreenshot(page, `obligations-${language}`)
      await checkAccessibility(page)

      await grid.locator('[data-opens]').first().click()
      const ledger = page.getByRole('region', { name: t('obligation.section'), exact: true })
      await expect(ledger).toBeVisible()
      await expect(
        ledger.getByText(language === 'en' ? /neither validated|missing/ : /ni validée|manque/).first(),
      ).toBeVisible()
      await takeScreenshot(page, `ledger-${language}`)
      await checkAccessibility(page)
    })

    test('a change of the rule says whose status it changes before it is saved, and is undone', async ({
      page,
    }) => {
      await goTo(page, '/settings/rules')
      const rule = page.getByRole('region', { name: t('rules.rule', { number: 1 }) })
      await expect(rule).toBeVisible()
      await checkAccessibility(page)
      const effect = page.getByRole('region', { name: t('rules.effect'), exact: true })
      await expect(effect).toContainText(t('rules.effect.unchanged'))

      const weeks = rule.getByLabel(t('rules.requiredWeeks')).first()
      await weeks.fill('24')
      await weeks.press('Tab')
      const sentence =
        language === 'en' ? /changes the status of [\d,]+ students/ : /change le statut de [\d\s]+ élèves/
      await expect(effect).toContainText(sentence)
      await expect(effect.getByRole('link').first()).toBeVisible()
      await takeScreenshot(page, `rules-${language}`)
      await checkAccessibility(page)
      await page.getByRole('button', { name: t('rules.save') }).click()
      const done = page.getByRole('status').filter({ hasText: t('rules.saved') })
      await expect(done).toBeVisible()
      await expect(effect).toContainText(t('rules.effect.unchanged'))
      await done.getByRole('button', { name: t('ui.undo') }).click()
      await expect(weeks).toHaveValue(profile === 'enit' ? '16' : '11')

      for (const part of ['forms', 'curriculum', 'programmes'] as const) {
        await page.getByText(t(`rules.part.${part}`), { exact: true }).click()
        await expect(page.getByRole('main').getByRole('textbox').first()).toBeVisible()
        await checkAccessibility(page)
      }
    })
  })
}
