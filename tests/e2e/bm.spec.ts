import { readFileSync } from 'node:fs'
import type { Download } from '@playwright/test'
import exceljs from 'exceljs'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate } from '#shared/text/text.ts'
import {
  feedbackFile,
  firstRow,
  moduleTemplate,
  release,
  templateSheet,
} from '#tests/fixtures/bm/templates.ts'
import { checkAccessibility, expect, giveFile, goTo, takeScreenshot, test } from './fixtures.ts'

test.describe.configure({ timeout: 180_000 })

/** A row of the filled template, by label. */
async function rowOf(download: Download, row: number): Promise<Readonly<Record<string, string>>> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(readFileSync(await download.path())).buffer)
  const sheet = book.getWorksheet(templateSheet)
  return Object.fromEntries(
    release.map(([, label], index) => [label, sheet?.getCell(row, index + 1).text ?? '']),
  )
}

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, profile: 'telecom-paris', sample: true })
    const t = createTranslate(language)

    test('a year is checked and numbered, a template filled and remembered, a feedback file read back to its fields', async ({
      page,
      folders,
    }) => {
      await goTo(page, '/reports')
      await page.getByRole('link', { name: t('bm.open') }).click()
      const table = page.getByRole('table', { name: t('bm.check.table') })
      await expect(table.getByRole('row').nth(1)).toBeVisible()
      await checkAccessibility(page)
      await takeScreenshot(page, `bm-check-${language}`)

      const number = page.getByRole('button', { name: /^(?:Number|Numéroter)/ })
      await number.click()
      await expect(number).toBeHidden()
      await page.getByRole('button', { name: new RegExp(t('bm.rule.nationality-missing')) }).click()
      const finding = table.getByRole('link', { name: new RegExp(t('bm.finding.nationality-missing')) })
      await finding.first().click()
      await expect(page).toHaveURL(/#\/students\?id=.*field=nationality/)

      await goTo(page, '/bm?tab=fill')
      await giveFile(page, folders.folder, 'KA171.xlsx', await moduleTemplate([], { action: 'KA171' }))
      await expect(page.getByRole('alert').filter({ hasText: 'KA171' })).toBeVisible()
      await giveFile(
        page,
        folders.folder,
        'template.xlsx',
        await moduleTemplate([], { title: 'Mobility activities' }),
      )
      const columns = page.getByRole('table', { name: t('bm.columns') })
      await expect(columns.getByRole('row', { name: /Racial or ethnic origin/ })).toContainText(
        t('bm.confidence.none'),
      )
      await checkAccessibility(page)
      const downloaded = page.waitForEvent('download')
      await page.getByRole('button', { name: /^(?:Fill with|Remplir avec)/ }).click()
      const file = await downloaded
      expect(file.suggestedFilename()).toBe('template 2026-2027.xlsx')
      const first = await rowOf(file, firstRow)
      expect(first['Mobility ID']).toMatch(/^\d{6}-MOB-\d{5}$/)
      expect(first['Start Date']).toMatch(/^\d\d-\d\d-\d{4}$/)
      await expect(page.getByRole('status').filter({ hasText: 'template 2026-2027.xlsx' })).toBeVisible()
      await checkAccessibility(page)
      await takeScreenshot(page, `bm-fill-${language}`)

      await goTo(page, '/bm?tab=back')
      const { 'Mobility ID': id = '', 'Participant Last Name': name = '' } = first
      const feedback = await feedbackFile([
        {
          values: {
            'Mobility ID': id,
            'Last Name': name,
            'Travel Days': 9,
            Status: 'ERROR',
            Errors: 'Travel Days: 0 to 2',
          },
        },
      ])
      await giveFile(page, folders.folder, 'feedback.xlsx', feedback)
      const said = page.getByRole('table', { name: t('bm.back.table') })
      await expect(said).toContainText('Travel Days: 0 to 2')
      await checkAccessibility(page)
      await said.getByRole('link', { name: /Travel Days: 0 to 2/ }).click()
      const section = page.getByRole('region', { name: t('bm.section') })
      await expect(section).toContainText('feedback.xlsx')
      await expect(page.getByLabel(t('field.mobility.travelDays'), { exact: true })).toBeFocused()
      await checkAccessibility(page)
      await takeScreenshot(page, `bm-remark-${language}`)
      await section.getByRole('button', { name: /Travel Days: 0 to 2/ }).click()
      await expect(section).not.toContainText('Travel Days: 0 to 2')
      await goTo(page, '/bm-remarks')
      await expect(page.getByRole('grid')).toContainText('Travel Days: 0 to 2')
      await checkAccessibility(page)
    })
  })
}
