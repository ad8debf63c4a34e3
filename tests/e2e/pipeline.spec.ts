import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate } from '#shared/text/text.ts'
import { stepWord } from '#shared/text/step-text.ts'
import { checkAccessibility, expect, goTo, takeScreenshot, test } from './fixtures.ts'

test.describe.configure({ timeout: 240_000 })

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, profile: 'enit', sample: true })
    const t = createTranslate(language)

    test('many stays move from the page of steps; each that cannot is told with its reason', async ({
      page,
    }) => {
      await goTo(page, '/pipeline')
      const table = page.getByRole('table', { name: t('pipeline.title') })
      await expect(table).toBeVisible()
      await takeScreenshot(page, `pipeline-${language}`)
      await checkAccessibility(page)
      const applied = table.getByRole('row').filter({
        has: page.getByRole('rowheader', { name: stepWord(t, 'applied'), exact: true }),
      })
      const before = Number(await applied.getByRole('link').nth(1).textContent())
      expect(before).toBeGreaterThan(10)

      await applied.getByRole('button').focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      await checkAccessibility(page)
      await dialog.getByRole('button', { name: t('moving.run') }).click()
      await expect(dialog.getByRole('status')).toBeVisible()
      await expect(dialog).toContainText(language === 'en' ? 'committee’s decision' : 'commission césure')
      await dialog
        .getByRole('button', { name: t('ui.close') })
        .last()
        .click()
      await expect(applied.getByRole('link').nth(1)).not.toHaveText(String(before))
      await page.keyboard.press('Control+z')
      await expect(applied.getByRole('link').nth(1)).toHaveText(String(before))

      await applied.getByRole('link').nth(1).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.mobilities'))
      await page.getByRole('gridcell').nth(1).click()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('region', { name: t('steps.section') })).toBeVisible()
      await checkAccessibility(page)
    })

    test('the home page tells each office its own, and remembers which one looks', async ({ page }) => {
      await goTo(page, '/')
      const office = page.getByRole('radiogroup', { name: t('today.office') })
      await expect(office).toBeVisible()
      await checkAccessibility(page)
      const toApprove = page.getByRole('link', {
        name: language === 'en' ? /applications? to approve/ : /candidatures? à approuver/,
      })
      const all = await toApprove.textContent()
      await office.getByText('Affaires industrielles').click()
      await expect(toApprove).not.toHaveText(all ?? '')
      const own = (await toApprove.textContent()) ?? ''
      await page.reload()
      await expect(toApprove).toHaveText(own)
      await toApprove.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.mobilities'))
    })
  })
}
