import { ActionIcon, Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { IconArrowUpRight, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/ui/text.tsx'
import styles from './form.module.css'
import type { ControlProps, ReferenceOption, ReferencePicker } from './form-types.ts'

const typingMs = 150
/** No record has this id. */
const makeKey = ' make'

type Found =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly options: readonly ReferenceOption[] }

/** Another record, searched for by words; a link opens the one chosen. */
export function ReferenceControl(props: ControlProps & { readonly reference: ReferencePicker }) {
  const { field, value, reference, onChange, onCommit } = props
  const [search, setSearch] = useState<string>()
  const [picked, setPicked] = useState<ReferenceOption>()
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch(undefined)
    },
  })
  const found = useOptions(search, reference.options)
  const title = picked !== undefined && picked.id === value ? picked.title : (reference.title ?? '')
  const take = (option: ReferenceOption | undefined) => {
    setPicked(option)
    setSearch(undefined)
    combobox.closeDropdown()
    const id = option?.id ?? null
    onChange({ value: id })
    if (id !== value) onCommit(id)
  }
  const make = async (words: string) => {
    combobox.closeDropdown()
    const made = await reference.make?.run(words.trim())
    if (made !== undefined) take(made)
  }
  const searchFor = (words: string) => {
    setSearch(words)
    combobox.openDropdown()
    combobox.updateSelectedOptionIndex()
  }
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        if (id === makeKey) {
          void make(search ?? '')
          return
        }
        if (found.kind === 'ready') take(found.options.find((option) => option.id === id))
      }}
    >
      <Combobox.Target>
        <TextInput
          name={props.name}
          label={props.labelNode}
          description={props.help}
          error={props.error}
          required={field.required === true}
          withAsterisk={false}
          autoComplete="off"
          value={search ?? (value === null ? '' : title)}
          onChange={(event) => searchFor(event.currentTarget.value)}
          onClick={() => searchFor(search ?? '')}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || search === undefined) return
            event.preventDefault()
            event.stopPropagation()
            combobox.closeDropdown()
          }}
          rightSectionWidth={value === null ? 0 : 54}
          rightSection={
            value === null ? null : (
              <Buttons {...props} id={String(value)} title={title} onClear={() => take(undefined)} />
            )
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={search === undefined}>
        <Combobox.Options aria-label={props.label} className={styles['options'] ?? ''}>
          <FoundOptions found={found} value={value} />
          {reference.make !== undefined && (search ?? '').trim() !== '' && (
            <Combobox.Option value={makeKey}>{reference.make.label((search ?? '').trim())}</Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function FoundOptions({ found, value }: { readonly found: Found; readonly value: ControlProps['value'] }) {
  const { t } = useText()
  if (found.kind === 'loading') {
    return (
      <Combobox.Empty>
        <Loader size={14} role="img" aria-label={t('ui.loading')} />
      </Combobox.Empty>
    )
  }
  if (found.kind === 'failed') return <Combobox.Empty>{t('ui.form.optionsFailed')}</Combobox.Empty>
  if (found.options.length === 0) return <Combobox.Empty>{t('ui.form.noOption')}</Combobox.Empty>
  return found.options.map((option) => (
    <Combobox.Option key={option.id} value={option.id} active={option.id === value}>
      <span className={styles['option']}>{option.title}</span>
      {option.hint !== undefined && option.hint !== '' && (
        <span className={styles['optionHint']}>{option.hint}</span>
      )}
    </Combobox.Option>
  ))
}

function Buttons(
  props: ControlProps & {
    readonly reference: ReferencePicker
    readonly id: string
    readonly title: string
    readonly onClear: () => void
  },
) {
  const { t } = useText()
  return (
    <span className={styles['buttons']}>
      {props.field.required !== true && (
        <ActionIcon size={24} aria-label={t('ui.form.clear', { field: props.label })} onClick={props.onClear}>
          <IconX size={14} />
        </ActionIcon>
      )}
      <ActionIcon
        component="a"
        href={props.reference.hrefOf(props.id)}
        size={24}
        aria-label={t('ui.form.open', { title: props.title })}
      >
        <IconArrowUpRight size={15} />
      </ActionIcon>
    </span>
  )
}

/** The records found, a moment after the last key; those found before stay until new ones come. */
function useOptions(search: string | undefined, options: ReferencePicker['options']): Found {
  const [found, setFound] = useState<Found>({ kind: 'loading' })
  useEffect(() => {
    if (search === undefined) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      options(search).then(
        (ready) => {
          if (isCurrent) setFound({ kind: 'ready', options: ready })
        },
        () => {
          if (isCurrent) setFound({ kind: 'failed' })
        },
      )
    }, typingMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [search, options])
  return found
}
