import { describe, expect, it } from 'vitest'
import {
  erasmusCodeCountry,
  erasmusCodeParts,
  isErasmusCode,
  looksLikeErasmusCode,
  parseErasmusCode,
} from '#shared/domain/erasmus-code.ts'

function refusal(text: string): { reason: string; candidates: readonly string[] } {
  const result = parseErasmusCode(text)
  if (result.ok) throw new Error(`accepted as ${result.value}`)
  return { reason: result.error.reason, candidates: result.error.candidates }
}

describe('parseErasmusCode', () => {
  it.each([
    ['F  PARIS083', 'F  PARIS083'],
    ['F PARIS083', 'F  PARIS083'],
    ['E   BARCELO260', 'E  BARCELO260'],
    ['f paris083', 'F  PARIS083'],
    ['A\u00a0 BADEN01', 'A  BADEN01'],
    ['  PL  WARSZAW01 ', 'PL WARSZAW01'],
    ['CZ  PRAHA28', 'CZ PRAHA28'],
    ['IRL DUBLIN01', 'IRLDUBLIN01'],
    ['irldublin01', 'IRLDUBLIN01'],
    ['LUX LUX-VIL01', 'LUXLUX-VIL01'],
    ['D MÜNCHEN02', 'D  MUNCHEN02'],
    ['PL ŁÓDŹ01', 'PL LODZ01'],
    ['F LE MANS01', 'F  LE-MANS01'],
    ['F GIF–YVE03', 'F  GIF-YVE03'],
    ['E-MADRID05', 'E  MADRID05'],
    ['I_ROMA01', 'I  ROMA01'],
    ['E TOLEDO3', 'E  TOLEDO03'],
    ['N AS03', 'N  AS03'],
    ['CH DELEMON01', 'CH DELEMON01'],
    ['FPARIS083', 'F  PARIS083'],
  ])('reads %j as %j', (written, code) => {
    expect(parseErasmusCode(written)).toEqual({ ok: true, value: code })
  })

  it.each([
    ['DK FREDERICIA 01', 'DK FREDERICIA01'],
    ['F  PARIS 063', 'F  PARIS063'],
    ['F  VERDUN1', 'F  VERDUN01'],
    ['RSPROKUP01', 'RS PROKUP01'],
    ['BE BRUGGE11', 'BE BRUGGE11'],
  ])('reads the irregular official code %j as %j', (written, code) => {
    expect(parseErasmusCode(written)).toEqual({ ok: true, value: code })
  })

  it.each([
    ['', 'empty'],
    ['\u00a0', 'empty'],
    ['F PARIS', 'no-digits'],
    ['Université', 'no-digits'],
    ['F PARIS0083', 'too-many-digits'],
    ['F 083', 'no-city'],
    ['PL 01', 'no-city'],
    ['F P01', 'no-city'],
    ['F PARIS 8 01', 'malformed'],
    ['4045', 'malformed'],
    ['LA-CORU01', 'prefix-unknown'],
    ['ZZZ PARIS01', 'prefix-unknown'],
  ])('refuses %j: %s', (written, reason) => {
    expect(refusal(written)).toEqual({ reason, candidates: [] })
  })

  it.each([
    ['FR PARIS083', 'F  PARIS083'],
    ['GR ATHINE01', 'G  ATHINE01'],
    ['EL ATHINE01', 'G  ATHINE01'],
    ['FI HELSINK01', 'SF HELSINK01'],
    ['GB LONDON01', 'UK LONDON01'],
    ['FST-DENI01', 'F  ST-DENI01'],
  ])('refuses the country code of %j and proposes %j', (written, candidate) => {
    expect(refusal(written)).toEqual({ reason: 'prefix-unknown', candidates: [candidate] })
  })

  it.each([
    ['ROMA01', ['RO MA01']],
    ['DKODENSE01', ['DK ODENSE01', 'D  KODENSE01']],
    ['SKOSICE01', ['SK OSICE01', 'S  KOSICE01']],
    ['IROMA16', ['I  ROMA16']],
  ])('does not guess where the country part of %j ends', (written, candidates) => {
    expect(refusal(written)).toEqual({ reason: 'prefix-not-separated', candidates })
  })

  it.each(['E MADRID05-ETSIT', 'E MADRID05 (Faculty of Law)', 'E MADRID05/2', 'E MADRID05, E MADRID14'])(
    'refuses what follows the code in %j and proposes the code',
    (written) => {
      expect(refusal(written)).toEqual({ reason: 'trailing-text', candidates: ['E  MADRID05'] })
    },
  )

  it('names the unknown country part', () => {
    expect(parseErasmusCode('QQ PARIS01')).toMatchObject({ error: { params: { prefix: 'QQ' } } })
  })
})

describe('isErasmusCode', () => {
  it('accepts only the canonical writing', () => {
    expect(isErasmusCode('F  PARIS083')).toBe(true)
    expect(isErasmusCode('F PARIS083')).toBe(false)
    expect(isErasmusCode('QQ PARIS083')).toBe(false)
    expect(isErasmusCode('E  LA--CO01')).toBe(false)
  })
})

describe('parts of a code', () => {
  it.each([
    ['G ATHINE01', 'GR', { prefix: 'G', city: 'ATHINE', number: '01' }],
    ['UK LONDON097', 'GB', { prefix: 'UK', city: 'LONDON', number: '097' }],
    ['LUX LUX-VIL01', 'LU', { prefix: 'LUX', city: 'LUX-VIL', number: '01' }],
    ['SF TURKU01', 'FI', { prefix: 'SF', city: 'TURKU', number: '01' }],
  ])('of %j', (written, country, parts) => {
    const result = parseErasmusCode(written)
    if (!result.ok) throw new Error(result.error.reason)
    expect(erasmusCodeCountry(result.value)).toBe(country)
    expect(erasmusCodeParts(result.value)).toEqual(parts)
  })
})

describe('looksLikeErasmusCode', () => {
  it.each(['F  PARIS083', 'A WIEN02', 'E\u00a0 TOLEDO3', 'IRLDUBLIN01', 'D BAD-HON01', 'E MADRID05-ETSIT'])(
    'sees a code in %j',
    (text) => expect(looksLikeErasmusCode(text)).toBe(true),
  )

  it.each([
    '',
    '3',
    'Paris',
    'TECHNISCHE UNIVERSITÄT WIEN',
    '2026-03-04',
    'E10209038',
    'TPT-39',
    '999887156',
  ])('sees none in %j', (text) => expect(looksLikeErasmusCode(text)).toBe(false))
})
