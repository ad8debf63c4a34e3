import { homedir } from 'node:os'
import { defineConfig } from '@playwright/test'
import { findElectron } from './electron/hosts/find-electron.ts'
import { findOwnBrowser } from './electron/hosts/loopback/find-browser.ts'
import type { HostOptions } from './tests/e2e/fixtures.ts'

// The browser of this computer; without one, the one that `npx playwright install chromium` fetched.
const browser = findOwnBrowser(homedir())
const isRoot = process.getuid?.() === 0
const hasElectron = findElectron(import.meta.dirname) !== undefined

/** The same screens over both ways of running: a browser on loopback, and Electron where its runtime is present. */
export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/build.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Paris',
    contextOptions: { reducedMotion: 'reduce' }, // what fades in lacks contrast for as long as it does
    trace: 'off', // one costs a quarter of the time of a test: ask for it with `--trace retain-on-failure`
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'loopback',
      testIgnore: 'desktop.spec.ts',
      use: {
        program: 'loopback',
        launchOptions: {
          ...(browser === undefined ? {} : { executablePath: browser.path }),
          ...(isRoot ? { chromiumSandbox: false } : {}), // it refuses to run for the superuser
          args: ['--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update'],
        },
      },
    },
    ...(hasElectron
      ? [
          {
            name: 'electron',
            testIgnore: ['start.spec.ts', 'ui-kit.spec.ts'],
            use: { program: 'electron' as const },
          },
        ]
      : []),
  ],
})
