import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import { parseFieldText } from '#shared/entities/field-values.ts'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { choiceLabel, fieldLabel, textKey } from '#shared/entities/labels.ts'
import { CreateForm, ReadOnlyForm, SavingForm } from '#renderer/ui/form/form.tsx'
import type { FormGroup, FormValues } from '#renderer/ui/form/form.tsx'
import type { CheckedText, FormFieldSpec } from '#renderer/ui/form/form-types.ts'
import { HistoryList } from '#renderer/ui/history-list.tsx'
import { RecordHead } from '#renderer/ui/record-head.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { useText } from '#renderer/ui/text.tsx'
import type { Text } from '#renderer/ui/text.tsx'

const start: FormValues = {
  studentNumber: '2024000004',
  familyName: 'O’Brien',
  givenNames: 'Anaïs',
  gender: '2',
  birthDate: '2004-03-04',
  nationality: 'BR',
  email: 'anais.obrien@ecole.example',
  cohort: 'Promo 2028',
  ectsAcquired: 121.5,
  status: 'student',
  isSchooledInFrance: true,
  languages: 'en B2, fr C1',
  notes: 'Wants to leave in the first semester.\nAsked for a place in Lisbon.',
}

/** A record as a screen would show it: its fields, which save themselves, and its history. */
export function StudentRecord({ id }: { readonly id: string }) {
  const text = useText()
  const [values, setValues] = useState(start)
  const [tab, setTab] = useState('form')
  const check = useCheck()
  const groups = groupsOf('student', text)
  const save = async (name: string, value: FieldValue) => {
    await new Promise((resolve) => setTimeout(resolve, 60))
    if (value === 'taken@ecole.example') return text.t('record.not-unique', { title: 'Zoé Martin' })
    setValues((before) => ({ ...before, [name]: value }))
    return undefined
  }
  return (
    <>
      <RecordHead
        kind={text.t(textKey('entity.student'), { count: 1 })}
        title={`${String(values['givenNames'])} ${String(values['familyName'])} ${id}`}
        badges={<StatusBadge tone="good" word={text.t(textKey('choice.mobility.status.accepted'))} />}
        actions={<Button variant="default">{text.t('ui.retry')}</Button>}
      />
      <Tabs
        label="Student"
        current={tab}
        onChange={setTab}
        tabs={[
          {
            key: 'form',
            label: text.t('ui.details'),
            content: <SavingForm groups={groups} values={values} check={check} onSave={save} />,
          },
          {
            key: 'read',
            label: text.t('ui.grid.rows', { count: 2 }),
            count: 2,
            content: <ReadOnlyForm groups={groups} values={values} check={check} />,
          },
          { key: 'history', label: text.t('ui.undo'), content: <HistoryList entries={history} /> },
        ]}
      />
    </>
  )
}

/** A form for a new stay: it refers to other records and has days, codes and choices. */
export function NewMobility() {
  const text = useText()
  const check = useCheck()
  const [saved, setSaved] = useState<FormValues>()
  return (
    <>
      <CreateForm
        groups={groupsOf('mobility', text)}
        values={{}}
        check={check}
        submitLabel={text.t('ui.save')}
        onCancel={() => setSaved(undefined)}
        onSubmit={(values) => {
          if (values['title'] === 'refused')
            return Promise.resolve({ title: text.t('record.not-unique', { title: 'X' }) })
          setSaved(values)
          return Promise.resolve(undefined)
        }}
      />
      <output data-testid="saved">{saved === undefined ? '' : JSON.stringify(saved)}</output>
    </>
  )
}

function useCheck() {
  const text = useText()
  return useCallback(
    (field: Field, typed: string): CheckedText => {
      const read = parseFieldText(field, typed)
      return read.ok ? { value: read.value } : { problem: text.t(read.error.code, read.error.params) }
    },
    [text],
  )
}

function groupsOf(entity: EntityName, text: Text): readonly FormGroup[] {
  const fields = Object.entries(entityOf(entity).fields)
  const groups = Map.groupBy(fields, ([, field]) => field.group ?? '')
  return [...groups].map(([key, members]) => ({
    key,
    title: text.t(textKey(`group.${key}`)),
    fields: members.map(([name, field]): FormFieldSpec => ({
      name,
      field,
      label: text.t(fieldLabel(entity, name)),
      choiceLabel: (choice) => text.t(choiceLabel(entity, name, choice)),
      ...(field.type === 'reference'
        ? { reference: { title: undefined, options, hrefOf: (id: string) => `#/records/${id}` } }
        : {}),
    })),
  }))
}

function options(search: string) {
  const names = [
    'Politechnika Warszawska',
    'Politecnico di Milano',
    'Universidade de Lisboa',
    'KTH Stockholm',
  ]
  const found = names.filter((name) => name.toLowerCase().includes(search.toLowerCase()))
  return Promise.resolve(found.map((title, index) => ({ id: `i${index}`, title, hint: `Code ${index}` })))
}

const history = [
  {
    id: 'a',
    at: '2026-11-21T14:05:00Z',
    actor: 'Claire',
    title: 'Changed Anaïs O’Brien',
    changes: [
      { label: 'E-mail', before: 'anais@ecole.example', after: 'anais.obrien@ecole.example' },
      { label: 'Track', before: null, after: 'Option B' },
      { label: 'Phone', before: '+33 6 00 00 00 00', after: null },
    ],
    onUndo: () => undefined,
  },
  { id: 'b', at: '2026-11-20T09:00:00Z', title: 'Imported students.xlsx', changes: [], isUndone: true },
]
