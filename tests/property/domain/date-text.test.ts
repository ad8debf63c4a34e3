import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateParts, fromDayNumber } from '#shared/domain/civil-date.ts'
import { guessDateOrder, readDateText } from '#shared/domain/date-text.ts'

// 1950-01-01 to 2049-12-31: the years that two digits mean without other instruction.
const date = fc.integer({ min: -7305, max: 29_219 }).map(fromDayNumber)
const two = (n: number): string => String(n).padStart(2, '0')

it('reads a date written in figures in the order it was written', () => {
  fc.assert(
    fc.property(date, fc.constantFrom('/', '.', '-', ' '), fc.boolean(), (day, separator, isShort) => {
      const { year, month, day: number } = dateParts(day)
      const shown = isShort ? two(year % 100) : String(year)
      const dmy = [two(number), two(month), shown].join(separator)
      const mdy = [String(month), String(number), shown].join(separator)
      expect(readDateText(dmy, { order: 'dmy' })).toMatchObject({ ok: true, value: { date: day } })
      expect(readDateText(mdy, { order: 'mdy' })).toMatchObject({ ok: true, value: { date: day } })
      expect(readDateText(`${day}T12:00:00Z`, { order: 'mdy' })).toMatchObject({
        ok: true,
        value: { date: day },
      })
    }),
  )
})

it('reads a date that the computer writes in words', () => {
  const language = fc.constantFrom('fr-FR', 'en-GB', 'en-US', 'es-ES', 'de-DE', 'it-IT')
  const style = fc.constantFrom('full', 'long')
  fc.assert(
    fc.property(date, language, style, (day, locale, dateStyle) => {
      const written = new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, { dateStyle, timeZone: 'UTC' })
      expect([written, readDateText(written)]).toMatchObject([
        written,
        { ok: true, value: { date: day, isAmbiguous: false } },
      ])
    }),
  )
})

it('is ambiguous only where both readings exist and differ', () => {
  fc.assert(
    fc.property(date, (day) => {
      const { year, month, day: number } = dateParts(day)
      expect(readDateText(`${number}/${month}/${year}`)).toMatchObject({
        value: { date: day, isAmbiguous: number <= 12 && number !== month },
      })
    }),
  )
})

it('guesses the order of a column that shows it, and every date of it can then be read', () => {
  fc.assert(
    fc.property(fc.array(date, { minLength: 1 }), fc.constantFrom('dmy', 'mdy'), (days, order) => {
      const written = days.map((day) => {
        const parts = dateParts(day)
        return order === 'dmy'
          ? `${parts.day}/${parts.month}/${parts.year}`
          : `${parts.month}/${parts.day}/${parts.year}`
      })
      const guess = guessDateOrder(written)
      expect(guess.order).toBe(days.some((day) => dateParts(day).day > 12) ? order : undefined)
      expect(written.every((text) => readDateText(text, { order }).ok)).toBe(true)
    }),
  )
})

it('answers for any text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('1', '2', '0', '/', '-', '.', ' ', 'm', 'a', 'y', 't', ':') }),
      ),
      (text) => {
        expect(typeof readDateText(text).ok).toBe('boolean')
      },
    ),
  )
})
