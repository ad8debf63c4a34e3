import { defineEntity } from './fields.ts'

/** One release of the Commission's list of institutions that hold an Erasmus charter. */
export const register = defineEntity({
  name: 'register',
  searched: ['fileName'],
  fields: {
    listDate: { type: 'date', required: true, group: 'identity' },
    entries: { type: 'integer', required: true, readOnly: true, group: 'identity' },
    fileName: { type: 'text', required: true, readOnly: true, group: 'identity' },
    sha256: { type: 'text', required: true, readOnly: true, unique: true, group: 'identity' },
  },
})

/** One institution in such a list, as the list writes it: codes and countries in our writing. */
export const registerEntry = defineEntity({
  name: 'registerEntry',
  searched: ['name', 'city', 'erasmusCode'],
  fields: {
    registerId: { type: 'reference', entity: 'register', required: true, readOnly: true, group: 'identity' },
    name: { type: 'text', required: true, readOnly: true, group: 'identity' },
    erasmusCode: { type: 'code', code: 'erasmus', readOnly: true, group: 'identifiers' },
    pic: { type: 'code', code: 'pic', readOnly: true, group: 'identifiers' },
    oid: { type: 'code', code: 'oid', readOnly: true, group: 'identifiers' },
    country: { type: 'country', readOnly: true, group: 'place' },
    city: { type: 'text', readOnly: true, group: 'place' },
    street: { type: 'text', readOnly: true, group: 'place' },
    postCode: { type: 'text', readOnly: true, group: 'place' },
    website: { type: 'text', readOnly: true, group: 'contact' },
    startsOn: { type: 'date', readOnly: true, group: 'validity' },
    endsOn: { type: 'date', readOnly: true, group: 'validity' },
    proposal: { type: 'text', readOnly: true, group: 'validity' },
    row: { type: 'integer', required: true, readOnly: true, group: 'validity' },
  },
})
