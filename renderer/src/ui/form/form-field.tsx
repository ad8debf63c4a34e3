import type { ReactNode } from 'react'
import type { FieldValue } from '#shared/entities/fields.ts'
import { useText } from '#renderer/ui/text.tsx'
import { DateControl } from './date-control.tsx'
import { shownText } from './field-text.ts'
import styles from './form.module.css'
import type { CheckedText, ControlProps, FieldCheck, FormFieldSpec } from './form-types.ts'
import {
  BooleanControl,
  ChoiceControl,
  ChoicesControl,
  CountryControl,
  LanguageControl,
} from './pick-control.tsx'
import { ReferenceControl } from './reference-control.tsx'
import { TextControl } from './text-control.tsx'

export interface FormFieldProps extends FormFieldSpec {
  readonly value: FieldValue
  readonly check: FieldCheck
  /** A problem that only the core could see; what is typed is checked here. */
  readonly error?: string | undefined
  /** Marks a value that differs from the one before: in a proposal, an import, a form not yet saved. */
  readonly isChanged?: boolean
  /** Beside the label: *saving*, *saved*. */
  readonly state?: ReactNode
  /** Shows the value and no control. Fields that the application sets are always shown so. */
  readonly isReadOnly?: boolean
  /** Called with every key: the value, or why it is none yet. */
  readonly onChange?: (checked: CheckedText) => void
  /** Called when a new value is ready: on leaving a typed field, at once for a choice. */
  readonly onCommit?: (value: FieldValue) => void
}

/** One field of a record with its label, its control, and what is to be said about it. */
export function FormField(props: FormFieldProps) {
  const { t } = useText()
  const { field } = props
  const isReadOnly = props.isReadOnly === true || field.readOnly === true
  const isLong = field.type === 'text' && field.long === true
  const labelNode = (
    <span className={styles['label']}>
      {props.label}
      {field.required === true && !isReadOnly && (
        <span className={styles['needed']} title={t('ui.form.needed')}>
          *<span className="visually-hidden"> {t('ui.form.needed')}</span>
        </span>
      )}
      {props.isChanged === true && (
        <span className={styles['changed']} title={t('ui.form.changed')}>
          <span className="visually-hidden">{t('ui.form.changed')}</span>
        </span>
      )}
      {props.state}
    </span>
  )
  const control: ControlProps = {
    ...props,
    labelNode,
    error: props.error,
    onChange: props.onChange ?? nothing,
    onCommit: props.onCommit ?? nothing,
  }
  return (
    <div
      className={styles['field']}
      data-wide={props.isWide === true || isLong || field.type === 'choices' || undefined}
      data-field={props.name}
    >
      {isReadOnly ? <ShownValue {...control} /> : <Control {...control} />}
    </div>
  )
}

function Control(props: ControlProps) {
  const { field, reference } = props
  if (field.type === 'choice') return <ChoiceControl {...props} choices={field.choices} />
  if (field.type === 'choices') return <ChoicesControl {...props} choices={field.choices} />
  if (field.type === 'boolean') return <BooleanControl {...props} />
  if (field.type === 'country') return <CountryControl {...props} />
  if (field.type === 'language') return <LanguageControl {...props} />
  if (field.type === 'date') return <DateControl {...props} />
  if (field.type === 'reference' && reference !== undefined)
    return <ReferenceControl {...props} reference={reference} />
  return <TextControl {...props} />
}

/** A value that is read, not changed: addresses and records are links. */
function ShownValue({ field, value, labelNode, reference, choiceLabel, help }: ControlProps) {
  const text = useText()
  const shown =
    field.type === 'reference' ? (reference?.title ?? '') : shownText(field, value, text, choiceLabel)
  const href = typeof value === 'string' ? linkOf(field.type, value, reference?.hrefOf) : undefined
  return (
    <dl className={styles['shown']}>
      <dt>{labelNode}</dt>
      <dd data-type={field.type}>
        {shown === '' && <span className={styles['none']}>{text.t('ui.form.noValue')}</span>}
        {href === undefined ? shown : <a {...href}>{shown}</a>}
      </dd>
      {help !== undefined && <dd className={styles['help']}>{help}</dd>}
    </dl>
  )
}

/** Only web and mail addresses become links: a value that a file brought is never anything that could run. */
function linkOf(type: string, value: string, hrefOf: ((id: string) => string) | undefined) {
  if (type === 'reference' && hrefOf !== undefined) return { href: hrefOf(value) }
  if (type === 'email') return { href: `mailto:${encodeURIComponent(value).replaceAll('%40', '@')}` }
  if (type === 'url' && /^https?:\/\//i.test(value))
    return { href: value, target: '_blank', rel: 'noreferrer noopener' }
  return undefined
}

function nothing(): void {}
