import { namespaces } from './namespaces.ts'
import { element, type ElementOptions, type ElementRule, type Part } from './schema.ts'

const { contact, phone, address } = namespaces
const withLanguage = { 'xml:lang': { type: 'language' } } as const

const phoneParts: readonly Part[] = [
  element(phone, 'e164', 'phone', { occurs: '?' }),
  element(phone, 'ext', 'string', { occurs: '?' }),
  element(phone, 'other-format', 'string', { occurs: '?' }),
]

/** A phone number as contacts and learning agreements hold it. Source: ewp-specs-types-phonenumber v1. */
export function phoneRule(name: 'phone-number' | 'fax-number', occurs: '?' | '*'): ElementRule {
  return element(phone, name, phoneParts, { occurs })
}

/**
 * An address: either plain lines or structured, of which the schema asks one; both together are told apart by what
 * stands there. Source: ewp-specs-types-address v1.
 */
const addressParts: readonly Part[] = [
  element(address, 'recipientName', 'string', { occurs: '*' }),
  element(address, 'addressLine', 'string', { occurs: [0, 4] }),
  ...['buildingNumber', 'buildingName', 'streetName', 'unit', 'floor', 'postOfficeBox'].map((name) =>
    element(address, name, 'string', { occurs: '?' }),
  ),
  element(address, 'deliveryPointCode', 'string', { occurs: '*' }),
  element(address, 'postalCode', 'string', { occurs: '?' }),
  element(address, 'locality', 'string', { occurs: '?' }),
  element(address, 'region', 'string', { occurs: '?' }),
  element(address, 'country', 'country', { occurs: '?' }),
]

const contactParts: readonly Part[] = [
  element(contact, 'contact-name', 'string', { occurs: '+', attributes: withLanguage }),
  element(contact, 'person-given-names', 'string', { occurs: '*', attributes: withLanguage }),
  element(contact, 'person-family-name', 'string', { occurs: '*', attributes: withLanguage }),
  element(contact, 'person-gender', 'gender', { occurs: '?' }),
  phoneRule('phone-number', '*'),
  phoneRule('fax-number', '*'),
  element(contact, 'email', 'email', { occurs: '*' }),
  element(address, 'street-address', addressParts, { occurs: '?' }),
  element(address, 'mailing-address', addressParts, { occurs: '?' }),
  element(contact, 'role-description', 'string', { occurs: '*', attributes: withLanguage }),
]

/** A contact under the name that its place gives it. Source: ewp-specs-types-contact v1.1. */
export function contactRule(namespace: string, name: string, options: ElementOptions): ElementRule {
  return element(namespace, name, contactParts, options)
}
