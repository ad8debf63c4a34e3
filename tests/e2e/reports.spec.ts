import { createTranslate } from '#shared/text/text.ts'
import { checkAccessibility, expect, takeScreenshot, test } from './fixtures.ts'

test.use({ profile: 'telecom-paris', sample: true })

for (const language of ['en', 'fr'] as const) {
  const t = createTranslate(language)
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('every figure of the report opens the rows behind it', async ({ page }) => {
      await page.getByRole('link', { name: t('nav.reports'), exact: true }).click()
      const table = page.getByRole('region', { name: t('report.table.outgoing-form') })
      await expect(table.getByRole('img', { name: t('report.table.outgoing-form') })).toBeVisible()
      await checkAccessibility(page)
      await takeScreenshot(page, `reports-${language}`)

      const figure = table
        .getByRole('row', { name: t('choice.mobility.form.double-degree') })
        .getByRole('link')
        .last()
      const count = Number((await figure.textContent())?.replaceAll(/\D/g, ''))
      expect(count).toBeGreaterThan(10)
      await figure.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.mobilities'))
      await expect(page.getByRole('banner').or(page.locator('header')).first()).toContainText(String(count))
    })
  })
}

test('bands of durations are the school’s own, and changing them can be undone', async ({ page }) => {
  const t = createTranslate('en')
  await page.goto(`${page.url().split('#')[0]}#/reports`)
  const table = page.getByRole('region', { name: t('report.table.outgoing-duration') })
  await expect(table.getByRole('rowheader', { name: '4–12' })).toBeVisible()
  const bands = page.getByRole('textbox', { name: t('report.bands') })
  await bands.fill('12, 8')
  await expect(page.getByText(t('report.bands.wrong'))).toBeVisible()
  await bands.fill('8, 16')
  await page.getByRole('button', { name: t('ui.save') }).click()
  await expect(table.getByRole('rowheader', { name: '8–16' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(table.getByRole('rowheader', { name: '4–12' })).toBeVisible()
})
