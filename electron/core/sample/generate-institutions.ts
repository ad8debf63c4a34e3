import type { RecordRow } from '#core/db/schema.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import { sampleCompanies } from './companies.ts'
import { freeMoverHosts } from './generate-free-mover-hosts.ts'
import type { SampleContext } from './generate-context.ts'
import { samplePartners } from './institutions.ts'
import { sampleLaboratories } from './laboratories.ts'
import { namePools, type NameOrigin } from './people-names.ts'
import { regionalSchools } from './regional-schools.ts'
import type { SampleInstitution, SamplePartner } from './sample-types.ts'
import { telecomParis } from './schools.ts'
import { blankInstitutionGrant } from './grant-blanks.ts'

export type InstitutionRow = RecordRow<'institution'>

/** A partner of the sample and its record. */
export interface PartnerRecord {
  readonly partner: SamplePartner
  readonly row: InstitutionRow
}

/** The institutions of the sample by the part they play. */
export interface SampleHosts {
  readonly partners: readonly PartnerRecord[]
  /** Companies and laboratories. */
  readonly workplaces: readonly InstitutionRow[]
  readonly regionalSchools: readonly InstitutionRow[]
  readonly freeMoverHosts: readonly InstitutionRow[]
  /** Host of the ATHENS courses held in Paris. */
  readonly telecomParis: InstitutionRow
}

/** Makes the institutions: the 140 partners, hosts of internships, schools of the region, hosts of free movers. */
export function generateInstitutions(context: SampleContext): SampleHosts {
  const plain = (institution: SampleInstitution) => institutionRow(context, institution)
  return {
    partners: samplePartners.map((partner) => ({ partner, row: partnerRow(context, partner) })),
    workplaces: [...sampleCompanies, ...sampleLaboratories].map(plain),
    regionalSchools: regionalSchools.map(plain),
    freeMoverHosts: freeMoverHosts.map(plain),
    telecomParis: { ...plain(telecomParis), isAthensMember: 1 },
  }
}

export function allInstitutions(hosts: SampleHosts): readonly InstitutionRow[] {
  return [
    ...hosts.partners.map(({ row }) => row),
    ...hosts.workplaces,
    ...hosts.regionalSchools,
    ...hosts.freeMoverHosts,
    hosts.telecomParis,
  ]
}

function institutionRow({ nextId }: SampleContext, institution: SampleInstitution): InstitutionRow {
  return {
    id: nextId(),
    name: institution.name,
    nameEn: institution.nameEn,
    shortName: institution.shortName ?? null,
    kind: institution.kind,
    country: institution.country,
    city: institution.city,
    erasmusCode: institution.erasmusCode ?? null,
    pic: institution.pic ?? null,
    oid: institution.oid ?? null,
    schac: schacOf(institution),
    ror: null,
    localCode: null,
    isAthensMember: 0,
    website: institution.website,
    contactName: null,
    contactEmail: null,
    phone: null,
    nominationLanguage: null,
    ...blankInstitutionGrant,
    latitude: institution.latitude,
    longitude: institution.longitude,
    notes: null,
  }
}

/** The domain of an institution in EWP, supposed here to be that of its site. */
function schacOf({ kind, website }: SampleInstitution): string | null {
  const host = /^https?:\/\/(?:www\.)?([^/]+)/.exec(website)?.[1]
  return kind === 'university' ? (host ?? null) : null
}

/** Some partners have no contact yet, as in any office. */
function partnerRow(context: SampleContext, partner: SamplePartner): InstitutionRow {
  const { random } = context
  const hasContact = random.chance(0.92)
  const contactName = inventContact(context, partner)
  return {
    ...institutionRow(context, partner),
    isAthensMember: partner.athens ? 1 : 0,
    contactName: hasContact ? contactName : null,
    contactEmail: hasContact ? `exchange.${institutionSlug(partner)}@example.org` : null,
    nominationLanguage: partner.languages[0] === 'fr' ? 'fr' : 'en',
  }
}

const originByCountry: Readonly<Record<string, NameOrigin>> = {
  AR: 'hispanic',
  AT: 'german',
  BE: 'french',
  BR: 'lusophone',
  CL: 'hispanic',
  CN: 'chinese',
  CO: 'hispanic',
  DE: 'german',
  ES: 'hispanic',
  IN: 'indian',
  IT: 'italian',
  KR: 'korean',
  LB: 'levantine',
  LU: 'german',
  MA: 'maghrebi',
  MX: 'hispanic',
  PL: 'polish',
  PT: 'lusophone',
  RO: 'romanian',
  SN: 'west-african',
  TN: 'maghrebi',
  TW: 'chinese',
  VN: 'vietnamese',
}

/** An invented person, where names of the country are at hand. */
function inventContact({ random }: SampleContext, partner: SamplePartner): string | null {
  const origin = originByCountry[partner.country]
  if (origin === undefined) return null
  const pool = namePools[origin]
  return `${random.pick(pool.givenNames).name} ${random.pick(pool.familyNames)}`
}

/** The institution in file names and addresses: `polimi`, `university-of-bologna`. */
export function institutionSlug(institution: Pick<SampleInstitution, 'nameEn' | 'shortName'>): string {
  return slug(institution.shortName ?? institution.nameEn)
}

/** Words in plain letters joined by hyphens. */
export function slug(text: string): string {
  return foldText(text)
    .replaceAll("'", '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
