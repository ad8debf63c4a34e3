import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { download } from '#renderer/api/download.ts'
import { useExport } from '#renderer/api/exports.ts'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { useText } from '#renderer/ui/text.tsx'

const forms = ['pdf', 'xlsx'] as const
const identities = ['names', 'numbers', 'ranks'] as const

/** Asks how the committee's report of a result is wanted, and makes it. */
export function ReportDialog(props: {
  readonly scenario: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}) {
  const { t } = useText()
  const makeFile = useExport()
  const [form, setForm] = useState<(typeof forms)[number]>('pdf')
  const [identity, setIdentity] = useState<(typeof identities)[number]>('names')
  const [isMaking, setMaking] = useState(false)
  const { scenario, onClose } = props
  const make = async () => {
    setMaking(true)
    const file = await makeFile(
      {
        format: form === 'pdf' ? 'committee-report-pdf' : 'committee-report',
        params: { scenario: scenario.id, identity },
      },
      t('export.title.committee-report'),
    )
    setMaking(false)
    if (file === undefined) return
    download(file)
    onClose()
  }
  return (
    <Dialog
      title={t('committee.print.title', { name: scenario.name })}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions
          label={t('committee.print.make')}
          isBusy={isMaking}
          onAct={() => void make()}
          onCancel={onClose}
        />
      }
    >
      <Stack gap="md">
        <p>{t('committee.about')}</p>
        <Radio.Group
          label={t('committee.identity')}
          description={t('committee.about.reasons')}
          value={identity}
          onChange={(value) => setIdentity(identities.find((one) => one === value) ?? 'names')}
        >
          <Stack gap="xs" mt="xs">
            {identities.map((one) => (
              <Radio key={one} value={one} label={t(`committee.identity.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label={t('committee.print.form')}
          value={form}
          onChange={(value) => setForm(forms.find((one) => one === value) ?? 'pdf')}
        >
          <Stack gap="xs" mt="xs">
            {forms.map((one) => (
              <Radio key={one} value={one} label={t(`committee.print.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </Dialog>
  )
}
