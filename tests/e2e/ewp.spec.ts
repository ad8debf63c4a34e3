import { readFileSync } from 'node:fs'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate } from '#shared/text/text.ts'
import { checkAccessibility, expect, giveFile, goTo, takeScreenshot, test } from './fixtures.ts'

test.describe.configure({ timeout: 120_000 })

const agreement = (people: string, number: number) => `<iia>
  <partner><hei-id>telecom-paris.fr</hei-id><iia-id>A${number}</iia-id><iia-code>ERA-${number}</iia-code></partner>
  <partner><hei-id>prova.example</hei-id><iia-id>B${number}</iia-id></partner>
  <in-effect>true</in-effect>
  <cooperation-conditions><student-studies-mobility-spec>
    <sending-hei-id>telecom-paris.fr</sending-hei-id><receiving-hei-id>prova.example</receiving-hei-id>
    <receiving-first-academic-year-id>2025/2026</receiving-first-academic-year-id>
    <receiving-last-academic-year-id>2027/2028</receiving-last-academic-year-id>
    <mobilities-per-year>${people}</mobilities-per-year>
    <recommended-language-skill><language>en</language><cefr-level>B2</cefr-level></recommended-language-skill>
    <subject-area><isced-f-code>0613</isced-f-code></subject-area>
    <blended>false</blended>
  </student-studies-mobility-spec></cooperation-conditions>
  <iia-hash>${'a'.repeat(64)}</iia-hash></iia>`
const document = (parts: string) =>
  `<iias-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v7/endpoints/get-response.xsd">${parts}</iias-get-response>`

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, profile: 'telecom-paris' })
    const t = createTranslate(language)

    test('an agreement comes in after a look at it, and goes out again', async ({ page, folders }) => {
      await goTo(page, '/ewp')
      await expect(page.getByText(t('ewp.none'))).toBeVisible()
      await checkAccessibility(page)
      await giveFile(page, folders.folder, 'iias.xml', document(agreement('3', 1) + agreement('many', 2)))
      const table = page.getByRole('table', { name: t('ewp.items') })
      await expect(table.getByRole('row')).toHaveCount(3)
      await expect(table).toContainText(
        t('ewp.finding.wrong-value', { value: 'many', type: 'positive-integer' }),
      )
      await takeScreenshot(page, `ewp-${language}`)
      await checkAccessibility(page)
      await page.getByRole('button', { name: t('ewp.apply', { count: 1 }) }).click()
      await expect(
        page.getByRole('status').filter({ hasText: t('ewp.applied', { count: 1, file: 'iias.xml' }) }),
      ).toBeVisible()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: t('ewp.export.iia') }).click()
      const xml = readFileSync(await (await download).path(), 'utf8')
      expect(xml).toContain('<mobilities-per-year>3</mobilities-per-year>')
      expect(xml).toContain('<iia-id>B1</iia-id>')
      await goTo(page, '/agreements')
      const grid = page.getByRole('grid')
      await expect(grid).toContainText('prova.example')

      await grid.getByText('prova.example').dblclick()
      const pane = page.getByRole('complementary')
      await pane.getByRole('tab', { name: t('comparison.tab') }).click()
      await giveFile(page, folders.folder, 'theirs.xml', document(agreement('5', 1)))
      const differences = pane.getByRole('table', { name: t('comparison.differences') })
      await expect(differences).toContainText(t('comparison.change.together'))
      await expect(differences).toContainText('5')
      await takeScreenshot(page, `comparison-${language}`)
      await checkAccessibility(page)
      await pane.getByRole('button', { name: t('comparison.type') }).click()
      const people = pane.getByLabel(t('field.condition.peoplePerYear'), { exact: true })
      await people.fill('3')
      await people.press('Enter')
      await expect(pane.getByText(t('comparison.same'))).toBeVisible()
      await people.fill('8')
      await people.press('Enter')
      await expect(differences).toContainText('8')
      await checkAccessibility(page)
    })

    test.describe('a full office', () => {
      test.use({ sample: true })
      test('the nominations of a year go out, and those selected are nominated by it', async ({ page }) => {
        await goTo(page, '/ewp')
        const download = page.waitForEvent('download')
        await page.getByRole('button', { name: t('ewp.export.omobilities', { year: '2026/2027' }) }).click()
        const xml = readFileSync(await (await download).path(), 'utf8')
        expect(xml).toContain('<student-mobility>')
        await checkAccessibility(page)
      })
    })

    test('what cannot be read says where and what to do', async ({ page, folders }) => {
      await goTo(page, '/ewp')
      await giveFile(
        page,
        folders.folder,
        'evil.xml',
        '<?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
      )
      await expect(page.getByRole('alert').filter({ hasText: 'DOCTYPE' })).toBeVisible()
    })
  })
}
