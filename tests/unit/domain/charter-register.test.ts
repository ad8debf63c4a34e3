import { describe, expect, it } from 'vitest'
import {
  findCharter,
  indexCharters,
  listDateIn,
  type CharterEntry,
  type CharterHolder,
} from '#shared/domain/charter-register.ts'

const entry = (values: Partial<CharterEntry>): CharterEntry => ({
  id: values.name ?? 'e',
  name: 'École de Prova',
  erasmusCode: null,
  pic: null,
  oid: null,
  country: 'FR',
  city: null,
  ...values,
})
const holder = (values: Partial<CharterHolder>): CharterHolder => ({
  id: 'h',
  name: 'Prova',
  otherNames: [],
  erasmusCode: null,
  pic: null,
  oid: null,
  country: 'FR',
  city: null,
  ...values,
})
const find = (
  who: CharterHolder,
  newest: readonly CharterEntry[],
  older: readonly (readonly CharterEntry[])[] = [],
) =>
  findCharter(
    who,
    [
      indexCharters('2026-04-08', newest),
      ...older.map((entries, at) => indexCharters(`202${4 - at}-01-01`, entries)),
    ],
    new Set(newest.flatMap(({ country }) => country ?? [])),
    () => undefined,
  )

describe('an institution in the register', () => {
  it('is found by PIC before OID before code before name', () => {
    const entries = [
      entry({ name: 'By PIC', pic: '999999999' }),
      entry({ name: 'By OID', oid: 'E10000001' }),
      entry({ name: 'By code', erasmusCode: 'F  PROVA01' }),
      entry({ name: 'École de Prova' }),
    ]
    const who = { pic: '999999999', oid: 'E10000001', erasmusCode: 'F  PROVA01', name: 'ecole de PROVA' }
    expect(find(holder(who), entries).by).toBe('pic')
    expect(find(holder({ ...who, pic: null }), entries).entry?.name).toBe('By OID')
    expect(find(holder({ ...who, pic: null, oid: null }), entries).entry?.name).toBe('By code')
    expect(find(holder({ name: 'ecole de PROVA' }), entries)).toMatchObject({ state: 'held', by: 'name' })
  })

  it('is not taken for one of the same name elsewhere, nor for one of two', () => {
    expect(
      find(holder({ name: 'Prova', country: 'ES' }), [
        entry({ name: 'Prova' }),
        entry({ name: 'x', country: 'ES' }),
      ]).state,
    ).toBe('absent')
    expect(
      find(holder({}), [entry({ name: 'Prova', id: '1' }), entry({ name: 'PROVA', id: '2' })]).state,
    ).toBe('absent')
  })

  it('lost its charter when only an earlier list has it, and says since when', () => {
    const who = holder({ erasmusCode: 'F  PARIS083' })
    const old = [entry({ erasmusCode: 'F  PARIS083' })]
    expect(find(who, [entry({ name: 'Other' })], [old, old])).toMatchObject({
      state: 'lost',
      lastSeen: '2024-01-01',
    })
  })

  it('with a new code is followed by what an earlier list knew of it', () => {
    const who = holder({ erasmusCode: 'F  GIF-YVE02' })
    const finding = find(
      who,
      [entry({ erasmusCode: 'F  GIF-YVE03', pic: '111111111' })],
      [[entry({ erasmusCode: 'F  GIF-YVE02', pic: '111111111' })]],
    )
    expect(finding).toMatchObject({ state: 'held', changes: expect.arrayContaining(['new-code']) })
    expect(finding.suggestions).toContainEqual({
      field: 'erasmusCode',
      from: 'F  GIF-YVE02',
      to: 'F  GIF-YVE03',
    })
  })

  it('was renamed when any earlier list calls it otherwise and we do not use the new name yet', () => {
    const now = [entry({ name: 'Université de technologie de Tarbes', pic: '999887156' })]
    const before = [entry({ name: 'École nationale d’ingénieurs de Tarbes', pic: '999887156' })]
    const who = holder({ name: 'ENIT', pic: '999887156' })
    expect(find(who, now, [now, before]).changes).toContain('renamed')
    expect(
      find(holder({ ...who, name: 'UNIVERSITE DE TECHNOLOGIE DE TARBES' }), now, [now, before]).changes,
    ).not.toContain('renamed')
    expect(find(who, now).changes).not.toContain('renamed')
  })

  it('gained its charter when no earlier list has it; completes what we lack', () => {
    const now = [entry({ erasmusCode: 'F  PROVA01', pic: '999999999' })]
    const finding = find(holder({ erasmusCode: 'F  PROVA01' }), now, [[entry({ name: 'Other' })]])
    expect(finding.changes).toEqual(['completes', 'gained'])
    expect(finding.suggestions).toEqual([{ field: 'pic', from: null, to: '999999999' }])
  })

  it('is not concerned where no institution of its country holds one', () => {
    expect(find(holder({ country: 'CH', erasmusCode: 'CH DELEMON01' }), [entry({})]).state).toBe('outside')
  })
})

describe('the day of a list', () => {
  it.each([
    ['eche-2026-04-08.xlsx', '2026-04-08'],
    ['ECHE list 27.06.2024.xlsx', '2024-06-27'],
    ['eche_20240813.csv', '2024-08-13'],
    ['eche-2022-03.xlsx', '2022-03-01'],
    ['accredited-heis-2021-2027.xlsx', undefined],
    ['ECHE.xlsx', undefined],
  ])('%s', (name, expected) => {
    expect(listDateIn(name)).toBe(expected)
  })
})
