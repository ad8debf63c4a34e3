import { expect, test } from 'vitest'
import type { ImportKind } from '#shared/contract/imports.ts'
import { applyTrial, tryRows, type Rows, type SheetTrial } from '#tests/fixtures/imports/import-desk.ts'
import { aTestOffice, type TestOffice } from '#tests/fixtures/test-office.ts'

/** Three students, and a partner that takes one of them in each year. */
async function anOffice(): Promise<TestOffice> {
  const office = aTestOffice()
  const take = async (kind: ImportKind, rows: Rows) => applyTrial(office, await tryRows(office, kind, rows))
  await take('students', [
    ['Student number', 'Family name', 'First name', 'Class'],
    ['1', 'Abbe', 'Ada', '2028'],
    ['2', 'Bose', 'Bea', '2028'],
    ['3', 'Curie', 'Cléo', '2028'],
  ])
  await take('partners', [
    ['University', 'Erasmus code', 'Country', 'Places 2025/2026', 'Places 2026/2027'],
    ['Technische Universität Wien', 'A  WIEN02', 'Austria', 1, 1],
  ])
  return office
}

const header = [
  'Student number',
  'Host university',
  'Country',
  'Type of mobility',
  'Semester',
  'Year',
  'Status',
]
const stay = (number: string, status: string, year = '2026/2027') => [
  number,
  'Technische Universität Wien',
  'Austria',
  'Exchange',
  'Autumn',
  year,
  status,
]

const stays = ({ connections }: TestOffice) =>
  connections.raw
    .prepare(
      `SELECT s.studentNumber AS number, m.status, m.overbookingReason AS reason FROM mobility m
       JOIN student s ON s.id = m.studentId ORDER BY s.studentNumber`,
    )
    .all()
const codesOf = ({ preview }: SheetTrial) => preview.plan.issues.byCode().map(({ code }) => code)

test('a new stay for which no place is left is rejected with the figures, and the others are taken', async () => {
  const office = await anOffice()
  const trial = await tryRows(office, 'mobilities', [
    header,
    stay('1', 'Selected'),
    stay('2', 'Selected'),
    stay('3', 'Draft'),
  ])
  expect(trial.preview.plan.reasons.get(3)).toEqual({
    reason: 'places-full',
    params: { partner: 'Technische Universität Wien', year: '2026/2027', agreed: 1, taken: 2 },
  })
  await applyTrial(office, trial)
  expect(stays(office)).toEqual([
    { number: '1', status: 'selected', reason: null },
    { number: '3', status: 'draft', reason: null },
  ])
})

test('a stay held back keeps its status; with the reason of the import it moves, and the reason is kept', async () => {
  const office = await anOffice()
  const both = [header, stay('1', 'Selected'), stay('2', 'Draft')]
  await applyTrial(office, await tryRows(office, 'mobilities', both))
  const moved = [header, stay('1', 'Selected'), stay('2', 'Selected')]
  const held = await tryRows(office, 'mobilities', moved)
  expect(codesOf(held)).toContain('imports.issue.places-full')
  expect(held.preview.plan.counts).toMatchObject({ changed: 0, rejected: 0 })
  const justified = await tryRows(office, 'mobilities', moved, { overbookingReason: 'Agreed by e-mail' })
  expect(codesOf(justified)).toContain('imports.issue.beyond-quota')
  await applyTrial(office, justified)
  expect(stays(office)).toEqual([
    { number: '1', status: 'selected', reason: null },
    { number: '2', status: 'selected', reason: 'Agreed by e-mail' },
  ])
})

test('a reason in a column of the list is enough, and a year that is over is taken with a warning', async () => {
  const office = await anOffice()
  const trial = await tryRows(office, 'mobilities', [
    [...header, 'Reason to exceed the quota'],
    [...stay('1', 'Selected'), null],
    [...stay('2', 'Selected'), 'The dean wrote to them'],
  ])
  expect(codesOf(trial)).toContain('imports.issue.beyond-quota')
  await applyTrial(office, trial)
  expect(stays(office)).toContainEqual({ number: '2', status: 'selected', reason: 'The dean wrote to them' })
  const past = await tryRows(office, 'mobilities', [
    header,
    stay('1', 'Returned', '2025/2026'),
    stay('3', 'Returned', '2025/2026'),
  ])
  expect(past.preview.plan.counts).toMatchObject({ new: 2, rejected: 0 })
  expect(codesOf(past)).toContain('imports.issue.beyond-quota')
})
