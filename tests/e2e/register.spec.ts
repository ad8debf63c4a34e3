import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate } from '#shared/text/text.ts'
import { csvFile } from '#tests/fixtures/imports/make-files.ts'
import { newList, oldList } from '#tests/fixtures/register/lists.ts'
import { checkAccessibility, expect, giveFile, goTo, takeScreenshot, test } from './fixtures.ts'

test.describe.configure({ timeout: 120_000 })

const partners = csvFile([
  ['Nom', 'Code Erasmus', 'Pays'],
  ['Uni Prova', 'F PROVA01', 'France'],
  ['Altavilla', 'E ALTAVIL02', 'Espagne'],
  ['Borne', 'PL BORNE03', 'Pologne'],
  ['Kupfertal', 'D KUPFERT01', 'Allemagne'],
])

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, profile: 'telecom-paris' })
    const t = createTranslate(language)

    test('two lists of charters show what became of the partners, and are taken over with one click', async ({
      page,
      folders,
    }) => {
      await goTo(page, '/import')
      await giveFile(page, folders.folder, 'partners.csv', partners)
      await page.getByRole('button', { name: t('importing.apply', { count: 4 }) }).click()
      await goTo(page, '/charters')
      await expect(page.getByText(t('register.empty'))).toBeVisible()
      await checkAccessibility(page)
      await giveFile(page, folders.folder, 'eche-2022-03.xlsx', oldList())
      await expect(page.getByRole('status').filter({ hasText: 'eche-2022-03.xlsx' })).toBeVisible()
      await giveFile(
        page,
        folders.folder,
        'eche-2026-04-08.xlsx',
        newList((row) => {
          if (row[1] === 'PL BORNE03') return row.with(1, 'PL BORNE12')
          return row[1] === 'E  ALTAVIL02'
            ? row.with(1, 'E  NUEVA09').with(2, '910000009').with(3, 'E10000009').with(4, 'Instituto Nueva')
            : row
        }),
      )
      const table = page.getByRole('table', { name: t('register.table') })
      await expect(table.getByRole('row')).toHaveCount(3) // the header, the charter that was lost, the new code
      await expect(table).toContainText('E  ALTAVIL02')
      await takeScreenshot(page, `register-${language}`)
      await checkAccessibility(page)
      await page.getByRole('link', { name: new RegExp(t('register.figure.new-code')) }).click()
      await expect(table.getByRole('row')).toHaveCount(2)
      const label = t('register.take.label', {
        field: t('field.institution.erasmusCode'),
        name: 'Borne',
        to: 'PL BORNE12',
      })
      await page.getByRole('button', { name: label }).click()
      const done = page.getByRole('status').filter({ hasText: 'PL BORNE12' })
      await expect(done).toBeVisible()
      await expect(page.getByText(t('register.none'))).toBeVisible()
      await done.getByRole('button', { name: t('ui.undo') }).click()
      await expect(table.getByRole('row')).toHaveCount(2)
      await page.getByRole('link', { name: t('register.lists') }).click()
      await expect(page.getByRole('grid')).toContainText('eche-2022-03.xlsx')
      await checkAccessibility(page)
    })
  })
}
