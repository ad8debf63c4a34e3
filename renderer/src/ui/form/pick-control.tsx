import { Checkbox, Input, NativeSelect, Select } from '@mantine/core'
import { useMemo } from 'react'
import { listCountryCodes } from '#shared/domain/country-codes.ts'
import { listLanguages } from '#shared/domain/languages.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './form.module.css'
import type { ControlProps } from './form-types.ts'
import { isFoundIn } from '#renderer/ui/search-words.ts'

/** One of a few choices. */
export function ChoiceControl(props: ControlProps & { readonly choices: readonly string[] }) {
  const { field, value, choiceLabel, onChange, onCommit } = props
  const isKnown = typeof value === 'string' && props.choices.includes(value)
  const listed = isKnown || value === null ? props.choices : [...props.choices, String(value)]
  return (
    <NativeSelect
      name={props.name}
      label={props.labelNode}
      description={props.help}
      error={props.error}
      required={field.required === true}
      withAsterisk={false}
      value={value === null ? '' : String(value)}
      data={[
        ...(field.required === true && value !== null ? [] : [{ value: '', label: '' }]),
        ...listed.map((choice) => ({ value: choice, label: choiceLabel?.(choice) ?? choice })),
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value === '' ? null : event.currentTarget.value
        onChange({ value: chosen })
        onCommit(chosen)
      }}
    />
  )
}

/** Several of a few choices, kept in the order in which they are described, divided by commas. */
export function ChoicesControl(props: ControlProps & { readonly choices: readonly string[] }) {
  const { value, choices, choiceLabel, onChange, onCommit } = props
  const ticked = typeof value === 'string' ? value.split(',') : []
  const take = (choice: string, isTicked: boolean) => {
    const taken = choices.filter((one) => (one === choice ? isTicked : ticked.includes(one)))
    const next = taken.length === 0 ? null : taken.join(',')
    onChange({ value: next })
    onCommit(next)
  }
  return (
    <Input.Wrapper
      labelElement="div"
      label={props.labelNode}
      description={props.help}
      error={props.error}
      role="group"
      aria-label={props.label}
    >
      <div className={styles['ticks']}>
        {choices.map((choice) => (
          <Checkbox
            key={choice}
            size="xs"
            label={choiceLabel?.(choice) ?? choice}
            checked={ticked.includes(choice)}
            onChange={(event) => take(choice, event.currentTarget.checked)}
          />
        ))}
      </div>
    </Input.Wrapper>
  )
}

/** Yes or no; also neither, unless the field is needed. */
export function BooleanControl(props: ControlProps) {
  const { t } = useText()
  const { field, value, onChange, onCommit } = props
  const take = (taken: boolean | null) => {
    onChange({ value: taken })
    onCommit(taken)
  }
  if (field.required === true) {
    return (
      <div className={styles['tick']}>
        <Checkbox
          name={props.name}
          label={props.labelNode}
          description={props.help}
          error={props.error}
          checked={value === true}
          onChange={(event) => take(event.currentTarget.checked)}
        />
      </div>
    )
  }
  return (
    <NativeSelect
      name={props.name}
      label={props.labelNode}
      description={props.help}
      error={props.error}
      value={value === null ? '' : String(value)}
      data={[
        { value: '', label: '' },
        { value: 'true', label: t('ui.yes') },
        { value: 'false', label: t('ui.no') },
      ]}
      onChange={(event) =>
        take(event.currentTarget.value === '' ? null : event.currentTarget.value === 'true')
      }
    />
  )
}

/** A country, found by any part of its name in the user's language or by its code. */
export function CountryControl(props: ControlProps) {
  const { format } = useText()
  const names = useMemo(() => named(listCountryCodes(), format.country, format.compare), [format])
  return <NamedCodeControl {...props} names={names} />
}

/** A language, found by its name in the user's language or by its code. */
export function LanguageControl(props: ControlProps) {
  const { format } = useText()
  const names = useMemo(() => named(listLanguages(), format.language, format.compare), [format])
  return <NamedCodeControl {...props} names={names} />
}

interface NamedCode {
  readonly value: string
  readonly label: string
}

function NamedCodeControl(props: ControlProps & { readonly names: readonly NamedCode[] }) {
  const { t } = useText()
  const { field, value, names, onChange, onCommit } = props
  const chosen = typeof value === 'string' ? value : null
  const isKnown = chosen === null || names.some((name) => name.value === chosen)
  return (
    <Select
      name={props.name}
      label={props.labelNode}
      description={props.help}
      error={props.error}
      required={field.required === true}
      withAsterisk={false}
      searchable
      clearable={field.required !== true}
      clearButtonProps={{ 'aria-label': t('ui.form.clear', { field: props.label }) }}
      nothingFoundMessage={t('ui.filter.noValue')}
      value={chosen}
      data={isKnown || chosen === null ? [...names] : [...names, { value: chosen, label: chosen }]}
      filter={({ options, search }) =>
        options.filter((option) => 'value' in option && isFoundIn(`${option.label} ${option.value}`, search))
      }
      onChange={(picked) => {
        onChange({ value: picked })
        if (picked !== chosen) onCommit(picked)
      }}
    />
  )
}

function named(
  codes: readonly string[],
  nameOf: (code: string) => string,
  compare: (a: string, b: string) => number,
): readonly NamedCode[] {
  return codes
    .map((code) => ({ value: code, label: nameOf(code) }))
    .toSorted((a, b) => compare(a.label, b.label))
}
