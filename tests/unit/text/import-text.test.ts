import { describe, expect, it } from 'vitest'
import { createFormats } from '#shared/text/formats.ts'
import { rowIssueText } from '#shared/text/import-text.ts'
import { createTranslate } from '#shared/text/text.ts'

const t = createTranslate('en')
const formats = createFormats('en')

describe('what is said of a row that is imported', () => {
  it('calls the languages that a wish asks for by their names', () => {
    const issue = {
      code: 'campaign.finding.rule.language',
      params: { rank: 2, value: 'fr:NS, en:B1', wanted: 'de B1, en B2' },
    }
    expect(rowIssueText(t, formats, issue)).toBe(
      'Wish 2: languages French (native), English B1; German B1 or English B2 needed.',
    )
  })

  it('shows a code that has no sentence', () => {
    expect(rowIssueText(t, formats, { code: 'imports.issue.none-such', params: {} })).toBe(
      'imports.issue.none-such',
    )
  })
})
