import { addDays, parseCivilDate, weekday } from '#shared/domain/civil-date.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { createRecord } from '#core/features/records/records.service.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { os } from '#core/rpc/implement.ts'
import { allocateSession } from './allocate.ts'
import { sessionCockpit } from './cockpit.service.ts'
import { keepAllocation } from './keep-allocation.ts'
import { readPreset, writePreset } from './preset.service.ts'
import { cancelRegistration, carryResults, registerAccepted } from './settle.service.ts'

const moveDeps = ({ deps }: AppContext) => ({ ids: deps.ids, today: deps.clock.today() })

export const athensRouter = {
  cockpit: os.athens.cockpit.handler(({ input, context }) =>
    sessionCockpit(context.office.current().connections.read, input.session),
  ),
  openSession: os.athens.openSession.handler(async ({ input, context }) => ({
    id: await openSession(context.office.current(), input.session),
  })),
  preview: os.athens.preview.handler(
    async ({ input, context }) =>
      (await allocateSession(context.office.current().connections.read, input)).preview,
  ),
  keep: os.athens.keep.handler(async ({ input, context }) => {
    const office = context.office.current()
    const found = await allocateSession(office.connections.read, input)
    const params = { session: input.session, count: found.preview.placed }
    const { result } = await office.door.change('athens.allocate', params, (trx) =>
      keepAllocation(trx, moveDeps(context), input.session, found),
    )
    return result
  }),
  carryResults: os.athens.carryResults.handler(async ({ input, context }) => {
    const { result } = await context.office
      .current()
      .door.change('athens.carry', { session: input.session }, (trx) =>
        carryResults(trx, moveDeps(context), input.session),
      )
    return { moved: result.moved, unmoved: [...result.unmoved] }
  }),
  register: os.athens.register.handler(async ({ input, context }) => {
    const { result } = await context.office
      .current()
      .door.change('athens.register', { session: input.session }, (trx) =>
        registerAccepted(trx, moveDeps(context), input.session),
      )
    return result
  }),
  cancel: os.athens.cancel.handler(async ({ input, context }) => {
    const office = context.office.current()
    const student = await studentOf(office, input.id)
    await office.door.change('athens.cancel', { student }, (trx) =>
      cancelRegistration(trx, moveDeps(context), input),
    )
    return { student }
  }),
  preset: os.athens.preset.handler(async ({ context }) => {
    const preset = await readPreset(context.office.current().connections.read)
    return { columns: [...preset.columns], choices: preset.choices }
  }),
  savePreset: os.athens.savePreset.handler(async ({ input, context }) => {
    const { action } = await context.office
      .current()
      .door.change('setting.update', {}, (trx) => writePreset(trx, input))
    return { changed: action !== undefined }
  }),
}

async function studentOf({ connections }: OfficeServices, id: string): Promise<string> {
  const row = await connections.read
    .selectFrom('athensRegistration as g')
    .innerJoin('student as s', 's.id', 'g.studentId')
    .select(['s.familyName', 's.givenNames'])
    .where('g.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? '' : `${row.familyName} ${row.givenNames}`
}

/**
 * The record of a session, with dates to correct: seven days from the third Saturday of its month, as sessions of 2018,
 * 2024 and 2025 met; choices and nominations some weeks before [I].
 */
async function openSession({ records }: OfficeServices, session: string): Promise<string> {
  const first = parseCivilDate(`${session}-01`)
  if (!first.ok) throw new Error(`Not a session: ${session}`)
  const start = addDays(first.value, ((13 - weekday(first.value)) % 7) + 14)
  return await createRecord(records, 'athensSession', {
    session,
    status: 'open',
    startsOn: start,
    endsOn: addDays(start, 6),
    wishesDeadline: addDays(start, -62),
    nominationDeadline: addDays(start, -55),
    resultsOn: addDays(start, -40),
  })
}
