import { execFile, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'
import { tempFolder } from '#tests/fixtures/test-office.ts'

async function exported({ client }: TestApp, format: string, academicYear: string): Promise<Uint8Array> {
  const { jobId } = await client.jobs.start({ kind: 'export', format, params: { academicYear } })
  const result = await client.jobs.result({ jobId })
  if (result.kind !== 'export') throw new Error(result.kind)
  return new Uint8Array(await result.file.arrayBuffer())
}

const formulaCell = /<c r="([A-Z]+\d+)"[^>]*>(?:<f[^>]*>[^<]*<\/f>|<f[^>]*\/>)<v>([^<]*)<\/v>/g

/** The results of all formulas, by sheet part and cell. */
function results(workbook: Uint8Array): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [name, bytes] of Object.entries(unzipSync(workbook))) {
    if (!name.startsWith('xl/worksheets/sheet')) continue
    for (const [, cell = '', value = ''] of strFromU8(bytes).matchAll(formulaCell))
      found.set(`${name} ${cell}`, Number(value))
  }
  return found
}

describe('the annual report as a workbook', () => {
  it('has each figure as a formula over rows in a table of Excel’s, and a native chart for each table', async () => {
    const app = await aTestAppWithOffice({ profile: 'telecom-paris', sample: true })
    const parts = unzipSync(await exported(app, 'annual-report', '2026/2027'))
    const names = Object.keys(parts)
    const view = await app.client.reports.view({ academicYear: '2026/2027' })
    const told = view.tables.filter((table) => table.rows.length > 0)
    expect(names.filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(told.length)
    const tables = names.filter((name) => name.startsWith('xl/tables/'))
    expect(tables.length).toBeGreaterThan(2)
    for (const name of tables) {
      const columns = [
        ...strFromU8(parts[name] ?? new Uint8Array()).matchAll(/<tableColumn id="\d+" name="([^"]*)"/g),
      ]
      expect(new Set(columns.map(([, column]) => column)).size).toBe(columns.length)
    }
    const first = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    expect(first).toContain('SUMPRODUCT((Rows_mobilities[Form]=$A2)*(Rows_mobilities[Academic year]=B$1))')
    expect(first).toMatch(/<drawing r:id="rId\d+"\/>/)
  })

  it.skipIf(spawnSync('soffice', ['--version']).status !== 0)(
    'gives the same figures when another program works them out from nothing',
    async () => {
      const app = await aTestAppWithOffice({ profile: 'enit', sample: true })
      const workbook = await exported(app, 'annual-report', '2026/2027')
      const stripped = Object.fromEntries(
        Object.entries(unzipSync(workbook)).map(([name, bytes]) => [
          name,
          name.startsWith('xl/worksheets/')
            ? strToU8(strFromU8(bytes).replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))
            : bytes,
        ]),
      )
      const folder = tempFolder()
      writeFileSync(join(folder, 'report.xlsx'), zipSync(stripped))
      await promisify(execFile)('soffice', [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'report.xlsx'),
      ])
      const ours = results(workbook)
      const theirs = results(readFileSync(join(folder, 'out', 'report.xlsx')))
      expect(ours.size).toBeGreaterThan(200)
      const different = [...ours].filter(
        ([cell, value]) => Math.abs((theirs.get(cell) ?? Number.NaN) - value) > 1e-6,
      )
      expect(different).toEqual([])
      console.log(`extra cases: ${ours.size} formulas of the annual report worked out by LibreOffice`)
    },
    120_000,
  )

  it.each(['annual-report', 'annual-report-pdf'])(
    'of a year without stays is refused: %s',
    async (format) => {
      const app = await aTestAppWithOffice({ profile: 'telecom-paris', sample: true })
      await expect(exported(app, format, '2031/2032')).rejects.toMatchObject({
        data: {
          code: 'nothing-to-export',
          data: {
            reason: 'no-accepted-stays',
            year: '2031/2032',
            years: expect.stringContaining('2026/2027, 2025/2026'),
          },
        },
      })
    },
  )

  it('of an office without any stay is refused', async () => {
    const app = await aTestAppWithOffice()
    await expect(exported(app, 'annual-report', '2031/2032')).rejects.toMatchObject({
      data: { code: 'nothing-to-export', data: { reason: 'no-accepted-stays-at-all' } },
    })
  })
})

describe('the annual report as a document', () => {
  it('is a PDF of several pages', async () => {
    const app = await aTestAppWithOffice({ profile: 'telecom-paris', sample: true })
    const text = Buffer.from(await exported(app, 'annual-report-pdf', '2026/2027')).toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(4)
  })
})
