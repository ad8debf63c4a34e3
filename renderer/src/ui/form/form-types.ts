import type { ReactNode } from 'react'
import type { Field, FieldValue } from '#shared/entities/fields.ts'

/** What was read from a typed text: the value in the form that is kept, or the problem in the user's language. */
export type CheckedText = { readonly value: FieldValue } | { readonly problem: string }

/** Reads what is typed into a field. The rules are the caller's: the form has none. */
export type FieldCheck = (field: Field, text: string) => CheckedText

export interface ReferenceOption {
  readonly id: string
  readonly title: string
  /** What tells it from another of the same title. */
  readonly hint?: string
}

/** How a field that refers to another record finds records and names them. */
export interface ReferencePicker {
  /** The title of the record referred to now. */
  readonly title: string | undefined
  readonly options: (search: string) => Promise<readonly ReferenceOption[]>
  /** Makes a record that is not among those found, from the words typed; undefined when the user gives up. */
  readonly make?:
    | {
        readonly label: (words: string) => string
        readonly run: (words: string) => Promise<ReferenceOption | undefined>
      }
    | undefined
  /** The address of a record's page. */
  readonly hrefOf: (id: string) => string
}

/** One field of a form: what it is, and its words. */
export interface FormFieldSpec {
  readonly name: string
  readonly field: Field
  readonly label: string
  readonly help?: ReactNode
  /** The word of a choice; needed for fields of type `choice`. */
  readonly choiceLabel?: (choice: string) => string
  /** Needed for fields of type `reference`. */
  readonly reference?: ReferencePicker
  /** Takes both columns. Long texts do anyway. */
  readonly isWide?: boolean
}

/** What a control of the form is given. */
export interface ControlProps extends FormFieldSpec {
  readonly value: FieldValue
  readonly check: FieldCheck
  readonly error: string | undefined
  /** The label with its marks, and what is said below the control. */
  readonly labelNode: ReactNode
  readonly onChange: (checked: CheckedText) => void
  readonly onCommit: (value: FieldValue) => void
}
