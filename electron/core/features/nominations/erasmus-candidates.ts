import type { Kysely } from 'kysely'
import {
  agreementFor,
  erasmusSchoolFields,
  missingForNomination,
  missingOfSchool,
  nominableStatuses,
  nominationField,
  type MissingField,
} from '#shared/domain/nomination.ts'
import type { School } from '#shared/contract/settings.ts'
import type { Database } from '#core/db/schema.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import { sortByText } from './order.ts'
import {
  listAgreements,
  listCandidates,
  listConditions,
  type AgreementRow,
  type CandidateRow,
  type ConditionRow,
} from './nominations.repo.ts'

type Db = Kysely<Database>

export interface ErasmusInput {
  readonly academicYear: string
  /** None means all partners. */
  readonly institutionIds: readonly string[]
  /** Those already nominated too. */
  readonly again: boolean
}

/** A stay that can be nominated, with what the nomination says and what it lacks. */
export interface ErasmusNominee extends CandidateRow {
  readonly agreementReference: string | null
  readonly agreementKind: string | undefined
  /** ISCED-F code of the nomination. */
  readonly field: string | undefined
  readonly missing: readonly MissingField[]
}

/** Everything that nominations for a year would hold, by host and student. */
export async function collectErasmus(
  db: Db,
  { academicYear, institutionIds, again }: ErasmusInput,
): Promise<{
  readonly school: School
  readonly schoolMissing: readonly string[]
  readonly nominees: readonly ErasmusNominee[]
}> {
  const school = await readSchool(db)
  const statuses = nominableStatuses(again)
  const candidates = await listCandidates(db, { academicYear, institutionIds, statuses })
  const agreements = await listAgreements(db, [...new Set(candidates.map((one) => one.institutionId))])
  const conditions = await listConditions(
    db,
    agreements.map((agreement) => agreement.id),
  )
  const hostAgreements = groupAgreements(agreements, conditions)
  const nominees = candidates.map((candidate) =>
    toNominee(candidate, hostAgreements.get(candidate.institutionId) ?? []),
  )
  return {
    school,
    schoolMissing: missingOfSchool(school, erasmusSchoolFields),
    nominees: sortNominees(nominees),
  }
}

type HostAgreement = AgreementRow & { readonly conditions: readonly ConditionRow[] }

function groupAgreements(agreements: readonly AgreementRow[], conditions: readonly ConditionRow[]) {
  const conditionsOf = Map.groupBy(conditions, (condition) => condition.agreementId)
  const complete = agreements.map((one): HostAgreement => ({
    ...one,
    conditions: conditionsOf.get(one.id) ?? [],
  }))
  return Map.groupBy(complete, (agreement) => agreement.institutionId)
}

function toNominee(candidate: CandidateRow, agreements: readonly HostAgreement[]): ErasmusNominee {
  const named = agreements.find((one) => one.conditions.some(({ id }) => id === candidate.conditionId))
  const agreement = named ?? agreementFor(candidate.form, candidate.academicYear, agreements)
  const conditions = (agreement?.conditions ?? []).filter((condition) =>
    named === undefined
      ? condition.direction === 'outgoing' && condition.kind === 'student-studies'
      : condition.id === candidate.conditionId,
  )
  const field = nominationField({
    mobility: candidate.mobilityField,
    conditions: conditions.map((condition) => condition.iscedCodes),
    student: candidate.studentField,
  })
  const agreementKind = agreement?.kind
  return {
    ...candidate,
    agreementKind,
    agreementReference: agreement?.reference ?? null,
    field,
    missing: missingForNomination({ ...candidate, agreementKind, field }),
  }
}

/** By host, then by student: the order of the workbooks. */
function sortNominees(nominees: readonly ErasmusNominee[]): readonly ErasmusNominee[] {
  return sortByText(nominees, ({ hostName, familyName, givenNames }) => [hostName, familyName, givenNames])
}
