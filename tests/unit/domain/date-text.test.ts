import { describe, expect, it } from 'vitest'
import { guessDateOrder, readDateText } from '#shared/domain/date-text.ts'
import type { DateTextOptions } from '#shared/domain/date-text.ts'

function dateOf(text: string, options?: DateTextOptions): string {
  const result = readDateText(text, options)
  return result.ok ? result.value.date : result.error.reason
}

describe('readDateText', () => {
  it.each([
    ['13/04/2026', '2026-04-13'],
    ['3.4.26', '2026-04-03'],
    ['03-04-2026', '2026-04-03'],
    ['3 4 2026', '2026-04-03'],
    ['04/13/2026', '2026-04-13'],
    ['2026-04-03', '2026-04-03'],
    ['2026/4/3', '2026-04-03'],
    ['2026-04-03T10:00:00Z', '2026-04-03'],
    ['2026-04-03T10:00:00.000+02:00', '2026-04-03'],
    ['2026-04-03 00:00:00', '2026-04-03'],
    ['13/04/2026 12:30', '2026-04-13'],
    ['13/04/2026 à 12h30', '2026-04-13'],
    ['4/13/2026 9:05 PM', '2026-04-13'],
    ['20260403', '2026-04-03'],
    ['3 avril 2026', '2026-04-03'],
    ['1er août 2026', '2026-08-01'],
    ['vendredi 3 avril 2026', '2026-04-03'],
    ['le 3 févr. 2026', '2026-02-03'],
    ['April 3, 2026', '2026-04-03'],
    ['Fri, April 3rd, 2026', '2026-04-03'],
    ['3-Apr-26', '2026-04-03'],
    ['03-APR-2026', '2026-04-03'],
    ['3 de abril de 2026', '2026-04-03'],
    ['3. März 2026', '2026-03-03'],
    ['3 Mar 2026', '2026-03-03'],
    ['mardi 3 mars 2026', '2026-03-03'],
    ['mar. 3 mars 2026', '2026-03-03'],
    ['1º maggio 2026', '2026-05-01'],
    ['31 dic 2026', '2026-12-31'],
    ['2026 May 4', '2026-05-04'],
    ['March 1, 2026', '2026-03-01'],
    ['Mar 13, 2026', '2026-03-13'],
    ['Fri 13/04/2026', '2026-04-13'],
    ['13\u00a0avril\u00a02026', '2026-04-13'],
  ])('reads %j as %s', (written, date) => expect(dateOf(written)).toBe(date))

  it.each([
    ['', 'empty'],
    ['soon', 'not-a-date'],
    ['46115', 'not-a-date'],
    ['2026', 'not-a-date'],
    ['1234/12/2026', 'not-a-date'],
    ['31/02/2026', 'no-such-day'],
    ['13/13/2026', 'no-such-day'],
    ['29/02/2026', 'no-such-day'],
    ['2026-02-30', 'no-such-day'],
    ['20261301', 'no-such-day'],
    ['31 avril 2026', 'no-such-day'],
    ['3 avrul 2026', 'unknown-month'],
    ['avril 2026', 'no-day'],
    ['04/2026', 'no-day'],
    ['03/04/2026 - 05/06/2026', 'not-a-date'],
    ['15 May / 10 Oct', 'not-a-date'],
  ])('refuses %j: %s', (written, reason) => expect(dateOf(written)).toBe(reason))

  it('says when figures can be read in two ways', () => {
    expect(readDateText('03/04/2026')).toMatchObject({ value: { date: '2026-04-03', isAmbiguous: true } })
    expect(readDateText('03/03/2026')).toMatchObject({ value: { isAmbiguous: false } })
    expect(readDateText('3 avril 2026')).toMatchObject({ value: { isAmbiguous: false } })
    expect(readDateText('03/04/2026', { order: 'mdy' })).toMatchObject({
      value: { date: '2026-03-04', isAmbiguous: false },
    })
  })

  it('refuses a date that contradicts the order of its column', () => {
    expect(dateOf('04/13/2026', { order: 'dmy' })).toBe('other-order')
    expect(dateOf('13/04/2026', { order: 'mdy' })).toBe('other-order')
    expect(dateOf('13/04/2026', { order: 'ymd' })).toBe('other-order')
    expect(dateOf('2026-04-13', { order: 'dmy' })).toBe('2026-04-13')
  })

  it('reads a two-digit year first where the column does', () => {
    expect(dateOf('26-04-03', { order: 'ymd' })).toBe('2026-04-03')
  })

  it('supplies the century up to the latest year allowed', () => {
    expect(dateOf('01/02/49')).toBe('2049-02-01')
    expect(dateOf('01/02/50')).toBe('1950-02-01')
    expect(dateOf('01/02/27', { latestYear: 2026 })).toBe('1927-02-01')
    expect(readDateText('13/02/04')).toMatchObject({ value: { isCenturySupplied: true } })
  })
})

describe('guessDateOrder', () => {
  it.each([
    [['03/04/2026', '13/04/2026'], 'dmy'],
    [['03/04/2026', '04/13/2026', ''], 'mdy'],
    [['2026-04-03', '2026-05-03'], 'ymd'],
    [['2026-04-03', '13/04/2026'], 'dmy'],
    [['03/04/2026', '05/06/2026'], undefined],
    [['13/04/2026', '04/13/2026'], undefined],
    [['2026-04-03', '03/04/2026'], undefined],
    [['3 avril 2026', 'soon'], undefined],
    [[], undefined],
  ])('finds the order of %j: %s', (samples, order) => expect(guessDateOrder(samples).order).toBe(order))

  it('counts what each date shows', () => {
    expect(guessDateOrder(['13/04/2026', '04/13/2026', '03/04/2026', '03/03/2026', '31/02/2026'])).toEqual({
      order: undefined,
      dmy: 1,
      mdy: 1,
      ymd: 0,
      either: 1,
    })
  })
})
