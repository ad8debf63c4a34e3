/**
 * The map with 5,000 institutions in the window: how long until it stands, and its frames while it is dragged, once with
 * the world in sight and once zoomed in where single institutions are drawn.
 */
import { insertRows } from '#core/db/bulk.ts'
import { createRandom } from '#core/sample/random.ts'
import { ensureBuilt } from '../lib/build.mjs'
import { createSampleApp, idOf, printResult, round, temporaryFolder } from './lib.mjs'
import { frameFigures, launchBrowser, openPage, startHost, watchFrames } from './lib/browser.mjs'

const institutions = 5_000
const countries = ['DE', 'ES', 'IT', 'PL', 'SE', 'JP', 'BR', 'CA', 'MA', 'IN']
const random = createRandom(11)

ensureBuilt('web')
const folder = temporaryFolder()
const { app } = await createSampleApp(folder, { sample: false })
const { connections, door } = app.context.office.current()
await door.change('import.apply', { file: 'bench' }, async () => {
  insertRows(connections.raw, 'institution', partnerRows())
  insertRows(connections.raw, 'agreement', agreementRows())
})
await app.close()

const browser = await launchBrowser()
try {
  const host = await startHost(folder)
  const page = await openPage(browser, host.url)
  await page.getByRole('main').waitFor()
  const startedMs = performance.now()
  await page.evaluate(() => window.location.assign('#/map'))
  const map = page.getByRole('group', { name: /5.?000/ })
  await map.locator('circle').first().waitFor()
  printResult(`Map of ${institutions} institutions, until it stands`, {
    ms: round(performance.now() - startedMs),
  })
  printResult('Dragging the whole world', await drag(page, map))
  await map.focus()
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('+')
  printResult('Dragging, zoomed in', await drag(page, map))
  await page.context().close()
  await host.end()
} finally {
  await browser.close()
}

/**
 * Drags the map to and fro for about three seconds.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').Locator} map
 */
async function drag(page, map) {
  const box = await map.boundingBox()
  if (box === null) throw new Error('The map is not in sight')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.waitForTimeout(500)
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down()
  const framesSince = await watchFrames(page)
  for (let step = 0; step < 180; step += 1) {
    await page.mouse.move(middle.x + 250 * Math.sin(step / 12), middle.y + 90 * Math.sin(step / 17))
    await page.waitForTimeout(8)
  }
  const frames = (await framesSince()).slice(1)
  await page.mouse.up()
  const seconds = frames.reduce((sum, ms) => sum + ms, 0) / 1000
  const marks = await map.locator('circle').count()
  return { marks, framesPerSecond: round(frames.length / seconds), ...frameFigures(frames) }
}

function* partnerRows() {
  for (let i = 0; i < institutions; i += 1)
    yield {
      id: idOf(0, i),
      name: `University ${i}`,
      kind: 'university',
      isAthensMember: 0,
      country: countries[i % countries.length],
      // Most partners of a European school are in Europe.
      latitude: i % 3 === 0 ? random.int(-45, 65) + (i % 97) / 97 : random.int(37, 60) + (i % 97) / 97,
      longitude: i % 3 === 0 ? random.int(-120, 150) + (i % 89) / 89 : random.int(-8, 28) + (i % 89) / 89,
    }
}

function* agreementRows() {
  for (let i = 0; i < institutions; i += 1)
    yield { id: idOf(1, i), institutionId: idOf(0, i), kind: 'erasmus', status: 'active', carryOver: 'none' }
}

/** @param {number} kind @param {number} number */
