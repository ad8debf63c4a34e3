import { readFileSync } from 'node:fs'
import type { Download, Locator, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate, type Translate } from '#shared/text/text.ts'
import { checkAccessibility, expect, goTo, takeScreenshot, test } from './fixtures.ts'

// Whole stories in an office of 1,500 students, looked at by axe at each step.
test.describe.configure({ timeout: 180_000 })

async function openNominations(page: Page, t: Translate): Promise<Locator> {
  await goTo(page, '/nominations')
  const table = page.getByRole('table', { name: t('nominating.table') })
  await expect(table).toBeVisible()
  return table
}

/** Presses the main button and waits for the file. */
async function produce(page: Page, name: string | RegExp): Promise<Download> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  return await download
}

async function partsOf(download: Download): Promise<Record<string, Uint8Array>> {
  return unzipSync(readFileSync(await download.path()))
}

/** The numbers of a sentence of the summary: `46 students`. */
async function counted(page: Page, pattern: RegExp): Promise<number> {
  const found = pattern.exec(
    (await page.getByRole('status').filter({ hasText: pattern }).textContent()) ?? '',
  )
  return Number(found?.[1])
}

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, profile: 'telecom-paris', sample: true })
    const t = createTranslate(language)

    test('students are nominated partner by partner in one step, which one undo takes back', async ({
      page,
    }) => {
      const table = await openNominations(page, t)
      const students = await counted(page, language === 'en' ? /(\d+) students/ : /(\d+) élèves/)
      const complete = await counted(page, /(\d+) compl/)
      expect(students).toBeGreaterThanOrEqual(40)
      expect(complete).toBeGreaterThan(0)
      expect(complete).toBeLessThan(students) // some of the sample lack something on purpose
      await expect(table.locator('tbody').first()).toContainText(/\d à compléter|\d to complete/)
      await takeScreenshot(page, `nominations-${language}`)
      await checkAccessibility(page)

      const download = await produce(page, /^Produce the \d+ files$|^Produire les \d+ fichiers$/)
      expect(download.suggestedFilename()).toMatch(/^Nominations 20\d\d-20\d\d\.zip$/)
      const books = Object.keys(await partsOf(download))
      expect(books.length).toBeGreaterThan(20)
      expect(books.every((name) => name.endsWith('.xlsx'))).toBe(true)
      const done = page.getByRole('status').filter({ hasText: t('nominating.done', { count: complete }) })
      await expect(done).toBeVisible()
      await expect(page.getByRole('button', { name: t('nominating.produce.nothing') })).toBeDisabled()
      await done.getByRole('button', { name: t('ui.undo') }).click()
      const summary = t('nominating.summary.students', { count: students })
      await expect(page.getByRole('main').getByText(summary, { exact: true })).toBeVisible()
      await goTo(page, '/sent')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.nominations'))
      await checkAccessibility(page)
    })

    test('ATHENS choices of a session become one workbook', async ({ page }) => {
      await goTo(page, '/athens')
      const table = page.getByRole('table', { name: t('nominating.athens.table') })
      await expect(table).toBeVisible()
      const first = table.getByRole('row').nth(1)
      await expect(first.getByRole('listitem').first()).toHaveText(/^1[A-Z]{2,}\d+/)
      await checkAccessibility(page)
      await page.getByRole('switch', { name: t('nominating.athens.titles') }).click()
      await expect(first.getByRole('listitem').first()).toHaveText(/^1[A-Z]{2,}\d+\p{L}/u)
      const download = await produce(page, t('nominating.athens.produce'))
      expect(download.suggestedFilename()).toMatch(
        /^(ATHENS nominations|Nominations ATHENS) 20\d\d-\d\d\.xlsx$/,
      )
      expect(Object.keys(await partsOf(download))).toContain('xl/worksheets/sheet2.xml')
      await page.getByRole('link', { name: t('nominating.athens.courses') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.athensCourses'))
      await expect(page.getByRole('grid')).toContainText(/20\d\d-\d\d/)
    })
  })
}

for (const language of languages) {
  test.describe(`a partner on the EWP channel, in ${language}`, () => {
    test.use({ language, profile: 'telecom-paris', sample: true })
    const t = createTranslate(language)
    const ewp = t('choice.nominationProfile.channel.ewp')

    test('is sent the EWP file by the main button of its page, and the log says so', async ({ page }) => {
      const table = await openNominations(page, t)
      const complete = table
        .locator('tbody')
        .filter({ has: page.getByText(t('nominating.complete'), { exact: true }) })
      await complete.locator('a[href^="#/nominate/"]').first().click()
      const students = page.getByRole('table', { name: t('partnerDesk.students') })
      await expect(students).toContainText(t('choice.mobility.status.selected'))
      const address = await page.evaluate(() => window.location.hash.slice(1))

      // its channel, written down on its profile
      await page.getByRole('link', { name: t('partnerDesk.profile.edit') }).click()
      const channel = page.getByRole('complementary').getByLabel(t('field.nominationProfile.channel'))
      await channel.selectOption({ label: ewp })
      await expect(
        page.getByRole('status').filter({ hasText: t('field.nominationProfile.channel') }),
      ).toBeVisible()

      await goTo(page, address)
      await expect(page.getByRole('definition').filter({ hasText: ewp }).first()).toBeVisible()
      await checkAccessibility(page)
      const download = await produce(page, t('partnerDesk.ewp.produce'))
      expect(download.suggestedFilename()).toMatch(/\.xml$/)
      const xml = readFileSync(await download.path(), 'utf8')
      expect(xml).toContain('<student-mobility>')
      expect(xml).toContain('<status>pending</status>')

      const log = page.getByRole('table', { name: t('partnerDesk.sent') })
      const line = log.getByRole('row').filter({ hasText: download.suggestedFilename() }).first()
      await expect(line).toContainText(t('choice.nomination.channel.ewp'))
      await expect(students).toContainText(t('choice.mobility.status.nominated'))
      await checkAccessibility(page)
      const again = page.waitForEvent('download')
      await line.getByRole('button', { name: download.suggestedFilename() }).click()
      expect(readFileSync(await (await again).path(), 'utf8')).toBe(xml)
    })
  })
}

test.describe('choosing what to nominate', () => {
  test.use({ profile: 'telecom-paris', sample: true })
  const t = createTranslate('en')

  test('what is missing leads to its field; once filled in, the student is complete', async ({ page }) => {
    const table = await openNominations(page, t)
    const lacking = await counted(page, /(\d+) lacks? something/)
    const link = table
      .getByRole('link', { name: /^(E-mail|Nationality|Date of birth|Gender) of .* is missing/ })
      .first()
    const label = (await link.textContent()) ?? ''
    await link.click()
    const field = page.getByRole('complementary').getByLabel(label, { exact: true })
    await expect(field).toBeVisible()
    const written = { 'E-mail': 'student@example.org', Nationality: 'France', 'Date of birth': '03/04/2004' }
    const value = Object.entries(written).find(([name]) => name === label)?.[1]
    await field.fill(value ?? 'Female')
    await field.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: `${label} changed` })).toBeVisible()
    await openNominations(page, t)
    // The page may show for a moment what it knew before the change.
    const rest = page.getByRole('status').filter({ hasText: /lacks? something/ })
    if (lacking > 1) await expect(rest).toContainText(new RegExp(`(?<!\\d)${lacking - 1} lacks? something`))
    else await expect(rest).toHaveCount(0)
  })

  test('one workbook for the partners that were picked; a draft records nothing', async ({ page }) => {
    const table = await openNominations(page, t)
    const all = await counted(page, /(\d+) students/)
    const partners = page.getByRole('combobox', { name: t('nominating.partners') })
    await partners.fill('Georgia')
    await page.getByRole('option', { name: 'Georgia Institute of Technology' }).click()
    await checkAccessibility(page)
    await page.keyboard.press('Escape')
    await expect(table.locator('tbody')).toHaveCount(1)
    const student = (await table.getByRole('row').nth(2).getByRole('link').first().textContent()) ?? ''
    await page.getByText(t('nominating.books.one')).click()

    const draft = await produce(page, t('nominating.draft'))
    expect(draft.suggestedFilename()).toMatch(/\.xlsx$/)
    const texts = Object.entries(await partsOf(draft))
      .filter(([name]) => /sharedStrings|sheet1/.test(name))
      .map(([, bytes]) => strFromU8(bytes))
      .join('')
    expect(student.split(' ').every((word) => texts.includes(word))).toBe(true)
    await expect(page.getByText(/nothing was recorded/)).toBeVisible()
    await expect(table.locator('tbody')).toHaveCount(1)

    await produce(page, t('nominating.produce', { count: 1 }))
    await expect(page.getByRole('status').filter({ hasText: /1 student nominated/ })).toBeVisible()
    await page.getByRole('button', { name: t('nominating.filtered.all') }).click()
    await expect(page.getByText(t('nominating.summary.students', { count: all - 1 }))).toBeVisible()
    await page.getByRole('switch', { name: t('nominating.again') }).click()
    await expect(table.getByRole('columnheader', { name: t('nominating.column.status') })).toBeVisible()
    await expect(table.getByRole('row').filter({ hasText: student })).toContainText('Nominated')
  })

  test('what the school itself lacks stands in the way, with the way to fill it in', async ({ page }) => {
    await goTo(page, '/settings')
    const coordinator = page.getByLabel(t('settings.school.coordinatorName'), { exact: true })
    await coordinator.fill('')
    await coordinator.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: t('settings.saved') })).toBeVisible()
    await openNominations(page, t)
    const banner = page.getByRole('status').filter({ hasText: t('settings.school.coordinatorName') })
    await expect(banner).toBeVisible()
    await expect(page.getByRole('button', { name: t('nominating.produce.nothing') })).toBeDisabled()
    await checkAccessibility(page)
    await banner.getByRole('link', { name: t('nominating.school.fill') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('settings.title'))
  })
})

test.describe('an empty office', () => {
  const t = createTranslate('en')

  test('says how somebody comes to be nominated, and where to begin', async ({ page }) => {
    await goTo(page, '/nominations')
    await expect(page.getByText(t('nominating.none.title'))).toBeVisible()
    await expect(
      page.getByRole('main').getByRole('link', { name: t('nominating.none.import') }),
    ).toBeVisible()
    await checkAccessibility(page)
    await goTo(page, '/athens')
    await expect(page.getByText(t('nominating.athens.noSession.title'))).toBeVisible()
    await checkAccessibility(page)
    await page
      .getByRole('main')
      .getByRole('link', { name: t('nominating.athens.noSession.courses') })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.athensCourses'))
  })
})
