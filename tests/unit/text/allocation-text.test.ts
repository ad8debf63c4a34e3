import { describe, expect, it } from 'vitest'
import { factText } from '#shared/text/allocation-text.ts'
import { createFormats } from '#shared/text/formats.ts'
import { createTranslate } from '#shared/text/text.ts'

const languageRule = {
  code: 'rule.language',
  params: { rank: 2, value: 'fr:NS, en:B1', wanted: 'de B1, en B2' },
}

describe('what rules a place out', () => {
  it('calls languages by their names, any one of those asked for being enough', () => {
    const en = createTranslate('en')
    const fr = createTranslate('fr')
    expect(factText(en, createFormats('en').language, languageRule)).toBe(
      'languages French (native), English B1; German B1 or English B2 needed',
    )
    expect(factText(fr, createFormats('fr').language, languageRule, 'campaign.finding')).toBe(
      'Vœu 2\u00a0: langues français (langue maternelle), anglais B1\u00a0; il faut allemand B1 ou anglais B2.',
    )
  })

  it('leaves languages that cannot be read as they were written', () => {
    const fact = { code: 'unknown.language', params: { wanted: 'Klingon B2' } }
    expect(factText(createTranslate('en'), createFormats('en').language, fact)).toBe(
      'languages unknown, Klingon B2 needed',
    )
  })
})
