import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate, type Translate } from '#shared/text/text.ts'
import { readFileInProcess } from '#tests/fixtures/sheets/read-in-process.ts'
import {
  englishForm,
  frenchTable,
  germanForm,
  twoHeaders,
} from '#tests/fixtures/workbooks/partner-workbooks.ts'
import { checkAccessibility, expect, goTo, takeScreenshot, test } from './fixtures.ts'

// Whole stories in an office of 1,500 students, looked at by axe at each step.
test.describe.configure({ timeout: 240_000 })

/** The partners that have somebody complete to nominate, as links to their desks. */
async function desks(page: Page, t: Translate): Promise<readonly string[]> {
  await goTo(page, '/nominations')
  const table = page.getByRole('table', { name: t('nominating.table') })
  await expect(table).toBeVisible()
  const groups = table.locator('tbody').filter({
    has: page.getByText(t('nominating.complete'), { exact: true }),
  })
  return await groups
    .locator('a[href^="#/nominate/"]')
    .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').slice(1)))
}

async function dropWorkbook(page: Page, t: Translate, name: string, bytes: Uint8Array): Promise<void> {
  const input = page.locator('input[type=file]')
  await input.setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })
  await expect(page.getByRole('table', { name: t('template.columns') })).toBeVisible()
}

async function produced(page: Page, name: string | RegExp): Promise<Download> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  return await download
}

async function cellsOf(download: Download, sheet: string) {
  const { sheets } = await readFileInProcess(readFileSync(await download.path()))
  return new Map(sheets.find(({ name }) => name === sheet)?.rows.map((row) => [row.number, row.cells]))
}

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, profile: 'telecom-paris', sample: true })
    const t = createTranslate(language)

    test('three workbooks of different shapes are dropped once, understood, kept and filled', async ({
      page,
    }) => {
      const forms = [
        { name: 'incoming-nominations.xlsx', bytes: await englishForm(), sheet: 'Nominations', row: 7 },
        { name: 'Anmeldung.xlsx', bytes: germanForm(), sheet: 'Anmeldung', row: 5 },
        { name: 'candidats.xlsx', bytes: await frenchTable(), sheet: 'Candidats', row: 4 },
      ]
      const paths = await desks(page, t)
      for (const [at, form] of forms.entries()) {
        await goTo(page, paths[at] ?? '')
        await expect(page.getByRole('table', { name: t('partnerDesk.students') })).toBeVisible()
        if (at === 0) {
          await checkAccessibility(page)
          await takeScreenshot(page, `partner-desk-${language}`)
        }
        await page.getByRole('link', { name: t('partnerDesk.workbook.new') }).click()
        await dropWorkbook(page, t, form.name, form.bytes)
        if (at === 0) {
          await checkAccessibility(page)
          await takeScreenshot(page, `partner-workbook-${language}`)
        }
        await page.getByRole('button', { name: t('template.keep') }).click()
        await expect(page.getByText(t('template.kept'))).toBeVisible()
        await page.getByRole('link', { name: t('template.back') }).click()
        await expect(page.getByText(form.name)).toBeVisible()
        const students = page.getByRole('table', { name: t('partnerDesk.students') })
        const complete = students
          .getByRole('row')
          .filter({ has: page.getByText(t('nominating.complete'), { exact: true }) })
          .first()
        const name = (await complete.getByRole('link').first().textContent()) ?? ''
        const download = await produced(page, /^Fill its workbook|^Remplir son classeur/)
        expect(download.suggestedFilename()).toMatch(/^Nominations 20\d\d-20\d\d - .*\.(xlsx|zip)$/)
        if (download.suggestedFilename().endsWith('.xlsx')) {
          const cells = (await cellsOf(download, form.sheet)).get(form.row) ?? []
          const texts = cells.filter((cell) => typeof cell === 'string')
          expect(texts.some((text) => name.includes(text) && text.length > 1)).toBe(true)
        }
        await expect(page.getByRole('table', { name: t('partnerDesk.sent') })).toBeVisible()
        await expect(students).toContainText(t('choice.mobility.status.nominated'))
      }
      await takeScreenshot(page, `partner-desk-sent-${language}`)
      await checkAccessibility(page)
    })
  })
}

test.describe('the other ways, in French', () => {
  test.use({ language: 'fr', profile: 'telecom-paris', sample: true })
  const language = 'fr'
  const t = createTranslate(language)

  test('a copy sheet copies one value at a time, by click and by key', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const [path = ''] = await desks(page, t)
    await goTo(page, path)
    const students = page.getByRole('table', { name: t('partnerDesk.students') })
    await students.getByRole('button').first().click()
    const sheet = page.getByRole('list').filter({ has: page.getByRole('button') })
    const buttons = sheet.getByRole('button')
    await expect(buttons.first()).toBeVisible()
    const value = async (at: number) => (await buttons.nth(at).locator('span').nth(1).textContent()) ?? ''
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await buttons.first().click()
    await expect.poll(clipboard).toBe(await value(0))
    await expect(buttons.nth(1)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(clipboard).toBe(await value(1))
    await expect(buttons.nth(2)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(buttons.nth(3)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(buttons.nth(2)).toBeFocused()
    await checkAccessibility(page)
    await buttons.first().scrollIntoViewIfNeeded()
    await takeScreenshot(page, `copy-sheet-${language}`)
  })
})

test.describe('the other ways, in English', () => {
  test.use({ language: 'en', profile: 'telecom-paris', sample: true })
  const language = 'en'
  const t = createTranslate(language)

  test('the deadlines of all partners are one calendar in two waves', async ({ page }) => {
    await goTo(page, '/nominations')
    await page.getByRole('link', { name: t('deadlines.title') }).click()
    const autumn = page.getByRole('table', {
      name: t('deadlines.table', { wave: t('deadlines.wave.autumn') }),
    })
    await expect(autumn).toBeVisible()
    await expect(
      page.getByRole('table', { name: t('deadlines.table', { wave: t('deadlines.wave.spring') }) }),
    ).toBeVisible()
    await checkAccessibility(page)
    await takeScreenshot(page, `deadlines-${language}`)
    const download = await produced(page, t('deadlines.export'))
    expect(download.suggestedFilename()).toMatch(/\.ics$/)
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(100)
    await page.getByRole('switch', { name: t('deadlines.only') }).click()
    const figure = page.getByRole('main').locator('td a[href^="#/mobilities"]').first()
    const count = Number(await figure.textContent())
    await figure.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.mobilities'))
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(count + 1 + 1) // header and totals
  })

  test('the wording of e-mails is the office’s own', async ({ page }) => {
    await goTo(page, '/nomination-mail')
    const english = t('choice.institution.nominationLanguage.en')
    const subject = page.getByLabel(t('mailTexts.subject', { language: english }))
    await subject.fill('Nominations {{nonsense}}')
    await page.getByRole('button', { name: t('mailTexts.save') }).click()
    await expect(page.getByText(/“nonsense”/)).toBeVisible()
    await subject.fill('Our students for {{partner}}')
    await page.getByRole('button', { name: t('mailTexts.save') }).click()
    await expect(page.getByText(t('settings.saved'))).toBeVisible()
    await checkAccessibility(page)
    const [path = ''] = await desks(page, t)
    await goTo(page, path)
    await expect(page.getByRole('heading', { name: t('partnerDesk.mail') })).toBeVisible()
  })
})

test.describe('a workbook with a difficulty', () => {
  test.use({ profile: 'telecom-paris', sample: true })
  const t = createTranslate('en')

  test('that has two headers waits for the user’s choice; one without header takes a row', async ({
    page,
  }) => {
    const [path = ''] = await desks(page, t)
    await goTo(page, path.replace(/\?.*/, '/workbook'))
    await dropWorkbook(page, t, 'two.xlsx', twoHeaders())
    await expect(page.getByText(t('template.twice'))).toBeVisible()
    await expect(page.getByRole('button', { name: t('template.keep') })).toBeDisabled()
    await checkAccessibility(page)
    await page.getByRole('radio').nth(1).click()
    await expect(page.getByRole('button', { name: t('template.keep') })).toBeEnabled()
    await page.locator('input[type=file]').setInputFiles({
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Name;First name\nA;B\n'),
    })
    await expect(page.getByRole('main').getByRole('alert')).toContainText('is not an Excel workbook')
    await checkAccessibility(page)
  })
})
