import { describe, expect, test } from 'vitest'
import { createNameKeeper, safeFileName, safeSheetName } from '#core/workbooks/file-names.ts'

describe('names of files', () => {
  test.each([
    ['Nominations 2026-2027 - École', 'Nominations 2026-2027 - École'],
    ['TU/e: “Eindhoven” <NL>?', 'TU e “Eindhoven” NL'],
    ['../../etc/passwd', 'etc passwd'],
    ['name. ', 'name'],
    ['con', '_con'],
    ['Aux.2026', '_Aux.2026'],
    ['///', '_'],
  ])('%j becomes %j', (written, expected) => {
    expect(safeFileName(written)).toBe(expected)
  })

  test('are short enough for every system', () => {
    expect(safeFileName('é'.repeat(300)).length).toBeLessThanOrEqual(120)
  })

  test('are all different, case aside', () => {
    const keep = createNameKeeper()
    expect([keep('A', 'xlsx'), keep('a', 'xlsx'), keep('A', 'xlsx')]).toEqual([
      'A.xlsx',
      'a (2).xlsx',
      'A (3).xlsx',
    ])
  })
})

test('names of sheets hold nothing that Excel refuses', () => {
  expect(safeSheetName("[Élèves]: d'été / hiver * très très longs")).toBe('Élèves   d’été   hiver   très t')
})
