import { createTranslate } from '#shared/text/text.ts'
import { checkAccessibility, expect, goTo, takeScreenshot, test } from './fixtures.ts'

const screens = [
  '/',
  '/partners',
  '/institutions',
  '/agreements',
  '/conditions',
  '/places',
  '/students',
  '/mobilities',
  '/sent',
  '/courses',
  '/wishes',
  '/nominations',
  '/athens',
  '/import',
  '/history',
  '/settings',
]

test.describe('the first start', () => {
  test.use({ profile: null })

  test('goes from the language to a sample office, by keyboard alone', async ({ page }) => {
    await expect(page.getByRole('heading', { name: 'Welcome to Escale' })).toBeVisible()
    await checkAccessibility(page)
    await page.getByRole('radio', { name: 'Français' }).focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    await page.getByText('Français').click()
    await expect(page.getByRole('heading', { name: 'Bienvenue dans Escale' })).toBeVisible()
    await page.getByRole('textbox', { name: 'Nom du fichier' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Aujourd’hui' })).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('link', { name: /140\s*Partenaires/ })).toBeVisible()
  })

  test('says why a file cannot be opened, and stays where it was', async ({ page }) => {
    await page.getByText('Open an office file').click()
    await page
      .getByLabel('Choose a file…')
      .setInputFiles({ name: 'notes.escale', mimeType: 'text/plain', buffer: Buffer.from('notes') })
    await expect(page.getByRole('alert')).toContainText('is not an office file of Escale')
    await page.getByLabel('Or the path of the file').fill('/nowhere/office.escale')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('There is no file /nowhere/office.escale')
    await expect(page.getByRole('heading', { name: 'Welcome to Escale' })).toBeVisible()
  })
})

const together = 2

for (const language of ['en', 'fr'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ profile: 'telecom-paris', sample: true, language })

    for (let first = 0; first < screens.length; first += together) {
      const some = screens.slice(first, first + together)
      test(`everyone can read ${some.join(' ')}`, async ({ page }) => {
        test.setTimeout(600_000) // axe reads each cell of a grid
        for (const path of some) {
          await goTo(page, path)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
          await checkAccessibility(page)
        }
      })
    }
  })
}

test.describe('working with the data', () => {
  test.use({ profile: 'telecom-paris', sample: true })
  const t = createTranslate('en')

  test('finds a partner without its accents, changes a field, and takes it back after a restart of the page', async ({
    page,
  }) => {
    await goTo(page, '/partners')
    await page.getByRole('searchbox').fill('ceske')
    const row = page.getByRole('row').filter({ hasText: 'České vysoké učení' })
    await expect(row).toBeVisible()
    await takeScreenshot(page, 'search-en')
    await row.getByRole('gridcell').nth(1).click()
    await page.keyboard.press('Enter')
    const pane = page.getByRole('complementary', { name: 'Institution' })
    await expect(pane.getByRole('heading', { level: 2 })).toContainText('České')
    const code = pane.getByLabel('Erasmus code')
    await expect(code).toHaveValue('CZ PRAHA10')
    await code.fill('CZ PRAHA')
    await expect(pane).toContainText(t('domain.erasmus-code.no-digits'))
    await code.fill('cz praha99')
    await code.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Erasmus code changed' })).toBeVisible()
    await expect(code).toHaveValue('CZ PRAHA99')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('status').filter({ hasText: 'Undone' })).toBeVisible()
    await expect(page.getByRole('complementary').getByLabel('Erasmus code')).toHaveValue('CZ PRAHA10')
    await page.keyboard.press('Control+Shift+z')
    await expect(page.getByRole('complementary').getByLabel('Erasmus code')).toHaveValue('CZ PRAHA99')
  })

  test('goes to a list and into what it finds by the keyboard', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('go to institutions')
    await page.keyboard.press('Enter')
    await expect(page).toHaveTitle(/^Institutions/)
    await expect(page.getByRole('main')).toBeFocused()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('krakow')
    const found = page.getByRole('grid').getByRole('row').filter({ hasText: 'Akademia' })
    await expect(found).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(found.getByRole('gridcell').nth(1)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: 'Institution' })).toContainText('Akademia')
  })

  test('opens a record beside its list, and Esc gives the list back', async ({ page }) => {
    await goTo(page, '/partners')
    await page.getByRole('row').filter({ hasText: 'Aalto' }).getByRole('gridcell').nth(1).click()
    await page.keyboard.press('Enter')
    const pane = page.getByRole('complementary', { name: 'Institution' })
    await expect(pane).toBeVisible()
    await takeScreenshot(page, 'partners-en')
    await pane.getByRole('tab', { name: 'Related' }).click()
    await expect(pane.getByRole('link', { name: /^Agreements/ })).toBeVisible()
    await pane.getByRole('tab', { name: 'History' }).click()
    await expect(pane).toContainText('Created the office')
    await checkAccessibility(page)
    await page.keyboard.press('Escape')
    await expect(pane).toBeHidden()
  })

  test('creates a student and a stay from the palette, and finds them again', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('new: student')
    await page.keyboard.press('Enter')
    const pane = page.getByRole('complementary', { name: 'Student' })
    await pane.getByLabel('Student number').fill('T-1')
    await pane.getByLabel('Family name').fill('Ødegård')
    await pane.getByRole('button', { name: 'Create' }).click()
    await expect(pane).toContainText(t('record.required'))
    await pane.getByLabel('Given names').fill('Łukasz')
    await pane.getByRole('button', { name: 'Create' }).click()
    await expect(pane.getByRole('heading', { level: 2 })).toContainText('Ødegård Łukasz')
    await pane.getByRole('link', { name: 'Add: Mobility' }).click()
    const stay = page.getByRole('complementary', { name: 'Mobility' })
    await stay.getByLabel('Academic year').fill('2026-27')
    await stay.getByRole('button', { name: 'Create' }).click()
    await expect(stay.getByRole('heading', { level: 2 })).toContainText('Ødegård Łukasz')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('odegard lukasz')
    await expect(page.getByRole('option', { name: /Ødegård Łukasz/ }).first()).toBeVisible()
    await takeScreenshot(page, 'palette-en')
  })

  test.describe('the palette, faster than its motion and its search', () => {
    test.use({ contextOptions: { reducedMotion: 'no-preference' } })

    test('loses no letter, and opens what the words found', async ({ page }) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.keyboard.press('Control+k')
      await page.keyboard.type('krakow')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('complementary', { name: 'Institution' })).toContainText('Krak')
    })
  })

  test('narrows a list from a figure, and changes many rows as one action', async ({ page }) => {
    await page
      .getByRole('main')
      .getByRole('link', { name: /selected students to nominate/ })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Mobilities')
    await page.getByRole('grid').focus()
    await page.getByRole('checkbox', { name: /all/i }).first().check()
    await page.getByRole('button', { name: 'Change…' }).click()
    await expect(page.getByRole('button', { name: 'Change', exact: true })).toBeDisabled()
    await page.getByRole('combobox', { name: 'Field' }).click()
    await expect(page.getByRole('option', { name: 'Academic year' })).toBeVisible()
    await expect(page.getByRole('option', { name: t('field.mobility.bmId') })).toHaveCount(0) // each has its own
    await page.getByRole('option', { name: 'Notes' }).click()
    await page.getByLabel('New value').fill('Called')
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: 'rows changed' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('status').filter({ hasText: 'Undone: Changed' })).toBeVisible()
  })

  test('changes language and theme at once', async ({ page }) => {
    await goTo(page, '/settings')
    await page.getByText('Français').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Réglages' })).toBeVisible()
    await page.getByText('Sombre').click()
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    await checkAccessibility(page)
    await goTo(page, '/')
    await expect(page.getByRole('heading', { level: 1, name: 'Aujourd’hui' })).toBeVisible()
    await takeScreenshot(page, 'today-fr-dark')
  })
})
