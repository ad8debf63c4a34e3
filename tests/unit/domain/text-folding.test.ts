import { describe, expect, it } from 'vitest'
import { cleanText, foldText, matchKey, searchTokens } from '#shared/domain/text-folding.ts'

describe('foldText', () => {
  it.each([
    ['École Polytechnique', 'ecole polytechnique'],
    ['Łódź', 'lodz'],
    ['Ørsted Håndværk', 'orsted handvaerk'],
    ['Straße', 'strasse'],
    ['STRASSE ẞ', 'strasse ss'],
    ['Œuvre Æther', 'oeuvre aether'],
    ['İstanbul Işık', 'istanbul isik'],
    ['Þór Ðað', 'thor dad'],
    ['Ħal Għaxaq', 'hal ghaxaq'],
    ['d’INGENIEURS d`ici d´eau', "d'ingenieurs d'ici d'eau"],
    ['d\u1FEFici d\u1FFDeau d\uFF40or', "d'ici d'eau d'or"],
    ['A – B — C', 'a - b - c'],
    ['F\u00a0\u00a0PARIS083', 'f paris083'],
    ['\ufeffNom\u200b', 'nom'],
    ['  a \t\r\n b  ', 'a b'],
    ['ＵＴＦ', 'utf'],
    ['e\u0301te\u0301', 'ete'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['', ''],
  ])('folds %j to %j', (written, folded) => {
    expect(foldText(written)).toBe(folded)
  })
})

describe('cleanText', () => {
  it.each([
    ['  Université\u00a0de   Liège ', 'Université de Liège'],
    ['\ufeffCode', 'Code'],
    ['Universite\u0301', 'Université'],
    ['so\u00adft', 'soft'],
    ['a\u0001b', 'ab'],
    ['line one\r\nline two', 'line one line two'],
    ['’keeps’ — typography', '’keeps’ — typography'],
  ])('stores %j as %j', (written, clean) => {
    expect(cleanText(written)).toBe(clean)
  })

  it('keeps case and accents', () => {
    expect(cleanText('ÉCOLE d’Été')).toBe('ÉCOLE d’Été')
  })
})

describe('matchKey', () => {
  it('makes two writings of one institution equal', () => {
    expect(matchKey('Ecole Nationale d`Ingénieurs (TARBES)')).toBe(
      matchKey("ÉCOLE NATIONALE D'INGENIEURS - TARBES"),
    )
  })

  it('keeps digits and other alphabets', () => {
    expect(matchKey('Université Paris-8, Ελλάδα')).toBe('universite paris 8 ελλαδα')
  })
})

describe('searchTokens', () => {
  it('gives the folded words', () => {
    expect(searchTokens(' Télécom—Paris, IMT ')).toEqual(['telecom', 'paris', 'imt'])
  })

  it('finds no word in punctuation', () => {
    expect(searchTokens(' – ')).toEqual([])
  })
})
