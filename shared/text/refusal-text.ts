import { isEntityName } from '#shared/entities/index.ts'
import { entityLabel, fieldLabel } from '#shared/entities/labels.ts'
import { movedParams } from './step-text.ts'
import { isTextKey, type TextParams, type Translate } from './text.ts'

/**
 * The sentence of a refusal: what happened and what to do. A code of the spreadsheet reader (`sheets.error.…`) and one
 * of the domain are said in the same way.
 */
export function refusalText(t: Translate, code: string, data: TextParams): string {
  if (code === 'record-invalid') return t('error.record-invalid', invalidParams(t, data))
  if (code === 'mobility-not-moved') return t('error.mobility-not-moved', movedParams(t, data))
  if (code === 'record-in-use') return t('error.record-in-use', { ...data, what: dependents(t, data) })
  if (code === 'sheet-refused' && typeof data['reason'] === 'string')
    return said(t, `sheets.error.${data['reason']}`, data)
  if (code === 'nothing-to-export' && typeof data['reason'] === 'string')
    return said(t, `export.nothing.${data['reason']}`, data)
  if (code === 'export-invalid' && typeof data['problem'] === 'string')
    return said(t, `export.invalid.${data['problem']}`, data)
  if (code === 'instance-invalid') {
    const reason = said(t, `campaign.instance.${data['problem']}`, data)
    return t('error.instance-invalid', { ...data, reason })
  }
  if (code === 'import-incomplete-mapping') {
    const target = said(t, `imports.target.${data['target']}`, data)
    return t('error.import-incomplete-mapping', { ...data, target })
  }
  if (code === 'register-same') return t('error.register-same', { ...data, date: dayText(data['date']) })
  if (code === 'campaign-invalid') return campaignProblem(t, data)
  return said(t, `error.${code}`, data)
}

/** `2026-04-08` → `08/04/2026`, as both languages write it. */
function dayText(day: string | number | undefined): string {
  return String(day).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')
}

/** The first contradiction of a campaign, and how many there are. */
function campaignProblem(t: Translate, data: TextParams): string {
  const reason = said(t, `campaign.problem.${data['problem']}`, data)
  const count = Number(data['problems'] ?? 1)
  return count > 1 ? t('campaign.problem.more', { reason, count }) : reason
}

function said(t: Translate, key: string, data: TextParams): string {
  return isTextKey(key) ? t(key, data) : t('error.internal', { id: key })
}

function invalidParams(t: Translate, data: TextParams): TextParams {
  const entity = String(data['entity'])
  const field = String(data['field'])
  const problem = String(data['problem'])
  const label =
    isEntityName(entity) && isTextKey(`field.${entity}.${field}`) ? t(fieldLabel(entity, field)) : field
  return { label, reason: isTextKey(problem) ? t(problem, data) : problem }
}

function dependents(t: Translate, data: TextParams): string {
  const kind = String(data['kind'])
  return isEntityName(kind) ? t(entityLabel(kind), { count: Number(data['count']) }) : kind
}
