import { Buffer } from 'node:buffer'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate, type Translate } from '#shared/text/text.ts'
import { namesAndPlaces, schoolList } from '#tests/fixtures/imports/lists.ts'
import { csvFile, xlsxFile, type PlainCell } from '#tests/fixtures/imports/make-files.ts'
import { checkAccessibility, expect, goTo, takeScreenshot, test } from './fixtures.ts'
import { root } from './host-under-test.ts'

// Whole stories, looked at by axe at each step: they take their time on a busy computer.
test.describe.configure({ timeout: 180_000 })

type Rows = readonly (readonly PlainCell[])[]

interface GivenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const list = (name: string, rows: Rows): GivenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(csvFile(rows)),
})

const partners = list('plazas.csv', schoolList)

/** Against what `plazas.csv` left: another name, new places, a wrong date, two rows that contradict each other. */
const corrections = list('corrections.csv', [
  ['Partner', 'Country', 'Erasmus code', 'Places 2026-2027', 'Contact e-mail', 'Signed on'],
  ['Technische Universität Musterstadt', 'Austria', 'A  MUSTERS02', '5', 'int@muster.example', '03/04/2019'],
  ['Hochschule Beispiel', 'Germany', 'D  BEISPIE01', 'many', null, '31/02/2020'],
  ['Universidad Una', 'Spain', 'E  UNA01', '1', null, null],
  ['Universidad Otra', 'Spain', 'E  UNA01', '2', null, null],
  ['TOTAL', null, null, '8', null, null],
])

const students = list('promotion.csv', [
  ['Numéro', 'Nom', 'Prénom', 'Né le', 'Nationalité', 'Courriel', 'Promotion'],
  ['1001', 'DUPONT', 'Zoé', '03/04/2004', 'française', 'zoe.dupont@example.org', '2027'],
  ['1002', 'MARTIN', 'Éric', '12/05/2003', 'Allemagne', 'eric.martin@example.org', '2027'],
])

async function openImport(page: Page): Promise<void> {
  await page.evaluate(() => window.location.assign('#/import'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Chooses a file, from the first step or in place of the one that is open. */
async function choose(page: Page, file: GivenFile | string): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(file)
}

async function review(page: Page, file: GivenFile | string): Promise<Locator> {
  await choose(page, file)
  const name = typeof file === 'string' ? file.split('/').at(-1) : file.name
  await expect(page.getByRole('main')).toContainText(name ?? '')
  const grid = page.getByRole('grid')
  await expect(grid).toBeVisible({ timeout: 30_000 })
  await expect(grid).toHaveAttribute('aria-busy', 'false')
  return grid
}

function sum(t: Translate, [rows, isNew, changed, unchanged, notData, rejected]: readonly number[]): string {
  return t('importing.sum', {
    count: rows ?? 0,
    new: isNew ?? 0,
    changed: changed ?? 0,
    unchanged: unchanged ?? 0,
    notData: notData ?? 0,
    rejected: rejected ?? 0,
  })
}

const applyButton = (page: Page, t: Translate, count: number) =>
  page.getByRole('button', { name: t('importing.apply', { count }) })

function rowOf(grid: Locator, number: number): Locator {
  return grid
    .getByRole('row')
    .filter({ has: grid.page().getByRole('rowheader', { name: `${number}`, exact: true }) })
}

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })
    const t = createTranslate(language)

    test('a list of partners comes in as it is, is looked at, applied, and taken back', async ({ page }) => {
      await openImport(page)
      await checkAccessibility(page)
      const grid = await review(page, partners)
      await expect(page.getByText(sum(t, [15, 8, 0, 0, 7, 0]))).toBeVisible()
      await expect(page.getByText(t('importing.creates.institutions', { count: 8 }))).toBeVisible()
      await expect(page.getByText(t('importing.creates.places', { count: 27 }))).toBeVisible()
      await expect(rowOf(grid, 1)).toContainText(t('imports.reason.title'))
      await expect(rowOf(grid, 3)).toContainText(t('imports.outcome.new'))
      await takeScreenshot(page, `import-${language}`)
      await checkAccessibility(page)
      await page.getByRole('tab', { name: t('importing.tab.findings') }).click()
      await expect(page.getByRole('tabpanel')).toContainText(t('importing.findings.cleaned'))
      await checkAccessibility(page)

      await page.evaluate(() => window.location.assign('#/partners'))
      await expect(page.getByText(t('lists.empty.partners'))).toBeVisible()
      await openImport(page)
      await applyButton(page, t, 8).click()
      await expect(page.getByText(t('importing.done.title', { file: partners.name }))).toBeVisible()
      await checkAccessibility(page)
      await page.getByRole('button', { name: t('ui.undo') }).click()
      await expect(page.getByText(t('importing.choose.drop'))).toBeVisible()
      await page.evaluate(() => window.location.assign('#/partners'))
      await expect(page.getByText(t('lists.empty.partners'))).toBeVisible()
    })

    test('the same file again is recognised and proposes no change', async ({ page }) => {
      await openImport(page)
      await review(page, partners)
      await applyButton(page, t, 8).click()
      await page
        .getByRole('main')
        .getByRole('button', { name: t('importing.done.show.partners') })
        .first()
        .click()
      await expect(page.getByRole('row').filter({ hasText: 'UNIVERSITEIT VOORBEELD' })).toBeVisible()
      await openImport(page)
      await review(page, partners)
      await expect(page.getByText(t('importing.recognised'))).toBeVisible()
      await expect(page.getByText(sum(t, [15, 0, 0, 8, 7, 0]))).toBeVisible()
      await expect(page.getByText(t('importing.nothing.title'))).toBeVisible()
      await expect(page.getByRole('button', { name: t('importing.apply.nothing') })).toBeDisabled()
      await checkAccessibility(page)
      await page
        .getByRole('button', { name: t('importing.nothing.close'), exact: true })
        .first()
        .click()
      await expect(page.getByText(t('importing.choose.drop'))).toBeVisible()
    })

    test('what changes, what is wrong and what is rejected is shown in its cell', async ({ page }) => {
      await openImport(page)
      await review(page, partners)
      await applyButton(page, t, 8).click()
      await expect(page.getByText(t('importing.done.title', { file: partners.name }))).toBeVisible()
      const grid = await review(page, corrections)
      await expect(page.getByText(sum(t, [6, 0, 2, 0, 2, 2]))).toBeVisible()
      const changed = rowOf(grid, 2)
      await expect(changed.locator('del').first()).toHaveText('TECHNISCHE UNIVERSITÄT MUSTERSTADT')
      await expect(changed.locator('ins').first()).toHaveText('Technische Universität Musterstadt')
      await page.getByRole('radio', { name: t('importing.outcome.rejected') }).click()
      await expect(grid.getByRole('row')).toHaveCount(3)
      await expect(rowOf(grid, 4)).toContainText(t('imports.reason.conflict', { rows: '5' }))
      await page.getByRole('tab', { name: t('importing.tab.findings') }).click()
      await checkAccessibility(page)
      await page.getByRole('tabpanel').getByRole('button', { name: 'F3' }).click()
      const cell = page.locator('[data-active-cell]')
      await expect(cell).toBeFocused()
      await expect(cell).toContainText('31/02/2020')
      await expect(cell).toContainText(t('domain.date-text.no-such-day'))
      await checkAccessibility(page)
    })
  })
}

test.describe('reading a list another way', () => {
  const t = createTranslate('en')

  test('by keyboard alone: another target, another programme, a walk through the rows, and apply', async ({
    page,
  }) => {
    await openImport(page)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: t('importing.choose.button') }).press('Enter')
    await (await chooser).setFiles(partners)
    const grid = page.getByRole('grid')
    await expect(grid).toBeVisible()

    const comments = page.getByRole('combobox', { name: /Column I, Comentarios/ })
    await expect(comments).toHaveValue(t('imports.target.institution.notes'))
    await comments.focus()
    await comments.fill('short')
    await comments.press('ArrowDown')
    await comments.press('Enter')
    await expect(comments).toHaveValue(t('imports.target.institution.shortName'))
    await expect(
      grid.getByRole('columnheader', { name: new RegExp(`^${t('imports.target.institution.shortName')}`) }),
    ).toBeVisible()
    const programme = page.getByRole('textbox', { name: t('importing.map.programmeOf', { letter: 'H' }) })
    await programme.focus()
    await programme.fill('Master 2')
    await programme.press('Enter')
    await expect(grid.getByRole('columnheader', { name: /Master 2/ })).toBeVisible()

    const cell = page.locator('[data-active-cell]')
    await cell.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(cell).toBeFocused()
    await expect(cell).toHaveText('TECHNISCHE UNIVERSITÄT MUSTERSTADT')
    await page.keyboard.press('Control+End')
    await expect(cell).toBeFocused()
    await expect(page.locator('[data-row="14"]')).toContainText('PLAZAS TOTALES')

    const all = page.getByRole('radio', { name: t('importing.outcome.all') })
    await all.focus()
    await all.press('ArrowRight')
    await expect(page.getByRole('radio', { name: t('importing.outcome.new') })).toBeChecked()
    await expect(grid).toHaveAttribute('aria-rowcount', '9')
    await applyButton(page, t, 8).press('Enter')
    await expect(page.getByText(t('importing.done.title', { file: partners.name }))).toBeVisible()
  })

  test('another sheet, a hidden one, and another header row', async ({ page }) => {
    const file = {
      name: 'book.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(
        xlsxFile([
          { name: 'Partners', rows: namesAndPlaces },
          { name: 'Notes', rows: [['Remember to call Vienna']] },
          { name: 'Old', rows: schoolList, state: 'hidden' },
        ]),
      ),
    }
    await openImport(page)
    await review(page, file)
    const sheets = page.getByRole('combobox', { name: t('importing.sheet') })
    await expect(sheets).toHaveValue('Partners')
    await sheets.click()
    await expect(
      page.getByRole('option', { name: t('importing.sheet.hidden', { name: 'Old' }) }),
    ).toBeVisible()
    await checkAccessibility(page)
    await page.getByRole('option', { name: t('importing.sheet.hidden', { name: 'Old' }) }).click()
    await expect(page.getByText(sum(t, [15, 8, 0, 0, 7, 0]))).toBeVisible()
    const header = page.getByRole('textbox', { name: t('importing.header.row') })
    await expect(header).toHaveValue('2')
    await expect(page.getByText('Zona idioma · Nombre Universidad · Código')).toBeVisible()
    await page.getByRole('button', { name: t('importing.header.down') }).click()
    await expect(page.getByText('1 · A · TECHNISCHE UNIVERSITÄT MUSTERSTADT')).toBeVisible()
    await page.getByRole('button', { name: t('importing.header.up') }).click()
    await expect(page.getByText(sum(t, [15, 8, 0, 0, 7, 0]))).toBeVisible()
  })

  test('a list of students given as one of partners is read as what it is', async ({ page }) => {
    await openImport(page)
    await review(page, students)
    await expect(page.getByText(t('importing.fewColumns', { read: 2, count: 7 }))).toBeVisible()
    await page
      .getByRole('button', { name: t('importing.readAs', { kind: t('importing.kind.students') }) })
      .click()
    await expect(page.getByText(t('importing.creates.students', { count: 2 }))).toBeVisible()
    await expect(rowOf(page.getByRole('grid'), 2)).toContainText('3 April 2004')
    await applyButton(page, t, 2).click()
    await page
      .getByRole('main')
      .getByRole('button', { name: t('importing.done.show.students') })
      .first()
      .click()
    await expect(page.getByRole('row').filter({ hasText: 'DUPONT' })).toBeVisible()
  })

  test('a list without any partner is tried as one of students', async ({ page }) => {
    await openImport(page)
    await review(
      page,
      list('cohort.csv', [
        ['Student number', 'Family name', 'First name', 'Date of birth'],
        ['1001', 'DUPONT', 'Zoé', '03/04/2004'],
      ]),
    )
    await expect(
      page.getByText(
        t('importing.guessed', { asked: t('importing.kind.partners'), kind: t('importing.kind.students') }),
      ),
    ).toBeVisible()
    await expect(page.getByText(sum(t, [2, 1, 0, 0, 1, 0]))).toBeVisible()
  })

  test('a preview that the office has outrun is shown anew before anything is written', async ({ page }) => {
    await openImport(page)
    await review(page, partners)
    await applyButton(page, t, 8).click()
    await expect(page.getByText(t('importing.done.title', { file: partners.name }))).toBeVisible()
    await review(page, corrections)
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('status').filter({ hasText: /^Undone/ })).toBeVisible()
    await applyButton(page, t, 2).click()
    await expect(page.getByRole('alert').filter({ hasText: t('error.import-stale') })).toBeVisible()
    await expect(page.getByText(sum(t, [6, 2, 0, 0, 2, 2]))).toBeVisible()
    await applyButton(page, t, 2).click()
    await expect(page.getByText(t('importing.done.title', { file: corrections.name }))).toBeVisible()
  })
})

test.describe('files that are refused', () => {
  const t = createTranslate('en')

  test('are named with the reason, and the next one is read', async ({ page }) => {
    await openImport(page)
    const picture = {
      name: 'scan.xlsx',
      mimeType: 'image/png',
      buffer: Buffer.from('\u0089PNG\r\n', 'latin1'),
    }
    await choose(page, picture)
    const refused = page.getByRole('alert').filter({ hasText: t('importing.refused', { file: 'scan.xlsx' }) })
    await expect(refused).toBeVisible()
    await expect(refused).toContainText(t('sheets.error.not-a-spreadsheet'))
    await checkAccessibility(page)
    await choose(page, {
      name: 'letter.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Dear colleague,\n\nsee you\n'),
    })
    await expect(page.getByRole('alert').filter({ hasText: 'letter.csv' })).toBeVisible()
    await review(page, partners)
    await expect(page.getByRole('alert').filter({ hasText: 'letter.csv' })).toHaveCount(0)
  })

  test('an empty list offers to import what it holds, and a form only for what is typed', async ({
    page,
  }) => {
    await goTo(page, '/steps')
    await expect(page.getByText(t('lists.empty.other'))).toBeVisible()
    await expect(page.getByRole('button', { name: t('lists.new') })).toBeHidden()
    await expect(page.getByRole('link', { name: t('lists.empty.import') })).toBeHidden()
    await goTo(page, '/students')
    await expect(page.getByRole('button', { name: t('lists.new') })).toBeVisible()
    await page
      .getByRole('main')
      .getByRole('link', { name: t('lists.empty.import') })
      .click()
    await expect(page.getByRole('radio', { checked: true })).toContainText(t('importing.kind.students'))
  })

  test('a file is dropped anywhere on the page, one at a time', async ({ page }) => {
    await openImport(page)
    await drop(page, [partners, students])
    await expect(page.getByRole('alert').filter({ hasText: t('importing.choose.several') })).toBeVisible()
    await drop(page, [partners])
    await expect(page.getByText(sum(t, [15, 8, 0, 0, 7, 0]))).toBeVisible()
  })

  test('a long reading is cancelled, and nothing comes of it', async ({ page }) => {
    const many = Array.from({ length: 100_000 }, (_, i): readonly PlainCell[] => [
      `University of Example ${i}`,
      'France',
      null,
      i % 5,
      `office${i}@example.org`,
      null,
    ])
    await openImport(page)
    await choose(
      page,
      list('long.csv', [['Partner', 'Country', 'Erasmus code', 'Places', 'E-mail', 'Notes'], ...many]),
    )
    await page
      .getByRole('main')
      .getByRole('button', { name: t('ui.cancel') })
      .click()
    await expect(page.getByText(t('importing.cancelled'))).toBeVisible()
    await review(page, partners)
  })
})

/** Lets files go over the page, as the file manager does. */
async function drop(page: Page, files: readonly GivenFile[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (given) => {
      const created = new DataTransfer()
      for (const { name, type, bytes } of given)
        created.items.add(new File([new Uint8Array(bytes)], name, { type }))
      return created
    },
    files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, bytes: [...buffer] })),
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.getByRole('main').dispatchEvent(type, { dataTransfer: transfer })
}

/* Files of real schools, not part of the project: tried where their folder stands beside it. */
const real = join(root, '../shared/data/partners')
if (existsSync(real)) {
  test.describe('real lists', () => {
    const t = createTranslate('en')

    test('a school’s list as it stands: 91 partners, 319 places, and the same again without change', async ({
      page,
    }) => {
      await openImport(page)
      await review(page, join(real, 'etsit-upv-2026-27.csv'))
      await expect(page.getByText(sum(t, [101, 91, 0, 0, 10, 0]))).toBeVisible()
      await expect(page.getByText(t('importing.creates.places', { count: 319 }))).toBeVisible()
      await applyButton(page, t, 91).click()
      await expect(page.getByText(t('importing.done.title', { file: 'etsit-upv-2026-27.csv' }))).toBeVisible()
      await review(page, join(real, 'etsit-upv-2026-27.csv'))
      await expect(page.getByText(sum(t, [101, 0, 0, 91, 10, 0]))).toBeVisible()
      await review(page, join(real, 'etsit-upv-list.xlsx'))
      await expect(page.getByText(t('importing.nothing.title'))).toBeVisible()
    })

    test('a printed list of seven sheets: its 244 partners are found below 48 lines of instructions', async ({
      page,
    }) => {
      await openImport(page)
      const grid = await review(page, join(real, 'smu-2019.xlsx'))
      await expect(page.getByRole('combobox', { name: t('importing.sheet') })).toHaveValue('Original')
      await expect(applyButton(page, t, 244)).toBeVisible()
      await expect(rowOf(grid, 51)).toContainText('ESCA School of Management')
      await checkAccessibility(page)
    })
  })
}
