import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import RawConnection from 'better-sqlite3'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { runCommand } from '#tests/fixtures/command-line.ts'
import { schoolList } from '#tests/fixtures/imports/lists.ts'
import { csvFile } from '#tests/fixtures/imports/make-files.ts'
import { tempFolder } from '#tests/fixtures/test-office.ts'

/** An office file of its own, and the commands on it. */
async function anOffice(...create: readonly string[]) {
  const folder = tempFolder()
  const file = join(folder, 'office.escale')
  const run = async (...args: readonly string[]) => await runCommand(...args, '--file', file)
  expect(await run('create', ...create)).toEqual({ status: 0, out: `Created ${file}\n`, err: '' })
  const json = async (...args: readonly string[]): Promise<unknown> => {
    const { status, out, err } = await run(...args, '--json')
    expect([status, err]).toEqual([0, ''])
    return JSON.parse(out)
  }
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  return { folder, file, run, json, write }
}

const students = csvFile([
  ['Numéro', 'Nom', 'Prénom', 'Promotion'],
  ['1001', 'DUPONT', 'Zoé', '2027'],
  ['1002', 'MARTIN', 'Éric', '2028'],
])
const rows = z.array(z.record(z.string(), z.unknown()))

describe('create', () => {
  it('says where the file is, and refuses to write over one', async () => {
    const { file, run } = await anOffice('--profile', 'enit', '--sample')
    expect(
      await run('list', 'partners', '--json').then(({ out }) => rows.parse(JSON.parse(out))),
    ).toHaveLength(140)
    const again = await run('create')
    expect([again.status, again.out]).toEqual([1, ''])
    expect(again.err).toContain(file)
  })

  it('asks for a file and a profile that there is', async () => {
    expect(await runCommand('create')).toMatchObject({ status: 2 })
    const { status, err } = await runCommand(
      'create',
      '--profile',
      'oxford',
      '--file',
      join(tempFolder(), 'x.escale'),
    )
    expect([status, err.split('\n')[0]]).toEqual([2, 'There is no profile “oxford”.'])
  })
})

describe('import', () => {
  it('accounts for each row, says what it created, and proposes nothing the second time', async () => {
    const { json, run, write } = await anOffice()
    const path = write('plazas.csv', csvFile(schoolList))
    const counts = { rows: 15, updated: 0, skipped: 7, rejected: 0, sheet: 'plazas', headerRow: 2 }
    const nothing = { institutions: 0, agreements: 0, places: 0, students: 0 }
    const made = { institutions: 8, agreements: 8, places: 27, students: 0 }
    expect(await json('import', path, '--as', 'partners', '--dry-run')).toMatchObject({
      ...counts,
      created: 8,
    })
    expect(await json('list', 'partners')).toEqual([])
    expect(await json('import', path, '--as', 'partners')).toMatchObject({
      ...counts,
      created: 8,
      unchanged: 0,
      entities: made,
      issues: [],
    })
    expect(await json('import', path, '--as', 'partners')).toMatchObject({
      ...counts,
      created: 0,
      unchanged: 8,
      entities: nothing,
    })
    expect((await run('import', path, '--as', 'partners')).out).toBe(
      'plazas.csv: 15 rows = 0 new + 0 changed + 8 unchanged + 7 not data + 0 rejected\n',
    )
  })

  it('says of each finding where it is', async () => {
    const { json, run, write } = await anOffice()
    const path = write(
      'partners.csv',
      csvFile([
        ['University', 'Country', 'Erasmus code', 'Signed on'],
        ['Hochschule Beispiel', 'Germany', 'D  BEISPIE01', '31/02/2020'],
        ['Universidad Una', 'Spain', 'E  UNA01', null],
        ['Universidad Otra', 'Spain', 'E  UNA01', null],
      ]),
    )
    expect(await json('import', path, '--as', 'partners', '--dry-run')).toMatchObject({
      rejected: 2,
      issues: [
        { sheet: 'partners', row: 3, column: null, code: 'imports.reason.conflict' },
        { sheet: 'partners', row: 4, column: null, code: 'imports.reason.conflict' },
        {
          sheet: 'partners',
          row: 2,
          column: 'D',
          value: '31/02/2020',
          code: 'domain.date-text.no-such-day',
          message: 'This day is not in the calendar.',
        },
      ],
    })
    expect((await run('import', path, '--as', 'partners')).out).toContain(
      'partners D2: [31/02/2020] This day is not in the calendar.\n',
    )
  })

  it('ends with status 1 when no row of a list can be taken', async () => {
    const { run, write } = await anOffice()
    const path = write(
      'partners.csv',
      csvFile([
        ['University', 'Country', 'Erasmus code'],
        ['Universidad Una', 'Spain', 'E  UNA01'],
        ['Universidad Otra', 'Spain', 'E  UNA01'],
      ]),
    )
    expect(await run('import', path, '--as', 'partners')).toMatchObject({
      status: 1,
      out: expect.stringMatching(/= 0 new \+ .* \+ 2 rejected\n/),
    })
  })

  it.each([
    {
      what: 'a file that is not there',
      args: ['nowhere.csv', '--as', 'partners'],
      status: 1,
      said: /nowhere\.csv cannot be read/,
    },
    {
      what: 'a kind that there is not',
      args: ['nowhere.csv', '--as', 'courgettes'],
      status: 2,
      said: /Say what the file holds/,
    },
    { what: 'no file', args: ['--as', 'partners'], status: 2, said: /The command is written: import FILE/ },
  ])('refuses $what', async ({ args, status, said }) => {
    const { run } = await anOffice()
    const ran = await run('import', ...args)
    expect([ran.status, ran.out]).toEqual([status, ''])
    expect(ran.err).toMatch(said)
  })

  it('gives the reason as a document where one is asked for', async () => {
    const { run, write } = await anOffice()
    const { status, out, err } = await run(
      'import',
      write('letter.csv', 'Dear all,\n'),
      '--as',
      'partners',
      '--json',
    )
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: expect.any(String), message: err.trim() } })
  })
})

describe('list', () => {
  it('narrows by field, several values of one being any of them, nothing being empty', async () => {
    const { json, run, write } = await anOffice()
    await json('import', write('students.csv', students), '--as', 'students')
    const numbers = async (...where: readonly string[]) =>
      rows
        .parse(await json('list', 'students', ...where.flatMap((one) => ['--where', one])))
        .map((row) => row['studentNumber'])
    expect(await numbers()).toEqual(['1001', '1002'])
    expect(await numbers('cohort=2027')).toEqual(['1001'])
    expect(await numbers('cohort=2027', 'cohort=2028')).toEqual(['1001', '1002'])
    expect(await numbers('cohort=2027', 'familyName=MARTIN')).toEqual([])
    expect(await numbers('email=')).toEqual(['1001', '1002'])
    expect((await run('list', 'students')).out.split('\n')[0]).toContain('Student number')
  })

  it('names the lists, the columns and the way of writing', async () => {
    const { run } = await anOffice()
    expect(await run('list', 'courgettes')).toMatchObject({
      status: 2,
      err: expect.stringContaining('partners'),
    })
    expect(await run('list', 'partners', '--where', 'country')).toMatchObject({ status: 2 })
    const unknown = await run('list', 'mobilities', '--where', 'status=nomine')
    expect(unknown).toMatchObject({ status: 2, err: expect.stringContaining('nominated') })
    expect(await run('list', 'partners', '--where', 'colour=red')).toMatchObject({
      status: 1,
      err: expect.stringContaining('erasmusCode'),
    })
  })
})

describe('undo, redo and history', () => {
  it('goes back and forth over what was imported, and keeps account of it', async () => {
    const { json, run, write } = await anOffice()
    const path = write('students.csv', students)
    await json('import', path, '--as', 'students')
    expect(await run('undo')).toEqual({ status: 0, out: 'Undone: Imported students.csv\n', err: '' })
    expect(await json('list', 'students')).toEqual([])
    expect(await json('redo')).toMatchObject({ label: 'import.apply', params: { file: 'students.csv' } })
    const [first] = rows.parse(await json('list', 'students'))
    const history = rows.parse(await json('history'))
    expect(history.map(({ kind, label }) => `${String(kind)} ${String(label)}`)).toEqual([
      'redo import.apply',
      'undo import.apply',
      'do import.apply',
      'do office.create',
    ])
    expect(rows.parse(await json('history', '--record', String(first?.['id'])))).toHaveLength(3)
    await run('undo')
    expect(await run('undo')).toMatchObject({ status: 1, err: 'There is nothing to undo.\n' })
  })

  it('tells the whole history, however long', async () => {
    const { file, json } = await anOffice()
    const raw = new RawConnection(file)
    raw.exec(`INSERT INTO action (at, actor, label, params, kind, state, schemaVersion, firstEntry, lastEntry)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
      SELECT '2026-11-24T08:00:00.000Z', 'test', 'record.create', '{}', 'do', 'dropped', 151, 1, 1 FROM n`)
    raw.close()
    expect(rows.parse(await json('history'))).toHaveLength(1201)
  })
})

describe('export', () => {
  it('lists its formats, and writes one whole under the name that is asked', async () => {
    const { folder, json, run, write } = await anOffice()
    await json('import', write('plazas.csv', csvFile(schoolList)), '--as', 'partners')
    const formats = rows.parse(await json('export', '--list')).map(({ id }) => id)
    expect(formats).toEqual(
      expect.arrayContaining([
        'erasmus-nominations',
        'athens-nominations',
        'partners',
        'agreements',
        'students',
        'mobilities',
      ]),
    )
    const path = join(folder, 'out.xlsx')
    expect(await json('export', 'partners', '--out', path)).toMatchObject({ path, rows: 8 })
    const book = new exceljs.Workbook()
    await book.xlsx.load(new Uint8Array(readFileSync(path)).buffer)
    expect(book.worksheets[0]?.rowCount).toBe(9)
    expect(await run('export', 'partners', '--out', join(folder, 'nowhere', 'out.xlsx'))).toMatchObject({
      status: 1,
      err: expect.stringContaining('Check the folder'),
    })
    expect(await run('export', 'courgettes')).toMatchObject({ status: 1 })
  })

  it('records no nomination whose file could not be written', async () => {
    const { file, folder, json, run } = await anOffice('--sample', '--profile', 'telecom-paris')
    const before = await json('history')
    const nominate = ['export', 'erasmus-nominations', '--year', '2026/2027', '--include-incomplete']
    for (const none of [join(folder, 'nowhere', 'out.xlsx'), join(file, 'out.xlsx')])
      expect(await run(...nominate, '--out', none)).toMatchObject({
        status: 1,
        err: expect.stringContaining('Check the folder'),
      })
    expect(await json('history')).toEqual(before)
    const path = join(folder, 'out.xlsx')
    expect(await json(...nominate, '--out', path)).toMatchObject({ path })
    expect(await json('history')).not.toEqual(before)
  })

  it('writes nothing where there is nothing to write', async () => {
    const { folder, run } = await anOffice('--profile', 'telecom-paris')
    const path = join(folder, 'none.xlsx')
    const { status, err } = await run('export', 'erasmus-nominations', '--year', '2026/2027', '--out', path)
    expect([status, err]).toEqual([1, 'No selected mobility with a partner in 2026/2027.\n'])
    expect(existsSync(path)).toBe(false)
  })
})

describe('check', () => {
  it('says that a file is sound, with exit status 1 when it is not', async () => {
    const { file, run, json } = await anOffice('--sample')
    expect(await json('check')).toMatchObject({ ok: true, problems: [] })
    expect((await run('check')).out).toMatch(/^The file is sound: /)
    const raw = new RawConnection(file)
    raw.exec(`DROP TRIGGER journal_student_insert;
      INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance)
        VALUES ('s', '1', 'DUPONT', 'Zoé', 'student', 1)`)
    raw.close()
    const { status, out } = await run('check')
    expect(status).toBe(1)
    expect(out).toBe('Table student: rows that the journal does not know: 1.\n')
  })

  it('does not touch a file that is not ours', async () => {
    const { run, write } = await anOffice()
    const other = write('other.escale', 'not a database')
    const ran = await runCommand('check', '--file', other)
    expect([ran.status, ran.out]).toEqual([1, ''])
    expect(ran.err).toContain('other.escale')
    expect(readFileSync(other, 'utf8')).toBe('not a database')
    expect(await run('check', 'twice')).toMatchObject({ status: 2 })
  })
})
