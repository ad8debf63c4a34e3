import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/ui/text.tsx'
import type { StayLinks } from './issue-links.ts'
import { MoveDialog } from './move-dialog.tsx'

/** Among what can be done with the stays selected in a list. */
export function MoveMany(props: {
  readonly count: number
  readonly ids: () => Promise<string[]>
  readonly links: StayLinks
  readonly onDone: () => void
}) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowRight size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('moving.open')}
      </Button>
      {isOpen && (
        <MoveDialog
          count={props.count}
          ids={props.ids}
          links={props.links}
          onClose={() => {
            setOpen(false)
            props.onDone()
          }}
        />
      )}
    </>
  )
}
