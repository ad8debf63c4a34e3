import { defineEntity } from './fields.ts'

/** A university, company, laboratory or network, known by a set of identifiers; any of them may be missing. */
export const institution = defineEntity({
  name: 'institution',
  searched: ['name', 'nameEn', 'shortName', 'city', 'erasmusCode', 'pic', 'localCode'],
  fields: {
    name: { type: 'text', required: true, group: 'identity' },
    nameEn: { type: 'text', group: 'identity' },
    shortName: { type: 'text', group: 'identity' },
    kind: {
      type: 'choice',
      choices: ['university', 'company', 'laboratory', 'network', 'other'],
      required: true,
      group: 'identity',
    },
    country: { type: 'country', group: 'place' },
    city: { type: 'text', group: 'place' },
    erasmusCode: { type: 'code', code: 'erasmus', unique: true, group: 'identifiers' },
    pic: { type: 'code', code: 'pic', unique: true, group: 'identifiers' },
    oid: { type: 'code', code: 'oid', unique: true, group: 'identifiers' },
    schac: { type: 'code', code: 'schac', group: 'identifiers' },
    ror: { type: 'code', code: 'ror', group: 'identifiers' },
    localCode: { type: 'text', group: 'identifiers' },
    isAthensMember: { type: 'boolean', required: true, group: 'identity' },
    website: { type: 'url', group: 'contact' },
    contactName: { type: 'text', group: 'contact' },
    contactEmail: { type: 'email', group: 'contact' },
    phone: { type: 'text', group: 'contact' },
    nominationLanguage: { type: 'choice', choices: ['en', 'fr'], group: 'contact' },
    /** Street and number, for a host that no register knows. */
    address: { type: 'text', group: 'place' },
    postalCode: { type: 'text', group: 'place' },
    isPublicBody: { type: 'boolean', group: 'identity' },
    isNonProfit: { type: 'boolean', group: 'identity' },
    latitude: { type: 'decimal', min: -90, max: 90, group: 'place' },
    longitude: { type: 'decimal', min: -180, max: 180, group: 'place' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})
