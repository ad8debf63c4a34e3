import { describe, expect, it } from 'vitest'
import { parseOid, parsePic, parseRor, parseSchacDomain, parseUai } from '#shared/domain/institution-ids.ts'

const accepted = (value: string) => ({ ok: true, value })
const refused = (reason: string) => ({ ok: false, error: { reason } })

describe('parsePic', () => {
  it.each([
    ['999887156'],
    [999887156],
    ['999 887 156'],
    ['999\u00a0887\u202f156'],
    ['999887156.0'],
    ['PIC: 999887156'],
  ])('reads %j', (written) => expect(parsePic(written)).toEqual(accepted('999887156')))

  it.each([
    ['', 'empty'],
    ['99988715', 'wrong-length'],
    ['9998871560', 'wrong-length'],
    [-999887156, 'not-digits'],
    ['E10209038', 'not-digits'],
  ])('refuses %j: %s', (written, reason) => expect(parsePic(written)).toMatchObject(refused(reason)))
})

describe('parseOid', () => {
  it.each([['E10209038'], ['e10209038'], [' E1 0209 038 '], ['OID E10209038']])('reads %j', (written) =>
    expect(parseOid(written)).toEqual(accepted('E10209038')),
  )

  it.each([
    ['', 'empty'],
    ['E20209038', 'malformed'],
    ['E1020903', 'malformed'],
    ['999887156', 'malformed'],
  ])('refuses %j: %s', (written, reason) => expect(parseOid(written)).toMatchObject(refused(reason)))
})

describe('parseSchacDomain', () => {
  it.each([
    ['UW.edu.PL', 'uw.edu.pl'],
    ['uttop.fr.', 'uttop.fr'],
    ['urn:schac:homeOrganization:kuleuven.be', 'kuleuven.be'],
  ])('reads %j', (written, domain) => expect(parseSchacDomain(written)).toEqual(accepted(domain)))

  it.each([
    ['', 'empty'],
    ['https://uw.edu.pl/en', 'is-address'],
    ['www.enit.fr', 'is-address'],
    ['office@uw.edu.pl', 'is-address'],
    ['uw', 'malformed'],
    ['-uw.pl', 'malformed'],
    ['uw..pl', 'malformed'],
    ['10.0.0.1', 'malformed'],
  ])('refuses %j: %s', (written, reason) => expect(parseSchacDomain(written)).toMatchObject(refused(reason)))
})

describe('parseRor', () => {
  it.each([
    ['01fdvj254', '01fdvj254'],
    ['https://ror.org/01FDVJ254', '01fdvj254'],
    ['ror.org/042nb2s44/', '042nb2s44'],
    ['05a28rw58', '05a28rw58'],
  ])('reads %j', (written, ror) => expect(parseRor(written)).toEqual(accepted(ror)))

  it.each([
    ['', 'empty'],
    ['01fdvj255', 'wrong-checksum'],
    ['01fdvk254', 'wrong-checksum'],
    ['01fdvi254', 'malformed'],
    ['1fdvj254', 'malformed'],
  ])('refuses %j: %s', (written, reason) => expect(parseRor(written)).toMatchObject(refused(reason)))
})

describe('parseUai', () => {
  it.each([['0650048Z'], ['0650048z'], ['065 0048 Z'], ['UAI 0650048Z']])('reads %j', (written) =>
    expect(parseUai(written)).toEqual(accepted('0650048Z')),
  )

  it('tells the letter that a wrong number should end with', () => {
    expect(parseUai('0650048A')).toEqual({
      ok: false,
      error: { reason: 'wrong-checksum', params: { letter: 'Z' } },
    })
  })

  it.each([
    ['', 'empty'],
    ['650048Z', 'malformed'],
    ['0650048', 'malformed'],
  ])('refuses %j: %s', (written, reason) => expect(parseUai(written)).toMatchObject(refused(reason)))
})
