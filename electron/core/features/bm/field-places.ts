import type { BmStay } from '#shared/domain/bm/bm-facts.ts'
import type { BmFieldKey } from '#shared/domain/bm/bm-fields.ts'
import { homeOf } from '#shared/domain/bm/bm-values.ts'

export interface FieldPlace {
  readonly entity: string
  /** Null for our own school, which is a setting. */
  readonly id: string | null
  readonly field: string
}

/** Where a field of the module is mended for one mobility; the stay itself where no field of ours stands behind it. */
export function placeOfField(key: BmFieldKey | null, stay: BmStay): FieldPlace {
  const own = (field: string) => ({ entity: 'mobility', id: stay.id, field })
  if (key === null) return own('status')
  const { of, field } = homeOf(key)
  const dates = stay.isReal ? field : field.replace('actual', 'planned')
  switch (of) {
    case 'mobility':
      return own(dates)
    case 'student':
      return { entity: 'student', id: stay.student.id, field }
    case 'host':
      return stay.host === null || stay.host.id === null
        ? own('institutionId')
        : { entity: 'institution', id: stay.host.id, field }
    case 'call':
      return stay.project === null ? own('callId') : { entity: 'erasmusCall', id: stay.project.id, field }
    case 'school':
      return { entity: 'school', id: null, field }
    case 'funding':
    case 'documents':
    case 'interruptions':
      return { entity: of, id: stay.id, field }
  }
}
