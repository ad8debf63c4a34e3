import { useQuery } from '@tanstack/react-query'
import type { FieldValue } from '#shared/entities/fields.ts'
import { entityOf, isEntityName, type EntityName } from '#shared/entities/index.ts'
import { textKey } from '#shared/entities/labels.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { api } from '#renderer/api/queries.ts'
import { client } from '#renderer/api/client.ts'
import { useUndo } from '#renderer/api/actions.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { CreateForm, type FormValues } from '#renderer/ui/form/form.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { formGroups, useFieldCheck, type Makers } from './record-form.ts'
import styles from './record-view.module.css'

/** A new record of any kind; some values may be given, such as the student of a new stay. */
export function NewRecord(props: {
  readonly entity: EntityName
  readonly values: Readonly<Record<string, string>>
  readonly makers?: Makers | undefined
  readonly onCreated: (id: string) => void
  readonly onCancel: () => void
}) {
  const { entity, values, onCreated } = props
  const text = useText()
  const { t } = text
  const check = useFieldCheck()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const { undo } = useUndo()
  const { data: references } = useQuery({
    queryKey: ['new-record', entity, values],
    queryFn: () => titlesOf(entity, values),
  })
  const forms = useForms(entity)
  const kind = t(textKey(`kind.${entity}`))
  const submit = async (given: FormValues) => {
    try {
      const { id } = await client.records.create({ entity, values: { ...given } })
      dataChanged()
      notices.say({ text: t('records.created', { kind }), onUndo: () => void undo() })
      onCreated(id)
      return undefined
    } catch (error) {
      const refusal = refusalOf(error)
      const field = refusal.data['field']
      if (refusal.code === 'record-invalid' && typeof field === 'string')
        return { [field]: refusalText(refusal) }
      notices.fail({ text: refusalText(refusal) })
      return {}
    }
  }
  if (references === undefined || (entity === 'mobility' && forms === undefined)) return null
  return (
    <div className={styles['view']}>
      <h2 className={styles['title']}>{t('records.new', { kind })}</h2>
      <CreateForm
        groups={formGroups(entity, text, references, undefined, {
          hidden: [],
          findings: {},
          makers: props.makers,
          choices: forms?.choices,
        })}
        {...(forms === undefined ? {} : { hiddenOf: forms.hiddenOf })}
        values={{ ...startOf(entity), ...forms?.start, ...values }}
        check={check}
        submitLabel={t('records.create')}
        onSubmit={submit}
        onCancel={props.onCancel}
      />
    </div>
  )
}

/** A new stay is of a form that the school has, shows the fields of that form, and begins as a draft. */
function useForms(entity: EntityName) {
  const { data } = useQuery(api.mobilities.forms.queryOptions({ enabled: entity === 'mobility' }))
  if (entity !== 'mobility' || data === undefined) return undefined
  const [first] = data
  return {
    choices: { form: data.map((one) => one.form) },
    start: first === undefined ? {} : { form: first.form },
    hiddenOf: (values: FormValues) => [
      'status',
      ...(data.find((one) => one.form === values['form'])?.hidden ?? []),
    ],
  }
}

/** What may not stay empty starts with what is usual; the core gives the same to whoever gives nothing. */
function startOf(entity: EntityName): FormValues {
  return Object.fromEntries(
    Object.entries(entityOf(entity).fields).flatMap(([name, field]): [string, FieldValue][] => {
      if (field.required !== true) return []
      if (field.type === 'choice') return [[name, field.choices[0] ?? null]]
      if (field.type === 'boolean') return [[name, name === 'isSchooledInFrance']]
      return []
    }),
  )
}

async function titlesOf(entity: EntityName, values: Readonly<Record<string, string>>) {
  const titles: Record<string, string> = {}
  for (const [name, field] of Object.entries(entityOf(entity).fields)) {
    const id = values[name]
    if (id === undefined || field.type !== 'reference' || !isEntityName(field.entity)) continue
    const record = await client.records.get({ entity: field.entity, id })
    titles[name] = record.title
  }
  return titles
}
