import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { createTranslate } from '#shared/text/text.ts'
import { checkAccessibility, expect, takeScreenshot, test } from './fixtures.ts'

test.use({ profile: 'telecom-paris', sample: true })

const marks = (page: Page) => page.locator('svg g[transform^="translate"] > g > circle')

for (const language of ['en', 'fr'] as const) {
  const t = createTranslate(language)
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('partners are on the map and in the list, narrowed together, each opening its record', async ({
      page,
    }) => {
      await page.getByRole('link', { name: t('nav.map'), exact: true }).click()
      const list = page.getByRole('region', { name: t('map.list') })
      await expect(list.getByRole('listitem')).toHaveCount(140)
      await expect(marks(page).first()).toBeVisible()
      await checkAccessibility(page)
      await takeScreenshot(page, `map-${language}`)

      await page.getByRole('textbox', { name: t('map.search') }).fill('munchen')
      await expect(list.getByRole('listitem')).toHaveCount(1)
      await list.getByRole('button').click()
      await expect(list.getByRole('button')).toHaveAttribute('aria-current', 'true')
      await list.getByRole('link', { name: t('map.open') }).click()
      await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('München')
    })
  })
}

test('the map is moved by keyboard, and clusters come apart', async ({ page }) => {
  const t = createTranslate('en')
  await page.goto(`${page.url().split('#')[0]}#/map`)
  const map = page.getByRole('group', { name: t('map.label', { count: 140 }) })
  await expect(marks(page).first()).toBeVisible()
  const before = await page.locator('svg text').count()
  await map.focus()
  for (let press = 0; press < 4; press++) await page.keyboard.press('+')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => page.locator('svg text').count()).not.toBe(before)
  await page.keyboard.press('0')
  await expect.poll(() => page.locator('svg text').count()).toBe(before)
})

test('the exported page works by itself, asks for nothing, and says the same', async ({
  page,
  context,
}, info) => {
  const t = createTranslate('en')
  await page.goto(`${page.url().split('#')[0]}#/map`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: t('map.export.html') }).click()
  const file = info.outputPath('map.html')
  await (await downloading).saveAs(file)
  const web = await context.newPage()
  const asked: string[] = []
  const errors: string[] = []
  web.on('request', (request) => asked.push(request.url()))
  web.on('pageerror', (error) => errors.push(error.message))
  await web.setContent(readFileSync(file, 'utf8'))
  await expect(web.getByRole('listitem')).toHaveCount(140)
  await expect(web.locator('circle')).toHaveCount(140)
  await web.getByRole('searchbox').fill('delft')
  await expect(web.getByRole('listitem')).toHaveCount(1)
  await web.getByRole('listitem').getByRole('button').click()
  await expect(web.locator('circle.chosen')).toBeInViewport()
  await checkAccessibility(web)
  expect(asked).toEqual([])
  expect(errors).toEqual([])
})

test('the map is saved as a drawing and as a picture', async ({ page }) => {
  const t = createTranslate('en')
  await page.goto(`${page.url().split('#')[0]}#/map`)
  for (const [action, start] of [
    ['map.export.svg', '<svg'],
    ['map.export.png', '\u0089PNG'],
  ] as const) {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: t(action) }).click()
    const path = await (await downloading).path()
    expect(readFileSync(path).subarray(0, 4).toString('latin1')).toBe(start.slice(0, 4))
  }
})
