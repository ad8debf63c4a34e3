import { describe, expect, it } from 'vitest'
import { emailKey, parseEmail, parseEmailList } from '#shared/domain/email.ts'
import { esiOf, esiParts, parseEsi } from '#shared/domain/esi.ts'
import { guessMeaningOfM, parseGender } from '#shared/domain/gender.ts'

describe('parseGender', () => {
  it.each([
    [
      '1',
      [
        '1',
        'M',
        'm.',
        'H',
        'Homme',
        'Male',
        'Mr',
        'M.',
        'Monsieur',
        'Herr',
        'Sr.',
        'hombre',
        'männlich',
        'uomo',
      ],
    ],
    [
      '2',
      [
        '2',
        'F',
        'W',
        'Femme',
        'Féminin',
        'female',
        'Mme',
        'Mrs.',
        'Ms',
        'Frau',
        'Sra',
        'mujer',
        'weiblich',
        'Sig.ra',
      ],
    ],
    ['9', ['9', 'X', 'non-binaire', 'Other', 'divers']],
    ['0', ['0', 'Undefined', 'non précisé', 'unknown']],
  ])('reads %s', (code, written) => {
    for (const word of written) expect([word, parseGender(word)]).toEqual([word, { ok: true, value: code }])
  })

  it('reads a number', () => {
    expect(parseGender(2)).toEqual({ ok: true, value: '2' })
  })

  it.each([
    ['', 'empty'],
    ['D', 'ambiguous'],
    ['U', 'ambiguous'],
    ['Dr', 'unknown-words'],
    ['3', 'unknown-words'],
  ])('refuses %j: %s', (written, reason) => expect(parseGender(written)).toMatchObject({ error: { reason } }))

  it('reads M as mujer in a column of H and M', () => {
    expect(guessMeaningOfM(['H', 'M', 'M', ''])).toBe('female')
    expect(guessMeaningOfM(['V', 'M'])).toBe('female')
    expect(guessMeaningOfM(['M', 'F'])).toBe('male')
    expect(guessMeaningOfM(['H', 'F', 'M'])).toBe('male')
    expect(guessMeaningOfM(['M'])).toBe('male')
    expect(parseGender('M', 'female')).toEqual({ ok: true, value: '2' })
  })
})

describe('parseEmail', () => {
  it.each([
    ['ana.ruiz@UPM.es', 'ana.ruiz@upm.es'],
    [' mailto:ri@enit.fr?subject=hello ', 'ri@enit.fr'],
    ['International Office <io@tudelft.nl>', 'io@tudelft.nl'],
    ['<io@tudelft.nl>.', 'io@tudelft.nl'],
    ['io@tudelft.nl <io@tudelft.nl>', 'io@tudelft.nl'],
    ['erasmus@uw.edu.pl.', 'erasmus@uw.edu.pl'],
    ['\u200bri@enit.fr\u00a0', 'ri@enit.fr'],
    ["o'neil+x@tcd.ie", "o'neil+x@tcd.ie"],
    ['a@müller.de', 'a@müller.de'],
  ])('reads %j as %j', (written, email) => expect(parseEmail(written)).toEqual({ ok: true, value: email }))

  it.each([
    ['', 'empty'],
    ['www.enit.fr', 'no-at'],
    ['a@b.fr; c@d.fr', 'several'],
    ['a@b', 'malformed'],
    ['a b@c.fr', 'malformed'],
    ['a@b..fr', 'malformed'],
    ['.a@b.fr', 'malformed'],
    ['a@-b.fr', 'malformed'],
    ['a@10.0.0.1', 'malformed'],
    ['ana@upm.es, '.repeat(100), 'several'],
    [`${'x'.repeat(700)}@upm.es`, 'malformed'],
    [`see ${'the site '.repeat(100)}`, 'no-at'],
  ])('refuses %.20j: %s', (written, reason) =>
    expect(parseEmail(written)).toMatchObject({ error: { reason } }),
  )

  it('compares without regard to capitals', () => {
    const [a, b] = [parseEmail('Ana@upm.es'), parseEmail('ana@UPM.es')]
    expect(a.ok && b.ok && emailKey(a.value) === emailKey(b.value)).toBe(true)
  })
})

describe('parseEmailList', () => {
  it.each([
    ['a@b.fr; c@d.fr', ['a@b.fr', 'c@d.fr']],
    ['a@b.fr, C@D.fr', ['a@b.fr', 'C@d.fr']],
    ['a@b.fr\nc@d.fr', ['a@b.fr', 'c@d.fr']],
    ['a@b.fr / c@d.fr', ['a@b.fr', 'c@d.fr']],
    ['Ruiz, Ana <ana@upm.es>; Bo Li <bo@kth.se>', ['ana@upm.es', 'bo@kth.se']],
    ['a@b.fr; A@b.fr', ['A@b.fr']],
  ])('reads %j', (written, emails) => expect(parseEmailList(written)).toEqual({ ok: true, value: emails }))

  it.each([
    ['', 'empty'],
    [' ; ', 'empty'],
    ['a@b.fr; bob', 'no-at'],
    ['a@b.fr, c@d', 'malformed'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseEmailList(written)).toMatchObject({ error: { reason } }),
  )
})

describe('parseEsi', () => {
  const esi = 'urn:schac:personalUniqueCode:int:esi:uw.edu.pl:0650048Z-1'

  it('reads an identifier, its fixed part in any case', () => {
    expect(parseEsi(esi)).toEqual({ ok: true, value: esi })
    expect(parseEsi(' URN:SCHAC:personaluniquecode:int:esi:UW.edu.pl:0650048Z-1')).toEqual({
      ok: true,
      value: esi,
    })
  })

  it('takes it apart and makes it again', () => {
    const read = parseEsi(esi)
    const parts = read.ok ? esiParts(read.value) : { issuer: '', code: '' }
    expect(parts).toEqual({ issuer: 'uw.edu.pl', code: '0650048Z-1' })
    expect(esiOf(parts.issuer, parts.code)).toEqual(read)
    expect(esiOf('fr', '123')).toEqual({ ok: true, value: 'urn:schac:personalUniqueCode:int:esi:fr:123' })
  })

  it.each([
    ['', 'empty'],
    ['12345', 'not-esi'],
    ['urn:schac:personalUniqueCode:int:esi:12345', 'no-issuer'],
    ['urn:schac:personalUniqueCode:int:esi:uw.edu.pl', 'malformed-code'],
    ['urn:schac:personalUniqueCode:int:esi:uw.edu.pl:a:b', 'malformed-code'],
  ])('refuses %j: %s', (written, reason) => expect(parseEsi(written)).toMatchObject({ error: { reason } }))
})
