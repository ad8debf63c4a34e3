import { defineEntity } from './fields.ts'
import { mobilityForms } from '#shared/domain/form-rule.ts'

/** One stay at our school of a student of a partner: what reports count as incoming. */
export const incomingStay = defineEntity({
  name: 'incomingStay',
  searched: ['familyName', 'givenNames', 'programme'],
  fields: {
    familyName: { type: 'text', required: true, group: 'identity' },
    givenNames: { type: 'text', group: 'identity' },
    institutionId: { type: 'reference', entity: 'institution', required: true, group: 'identity' },
    conditionId: { type: 'reference', entity: 'condition', group: 'identity' },
    form: { type: 'choice', choices: mobilityForms, required: true, group: 'identity' },
    status: {
      type: 'choice',
      choices: ['nominated', 'accepted', 'arrived', 'left', 'cancelled'],
      required: true,
      group: 'identity',
    },
    gender: { type: 'choice', choices: ['0', '1', '2', '9'], group: 'identity' }, // ISO 5218, as EWP
    nationality: { type: 'country', group: 'identity' },
    email: { type: 'email', group: 'contact' },
    omobilityId: { type: 'text', unique: true, group: 'identifiers' },
    academicYear: { type: 'academic-year', required: true, group: 'period' },
    semester: { type: 'choice', choices: ['autumn', 'spring', 'year'], group: 'period' },
    start: { type: 'date', group: 'period' },
    end: { type: 'date', group: 'period' },
    programme: { type: 'text', group: 'studies' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})
