import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { FieldValue } from '#shared/entities/fields.ts'
import { useText } from '#renderer/ui/text.tsx'
import { FormField } from './form-field.tsx'
import styles from './form.module.css'
import type { FieldCheck, FormFieldSpec } from './form-types.ts'

export type FormValues = Readonly<Record<string, FieldValue>>

export interface FormGroup {
  readonly key: string
  readonly title: string
  readonly fields: readonly FormFieldSpec[]
}

interface FormProps {
  readonly groups: readonly FormGroup[]
  readonly values: FormValues
  readonly check: FieldCheck
}

/** A record to read. */
export function ReadOnlyForm({ groups, values, check }: FormProps) {
  return (
    <Groups groups={groups}>
      {(spec) => (
        <FormField key={spec.name} {...spec} value={values[spec.name] ?? null} check={check} isReadOnly />
      )}
    </Groups>
  )
}

type SaveState =
  | { readonly kind: 'saving' | 'saved' }
  | { readonly kind: 'refused'; readonly problem: string }

/**
 * A record whose fields each save themselves: on leaving the field, or at once for a choice. `onSave` answers with
 * the problem, in words, if the value was refused; what was typed then stays.
 */
export function SavingForm(
  props: FormProps & { readonly onSave: (name: string, value: FieldValue) => Promise<string | undefined> },
) {
  const { groups, values, check, onSave } = props
  const [states, setStates] = useState<Readonly<Record<string, SaveState>>>({})
  const save = async (name: string, value: FieldValue) => {
    const show = (state: SaveState) => setStates((before) => ({ ...before, [name]: state }))
    show({ kind: 'saving' })
    const problem = await onSave(name, value)
    show(problem === undefined ? { kind: 'saved' } : { kind: 'refused', problem })
  }
  return (
    <Groups groups={groups}>
      {(spec) => {
        const state = states[spec.name]
        return (
          <FormField
            key={spec.name}
            {...spec}
            value={values[spec.name] ?? null}
            check={check}
            error={state?.kind === 'refused' ? state.problem : undefined}
            state={<SaveMark state={state} />}
            onCommit={(value) => void save(spec.name, value)}
          />
        )
      }}
    </Groups>
  )
}

/** Values that are being changed and are kept only later, together: what differs from before is marked. */
export function DraftForm(
  props: FormProps & {
    readonly before: FormValues
    /** What was found wrong, by field, in words. */
    readonly problems: Readonly<Record<string, string>>
    readonly onChange: (name: string, value: FieldValue) => void
  },
) {
  const { groups, values, before, check, problems, onChange } = props
  return (
    <Groups groups={groups}>
      {(spec) => (
        <FormField
          key={spec.name}
          {...spec}
          value={values[spec.name] ?? null}
          check={check}
          error={problems[spec.name]}
          isChanged={(values[spec.name] ?? null) !== (before[spec.name] ?? null)}
          onCommit={(value) => onChange(spec.name, value)}
        />
      )}
    </Groups>
  )
}

/**
 * A new record, saved as a whole. `onSubmit` answers with the problems by field, in words, if it was refused. What is
 * missing or cannot be read is marked, and the first such field is given the focus.
 */
export function CreateForm(
  props: FormProps & {
    readonly submitLabel: string
    /** Fields that the record, as it is filled in so far, does not have. */
    readonly hiddenOf?: (values: FormValues) => readonly string[]
    readonly onSubmit: (values: FormValues) => Promise<Readonly<Record<string, string>> | undefined>
    readonly onCancel: () => void
  },
) {
  const { check, onSubmit } = props
  const { t } = useText()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(props.values)
  const groups = shownGroups(props.groups, props.hiddenOf?.(values) ?? [])
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [isSent, setSent] = useState(false)
  const unread = useRef<Readonly<Record<string, string>>>({})
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = { ...missing(groups, values, check), ...unread.current }
    setProblems(found)
    if (focusFirst(form.current, groups, found)) return
    setSent(true)
    const refused = await onSubmit(values)
    setSent(false)
    if (refused === undefined) return
    setProblems(refused)
    focusFirst(form.current, groups, refused)
  }
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <Groups groups={groups}>
        {(spec) => (
          <FormField
            key={spec.name}
            {...spec}
            value={values[spec.name] ?? null}
            check={check}
            error={problems[spec.name]}
            onChange={(checked) => {
              const { [spec.name]: _solved, ...others } = problems
              setProblems(others)
              const { [spec.name]: _read, ...rest } = unread.current
              unread.current = 'problem' in checked ? { ...rest, [spec.name]: checked.problem } : rest
              if ('value' in checked) setValues({ ...values, [spec.name]: checked.value })
            }}
          />
        )}
      </Groups>
      <div className={styles['submit']}>
        <Button variant="default" onClick={props.onCancel}>
          {t('ui.cancel')}
        </Button>
        <Button type="submit" loading={isSent}>
          {props.submitLabel}
        </Button>
      </div>
    </form>
  )
}

function shownGroups(groups: readonly FormGroup[], hidden: readonly string[]): readonly FormGroup[] {
  return groups
    .map((group) => ({ ...group, fields: group.fields.filter((spec) => !hidden.includes(spec.name)) }))
    .filter((group) => group.fields.length > 0)
}

/** The groups of fields, each in two columns where there is room. */
function Groups(props: {
  readonly groups: readonly FormGroup[]
  readonly children: (spec: FormFieldSpec) => ReactNode
}) {
  const id = useId()
  return (
    <div className={styles['form']}>
      {props.groups.map((group) => (
        <section key={group.key} className={styles['group']} aria-labelledby={`${id}-${group.key}`}>
          <h3 id={`${id}-${group.key}`} className={styles['title']}>
            {group.title}
          </h3>
          <div className={styles['fields']}>{group.fields.map(props.children)}</div>
        </section>
      ))}
    </div>
  )
}

function SaveMark({ state }: { readonly state: SaveState | undefined }) {
  const { t } = useText()
  return (
    <span role="status" className={styles['state']}>
      {state?.kind === 'saving' && t('ui.form.saving')}
      {state?.kind === 'saved' && (
        <>
          <IconCheck size={13} aria-hidden /> {t('ui.form.saved')}
        </>
      )}
    </span>
  )
}

function missing(
  groups: readonly FormGroup[],
  values: FormValues,
  check: FieldCheck,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { name, field } of groups.flatMap((group) => group.fields)) {
    if (field.readOnly === true || (values[name] ?? null) !== null) continue
    const checked = check(field, '')
    if ('problem' in checked) found[name] = checked.problem
  }
  return found
}

/** Gives the focus to the first field with a problem, in the order of the form; says whether there was one. */
function focusFirst(
  form: HTMLFormElement | null,
  groups: readonly FormGroup[],
  problems: Readonly<Record<string, string>>,
): boolean {
  const first = groups.flatMap((group) => group.fields).find((spec) => problems[spec.name] !== undefined)
  if (first === undefined) return false
  const control = form?.querySelector(`[data-field="${CSS.escape(first.name)}"] :is(input, select, textarea)`)
  if (control instanceof HTMLElement) control.focus()
  return true
}
