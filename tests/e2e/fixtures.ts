import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { _electron, expect, test as base, type Page } from '@playwright/test'
import type { ProfileName } from '#shared/contract/office.ts'
import type { Language } from '#shared/text/define-texts.ts'
import { findElectron } from '../../electron/hosts/find-electron.ts'
import {
  createOffice,
  environment,
  makeFolders,
  root,
  startHost,
  type Host,
  type TestFolders,
} from './host-under-test.ts'

export { expect }

/** What a test may choose with `test.use({ … })`. */
export interface HostOptions {
  /** Which program shows the window; chosen by the project. */
  readonly program: 'loopback' | 'electron'
  readonly language: Language
  /** The office that is open when the window appears; null for none, as on the very first start. */
  readonly profile: ProfileName | null
  /** Whether that office is full of sample data. */
  readonly sample: boolean
}

type Running = { readonly host: Host } | { readonly window: Page }

interface HostFixtures {
  /** Folders of this test alone, removed after it. */
  readonly folders: TestFolders
  /** The path of the open office file; undefined when the profile is null. */
  readonly officeFile: string | undefined
  readonly running: Running
  /** The loopback host behind the page; only in the project `loopback`. */
  readonly host: Host
}

/**
 * `page` is the window of a running Escale, already open. An error in its console, or an exception in the page, fails the
 * test. Everything is a test's own: folders, office file, program.
 */
export const test = base.extend<HostOptions & HostFixtures>({
  program: ['loopback', { option: true }],
  language: ['en', { option: true }],
  profile: ['blank', { option: true }],
  sample: [false, { option: true }],

  locale: async ({ language }, use) => {
    await use(language === 'fr' ? 'fr-FR' : 'en-GB')
  },

  folders: async ({ program }, use, { testId }) => {
    const folders = makeFolders(`${program}-${testId}`)
    await use(folders)
    folders.remove()
  },

  officeFile: async ({ folders, profile, sample }, use) => {
    await use(profile === null ? undefined : createOffice(folders, { profile, sample }))
  },

  running: async ({ program, folders, officeFile, language }, use, testInfo) => {
    const office = officeFile === undefined ? [] : [officeFile]
    const env = environment(folders, language)
    if (program === 'electron') {
      const { DISPLAY } = process.env
      const app = await _electron.launch({
        executablePath: findElectron(root) ?? '',
        args: [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--lang=${language}`, ...office],
        env: textsOnly({ ...env, DISPLAY }),
      })
      await use({ window: await app.firstWindow() })
      await app.close()
    } else {
      const host = startHost('electron/hosts/loopback.ts', ['--no-window', ...office], env)
      await host.url
      await use({ host })
      expect(await host.end(), `The host did not end properly:\n${host.output()}`).toBe(0)
      await testInfo.attach('host', { body: host.output().replaceAll(/token=[\w-]+/g, 'token=…') })
    }
  },

  host: async ({ running }, use) => {
    if (!('host' in running)) throw new Error('Only the project loopback has a host of its own')
    await use(running.host)
  },

  page: async ({ page, running }, use) => {
    const shown = 'window' in running ? running.window : page
    const errors = collectErrors(shown)
    if ('host' in running) await page.goto(await running.host.url)
    await use(shown)
    expect(errors, 'The page reported errors').toEqual([])
  },
})

/** Goes to a screen by its address, without what a user presses on the way. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => window.location.assign(`#${hash}`), path)
}

/** Hands a file over to the page's chooser, written first into a folder of the test. */
export async function giveFile(
  page: Page,
  folder: string,
  name: string,
  content: Uint8Array | string,
): Promise<void> {
  const path = join(folder, name)
  writeFileSync(path, content)
  await page.locator('input[type=file]').setInputFiles(path)
}

/** What the page complains about, from now on. */
export function collectErrors(page: Page): readonly string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  return errors
}

/** Rows of a grid after the eighth. */
const alikeRows = '[role=grid] [role=row][data-row]:nth-child(n + 9)'

/**
 * Fails on serious and critical findings of axe (WCAG 2.2 AA), with where each is. What still moves is waited for: half
 * faded in, anything lacks contrast. Of a grid the first rows are looked at, which are all made alike.
 */
export async function checkAccessibility(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const moving = () =>
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    // What has just been put on the page begins to move a frame or two later.
    for (let still = 0; still < 3;) {
      const ending = moving()
      await Promise.allSettled(ending.map(({ finished }) => finished))
      still = ending.length === 0 ? still + 1 : 0
      await frame()
    }
  })
  const { violations } = await new AxeBuilder({ page }).exclude(alikeRows).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ target }) => target.join(' ')) }))
  expect(serious).toEqual([])
}

/** Renews a picture of the README, when asked for with ESCALE_SCREENSHOTS=1: `docs/screenshots/<name>.png`. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  if (process.env['ESCALE_SCREENSHOTS'] !== '1') return
  await page.screenshot({ path: join(root, 'docs', 'screenshots', `${name}.png`), animations: 'disabled' })
}

/** Playwright takes an environment of texts alone. */
function textsOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
