import type { StayAid, StayFunding } from '#shared/contract/stay-files.ts'
import { isCivilDate } from '#shared/domain/civil-date.ts'
import { seedCountryGroups } from '#shared/domain/country-groups.ts'
import { DomainError } from '#shared/domain/errors.ts'
import {
  aidAmount,
  eligibilityOf,
  fundingBalance,
  scholarshipRank,
  type AidFacts,
  type AidScheme,
} from '#shared/domain/funding.ts'
import { calendarDays } from '#shared/domain/period.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { findAidFacts, listFundings, listSchemes } from './stay-files.repo.ts'

type SchemeRow = Awaited<ReturnType<typeof listSchemes>>[number]
type FactsRow = NonNullable<Awaited<ReturnType<typeof findAidFacts>>>

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
  const facts = { ...factsOf(row), otherSchemes: live.map(({ schemeId }) => schemeId) }
  const schemes = await listSchemes(db)
  return {
    days: facts.days,
    aids: schemes.map((scheme) => ({
      ...aidOf(scheme, facts),
      isAsked: fundings.some(({ schemeId }) => schemeId === scheme.id),
    })),
    fundings: fundings.map(({ schemeId: _scheme, instalments, ...funding }) => ({
      ...funding,
      ...fundingBalance(funding.amountGranted, instalments),
      instalments: instalments.map(({ fundingId: _funding, ...one }) => one),
    })),
  }
}

function aidOf(row: SchemeRow, facts: AidFacts): Omit<StayAid, 'isAsked'> {
  const scheme = schemeOf(row)
  // an Erasmus grant has no rate here: the yearly tables work it out, and what they give is written as the amount asked
  const { answer, reasons } = eligibilityOf(scheme, facts, seedCountryGroups)
  return {
    id: row.id,
    name: row.name,
    funder: row.funder,
    answer,
    reasons: reasons.map(({ code, params }) => ({ code, params: { ...params } })),
    amount: aidAmount(scheme, facts.days) ?? null,
    amountKind: row.amountKind,
    certainty: row.certainty,
  }
}

function schemeOf(row: SchemeRow): AidScheme {
  return {
    ...row,
    isOpen: row.isOpen === 1,
    needsPartner: row.needsPartner === 1,
    excludesOthers: row.excludesOthers === 1,
    forms: partsOf(row.forms),
    countryGroups: partsOf(row.countryGroups),
    hostCountries: partsOf(row.hostCountries),
    nationalities: partsOf(row.nationalities),
  }
}

function partsOf(text: string | null): readonly string[] {
  return text === null ? [] : text.split(',').map((part) => part.trim())
}

function factsOf(row: FactsRow): AidFacts {
  const start = row.actualStart ?? row.plannedStart
  const end = row.actualEnd ?? row.plannedEnd
  const isDated = start !== null && end !== null && isCivilDate(start) && isCivilDate(end)
  return {
    form: row.form,
    academicYear: row.academicYear,
    hostCountry: row.hostCountry ?? row.stayCountry,
    isPartner: Number(row.isPartner) === 1,
    nationality: row.nationality,
    studentStatus: row.studentStatus,
    scholarshipLevel: scholarshipRank(row.scholarship),
    days: isDated ? calendarDays({ start, end }) : null,
    otherSchemes: [],
  }
}
