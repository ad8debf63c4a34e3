import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { build } from './build.mjs'
import { countPlaywright, countVitest } from './count-tests.mjs'
import { cacheFolder } from './project.mjs'
import { runTool } from './run-tool.mjs'
import { ensureTestBrowser } from './test-browser.mjs'

/**
 * What a gate found. A gate that runs no tests counts as one, passed or failed; one that runs tests counts as its tests.
 * @typedef {{ passed: number, failed: number, skipped: number, output: string, note?: string }} Found
 */

/**
 * Everything that must hold, in this order: what is quick and what others rest on comes first.
 * @type {readonly { name: string, run: () => Promise<Found> }[]}
 */
const gates = [
  { name: 'types', run: () => check('typescript/bin/tsc', ['-b', '.', 'scripts', '--pretty', 'false']) },
  { name: 'lint', run: () => check('oxlint/bin/oxlint', ['--type-aware']) },
  { name: 'format', run: () => check('oxfmt/bin/oxfmt', ['--check']) },
  { name: 'dead code', run: () => check('knip/bin/knip.js', []) },
  { name: 'window build', run: async () => one(build('web')) },
  { name: 'desktop build', run: async () => one(build('desktop')) },
  { name: 'unit and property', run: () => runVitest(['unit', 'property']) },
  { name: 'integration, contract', run: () => runVitest(['integration', 'contract']) },
  { name: 'end-to-end', run: runPlaywright },
]

/**
 * Runs all gates, those after a failed one too, and says for each how it went. The last line is the sum.
 * @returns {Promise<0 | 1>} the exit code
 */
export async function runAllGates() {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, run } of gates) {
    process.stdout.write(name.padEnd(24))
    const startedAt = performance.now()
    const found = await run()
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    process.stdout.write(`${seconds.padStart(7)} s  ${found.note ?? inWords(found)}\n`)
    const output = stripVTControlCharacters(found.output)
    if (found.failed > 0) console.log(`\n${output.trim()}\n`)
    else
      for (const line of output.split('\n').filter((text) => text.includes('extra cases')))
        console.log(`  ${line.trim()}`)
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) sum[key] += found[key]
  }
  console.log(`\n${inWords(sum)}`)
  return sum.failed === 0 ? 0 : 1
}

/** @param {{ passed: number, failed: number, skipped: number }} counts */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {{ ok: boolean, output: string }} result
 * @returns {Found}
 */
function one({ ok, output }) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output, note: ok ? 'passed' : 'failed' }
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
async function check(program, args) {
  return one(await runTool(program, args))
}

/** @param {readonly string[]} projects */
async function runVitest(projects) {
  const report = reportFile(projects.join('-'))
  const result = await runTool('vitest/vitest.mjs', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return withTests(result, countVitest(report))
}

async function runPlaywright() {
  const browser = await ensureTestBrowser()
  if (!browser.ok) return one(browser)
  const report = reportFile('playwright')
  const result = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  const found = withTests(result, countPlaywright(report))
  return { ...found, note: `${inWords(found)} (${browser.output})` }
}

/**
 * A run that counts no test, or that failed without a failed test, is a failure of its own.
 * @param {{ ok: boolean, output: string }} result
 * @param {{ passed: number, failed: number, skipped: number }} counts
 * @returns {Found}
 */
function withTests({ ok, output }, counts) {
  const isBroken = counts.passed + counts.failed === 0 || (!ok && counts.failed === 0)
  return { ...counts, failed: counts.failed + (isBroken ? 1 : 0), output }
}

/** @param {string} name */
function reportFile(name) {
  const folder = join(cacheFolder, 'reports')
  mkdirSync(folder, { recursive: true })
  return join(folder, `${name}-${process.pid}.json`)
}
