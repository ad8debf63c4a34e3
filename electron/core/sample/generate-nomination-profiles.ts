import type { RecordRow } from '#core/db/schema.ts'
import type { NominationChannel } from '#shared/domain/nomination-channels.ts'
import type { Offer } from './generate-agreements.ts'
import type { SampleContext } from './generate-context.ts'

type ProfileRow = RecordRow<'nominationProfile'>

/** In turn: about half of the hosts take a file, as many an e-mail as a form; one in ten is on the network of EWP. */
const channels: readonly NominationChannel[] = [
  'file',
  'web-form',
  'e-mail',
  'file',
  'web-form',
  'file',
  'e-mail',
  'file',
  'ewp',
  'file',
]

const roles: readonly string[] = ['incoming', 'mobility', 'exchange', 'erasmus']

/** How each partner of the sample that students can be sent to wants its nominations. */
export function generateNominationProfiles(
  context: SampleContext,
  offers: readonly Offer[],
): readonly ProfileRow[] {
  const partners = new Map(offers.map((offer) => [offer.agreement.institutionId, offer]))
  return [...partners].map(([institutionId, offer], at) => {
    const channel = channels[at % channels.length] ?? 'file'
    const domain = hostOf(offer.partner.website)
    return {
      id: context.nextId(),
      institutionId,
      channel,
      formUrl: channel === 'web-form' ? `https://nominations.${domain}/` : null,
      contactName: null,
      contactEmail: `${roles[at % roles.length] ?? 'mobility'}@${domain}`,
      extraColumns: at % 12 === 0 ? 'Tuition fee waiver: yes\nYear: {{studyYear}}' : null,
      notes: null,
    }
  })
}

function hostOf(website: string): string {
  return website.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/.*$/, '')
}
