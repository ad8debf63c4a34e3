import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { chromium } from '@playwright/test'
import { findOwnBrowser } from '../../electron/hosts/loopback/find-browser.ts'
import { runTool } from './run-tool.mjs'

/**
 * A browser for the end-to-end tests: one of this computer, else Playwright's, fetched if need be, else the one of
 * Debian or Ubuntu where this user may install it. `output` says which, or why there is none.
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function ensureTestBrowser() {
  const own = findOwnBrowser(homedir())
  if (own !== undefined) return found(`with ${own.name}, ${own.path}`)
  if (existsSync(chromium.executablePath())) return found('with Playwright’s Chromium')
  const fetched = await runTool('@playwright/test/cli.js', ['install', 'chromium'])
  if (fetched.ok && existsSync(chromium.executablePath()))
    return found('with Playwright’s Chromium, just fetched')
  const reasons = [fetched.output]
  if (isDebian() && process.getuid?.() === 0) {
    reasons.push(
      run('apt-get', ['update']),
      run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']),
    )
    const installed = findOwnBrowser(homedir())
    if (installed !== undefined) return found(`with ${installed.name}, just installed by apt-get`)
  }
  const sentence =
    'There is no Chrome, Edge, Chromium or Brave here, and none could be fetched: install one, or name one in ESCALE_BROWSER.'
  return { ok: false, output: [...reasons, sentence].join('\n') }
}

/** @param {string} output */
function found(output) {
  return { ok: true, output }
}

function isDebian() {
  return process.platform === 'linux' && existsSync('/etc/debian_version')
}

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {string} what it said
 */
function run(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  })
  return `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`
}
