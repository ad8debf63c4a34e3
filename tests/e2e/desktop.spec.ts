import { expect, test } from './fixtures.ts'

// The desktop application alone: runs where the Electron runtime is present.

test('the window shows the application from our own scheme, without anything of Node', async ({ page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  expect(page.url()).toMatch(/^app:\/\/escale\//)
  const seen = await page.evaluate(() => ({
    keys: Object.keys(Object(Reflect.get(window, 'escale'))).toSorted(),
    hasNode: ['require', 'process', 'Buffer', 'module'].some((name) => name in window),
  }))
  expect(seen).toEqual({ keys: ['isDesktop', 'platform'], hasNode: false })
})

test('the window goes nowhere else and opens no other', async ({ page }) => {
  const opened = await page.evaluate(() => window.open('https://example.org/') === null)
  expect(opened).toBe(true)
  await page.evaluate(() => {
    window.location.href = 'https://example.org/'
  })
  await page.waitForTimeout(500)
  expect(page.url()).toMatch(/^app:\/\/escale\//)
  await expect(page.getByRole('main')).toBeVisible()
})

test('nothing outside the application can be loaded', async ({ page }) => {
  const outcomes = await page.evaluate(async () => {
    const outcome = (url: string) =>
      fetch(url).then(
        (response) => `${response.status}`,
        () => 'failed',
      )
    return [await outcome('https://example.org/'), await outcome('app://escale/%2e%2e/%2e%2e/package.json')]
  })
  expect(outcomes).toEqual(['failed', '404'])
})

test('no permission is granted', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as const
    const read = async (name: (typeof names)[number]) => (await navigator.permissions.query({ name })).state
    return await Promise.all(names.map(read))
  })
  expect(states).not.toContain('granted')
})

test('a reload connects to the core again', async ({ page }) => {
  await page.reload()
  await expect(page.getByRole('main')).toBeVisible()
})
