import { expect, it } from 'vitest'
import {
  fillPlaceholders,
  parseExtraColumns,
  placeholdersOf,
  unknownPlaceholders,
} from '#shared/domain/placeholders.ts'

it('fills what is known and leaves the rest of the text as it is', () => {
  const text = 'Dear {{ contact }}, {{contact}} {{nobody}} {single} $& {{'
  expect(fillPlaceholders(text, { contact: '$& {{nobody}}' })).toBe(
    'Dear $& {{nobody}}, $& {{nobody}}  {single} $& {{',
  )
  expect(placeholdersOf(text)).toEqual(['contact', 'nobody'])
  expect(unknownPlaceholders(text, ['contact'])).toEqual(['nobody'])
})

it('reads extra columns line by line', () => {
  expect(parseExtraColumns('Fee waiver: yes\n\n Passport number \nURL: https://a.b/c: d')).toEqual([
    { header: 'Fee waiver', value: 'yes' },
    { header: 'Passport number', value: '' },
    { header: 'URL', value: 'https://a.b/c: d' },
  ])
  expect(parseExtraColumns(null)).toEqual([])
})
