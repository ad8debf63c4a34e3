import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate } from '#shared/text/text.ts'
import { checkAccessibility, expect, goTo, takeScreenshot, test } from './fixtures.ts'

test.describe.configure({ timeout: 180_000 })

const withFilters = (path: string, filters: readonly object[]) =>
  `${path}?filters=${encodeURIComponent(JSON.stringify(filters))}`

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, profile: 'telecom-paris', sample: true })
    const t = createTranslate(language)

    test('the ledger says what is left, and each figure opens its rows', async ({ page }) => {
      await goTo(
        page,
        withFilters('/places-ledger', [
          { key: 'academicYear', test: 'is', values: ['2026/2027'] },
          { key: 'direction', test: 'is', values: ['outgoing'] },
          { key: 'confirmed', test: 'at-least', values: ['1'] },
        ]),
      )
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.placesLedger'))
      const grid = page.getByRole('grid', { name: t('list.placesLedger') })
      await expect(grid).toContainText(t('column.placesLedger.left'))
      const row = grid.getByRole('row').nth(1)
      await expect(row).toBeVisible()
      await takeScreenshot(page, `places-${language}`)
      await checkAccessibility(page)
      await row.getByRole('gridcell').nth(1).dblclick()
      const pane = page.getByRole('complementary')
      await expect(pane.getByText(/= .*(left|restantes)/)).toBeVisible()
      await checkAccessibility(page)
      const confirmed = pane.getByRole('link').filter({ hasText: t('column.placesLedger.confirmed') })
      const count = Number(/\d+/.exec((await confirmed.textContent()) ?? '')?.[0])
      expect(count).toBeGreaterThan(0)
      await confirmed.click()
      const stays = page.getByRole('grid', { name: t('list.mobilities') })
      await expect(stays).toBeVisible()
      await expect(page.getByRole('banner').or(page.getByRole('main'))).toContainText(String(count))
    })

    test('shared quotas and the balance with partners are lists of their own', async ({ page }) => {
      await goTo(page, '/shared-quotas')
      await expect(
        page
          .getByRole('grid', { name: t('list.quotaPools') })
          .getByRole('row')
          .nth(1),
      ).toBeVisible()
      await checkAccessibility(page)
      await goTo(page, '/balance')
      const balance = page.getByRole('grid', { name: t('list.partnerBalance') })
      await expect(balance.getByRole('row').nth(1)).toBeVisible()
      await expect(balance).toContainText(t('column.partnerBalance.cumulative'))
      await checkAccessibility(page)
    })
  })
}
