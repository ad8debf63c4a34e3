/**
 * Measures reading an xlsx of 20 mixed columns against other readers: whole processes, interleaved, medians.
 * CPU counts user and system time of the process and of all its children; memory is the peak of the whole tree.
 *
 *   node scripts/bench/read-xlsx.mjs [--rows 10000,100000] [--runs 3] [--only floor,ours] [--json]
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { treeRssBytes } from './lib.mjs'
import { buildMixedWorkbook } from './lib/mixed-workbook.mjs'

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,100000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const rowCounts = options.rows.split(',').map(Number)
const runs = Number(options.runs)
const wanted = options.only?.split(',')

const programs = join(import.meta.dirname, 'readers')
const folder = mkdtempSync(join(tmpdir(), 'read-xlsx-'))
const bundles = join(folder, 'bundles')
/** @type {readonly { name: string, command: (file: string, folder: string) => string[], isPresent?: () => boolean, tellsCpu?: boolean }[]} */
const contenders = [
  { name: 'floor', command: (file) => [process.execPath, join(programs, 'floor.mjs'), file] },
  {
    name: 'ours',
    command: (file) => [process.execPath, join(bundles, 'ours.mjs'), file, join(bundles, 'reader-child.mjs')],
  },
  {
    name: 'ours with preview',
    command: (file) => [
      process.execPath,
      join(programs, 'preview.mjs'),
      file,
      join(bundles, 'reader-child.mjs'),
    ],
    tellsCpu: true,
  },
  { name: 'ours from sources', command: (file) => [process.execPath, join(programs, 'ours.mjs'), file] },
  { name: 'exceljs', command: (file) => [process.execPath, join(programs, 'exceljs.mjs'), file] },
  { name: 'sheetjs', command: (file) => [process.execPath, join(programs, 'sheetjs.mjs'), file] },
  {
    name: 'openpyxl',
    command: (file) => ['python3', join(programs, 'openpyxl_read.py'), file],
    isPresent: () => spawnSync('python3', ['-c', 'import openpyxl']).status === 0,
  },
  {
    name: 'libreoffice',
    command: (file, profile) => [
      'soffice',
      '--headless',
      `-env:UserInstallation=file://${profile}/profile`,
      '--convert-to',
      'csv',
      '--outdir',
      profile,
      file,
    ],
    isPresent: () => spawnSync('soffice', ['--version']).status === 0,
  },
]

if (process.platform !== 'linux') throw new Error('this measurement reads /proc: it runs on Linux only')
try {
  await bundleOurs()
  const present = contenders.filter(
    ({ name, isPresent }) => (wanted?.includes(name) ?? true) && (isPresent?.() ?? true),
  )
  const results = []
  for (const rows of rowCounts) results.push(await measureFile(rows, present))
  console.log(options.json ? JSON.stringify(results, undefined, 2) : results.map(toTable).join('\n\n'))
} finally {
  rmSync(folder, { recursive: true })
}

/** Our two programs as they are shipped: one file each, no TypeScript to strip at start. */
async function bundleOurs() {
  await build({
    logLevel: 'warn',
    configFile: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: bundles,
      rollupOptions: {
        input: {
          ours: join(programs, 'ours.mjs'),
          'reader-child': join(import.meta.dirname, '../../electron/core/sheets/reader-child.ts'),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  })
}

/** @param {number} rows @param {typeof contenders} present */
async function measureFile(rows, present) {
  const file = join(folder, `mixed-${rows}.xlsx`)
  writeFileSync(file, buildMixedWorkbook(rows))
  /** @type {Map<string, { cpuMs: number, peakMb: number, wallMs: number }[]>} */
  const measures = new Map(present.map(({ name }) => [name, []]))
  for (let run = 0; run < runs; run++) {
    for (const { name, command, tellsCpu } of present)
      measures.get(name)?.push(await measure(command(file, folder), tellsCpu === true))
  }
  const medians = [...measures].map(([name, list]) => ({
    name,
    cpuMs: median(list.map(({ cpuMs }) => cpuMs)),
    wallMs: median(list.map(({ wallMs }) => wallMs)),
    peakMb: median(list.map(({ peakMb }) => peakMb)),
  }))
  const cpuOf = (/** @type {string} */ name) =>
    medians.find((entry) => entry.name === name)?.cpuMs ?? Number.NaN
  return {
    rows,
    runs,
    readers: medians.map((entry) => ({
      ...entry,
      timesFloor: ratio(entry.cpuMs, cpuOf('floor')),
      timesExceljs: ratio(entry.cpuMs, cpuOf('exceljs')),
    })),
  }
}

/** Runs a program to its end; one that prints the CPU it took is believed. @param {string[]} command @param {boolean} tellsCpu */
async function measure([program = '', ...args], tellsCpu) {
  const before = childrenCpuMs()
  const start = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', tellsCpu ? 'pipe' : 'ignore', 'inherit'] })
  let said = ''
  child.stdout?.on('data', (chunk) => (said += String(chunk)))
  let peak = 0
  const watch = setInterval(() => {
    if (child.pid !== undefined) peak = Math.max(peak, treeRssBytes(child.pid))
  }, 20)
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}`)
  return {
    cpuMs: tellsCpu ? Number(said) : childrenCpuMs() - before,
    wallMs: Math.round(performance.now() - start),
    peakMb: Math.round(peak / (1024 * 1024)),
  }
}

/** CPU of all children that have ended, and of theirs: fields 16 and 17 of /proc/self/stat, in hundredths of a second. */
function childrenCpuMs() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[13]) + Number(fields[14])) * 10
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** @param {number} value @param {number} unit */
function ratio(value, unit) {
  return Math.round((value / unit) * 100) / 100
}

/** @param {Awaited<ReturnType<typeof measureFile>>} result */
function toTable({ rows, readers }) {
  const header = `${rows} rows x 20, median of ${runs}`.padEnd(34)
  return [
    `${header}  cpu ms  wall ms  peak MB  x floor  x exceljs`,
    ...readers.map(({ name, cpuMs, wallMs, peakMb, timesFloor, timesExceljs }) =>
      [
        name.padEnd(34),
        ...[
          [cpuMs, 8],
          [wallMs, 9],
          [peakMb, 9],
          [timesFloor, 9],
          [timesExceljs, 11],
        ].map(([value, width]) => String(value).padStart(Number(width))),
      ].join(''),
    ),
  ].join('\n')
}
