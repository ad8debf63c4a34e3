import type { Database as RawDatabase } from 'better-sqlite3'
import {
  findCharter,
  indexCharters,
  type CharterEntry,
  type CharterFinding,
  type CharterHolder,
  type CharterIndex,
} from '#shared/domain/charter-register.ts'
import { countryFrom } from '#shared/domain/erasmus-code.ts'
import type { School } from '#shared/contract/settings.ts'
import { createLikenessIndex } from '#core/imports/likeness.ts'

/** A list of charters as the office keeps it. */
export interface KeptRegister {
  readonly id: string
  readonly listDate: string
  readonly entries: number
  readonly fileName: string
}

export interface Comparison {
  /** Newest first. */
  readonly registers: readonly KeptRegister[]
  readonly school: { readonly holder: CharterHolder; readonly finding: CharterFinding }
  readonly partners: readonly { readonly holder: CharterHolder; readonly finding: CharterFinding }[]
}

/** Compares our school and every university with an agreement with the lists that are kept. */
export function compareWithRegisters(raw: RawDatabase, school: School): Comparison {
  const registers = raw
    .prepare<[], KeptRegister>(
      'SELECT id, listDate, entries, fileName FROM register ORDER BY listDate DESC, id DESC',
    )
    .all()
  const entriesOf = raw.prepare<[string], CharterEntry>(
    'SELECT id, name, erasmusCode, pic, oid, country, city FROM registerEntry WHERE registerId = ? ORDER BY row',
  )
  const lists = registers.map(({ id, listDate }) => indexCharters(listDate, entriesOf.all(id)))
  const countries = new Set((lists[0]?.entries ?? []).flatMap(({ country }) => country ?? []))
  const findAlike = createFindAlike(lists[0])
  const find = (holder: CharterHolder) => ({
    holder,
    finding: findCharter(holder, lists, countries, findAlike),
  })
  return { registers, school: find(schoolHolder(school)), partners: partnerHolders(raw).map(find) }
}

/** Only entries of the same country are candidates: names of institutions repeat across borders. */
function createFindAlike(newest: CharterIndex | undefined) {
  let index: ReturnType<typeof createLikenessIndex> | undefined
  return (holder: CharterHolder, names: readonly string[]): CharterEntry | undefined => {
    if (newest === undefined) return undefined
    index ??= createLikenessIndex(newest.entries.map(({ name }) => name))
    for (const name of names) {
      const found = index.find(name, (at) => newest.entries[at]?.country === holder.country)
      if (found !== undefined) return newest.entries[found.at]
    }
    return undefined
  }
}

function schoolHolder(school: School): CharterHolder {
  const orNull = (text: string) => (text === '' ? null : text)
  const erasmusCode = orNull(school.erasmusCode)
  return {
    id: 'school',
    name: school.name,
    otherNames: [],
    erasmusCode,
    pic: orNull(school.pic),
    oid: orNull(school.oid),
    country: countryFrom(null, erasmusCode),
    city: orNull(school.city),
  }
}

interface PartnerRow extends Omit<CharterHolder, 'otherNames'> {
  readonly nameEn: string | null
  readonly shortName: string | null
}

function partnerHolders(raw: RawDatabase): readonly CharterHolder[] {
  return raw
    .prepare<[], PartnerRow>(
      `SELECT id, name, nameEn, shortName, erasmusCode, pic, oid, country, city FROM institution i
       WHERE kind = 'university' AND EXISTS (SELECT 1 FROM agreement a WHERE a.institutionId = i.id)
       ORDER BY fold(name)`,
    )
    .all()
    .map(({ nameEn, shortName: _shortName, ...row }) => ({
      ...row,
      otherNames: nameEn === null ? [] : [nameEn],
      country: countryFrom(row.country, row.erasmusCode),
    }))
}
