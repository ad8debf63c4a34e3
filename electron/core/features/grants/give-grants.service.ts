import type { GrantReport } from '#shared/contract/grants.ts'
import { planPayments, type MadePayment } from '#shared/domain/grant-payments.ts'
import { createBulkWriter } from '#core/db/bulk.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { titlesOf } from '#core/features/records/record-titles.ts'
import type { Clock, Ids } from '#core/ports/ports.ts'
import { refusalOf, type GrantRefusal } from './grant-state.ts'
import { problemView } from './grant-views.ts'
import { centsOf, readCalls } from './grants.repo.ts'
import { grantsOf, type OfficeGrant } from './grants.service.ts'

interface Deps {
  readonly ids: Ids
  readonly clock: Clock
}

/**
 * Grants stays what the figures of their call give: writes the aid and its payments, so that the payments sum to the
 * grant. What was paid stays; too much of it becomes a payment to be given back. One action, to be undone as one.
 */
export async function giveGrants(
  office: OfficeServices,
  deps: Deps,
  mobilityIds: readonly string[],
): Promise<GrantReport> {
  const { connections, door } = office
  const before = grantsOf(connections.rawReader, mobilityIds)
  const ready = before.filter((grant) => refusalOf(grant) === undefined)
  const titles = await titlesOf(connections.read, office.words().t, 'mobility', mobilityIds)
  const titleOf = new Map(titles.map(({ id, title }) => [id, title]))
  const params = { count: ready.length, title: titleOf.get(ready[0]?.mobilityId ?? '') ?? '' }
  const { result } = await door.change('grant.give', params, async (trx) => {
    // the lock is taken with the first query of the change; what is granted is worked out under it
    await trx.selectFrom('erasmusCall').select('id').limit(1).execute()
    return writeGrants(office, deps, mobilityIds)
  })
  return {
    ...result.sums,
    refused: result.refused.map(({ grant, reason }) => ({
      id: grant.mobilityId,
      title: titleOf.get(grant.mobilityId) ?? '',
      reason,
      problems: grant.problems.map((problem) => problemView(grant, problem)),
    })),
  }
}

function writeGrants({ connections }: OfficeServices, { ids, clock }: Deps, mobilityIds: readonly string[]) {
  const { raw } = connections
  const today = clock.today()
  const calls = new Map(readCalls(raw).map((call) => [call.id, call]))
  const fundings = createBulkWriter(raw, 'funding')
  const instalments = createBulkWriter(raw, 'instalment')
  const remove = raw.prepare('DELETE FROM instalment WHERE id = ?')
  const listPayments = raw.prepare<[string], { id: string; amount: number; paidOn: string | null }>(
    'SELECT id, amount, paidOn FROM instalment WHERE fundingId = ? ORDER BY dueOn, id',
  )
  const refused: { readonly grant: OfficeGrant; readonly reason: GrantRefusal }[] = []
  const sums = { granted: 0, cents: 0 }
  for (const grant of grantsOf(raw, mobilityIds)) {
    const reason = refusalOf(grant)
    const call = calls.get(grant.call?.id ?? '')
    const { totalCents, start, end } = grant
    if (reason !== undefined || call === undefined || totalCents === null || start === null || end === null) {
      refused.push({ grant, reason: reason ?? 'problems' })
      continue
    }
    const fundingId = grant.fundingId ?? ids.next()
    const decided = { status: 'granted', amountGranted: totalCents / 100, decidedOn: today }
    if (grant.fundingId === null)
      fundings.insert({
        id: fundingId,
        mobilityId: grant.mobilityId,
        schemeId: grant.schemeId,
        amountAsked: totalCents / 100,
        askedOn: today,
        ...decided,
      })
    else fundings.update(fundingId, decided)
    const made: MadePayment[] = listPayments
      .all(fundingId)
      .map(({ id, amount, paidOn }) => ({ id, amountCents: centsOf(amount), paidOn }))
    const plan = planPayments(totalCents, made, call, { start, end })
    for (const id of plan.removed) remove.run(id)
    for (const { amountCents, dueOn } of plan.added)
      instalments.insert({ id: ids.next(), fundingId, amount: amountCents / 100, dueOn })
    sums.granted += 1
    sums.cents += totalCents
  }
  return { sums, refused }
}
