import { type Page } from '@playwright/test'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate, type Translate } from '#shared/text/text.ts'
import { checkAccessibility, expect, takeScreenshot, test } from './fixtures.ts'

// The whole year's campaign in an office of 1,500 students, looked at by axe at each step.
test.describe.configure({ timeout: 240_000 })

async function openCampaigns(page: Page): Promise<void> {
  await page.evaluate(() => window.location.assign('#/campaigns'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Départs')
}

async function allocate(page: Page, t: Translate, mechanism: 'stable' | 'max'): Promise<void> {
  await page
    .getByText(t(`choice.scenario.mechanism.${mechanism}`), { exact: true })
    .first()
    .click()
  await page.getByRole('button', { name: t('campaigns.run'), exact: true }).click()
  const kept = `${t(`choice.scenario.mechanism.${mechanism}`)} 1`
  await expect(page.getByRole('button', { name: t('campaigns.publish', { name: kept }) })).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByText(t('campaigns.certified'), { exact: true })).toBeVisible({ timeout: 60_000 })
}

async function publish(page: Page, t: Translate): Promise<void> {
  await page.getByRole('button', { name: /^(Publish|Publier)/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/(One step to undo|Une seule étape à annuler)/)).toBeVisible()
  await checkAccessibility(page)
  await dialog.getByRole('button', { name: t('campaigns.publish.do'), exact: true }).click()
  await expect(page.getByText(/^(Published: \d+|Publié\s: \d+)/)).toBeVisible({ timeout: 60_000 })
}

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, profile: 'telecom-paris', sample: true })
    const t = createTranslate(language)

    test('two scenarios are compared, one student is told why, one is placed by hand, and one result is published', async ({
      page,
    }) => {
      await openCampaigns(page)
      await expect(page.getByRole('heading', { level: 2, name: t('campaigns.score') })).toBeVisible()
      await checkAccessibility(page)
      await takeScreenshot(page, `campaign-set-up-${language}`)

      await allocate(page, t, 'stable')
      const ranking = page.getByRole('listbox', { name: t('campaigns.ranking') })
      await expect(ranking.getByRole('option').first()).toBeVisible()

      // why not me: the keyboard alone
      await ranking.focus()
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      const why = page.getByRole('heading', { level: 3, name: t('campaigns.itsWishes') })
      await expect(why).toBeVisible()
      await checkAccessibility(page)
      await takeScreenshot(page, `campaign-${language}`)
      // beside the reasons, a name is read whole or nearly so, and whole on hover
      const names = ranking.locator('[role=option] > [title]:nth-child(2)')
      const cut = await names.evaluateAll(
        (all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length,
      )
      expect(cut).toBeLessThan((await names.count()) / 4)
      await expect(names.last()).toHaveAttribute(
        'title',
        new RegExp(`^${await names.last().textContent()} · `),
      )

      await page.getByRole('button', { name: t('campaigns.placeByHand') }).click()
      const dialog = page.getByRole('dialog')
      const despite = t('campaigns.despite', { reason: t('campaign.fact.closed') })
      await expect(dialog.getByText(despite)).toBeVisible()
      await expect(dialog.getByText(/→/).first()).toBeVisible({ timeout: 60_000 })
      await checkAccessibility(page)
      await dialog.getByRole('button', { name: t('campaigns.decide') }).click()
      await expect(dialog).toBeHidden({ timeout: 60_000 })

      await allocate(page, t, 'max')
      await page.getByRole('tab', { name: t('campaigns.tab.scenarios') }).click()
      const table = page.getByRole('table', { name: t('campaigns.tab.scenarios') })
      await expect(table.getByRole('columnheader')).toHaveCount(3)
      await expect(page.getByRole('heading', { level: 2, name: t('campaigns.whoMoves') })).toBeVisible()
      await checkAccessibility(page)
      await takeScreenshot(page, `campaign-scenarios-${language}`)

      await table
        .getByRole('button', { name: t('committee.print') })
        .first()
        .click()
      const report = page.getByRole('dialog')
      await report.getByRole('radio', { name: t('committee.identity.ranks') }).check()
      await checkAccessibility(page)
      const made = page.waitForEvent('download')
      await report.getByRole('button', { name: t('committee.print.make') }).click()
      expect((await made).suggestedFilename()).toMatch(/\.pdf$/)
      await expect(report).toBeHidden()

      await publish(page, t)
      await page.evaluate(() => window.location.assign('#/history'))
      await expect(page.getByText(/(Published|Publication de) .*\d+ places/).first()).toBeVisible()
    })

    test('a student is dragged to a destination, and one who withdraws gives the place to whoever waits', async ({
      page,
    }) => {
      await openCampaigns(page)
      await allocate(page, t, 'stable')
      const ranking = page.getByRole('listbox', { name: t('campaigns.ranking') })
      const destinations = page.getByRole('listbox', { name: t('campaigns.destinations') })
      await expect(ranking.getByRole('option').first()).toBeVisible()
      await ranking.getByRole('option').nth(2).dragTo(destinations.getByRole('option').nth(1))
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByText(/→/).first()).toBeVisible({ timeout: 60_000 })
      const target = await destinations.getByRole('option').nth(1).textContent()
      const chosen = await dialog
        .getByRole('combobox')
        .evaluate((select) =>
          select instanceof HTMLSelectElement ? (select.selectedOptions[0]?.textContent ?? '') : '',
        )
      expect(target).toContain(chosen.split(' · ')[0])
      await dialog.getByRole('button', { name: t('ui.cancel') }).click()

      await publish(page, t)
      await ranking.focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: t('campaigns.reoffer') }).click()
      await expect(dialog.getByRole('status')).toBeVisible({ timeout: 60_000 })
      await checkAccessibility(page)
      await takeScreenshot(page, `campaign-reoffer-${language}`)
      await dialog.getByRole('radio', { name: t('campaigns.reoffer.way.again') }).check()
      await expect(dialog.getByRole('status')).toBeVisible({ timeout: 60_000 })
      await dialog.getByRole('button', { name: t('campaigns.reoffer.settle') }).click()
      await expect(dialog).toBeHidden({ timeout: 60_000 })
      await expect(page.getByText(/(has withdrawn|s’est retiré)/)).toBeVisible()
      await page.evaluate(() => window.location.assign('#/history'))
      await expect(page.getByText(/(offered the place again|place proposée à nouveau)/).first()).toBeVisible()
      await page.keyboard.press('Control+z')
      await expect(page.getByText(/(Undone|Annulé)/).first()).toBeVisible()
    })
  })
}
