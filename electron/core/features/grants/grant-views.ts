import type { GrantProblemView, StayGrantView } from '#shared/contract/grants.ts'
import type { GrantProblem } from '#shared/domain/grant-types.ts'
import { refusalOf } from './grant-state.ts'
import type { OfficeGrant } from './grants.service.ts'

/** A grant as screens show it. */
export function grantView(grant: OfficeGrant): StayGrantView {
  const { schemeId: _scheme, start: _start, end: _end, ...shown } = grant
  return {
    ...shown,
    lines: [...shown.lines],
    problems: grant.problems.map((problem) => problemView(grant, problem)),
    canGrant: refusalOf(grant) === undefined,
  }
}

/** A problem with the record at which it is mended. */
export function problemView(grant: OfficeGrant, { code, level, params, at }: GrantProblem): GrantProblemView {
  return {
    code,
    level,
    params: { ...params },
    at: at === null ? null : { ...at, id: recordOf(grant, at.entity, params) },
  }
}

type Where = NonNullable<GrantProblem['at']>['entity']

function recordOf(grant: OfficeGrant, entity: Where, params: GrantProblem['params']): string | null {
  if (entity === 'mobility') return grant.mobilityId
  if (entity === 'student') return grant.studentId
  if (entity === 'erasmusCall') return grant.call?.id ?? null
  const { rateId } = params
  return typeof rateId === 'string' ? rateId : null
}
