import type { StayAid, StayFunding } from '#shared/contract/stay-files.ts'
import type { CountryGroup } from '#shared/domain/country-groups.ts'
import { DomainError } from '#shared/domain/errors.ts'
import {
  aidFactsOf,
  aidAmount,
  eligibilityOf,
  fundingBalance,
  type AidFacts,
} from '#shared/domain/funding.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { grantsOf, officeCountryGroups } from '#core/features/grants/grants.service.ts'
import { schemeOf } from './aid-scheme.ts'
import { findAidFacts, listFundings, listSchemes } from './stay-files.repo.ts'

type SchemeRow = Awaited<ReturnType<typeof listSchemes>>[number]

export interface StayAids {
  days: number | null
  aids: StayAid[]
  fundings: StayFunding[]
}

/** Which aids a stay can have and why not, and what it was asked, granted and paid. */
export async function aidsOf({ connections }: OfficeServices, mobilityId: string): Promise<StayAids> {
  const db = connections.read
  const row = await findAidFacts(db, mobilityId)
  if (row === undefined) throw new DomainError('record-missing', { entity: 'mobility' })
  const fundings = await listFundings(db, mobilityId)
  const live = fundings.filter(({ status }) => status !== 'refused')
  const facts = {
    ...aidFactsOf({ ...row, isPartner: Number(row.isPartner) === 1 }),
    otherSchemes: live.map(({ schemeId }) => schemeId),
  }
  const schemes = await listSchemes(db)
  const groups = officeCountryGroups(connections.rawReader)
  const [grant] = grantsOf(connections.rawReader, [mobilityId])
  const grantEuros = grant?.totalCents === null || grant === undefined ? null : grant.totalCents / 100
  return {
    days: facts.days,
    aids: schemes.map((scheme) => ({
      ...aidOf(scheme, facts, groups, grantEuros),
      isAsked: fundings.some(({ schemeId }) => schemeId === scheme.id),
    })),
    fundings: fundings.map(({ schemeId: _scheme, instalments, ...funding }) => ({
      ...funding,
      ...fundingBalance(funding.amountGranted, instalments),
      instalments: instalments.map(({ fundingId: _funding, ...one }) => one),
    })),
  }
}

function aidOf(
  row: SchemeRow,
  facts: AidFacts,
  groups: readonly CountryGroup[],
  grantEuros: number | null,
): Omit<StayAid, 'isAsked'> {
  const scheme = schemeOf(row)
  const { answer, reasons } = eligibilityOf(scheme, facts, groups)
  // an Erasmus grant has no rate of its own: the figures of the call work it out
  const amount =
    row.amountKind !== 'erasmus-grant' ? aidAmount(scheme, facts.days) : answer === 'no' ? null : grantEuros
  return {
    id: row.id,
    name: row.name,
    funder: row.funder,
    answer,
    reasons: reasons.map(({ code, params }) => ({ code, params: { ...params } })),
    amount: amount ?? null,
    amountKind: row.amountKind,
    certainty: row.certainty,
  }
}
