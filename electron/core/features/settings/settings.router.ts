import { listNames } from '#shared/lists/types.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { effectOfRules } from '#core/features/obligations/rules-effect.ts'
import { os } from '#core/rpc/implement.ts'
import { givenRules, readSchoolRules, writeSchoolRules } from './school-rules.ts'
import { readSchool, writeSchool } from './settings.service.ts'

export const settingsRouter = {
  school: os.settings.school.handler(({ context }) => readSchool(context.office.current().connections.read)),
  updateSchool: os.settings.updateSchool.handler(async ({ input, context }) => {
    const patch = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const { action } = await context.office
      .current()
      .door.change('setting.update', {}, (trx) => writeSchool(trx, patch))
    return { changed: action !== undefined }
  }),
  rules: os.settings.rules.handler(({ context }) =>
    readSchoolRules(context.office.current().connections.rawReader),
  ),
  tryRules: os.settings.tryRules.handler(({ input, context }) => {
    const { connections, words } = context.office.current()
    return effectOfRules(connections.rawReader, context.deps.clock.today(), givenRules(input), words())
  }),
  saveRules: os.settings.saveRules.handler(async ({ input, context }) => {
    const { connections, words, door } = context.office.current()
    const patch = givenRules(input)
    const before = readSchoolRules(connections.rawReader)
    const { problems } = effectOfRules(connections.rawReader, context.deps.clock.today(), patch, words())
    const [first] = problems
    if (first !== undefined) throw new DomainError('rules-invalid', { problem: first.text })
    const { action } = await door.change('rules.update', {}, (trx) => writeSchoolRules(trx, before, patch))
    return { changed: action !== undefined }
  }),
  views: os.settings.views.handler(async ({ input, context }) => {
    const { read } = context.office.current().connections
    const rows = await read
      .selectFrom('savedView')
      .selectAll()
      .where('list', '=', input.list)
      .orderBy('name')
      .execute()
    return rows.flatMap((row) => {
      const list = listNames.find((name) => name === row.list)
      return list === undefined ? [] : [{ ...row, list }]
    })
  }),
  saveView: os.settings.saveView.handler(async ({ input, context }) => {
    const { door } = context.office.current()
    const { result } = await door.change('view.save', { name: input.name }, async (trx) => {
      const same = await trx
        .selectFrom('savedView')
        .select('id')
        .where('list', '=', input.list)
        .where('name', '=', input.name)
        .executeTakeFirst()
      const id = same?.id ?? context.deps.ids.next()
      if (same === undefined)
        await trx
          .insertInto('savedView')
          .values({ id, ...input })
          .execute()
      else await trx.updateTable('savedView').set({ view: input.view }).where('id', '=', id).execute()
      return id
    })
    return { id: result }
  }),
  removeView: os.settings.removeView.handler(async ({ input, context }) => {
    const { door, connections } = context.office.current()
    const view = await connections.read
      .selectFrom('savedView')
      .selectAll()
      .where('id', '=', input.id)
      .executeTakeFirst()
    if (view === undefined) return
    await door.change('view.delete', { name: view.name }, (trx) =>
      trx.deleteFrom('savedView').where('id', '=', input.id).execute(),
    )
  }),
}
