import { DomainError } from '#shared/domain/errors.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import { parseFieldText } from '#shared/entities/field-values.ts'
import { institution } from '#shared/entities/institution.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { createRecord } from '#core/features/records/records.service.ts'
import { findHosts, isPartner } from './hosts.repo.ts'

interface WantedHost {
  readonly name: string
  readonly country: string
  readonly city: string
  readonly erasmusCode: string
  readonly kind: 'university' | 'company' | 'laboratory' | 'other'
}

/**
 * The institution that a student found alone: one that the office knows by its Erasmus code, else by one of its names
 * (in the same country, if one is given), else a new one.
 * @throws DomainError `record-invalid` when the code or the country cannot be read
 */
export async function findOrMakeHost(office: OfficeServices, wanted: WantedHost) {
  const { read } = office.connections
  const country = readField('country', wanted.country)
  const erasmusCode = readField('erasmusCode', wanted.erasmusCode)
  const name = wanted.name.trim()
  const known = (await findHosts(read)).find((host) =>
    erasmusCode === null
      ? isNamed(host, name) && (country === null || host.country === null || host.country === country)
      : host.erasmusCode === erasmusCode,
  )
  if (known !== undefined)
    return { id: known.id, title: known.name, isNew: false, isPartner: await isPartner(read, known.id) }
  const values = { name, country, city: blank(wanted.city), erasmusCode, kind: wanted.kind }
  const id = await createRecord(office.records, 'institution', values)
  return { id, title: name, isNew: true, isPartner: false }
}

function isNamed(
  host: { readonly name: string; readonly nameEn: string | null; readonly shortName: string | null },
  name: string,
): boolean {
  const wanted = foldText(name)
  return [host.name, host.nameEn, host.shortName].some((one) => one !== null && foldText(one) === wanted)
}

function readField(field: 'country' | 'erasmusCode', text: string): string | null {
  if (blank(text) === null) return null
  const read = parseFieldText(institution.fields[field], text)
  if (!read.ok)
    throw new DomainError('record-invalid', {
      ...read.error.params,
      entity: 'institution',
      field,
      problem: read.error.code,
    })
  return typeof read.value === 'string' ? read.value : null
}

function blank(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
