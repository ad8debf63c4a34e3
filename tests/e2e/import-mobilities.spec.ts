import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate } from '#shared/text/text.ts'
import { csvFile, type PlainCell } from '#tests/fixtures/imports/make-files.ts'
import { checkAccessibility, expect, takeScreenshot, test } from './fixtures.ts'

test.describe.configure({ timeout: 180_000 })

const file = (name: string, rows: readonly (readonly PlainCell[])[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(csvFile(rows)),
})

/** One file of the school holds the students and where they go. */
const cohort = file('promotion-2027.csv', [
  ['Mobilités 2026-2027'],
  [
    'N° étudiant',
    'NOM',
    'Prénom',
    'Promotion',
    'Nature du séjour',
    'Organisme d’accueil',
    'Pays',
    'Du',
    'Au',
    'État',
  ],
  [
    '1001',
    'DUPONT',
    'ZOE',
    '2027',
    'Stage',
    'Acme Robotics',
    'Japon',
    '01/03/2027',
    '31/08/2027',
    'Candidature',
  ],
  [
    '1002',
    'MARTIN',
    'ERIC',
    '2027',
    'Semestre d’échange',
    'Universidade Exemplo',
    'Portugal',
    '15/09/2026',
    '01/02/2026',
    'Retenue',
  ],
])

async function openImport(page: Page): Promise<void> {
  await page.evaluate(() => window.location.assign('#/import'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })
    const t = createTranslate(language)

    test('one list of a cohort gives its students, then their stays, each a step to undo', async ({
      page,
    }) => {
      const give = async (kind: 'students' | 'mobilities') => {
        await openImport(page)
        await page.getByRole('radio', { name: new RegExp(`^${t(`importing.kind.${kind}`)}`) }).check()
        await page.locator('input[type=file]').first().setInputFiles(cohort)
        await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false')
      }
      await openImport(page)
      await checkAccessibility(page)
      await give('mobilities')
      await expect(page.getByRole('grid')).toContainText(t('imports.outcome.rejected'))
      await page.getByRole('tab', { name: t('importing.tab.findings') }).click()
      await expect(page.getByRole('tabpanel')).toContainText(
        t('imports.reason.unknown-student', { value: '…' }),
      )
      await page.getByRole('button', { name: t('importing.close') }).click()

      await give('students')
      await page.getByRole('button', { name: t('importing.apply', { count: 2 }) }).click()
      await page
        .getByRole('button', { name: t('importing.done.show.students') })
        .first()
        .click()
      await expect(page.getByRole('row').filter({ hasText: 'DUPONT' })).toBeVisible()

      await give('mobilities')
      await expect(page.getByText(t('importing.creates.mobilities', { count: 2 }))).toBeVisible()
      await expect(page.getByText(t('imports.option.mobilitySemester'))).toBeVisible()
      await takeScreenshot(page, `import-mobilities-${language}`)
      await checkAccessibility(page)
      await page.getByRole('button', { name: t('importing.apply', { count: 2 }) }).click()
      await page
        .getByRole('button', { name: t('importing.done.show.mobilities') })
        .first()
        .click()
      const stay = page.getByRole('row').filter({ hasText: 'Acme Robotics' })
      await expect(stay).toContainText(t('choice.mobility.form.internship'))
      await expect(stay).toContainText(t('choice.mobility.status.applied'))
      await expect(page.getByRole('row').filter({ hasText: 'Universidade Exemplo' })).toContainText(
        '2026/2027',
      )

      await give('mobilities')
      await expect(page.getByRole('grid')).toContainText(t('imports.outcome.unchanged'))
      await page.getByRole('button', { name: t('importing.close') }).click()
      await page.keyboard.press('Control+z')
      await page.evaluate(() => window.location.assign('#/mobilities'))
      await expect(page.getByText(t('lists.empty.mobilities'))).toBeVisible()
    })
  })
}
