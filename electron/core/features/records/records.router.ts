import { DomainError } from '#shared/domain/errors.ts'
import { entityOf, type EntityName } from '#shared/entities/index.ts'
import { stayForm } from '#core/features/mobilities/mobilities.service.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { os } from '#core/rpc/implement.ts'
import { unwrittenRecord } from '#core/features/stay-files/stay-file-rules.service.ts'
import { relatedLists } from './record-relations.ts'
import { titlesOf } from './record-titles.ts'
import { findRecord, type RecordValues } from './records.repo.ts'
import { createRecord, findTitles, removeRecords, updateRecords } from './records.service.ts'
import { referredEntity } from './record-values.ts'

const foundKinds = ['institution', 'student', 'mobility', 'agreement', 'athensCourse'] as const

export const recordsRouter = {
  get: os.records.get.handler(({ input, context }) =>
    getRecord(context.office.current(), input.entity, input.id),
  ),
  create: os.records.create.handler(async ({ input, context }) => ({
    id: await createRecord(context.office.current().records, input.entity, input.values),
  })),
  update: os.records.update.handler(async ({ input, context }) => ({
    changed: await updateRecords(
      context.office.current().records,
      input.entity,
      input.ids.map((id) => ({ id, values: input.values })),
    ),
  })),
  updateCells: os.records.updateCells.handler(async ({ input, context }) => ({
    changed: await updateRecords(context.office.current().records, input.entity, input.rows),
  })),
  remove: os.records.remove.handler(async ({ input, context }) => ({
    removed: await removeRecords(context.office.current().records, input.entity, input.ids),
  })),
  options: os.records.options.handler(async ({ input, context }) => [
    ...(await findTitles(context.office.current().records, [input.entity], input.search, input.limit)),
  ]),
  find: os.records.find.handler(async ({ input, context }) => [
    ...(await findTitles(context.office.current().records, foundKinds, input.search, input.limit)),
  ]),
}

async function getRecord(services: OfficeServices, entity: EntityName, id: string) {
  const { read, translate } = services.records
  const values = (await findRecord(read, entity, id)) ?? (await unwrittenRecord(read, entity, id))
  const [title] = await titlesOf(read, translate(), entity, [id])
  if (values === undefined || title === undefined) throw new DomainError('record-missing', { entity })
  return {
    entity,
    id,
    title: title.title,
    values: { ...values },
    references: await referencesOf(services, entity, values),
    related: await relatedOf(services, entity, id),
    ...(entity === 'mobility' ? await stayForm(read, id, services.records.today()) : noForm),
  }
}

/** Most kinds of records have the same fields whatever they hold. */
const noForm = { hidden: [], findings: [] }

async function referencesOf({ records }: OfficeServices, entity: EntityName, values: RecordValues) {
  const references: Record<string, string> = {}
  for (const [name, field] of Object.entries(entityOf(entity).fields)) {
    const target = referredEntity(field)
    const id = values[name]
    if (target === undefined || typeof id !== 'string') continue
    const [title] = await titlesOf(records.read, records.translate(), target, [id])
    if (title !== undefined) references[name] = title.title
  }
  return references
}

async function relatedOf({ lists }: OfficeServices, entity: EntityName, id: string) {
  const related = []
  for (const { list, key } of relatedLists[entity]) {
    const filters = [{ key, test: 'is' as const, values: [id] }]
    const ids = await lists.ids(list, { search: '', filters, sort: [] })
    related.push({ list, key, count: ids.length })
  }
  return related
}
