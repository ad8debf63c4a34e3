import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate } from '#shared/text/text.ts'
import { checkAccessibility, expect, goTo, takeScreenshot, test } from './fixtures.ts'

// The story of a session in an office of 1,500 students.
test.describe.configure({ timeout: 300_000 })

async function downloaded(page: Page, name: string): Promise<Download> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name, exact: true }).click()
  return await download
}

async function textsOf(download: Download): Promise<string> {
  const parts = unzipSync(readFileSync(await download.path()))
  return Object.entries(parts)
    .filter(([name]) => /sharedStrings|sheet1/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join('')
}

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, profile: 'telecom-paris', sample: true })
    const t = createTranslate(language)

    test('a session goes from its choices to a nomination workbook, each figure opening its rows', async ({
      page,
    }) => {
      await goTo(page, '/athens')
      const steps = page.getByRole('list', { name: t('athens.steps') })
      await expect(steps.getByRole('listitem').first()).toContainText(t('athens.step.courses'))
      await expect(page.getByText(t('choice.athensSession.status.open'))).toBeVisible()
      await expect(
        page
          .getByRole('table', { name: t('nominating.athens.table') })
          .getByText(/prerequisites|prérequis/)
          .first(),
      ).toBeVisible()
      await takeScreenshot(page, `athens-${language}`)
      await checkAccessibility(page)

      await page.getByRole('button', { name: t('athens.allocate') }).click()
      const allocation = page.getByRole('region', { name: t('athens.allocation') })
      await expect(allocation.getByText(t('athens.certificate.ok'))).toBeVisible()
      await expect(allocation.getByRole('table').getByRole('row').nth(1)).toBeVisible()
      await takeScreenshot(page, `athens-allocation-${language}`)
      await checkAccessibility(page)
      await page.getByRole('button', { name: t('athens.keep') }).click()
      await expect(page.getByRole('status').filter({ hasText: t('athens.kept') })).toBeVisible()
      await expect(page.getByText(t('choice.athensSession.status.allocated'))).toBeVisible()

      const proposed = steps.getByRole('link').filter({ hasText: t('athens.figure.proposed', { count: 2 }) })
      const count = Number((await proposed.locator('b').textContent()) ?? '')
      expect(count).toBeGreaterThan(50)
      await proposed.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.athensRegistrations'))
      await expect(page.getByRole('grid')).toContainText(t('choice.athensRegistration.status.proposed'))
      await checkAccessibility(page)

      await goTo(page, '/athens')
      const workbook = await downloaded(page, t('nominating.athens.produce'))
      expect(await textsOf(workbook)).toContain('2027-03')
      await expect(steps).toContainText(new RegExp(`[1-9]\\d* ${t('athens.figure.nominated', { count: 2 })}`))
    })

    test('the columns of the workbook are chosen, put in order and kept', async ({ page }) => {
      await goTo(page, '/athens')
      await page.getByRole('button', { name: t('ui.moreActions') }).click()
      await page.getByRole('menuitem', { name: t('athens.preset') }).click()
      const dialog = page.getByRole('dialog', { name: t('athens.preset') })
      await dialog.getByRole('checkbox', { name: t('nomination.column.phone') }).uncheck()
      await dialog
        .getByRole('button', {
          name: t('athens.preset.up', { column: t('nomination.column.familyName') }),
          exact: true,
        })
        .click()
      await dialog.getByRole('textbox', { name: t('athens.preset.choices') }).fill('2')
      await checkAccessibility(page)
      await dialog.getByRole('button', { name: t('athens.preset.save') }).click()
      await expect(page.getByRole('status').filter({ hasText: t('athens.preset.saved') })).toBeVisible()
      const texts = await textsOf(await downloaded(page, t('nominating.athens.produce')))
      expect(texts).not.toContain(t('nomination.column.phone'))
      expect(texts).toContain(t('nomination.column.choice', { rank: 2 }))
      expect(texts).not.toContain(t('nomination.column.choice', { rank: 3 }))
    })
  })
}

test.describe('the end of a session', () => {
  test.use({ profile: 'telecom-paris', sample: true })
  const t = createTranslate('en')

  test('those accepted are registered, a cancellation needs its agreement, the registrar has a list', async ({
    page,
  }) => {
    await goTo(page, '/athens')
    await page.getByRole('combobox', { name: t('nominating.athens.session') }).click()
    await page.getByRole('option', { name: /March 2027/ }).click()
    await page.getByRole('button', { name: t('athens.allocate') }).click()
    await page.getByRole('button', { name: t('athens.keep') }).click()
    await expect(page.getByRole('status').filter({ hasText: t('athens.kept') })).toBeVisible()

    // results typed in the list: all that are proposed are accepted
    await goTo(page, '/athens-registrations')
    await page.getByRole('grid').waitFor()
    const filters = [
      { key: 'session', test: 'is', values: ['2027-03'] },
      { key: 'status', test: 'is', values: ['proposed'] },
    ]
    await goTo(page, `/athens-registrations?filters=${encodeURIComponent(JSON.stringify(filters))}`)
    const cell = page.getByRole('gridcell', { name: t('choice.athensRegistration.status.proposed') }).first()
    await expect(cell).toBeVisible()
    await page
      .getByRole('gridcell', { name: /^[A-Z]+\d+$/ })
      .first()
      .dblclick()
    const record = page.getByRole('complementary')
    const field = record.getByLabel(/^Status/)
    await field.selectOption({ label: t('choice.athensRegistration.status.accepted') })
    await expect(page.getByRole('status').filter({ hasText: 'Status changed' })).toBeVisible()

    await goTo(page, '/athens')
    await page.getByRole('button', { name: t('athens.carry', { count: 1 }) }).click()
    await expect(
      page.getByRole('status').filter({ hasText: t('athens.carried', { count: 1 }) }),
    ).toBeVisible()
    await page.getByRole('button', { name: t('athens.register', { count: 1 }) }).click()
    await expect(page.getByText(/1 student registered/)).toBeVisible()
    const list = await downloaded(page, t('athens.ects'))
    expect(list.suggestedFilename()).toBe('ATHENS registrations 2027-03.xlsx')

    await page
      .getByRole('button', { name: /^Cancel the registration of/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await checkAccessibility(page)
    await dialog.getByLabel(t('field.athensRegistration.cancelAgreedBy')).fill('Paul Durand')
    await dialog.getByLabel(t('field.athensRegistration.cancelReason')).fill('Illness')
    await dialog.getByRole('button', { name: t('athens.cancel'), exact: true }).click()
    await expect(dialog).toBeVisible() // the day is missing
    await dialog
      .getByRole('textbox', { name: t('field.athensRegistration.cancelAgreedOn') })
      .fill('02/02/2027')
    await dialog.getByRole('button', { name: t('athens.cancel'), exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: /Registration of .* cancelled/ })).toBeVisible()
  })
})
