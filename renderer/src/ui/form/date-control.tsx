import { ActionIcon, Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/ui/text.tsx'
import type { ControlProps } from './form-types.ts'
import { TextControl } from './text-control.tsx'
import type { BesideProps } from './text-control.tsx'

/** A day: typed as one writes it, read back in words, or picked in a calendar. */
export function DateControl(props: ControlProps) {
  return <TextControl {...props} Beside={CalendarButton} />
}

function CalendarButton({ typed, label }: BesideProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const day = typeof typed.value === 'string' ? typed.value : null
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          size={24}
          aria-label={t('ui.form.calendar', { field: label })}
          onClick={() => setOpen(!isOpen)}
        >
          <IconCalendar size={15} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          size="xs"
          value={day}
          {...(day === null ? {} : { defaultDate: day })}
          ariaLabels={{
            previousMonth: t('ui.calendar.previousMonth'),
            nextMonth: t('ui.calendar.nextMonth'),
            previousYear: t('ui.calendar.previousYear'),
            nextYear: t('ui.calendar.nextYear'),
            previousDecade: t('ui.calendar.previousDecade'),
            nextDecade: t('ui.calendar.nextDecade'),
            monthLevelControl: t('ui.calendar.chooseMonth'),
            yearLevelControl: t('ui.calendar.chooseYear'),
          }}
          onChange={(picked) => {
            typed.take(picked)
            setOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
