/**
 * The window in the browser of this computer: start to interactive on the sample office, the size of the renderer bundle,
 * scrolling over 100,000 students, and how the window answers while a 100,000 × 20 workbook is read for a preview.
 * Frames are counted in the page, by requestAnimationFrame: a frame that takes long is one that the user waits for.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { insertRows } from '#core/db/bulk.ts'
import { ensureBuilt } from '../lib/build.mjs'
import { root } from '../lib/project.mjs'
import { createSampleApp, percentile, printResult, round, temporaryFolder, treeRssBytes } from './lib.mjs'
import { frameFigures, launchBrowser, openPage, startHost, watchFrames } from './lib/browser.mjs'
import { buildMixedWorkbook } from './lib/mixed-workbook.mjs'

const students = 100_000
const workbookRows = 100_000

ensureBuilt('web')
const browser = await launchBrowser()
try {
  printResult('Renderer bundle', bundleSizes())
  printResult('Start to interactive window, sample office', await measureStarts())
  await measureLargeOffice()
} finally {
  await browser.close()
}

/** Bytes of the built window: all of it, and what is fetched before the first screen stands. */
function bundleSizes() {
  const folder = join(root, 'out', 'renderer')
  const kilobytes = (/** @type {number} */ bytes) => Math.round(bytes / 1024)
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|css)$/.test(name))
    .map((name) => ({ name: name.replaceAll('\\', '/'), bytes: readFileSync(join(folder, name)) }))
  const first = files.filter(({ name }) => page.includes(name))
  const sum = (/** @type {typeof files} */ some) => ({
    files: some.length,
    kilobytes: kilobytes(some.reduce((total, { bytes }) => total + bytes.length, 0)),
    gzipKilobytes: kilobytes(some.reduce((total, { bytes }) => total + gzipSync(bytes).length, 0)),
  })
  return { first: sum(first), all: sum(files) }
}

async function measureStarts() {
  const folder = temporaryFolder()
  const { app } = await createSampleApp(folder, { sample: true })
  await app.close()
  const hostMs = []
  const pageMs = []
  for (let i = 0; i < 5; i += 1) {
    const startedMs = performance.now()
    const host = await startHost(folder)
    const readyMs = performance.now()
    const page = await openPage(browser, host.url)
    await page.getByRole('main').getByRole('link').first().waitFor()
    hostMs.push(readyMs - startedMs)
    pageMs.push(performance.now() - readyMs)
    await page.context().close()
    await host.end()
  }
  const total = hostMs.map((ms, i) => ms + (pageMs[i] ?? 0))
  return {
    hostMs: percentile(hostMs, 50),
    pageMs: percentile(pageMs, 50),
    totalMs: percentile(total, 50),
  }
}

async function measureLargeOffice() {
  const folder = temporaryFolder()
  const { app } = await createSampleApp(folder, { sample: false })
  const { connections, door } = app.context.office.current()
  await door.change('import.apply', { file: 'bench' }, async () => {
    insertRows(connections.raw, 'student', studentRows())
  })
  await app.close()
  const host = await startHost(folder)
  const page = await openPage(browser, host.url)
  await page.evaluate(() => window.location.assign('#/students'))
  await page.locator('[role=row][data-row="0"]:not([aria-busy])').waitFor()
  for (const [name, pixelsPerSecond] of /** @type {const} */ ([
    ['reading speed', 1_000],
    ['wheel', 4_000],
    ['fling', 20_000],
  ]))
    printResult(
      `Grid of ${students} rows, ${name}: ${pixelsPerSecond} px/s`,
      await scroll(page, pixelsPerSecond),
    )
  printResult(`Preview of ${workbookRows} × 20 in the window`, await preview(page, host.pid))
  await page.context().close()
  await host.end()
}

/** Scrolls for four seconds at an even speed. @param {import('@playwright/test').Page} page @param {number} pixelsPerSecond */
async function scroll(page, pixelsPerSecond) {
  const { frames, blank, waiting } = await page.evaluate(async (speed) => {
    const row = document.querySelector('[role=row][data-row]')
    let scroller = row?.parentElement
    while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement
    if (!scroller) throw new Error('no grid')
    const area = scroller
    /** @type {number[]} */
    const times = []
    let without = 0
    let loading = 0
    const start = performance.now()
    const from = area.scrollTop
    let last = start
    await new Promise((resolve) => {
      const step = (/** @type {number} */ now) => {
        times.push(now - last)
        last = now
        const box = area.getBoundingClientRect()
        const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        const shown = middle?.closest('[role=row][data-row]')
        if (!shown) without += 1
        else if (shown.getAttribute('aria-busy') === 'true') loading += 1
        area.scrollTop = from + ((now - start) * speed) / 1000
        if (now - start < 4000) requestAnimationFrame(step)
        else resolve(undefined)
      }
      requestAnimationFrame(step)
    })
    return { frames: times.slice(1), blank: without, waiting: loading }
  }, pixelsPerSecond)
  return { ...frameFigures(frames), blankFrames: blank, framesWithRowsOnTheirWay: waiting }
}

/** Reads the workbook in the window while counting frames and the memory of the host's processes. */
async function preview(/** @type {import('@playwright/test').Page} */ page, /** @type {number} */ pid) {
  await page.evaluate(() => window.location.assign('#/import'))
  const input = page.locator('input[type=file]').first()
  await input.waitFor({ state: 'attached' })
  const path = join(temporaryFolder(), 'large.xlsx')
  const { writeFileSync } = await import('node:fs')
  writeFileSync(path, buildMixedWorkbook(workbookRows))
  const framesSince = await watchFrames(page)
  const before = treeRssBytes(pid)
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, treeRssBytes(pid))), 20)
  const startedMs = performance.now()
  await input.setInputFiles(path)
  await page.locator('[role=row]').nth(5).waitFor({ timeout: 120_000 })
  const ms = performance.now() - startedMs
  clearInterval(watch)
  const frames = await framesSince()
  return {
    seconds: round(ms / 1000),
    megabytesOfTheHostBefore: Math.round(before / 2 ** 20),
    peakMegabytesOfTheHost: Math.round(peak / 2 ** 20),
    ...frameFigures(frames),
  }
}

function* studentRows() {
  for (let i = 0; i < students; i += 1)
    yield {
      id: `00000000-0000-7000-9000-${String(i).padStart(12, '0')}`,
      studentNumber: `B${String(i).padStart(6, '0')}`,
      familyName: `Famille ${(i * 7919) % students}`,
      givenNames: 'Éloïse',
      email: `student${i}@example.org`,
      cohort: String(2025 + (i % 5)),
      programme: 'Ingénieur',
      status: 'student',
      isSchooledInFrance: 1,
    }
}
