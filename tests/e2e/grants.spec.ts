import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate } from '#shared/text/text.ts'
import { checkAccessibility, expect, goTo, test } from './fixtures.ts'

test.describe.configure({ timeout: 240_000 })

/** Keeps a picture to be looked at, where ESCALE_LOOK names a folder for it. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['ESCALE_LOOK']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** The figure of the first call of the page that counts something. */
const figureOf = (call: Locator, label: string) => call.getByRole('link', { name: label }).first()

/** The digits of a figure: `€12,345.6` and `12 345,6 €` are both 123456. */
const digits = async (shown: Locator) => (await shown.innerText()).replaceAll(/\D/g, '')

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, profile: language === 'en' ? 'telecom-paris' : 'enit', sample: true })
    const t = createTranslate(language)

    test('the budget of a call opens its stays, and a stay is granted what its lines come to', async ({
      page,
    }) => {
      await goTo(page, '/reports')
      await page.getByRole('button', { name: t('ui.moreActions') }).click()
      await page.getByRole('menuitem', { name: t('nav.grants') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('grants.title'))
      const call = page.getByRole('region', { name: 'Erasmus+ 2026' })
      await expect(call).toBeVisible()
      await checkAccessibility(page)
      await look(page, `grants-${language}`)
      const committed = await digits(figureOf(call, t('grants.committed')).locator('span').nth(1))

      await figureOf(call, t('grants.toGrant')).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.grants'))
      await expect(page.getByText(t('grant.state.to-grant')).first()).toBeVisible()
      await checkAccessibility(page)
      await look(page, `grants-list-${language}`)

      await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
      await page.keyboard.press('Enter')
      const pane = page.locator('[data-record-pane]')
      await pane.getByRole('tab', { name: t('grant.title'), exact: true }).click()
      const sums = pane.getByRole('region', { name: t('grant.title') })
      const lines = pane.getByRole('table', { name: t('grant.lines') })
      await expect(lines.getByText(t('grant.category.individual-support')).first()).toBeVisible()
      await expect(pane.getByRole('table', { name: t('grant.days') })).toBeVisible()
      await checkAccessibility(page)
      await look(page, `grant-${language}`)
      await sums.getByRole('button', { name: t('grant.give') }).click()
      await expect(sums.getByText(t('grant.sums.same'))).toBeVisible()

      await pane.getByRole('tab', { name: t('stay-file.funding'), exact: true }).click()
      await expect(pane.getByRole('spinbutton').or(pane.getByRole('textbox')).first()).toBeVisible()
      await look(page, `grant-payments-${language}`)
      await page.keyboard.press('Escape')

      await goTo(page, '/grants')
      const shown = figureOf(call, t('grants.committed')).locator('span').nth(1)
      await expect.poll(() => digits(shown)).not.toBe(committed)
      await page.keyboard.press('Control+z')
      await expect.poll(() => digits(shown)).toBe(committed)
    })
  })
}

test('many stays are granted at once, and those that cannot be say why', async ({ page }) => {
  const t = createTranslate('en')
  await goTo(page, '/funded-stays')
  const rows = page.getByRole('row')
  await expect(rows.nth(2)).toBeVisible()
  await page.getByRole('gridcell').first().click()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: t('grant.giveMany') }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(t('grant.refusal.problems'))
  await checkAccessibility(page)
  await look(page, 'grants-refused')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await goTo(page, '/grants')
  const call = page.getByRole('region', { name: 'Erasmus+ 2026' })
  await expect(figureOf(call, t('grants.toGrant'))).toContainText('€0')
  await page.keyboard.press('Control+z')
  await expect(figureOf(call, t('grants.toGrant'))).not.toContainText('€0')
})

test('a figure of a call is the school’s own, and its range is watched', async ({ page }) => {
  const t = createTranslate('en')
  await goTo(page, '/grant-rates')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.grantRates'))
  await expect(page.getByText('mfja').first()).toBeVisible()
  await expect(page.getByText(t('choice.grantRate.certainty.secondary')).first()).toBeVisible()
  await checkAccessibility(page)
  await look(page, 'grant-rates')
})

test.use({ profile: 'telecom-paris', sample: true })
