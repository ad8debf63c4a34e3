import { useState } from 'react'
import type { StayAgreement } from '#shared/contract/stay-files.ts'
import { laRoles, type LaRole } from '#shared/domain/learning-agreement.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { useUndo } from '#renderer/api/actions.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { client } from '#renderer/api/client.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { FormField } from '#renderer/ui/form/form-field.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import styles from './stay-files.module.css'
import { fieldNamed, useCheck } from './use-record-edit.ts'

/** When each party signed a version, in the order in which they sign. */
export function Signatures(props: {
  readonly mobilityId: string
  readonly agreement: StayAgreement
  readonly version: number
}) {
  const { t } = useText()
  return (
    <section className={styles['part']}>
      <h3>{t('stay-file.la.signatures')}</h3>
      <div className={styles['fields']}>
        {laRoles.map((role) => (
          <Signature key={`${role} ${props.version}`} {...props} role={role} />
        ))}
      </div>
    </section>
  )
}

function Signature(props: {
  readonly mobilityId: string
  readonly agreement: StayAgreement
  readonly version: number
  readonly role: LaRole
}) {
  const { mobilityId, agreement, version, role } = props
  const { t } = useText()
  const check = useCheck()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const { undo } = useUndo()
  const [problem, setProblem] = useState<string>()
  const known = agreement.signatures.find((one) => one.version === version && one.role === role)
  const word = t(choiceLabel('laSignature', 'role', role))
  const sign = async (value: FieldValue) => {
    try {
      const signedOn = typeof value === 'string' ? value : null
      await client.stayFiles.sign({ mobilityId, version, role, signedOn })
      dataChanged()
      setProblem(undefined)
      notices.say({ text: t('stay-file.la.sign-saved', { party: word }), onUndo: () => void undo() })
    } catch (error) {
      setProblem(refusalText(refusalOf(error)))
    }
  }
  return (
    <FormField
      name={`signed-${role}`}
      field={fieldNamed('laSignature', 'signedOn')}
      label={t('stay-file.la.signed-by', { party: word })}
      help={known?.signerName ?? undefined}
      value={known?.signedOn ?? null}
      check={check}
      error={problem}
      onCommit={(value) => void sign(value)}
    />
  )
}
