import { expect, test } from 'vitest'
import type { Cell } from '#core/sheets/types.ts'
import { profileSeed } from '#core/profiles/index.ts'
import { stayForm, stayOutlook } from '#core/features/mobilities/mobilities.service.ts'
import { textKey } from '#shared/entities/labels.ts'
import { createTranslate } from '#shared/text/text.ts'
import { saidParams } from '#shared/text/step-text.ts'
import { applyTrial, trySheet } from '#tests/fixtures/imports/import-desk.ts'
import { aSheet } from '#tests/fixtures/imports/make-files.ts'
import { aTestOffice, testDay, type TestOffice } from '#tests/fixtures/test-office.ts'

/*
 * Stays that a list writes at a later step than a draft. What is wrong with the stay itself keeps it a draft, named at
 * its cell; what the steps behind it ask for and a list cannot bring is said, and said again on the page of the stay.
 */

const t = createTranslate('en')

async function imported(
  office: TestOffice,
  kind: 'students' | 'mobilities',
  rows: readonly (readonly Cell[])[],
) {
  const trial = await trySheet(office, kind, aSheet(rows), {})
  if (trial === undefined) throw new Error('No table was found')
  const { issues } = trial.preview.plan
  const said = [...rows.keys()].slice(1).map((at) =>
    issues
      .ofRow(at + 1)
      .filter(({ code }) => code.startsWith('imports.issue.'))
      .map(({ code, column, params }) => `${column ?? '-'} ${t(textKey(code), saidParams(t, params))}`),
  )
  await applyTrial(office, trial)
  return said
}

const header = ['Student number', 'Host', 'Country', 'Year', 'Form', 'Start', 'End', 'Status']
const students: readonly (readonly Cell[])[] = [
  ['Student number', 'Family name', 'Given names', 'Cohort'],
  ['1', 'DUPONT', 'Zoé', '2028'],
  ['2', 'MARTIN', 'Éric', null],
]

async function anOffice(): Promise<TestOffice> {
  const office = aTestOffice()
  const { settings } = profileSeed('telecom-paris')
  await office.door.change('rules.update', {}, async (trx) => {
    for (const [id, value] of Object.entries(settings))
      await trx
        .insertInto('setting')
        .values({ id, value: JSON.stringify(value) })
        .execute()
  })
  await imported(office, 'students', students)
  return office
}

const stays = ({ connections }: TestOffice) =>
  connections.raw
    .prepare<[], { id: string; status: string }>('SELECT id, status FROM mobility ORDER BY plannedStart, id')
    .all()

test.each<[string, readonly Cell[], string]>([
  [
    'a host without country',
    ['1', 'Acme', null, '2026/2027', 'Internship', '2026-09-01', '2026-12-15', 'departed'],
    'C Kept as a draft, and counted nowhere: the country of Acme is not given.',
  ],
  [
    'a gap period longer than allowed',
    ['1', 'Acme', 'Japan', '2026/2027', 'Gap year', '2026-09-01', '2028-01-31', 'approved'],
    'G Kept as a draft, and counted nowhere: ',
  ],
  [
    'a form that the profile no longer has',
    ['1', 'Acme', 'France', '2026/2027', 'Regional semester', '2026-09-01', '2027-01-31', 'selected'],
    'E Kept as a draft, and counted nowhere: the school’s profile has no form ',
  ],
  [
    'a student without cohort',
    ['2', 'Acme', 'Japan', '2026/2027', 'Internship', '2026-09-01', '2026-12-15', 'departed'],
    'A Kept as a draft, and counted nowhere: the student has no cohort.',
  ],
])('%s is said at its cell and keeps the stay a draft', async (_case, row, wanted) => {
  const office = await anOffice()
  const [said = []] = await imported(office, 'mobilities', [header, row])
  expect(
    said.some((line) => line.startsWith(wanted)),
    said.join('\n'),
  ).toBe(true)
  const [stay] = stays(office)
  expect(stay?.status).toBe('draft')
  const { findings } = await stayForm(office.connections.read, stay?.id ?? '', testDay)
  expect(findings.some(({ level }) => level === 'block')).toBe(true)
})

test('two stays of one list that overlap are both kept as drafts, each said at its start', async () => {
  const office = await anOffice()
  const said = await imported(office, 'mobilities', [
    header,
    ['1', 'Acme', 'Japan', '2026/2027', 'Internship', '2026-09-01', '2026-12-15', 'departed'],
    ['1', 'Musterwerke', 'Germany', '2026/2027', 'Internship', '2026-12-01', '2027-02-15', 'agreed'],
  ])
  for (const lines of said)
    expect(
      lines.some((line) => /^F Kept as a draft.*overlaps/.test(line)),
      lines.join('\n'),
    ).toBe(true)
  expect(stays(office).map(({ status }) => status)).toEqual(['draft', 'draft'])
})

test('an end before the start is left out, said at its cell', async () => {
  const office = await anOffice()
  const trial = await trySheet(
    office,
    'mobilities',
    aSheet([header, ['1', 'Acme', 'Japan', '2026/2027', 'Internship', '2026-12-01', '2026-09-15', 'draft']]),
    {},
  )
  expect(trial?.preview.plan.issues.ofRow(2).map(({ column, code }) => [column, code])).toContainEqual([
    'G',
    'record.ends-before-start',
  ])
})

test('a new stay that ends before it begins is kept as a draft, with both days as the user writes them', async () => {
  const office = await anOffice()
  const [said = []] = await imported(office, 'mobilities', [
    header,
    ['1', 'Acme', 'Japan', '2026/2027', 'Internship', '2026-12-01', '2026-09-15', 'agreed'],
  ])
  expect(said).toContainEqual(expect.stringMatching(/^G Kept as a draft.*15\/09\/2026/))
  expect(stays(office).map(({ status }) => status)).toEqual(['draft'])
})

test('a stay that has departed is taken as the list says; what its steps lack is said, then and on its page', async () => {
  const office = await anOffice()
  const [said = []] = await imported(office, 'mobilities', [
    header,
    ['1', 'Acme', 'Japan', '2026/2027', 'Internship', '2026-09-01', '2026-12-15', 'departed'],
  ])
  expect(said).toContainEqual(
    '- Taken at “Departed” as the list says; its page and the pipeline will say what the steps so far lack: the agreement is not signed.',
  )
  expect(said.some((line) => /^H Taken at “Departed”.* \d+ things/.test(line))).toBe(true)
  const [stay] = stays(office)
  expect(stay?.status).toBe('departed')
  const { lacking } = await stayOutlook(office.connections.read, stay?.id ?? '', testDay)
  expect(lacking.filter(({ level }) => level === 'block').map(({ code }) => code)).toEqual([
    'no-title',
    'agreement-not-signed',
  ])
  expect(lacking).toContainEqual({
    code: 'document-missing',
    params: { document: 'cv' },
    level: 'warn',
    field: 'document:cv',
  })
})

test('a stay that was refused or given up is taken as it is', async () => {
  const office = await anOffice()
  const [said] = await imported(office, 'mobilities', [
    header,
    ['1', 'Acme', 'Japan', '2026/2027', 'Internship', '2026-09-01', '2026-12-15', 'refused'],
  ])
  expect(said).toEqual([])
  expect(stays(office).map(({ status }) => status)).toEqual(['refused'])
})
