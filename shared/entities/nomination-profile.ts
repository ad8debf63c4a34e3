import { nominationChannels } from '#shared/domain/nomination-channels.ts'
import { defineEntity } from './fields.ts'

/**
 * How a partner wants its nominations. Its language is the institution's, its deadlines are the agreement's: they hold
 * for more than nominations, and are kept once.
 */
export const nominationProfile = defineEntity({
  name: 'nominationProfile',
  searched: ['contactName', 'contactEmail'],
  fields: {
    institutionId: {
      type: 'reference',
      entity: 'institution',
      required: true,
      unique: true,
      group: 'identity',
    },
    channel: { type: 'choice', choices: nominationChannels, required: true, group: 'identity' },
    formUrl: { type: 'url', group: 'identity' },
    contactName: { type: 'text', group: 'contact' },
    contactEmail: { type: 'email', group: 'contact' },
    /** One a line: `Header: value`, where the value may hold placeholders. */
    extraColumns: { type: 'text', long: true, group: 'fields' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})
