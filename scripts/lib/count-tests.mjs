import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
const none = { passed: 0, failed: 0, skipped: 0 }

/**
 * The tests of a run of Vitest. A file that could not even be loaded holds no test: it counts as one that failed.
 * @param {string} file its JSON report
 * @returns {Counts}
 */
export function countVitest(file) {
  if (!existsSync(file)) return none
  /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const passed = tests.filter(({ status }) => status === 'passed').length
  const failed = tests.filter(({ status }) => status === 'failed').length
  return { passed, failed: failed + unloaded.length, skipped: tests.length - passed - failed }
}

/**
 * The tests of a run of Playwright. One that passed only when it was tried again counts as failed.
 * @param {string} file its JSON report
 * @returns {Counts}
 */
export function countPlaywright(file) {
  if (!existsSync(file)) return none
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} */
  const { stats } = JSON.parse(readFileSync(file, 'utf8'))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}
