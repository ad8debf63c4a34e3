import type { FieldCheck } from '#renderer/ui/form/form-types.ts'
import { parseFieldText } from '#shared/entities/field-values.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { CreateForm, type FormValues } from '#renderer/ui/form/form.tsx'
import { useText } from '#renderer/ui/text.tsx'

const text = { type: 'text', required: true } as const

/** Cancelling a registration: who agreed, when, and why. Without all three it is refused. */
export function CancelDialog(props: {
  readonly id: string
  readonly student: string
  readonly onClose: () => void
}) {
  const { t } = useText()
  const run = useRun()
  const check: FieldCheck = (field, written) => {
    const read = parseFieldText(field, written)
    return read.ok ? { value: read.value } : { problem: t(read.error.code, read.error.params) }
  }
  const submit = async (values: FormValues) => {
    const done = await run(
      () =>
        client.athens.cancel({
          id: props.id,
          reason: String(values['cancelReason']),
          agreedBy: String(values['cancelAgreedBy']),
          agreedOn: String(values['cancelAgreedOn']),
        }),
      { done: t('athens.cancelled', { student: props.student }) },
    )
    if (done !== undefined) props.onClose()
    return undefined
  }
  return (
    <Dialog title={t('athens.cancel.of', { student: props.student })} isOpen onClose={props.onClose}>
      <p>{t('athens.cancel.about')}</p>
      <CreateForm
        groups={[
          {
            key: 'cancel',
            title: t('athens.cancel.agreement'),
            fields: [
              {
                name: 'cancelAgreedBy',
                field: text,
                label: t('field.athensRegistration.cancelAgreedBy'),
              },
              {
                name: 'cancelAgreedOn',
                field: { type: 'date', required: true },
                label: t('field.athensRegistration.cancelAgreedOn'),
              },
              {
                name: 'cancelReason',
                field: text,
                label: t('field.athensRegistration.cancelReason'),
                isWide: true,
              },
            ],
          },
        ]}
        values={{}}
        check={check}
        submitLabel={t('athens.cancel')}
        onSubmit={submit}
        onCancel={props.onClose}
      />
    </Dialog>
  )
}
