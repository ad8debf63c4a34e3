import { expect, it } from 'vitest'
import { refusalText } from '#shared/text/refusal-text.ts'
import { createTranslate } from '#shared/text/text.ts'

it('a list of charters that is kept already is named by its day as people write it', () => {
  const data = { file: 'eche.xlsx', date: '2026-04-08' }
  expect(refusalText(createTranslate('en'), 'register-same', data)).toContain('the list of 08/04/2026')
  expect(refusalText(createTranslate('fr'), 'register-same', data)).toContain('liste du 08/04/2026')
})
