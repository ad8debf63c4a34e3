import { describe, expect, it } from 'vitest'
import { createFormat } from '#renderer/ui/format.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('writing values for screens', () => {
  it('writes a day in words that cannot be misread', () => {
    expect(createFormat('en').dateInWords('2026-04-03')).toBe('3 April 2026')
    expect(createFormat('fr').dateInWords('2026-04-03')).toBe('3 avril 2026')
  })

  it('shows what is not a day as it is', () => {
    expect(createFormat('en').dateInWords('soon')).toBe('soon')
    expect(createFormat('en').relativeDays('soon', '2026-04-03')).toBe('soon')
  })

  it('counts days across a change of the clock', () => {
    expect(createFormat('en').relativeDays('2026-03-30', '2026-03-28')).toBe('in 2 days')
    expect(createFormat('fr').relativeDays('2026-03-28', '2026-03-29')).toBe('hier')
  })

  it('writes figures as one types them: no separators, all decimals', () => {
    expect(createFormat('fr').typedNumber(12345.678901)).toBe('12345,678901')
    expect(plain(createFormat('fr').number(12345.5))).toBe('12 345,5')
  })
})
