/** The application in the browser of this computer, as measurements drive it. */
import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findOwnBrowser } from '../../../electron/hosts/loopback/find-browser.ts'
import { root } from '../../lib/project.mjs'
import { percentile } from '../lib.mjs'

/** The browser of this computer, else the one of Playwright. */
export async function launchBrowser() {
  const found = findOwnBrowser(homedir())
  if (found === undefined && !chromium.executablePath())
    throw new Error('There is no browser here to measure')
  return await chromium.launch({
    ...(found === undefined ? {} : { executablePath: found.path }),
    ...(process.getuid?.() === 0 ? { chromiumSandbox: false } : {}),
    args: ['--disable-dev-shm-usage'],
  })
}

/**
 * Counts frames from now on, by requestAnimationFrame. The function that it returns tells how long each took, in milliseconds.
 * @param {import('@playwright/test').Page} page
 */
export async function watchFrames(page) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const frames = []
    Reflect.set(window, 'benchFrames', frames)
    let last = performance.now()
    const step = (/** @type {number} */ now) => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
  return () => page.evaluate(() => /** @type {number[]} */ (Reflect.get(window, 'benchFrames')))
}

/** @param {readonly number[]} frames in milliseconds */
export function frameFigures(frames) {
  return {
    frames: frames.length,
    p50Ms: percentile(frames, 50),
    p99Ms: percentile(frames, 99),
    longestMs: percentile(frames, 100),
    over50Ms: frames.filter((ms) => ms > 50).length,
    over100Ms: frames.filter((ms) => ms > 100).length,
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 */
export async function openPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** Starts the host on the office `bench` of a folder. @param {string} folder */
export async function startHost(folder) {
  const child = spawn(
    process.execPath,
    [join(root, 'electron/hosts/loopback.ts'), '--no-window', join(folder, 'bench.escale')],
    { env: { ...process.env, ESCALE_STATE: join(folder, 'host'), ESCALE_OFFICES: folder }, cwd: root },
  )
  let output = ''
  const url = await new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString('utf8')
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}(?=\s)/.exec(output)?.[0]
      if (address !== undefined) resolve(address)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => reject(new Error(output)))
  })
  return {
    url,
    pid: child.pid ?? 0,
    end: () =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGINT')
      }),
  }
}
