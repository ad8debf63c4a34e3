import { isBmField } from '#shared/domain/bm/bm-fields.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { placeOfField } from './field-places.ts'
import { gatherStay } from './gather-stays.ts'

/** What the module said of one stay and is not settled, each with the field where it is mended. */
export async function remarksOf({ connections }: OfficeServices, mobilityId: string) {
  const rows = await connections.read
    .selectFrom('bmRemark as r')
    .innerJoin('bmReading as b', 'b.id', 'r.readingId')
    .where('r.mobilityId', '=', mobilityId)
    .where('r.status', '=', 'open')
    .select(['r.id', 'r.kind', 'r.label', 'r.bmField', 'r.message', 'r.ours', 'r.theirs'])
    .select(['b.fileName', 'b.readOn'])
    .orderBy('r.row')
    .orderBy('r.id')
    .execute()
  if (rows.length === 0) return []
  const stay = gatherStay(connections.rawReader, mobilityId)
  return rows.map(({ bmField, ...row }) => ({
    ...row,
    at:
      stay === undefined
        ? { entity: 'mobility', id: mobilityId, field: 'status' }
        : placeOfField(bmField !== null && isBmField(bmField) ? bmField : null, stay),
  }))
}
