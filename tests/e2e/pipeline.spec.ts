import type { Locator, Page } from '@playwright/test'
import type { Language } from '#shared/text/define-texts.ts'
import { createFormats } from '#shared/text/formats.ts'
import { createTranslate, type Translate } from '#shared/text/text.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { stepWord } from '#shared/text/step-text.ts'
import { checkAccessibility, expect, takeScreenshot, test } from './fixtures.ts'

test.describe.configure({ timeout: 240_000 })

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => window.location.assign(`#${hash}`), path)
}

const control = (page: Page, field: string): Locator =>
  page.locator(`[data-field="${field}"] :is(input, select, textarea)`).first()

async function type(page: Page, field: string, text: string): Promise<void> {
  await control(page, field).fill(text)
  await control(page, field).press('Tab')
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await control(page, field).selectOption({ label: option })
}

/** A new stay of a new student, entered in the window; the record opens. */
async function enterStay(
  page: Page,
  t: Translate,
  form: string,
  enterHost?: () => Promise<void>,
): Promise<void> {
  await goTo(page, '/students?new=student')
  await type(page, 'studentNumber', `E${form}`)
  await type(page, 'familyName', 'Zweig')
  await type(page, 'givenNames', 'Ariane')
  await type(page, 'cohort', '2028')
  await page.getByRole('button', { name: t('records.create') }).click()
  await expect(page.getByRole('heading', { name: 'Zweig Ariane' })).toBeVisible()

  await goTo(page, '/mobilities?new=mobility')
  await expect(control(page, 'form')).toBeVisible()
  await expect(control(page, 'status')).toHaveCount(0)
  await choose(page, 'form', t(choiceLabel('mobility', 'form', form)))
  await control(page, 'studentId').fill('Zweig Ariane')
  await page
    .getByRole('option', { name: /Zweig Ariane/ })
    .first()
    .click()
  await enterHost?.()
  await type(page, 'academicYear', '2025/2026')
  await type(page, 'plannedStart', '2025-09-01')
  await type(page, 'plannedEnd', '2026-01-31')
  await page.getByRole('button', { name: t('records.create') }).click()
  await expect(steps(page, t)).toBeVisible()
}

const steps = (page: Page, t: Translate) => page.getByRole('region', { name: t('steps.section') })

/** Moves to the step that comes next, and sees it reached. */
async function moveOn(page: Page, t: Translate, step: string): Promise<void> {
  await steps(page, t)
    .getByRole('button', { name: t('steps.next', { step: stepWord(t, step) }) })
    .click()
  await expect(steps(page, t).locator('[aria-current="step"]')).toHaveText(stepWord(t, step))
}

/** Sees that the next step is held back by something that a link leads to. */
async function heldBy(page: Page, t: Translate, guard: string): Promise<void> {
  const link = steps(page, t).getByRole('link', { name: guard })
  await expect(link).toBeVisible()
  await link.click()
}

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

    test('a gap period goes from draft to recognised, each thing that holds it back mended, and every step undone', async ({
      page,
    }) => {
      await enterStay(page, t, 'gap-period')
      await expect(control(page, 'supervisorName')).toHaveCount(0)
      await moveOn(page, t, 'applied')
      await heldBy(page, t, t('guard.committee-decision-missing'))
      await expect(control(page, 'committeeDecision')).toBeFocused()
      await checkAccessibility(page)
      await choose(page, 'committeeDecision', t('choice.mobility.committeeDecision.granted'))
      await type(page, 'committeeOn', '2025-05-12')
      await type(page, 'committeeMinutes', 'PV 2025-05')
      await moveOn(page, t, 'approved')
      await heldBy(page, t, t('guard.agreement-not-signed'))
      await type(page, 'agreementSignedOn', '2025-06-01')
      await moveOn(page, t, 'agreed')
      await moveOn(page, t, 'departed')
      await heldBy(page, t, t('guard.no-actual-start'))
      await type(page, 'actualStart', '2025-09-02')
      await moveOn(page, t, 'arrived')
      await heldBy(page, t, t('guard.no-actual-end'))
      await type(page, 'actualEnd', '2026-01-30')
      await moveOn(page, t, 'returned')
      await moveOn(page, t, 'recognised')
      const said = (step: string) =>
        page.locator('[aria-current="step"]').filter({ hasText: stepWord(t, step) })
      await page.getByRole('heading', { name: /Zweig Ariane/ }).click()
      await page.keyboard.press('Control+z')
      await expect(said('returned')).toBeVisible()
      await page.keyboard.press('Control+z')
      await expect(said('arrived')).toBeVisible()
      await page.keyboard.press('Control+Shift+z')
      await expect(said('returned')).toBeVisible()
    })

    test('a free mover’s host is found or made on the way, and the learning agreement holds the stay back', async ({
      page,
    }) => {
      const country = createFormats(language).country('FI')
      await enterStay(page, t, 'free-mover', async () => {
        await control(page, 'institutionId').fill('Université de Nulle Part')
        await page
          .getByRole('option', { name: t('hosting.option', { words: 'Université de Nulle Part' }) })
          .click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel(t('field.institution.country')).fill(country)
        await page.getByRole('option', { name: country, exact: true }).last().click()
        await checkAccessibility(page)
        await dialog.getByRole('button', { name: t('hosting.run') }).click()
        await expect(dialog).toHaveCount(0)
        await expect(control(page, 'institutionId')).toHaveValue('Université de Nulle Part')
      })
      await moveOn(page, t, 'applied')
      await moveOn(page, t, 'approved')
      await moveOn(page, t, 'accepted')
      await expect(steps(page, t)).toContainText(t('guard.la-not-signed', { count: 0 }))
      await expect(
        steps(page, t).getByRole('button', { name: t('steps.next', { step: stepWord(t, 'agreed') }) }),
      ).toBeDisabled()
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
