import { describe, expect, it } from 'vitest'
import { parseDecimal, parsePlaces } from '#shared/domain/number-text.ts'

describe('parseDecimal', () => {
  it.each([
    ['1 234,5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234,50', 1234.5],
    ["1'234.5", 1234.5],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['.5', 0.5],
    ['450 €', 450],
    ['€ 450.00', 450],
    ['450,00 EUR', 450],
    ['-3', -3],
    ['−3,5', -3.5],
    [2.75, 2.75],
  ])('reads %j as %d', (written, number) =>
    expect(parseDecimal(written)).toEqual({ ok: true, value: number }),
  )

  it('reads one sign before three digits when the column tells its decimal sign', () => {
    expect(parseDecimal('1,234', ',')).toEqual({ ok: true, value: 1.234 })
    expect(parseDecimal('1,234', '.')).toEqual({ ok: true, value: 1234 })
    expect(parseDecimal('1.234', ',')).toEqual({ ok: true, value: 1234 })
  })

  it.each([
    ['', 'empty'],
    ['1,234', 'ambiguous'],
    ['1.234', 'ambiguous'],
    ['12 places', 'not-a-number'],
    ['1,23,4', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['1,234.5.6', 'not-a-number'],
    [Number.NaN, 'not-a-number'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseDecimal(written)).toMatchObject({ error: { reason } }),
  )
})

describe('parsePlaces', () => {
  it.each([
    ['3', 3],
    ['3.0', 3],
    ['3,00', 3],
    [' 3\u00a0', 3],
    [3, 3],
    ['0', 0],
    ['12 places', 12],
    ['2 étudiants', 2],
    ['2 étudiant(e)s', 2],
    ['1 student', 1],
    ['', null],
    [' ', null],
    ['-', null],
    ['–', null],
    ['n/a', null],
    [null, null],
  ])('reads %j as %j', (written, places) => expect(parsePlaces(written)).toEqual({ ok: true, value: places }))

  it.each([
    ['2+1', { reason: 'sum', params: { total: 3 } }],
    ['2 + 1 + 1', { reason: 'sum', params: { total: 4 } }],
    ['1-2', { reason: 'range' }],
    ['2*', { reason: 'with-remark', params: { value: 2 } }],
    ['3 (S1)', { reason: 'with-remark', params: { value: 3, remark: '(s1)' } }],
    ['3,5', { reason: 'not-whole' }],
    ['3.000', { reason: 'not-whole' }],
    [2.5, { reason: 'not-whole' }],
    ['-1', { reason: 'negative' }],
    ['2026', { reason: 'too-many' }],
    ['several', { reason: 'not-a-number' }],
  ])('refuses %j', (written, error) => expect(parsePlaces(written)).toMatchObject({ ok: false, error }))
})
