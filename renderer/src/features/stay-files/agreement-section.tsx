import { Button, SegmentedControl } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StayAgreement } from '#shared/contract/stay-files.ts'
import { textKey } from '#shared/entities/labels.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { FormField } from '#renderer/ui/form/form-field.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { AgreementTable } from './agreement-table.tsx'
import type { SectionProps } from './section-props.ts'
import { Signatures } from './signatures.tsx'
import styles from './stay-files.module.css'
import { fieldNamed, useCheck, useRecordEdit } from './use-record-edit.ts'

/** The learning agreement of a stay: tables, changes by version, the three signatures, what is still to be looked at. */
export function AgreementSection({ id }: SectionProps) {
  const { data: agreement } = useQuery(api.stayFiles.agreement.queryOptions({ input: { mobilityId: id } }))
  const [chosen, setChosen] = useState<number>()
  if (agreement === undefined) return null
  const version = chosen ?? agreement.newest
  return (
    <div className={styles['section']}>
      <Versions agreement={agreement} version={version} onVersion={setChosen} />
      <Findings agreement={agreement} />
      {(['A', 'B', 'C'] as const).map((table) => (
        <AgreementTable key={table} mobilityId={id} agreement={agreement} table={table} version={version}>
          {table === 'B' && <Mirror mobilityId={id} agreement={agreement} version={version} />}
        </AgreementTable>
      ))}
      <Signatures mobilityId={id} agreement={agreement} version={version} />
      <AutomaticRecognition mobilityId={id} agreement={agreement} />
    </div>
  )
}

function Versions(props: {
  readonly agreement: StayAgreement
  readonly version: number
  readonly onVersion: (version: number | undefined) => void
}) {
  const { agreement, version, onVersion } = props
  const { t } = useText()
  const last = Math.max(agreement.newest, version)
  const isSigned = agreement.signed.includes(version)
  return (
    <div className={styles['bar']}>
      {last > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('field.laComponent.version')}
          value={String(version)}
          data={Array.from({ length: last }, (_, index) => ({
            value: String(index + 1),
            label: t(index === 0 ? 'stay-file.la.first' : 'stay-file.la.change', { version: index + 1 }),
          }))}
          onChange={(next) => onVersion(Number(next))}
        />
      )}
      <StatusBadge
        tone={isSigned ? 'good' : 'going'}
        word={t(isSigned ? 'stay-file.la.signed' : 'stay-file.la.unsigned')}
      />
      {agreement.signed.includes(agreement.newest) && version === agreement.newest && (
        <Button size="compact-sm" variant="default" onClick={() => onVersion(agreement.newest + 1)}>
          {t('stay-file.la.write-change')}
        </Button>
      )}
    </div>
  )
}

function Findings({ agreement }: { readonly agreement: StayAgreement }) {
  const { t } = useText()
  if (agreement.findings.length === 0)
    return (
      <p className={styles['bar']}>
        <IconCircleCheck size={16} aria-hidden /> {t('stay-file.la.complete')}
      </p>
    )
  return (
    <ul className={styles['findings']} aria-label={t('stay-file.la.findings')}>
      {agreement.findings.map((finding) => (
        <li key={`${finding.code} ${finding.componentId ?? ''}`}>
          <IconAlertTriangle size={15} aria-hidden />
          {t(textKey(`stay-file.finding.${finding.code}`), finding.params)}
        </li>
      ))}
    </ul>
  )
}

/** Writes the host's courses into table B: where recognition is automatic, that is what the table says. */
function Mirror(props: {
  readonly mobilityId: string
  readonly agreement: StayAgreement
  readonly version: number
}) {
  const { agreement, version, mobilityId } = props
  const { t } = useText()
  const run = useRun()
  const hosts = agreement.courses.some(({ table, isInForce }) => table !== 'B' && isInForce)
  if (!hosts || agreement.signed.includes(version) || version < agreement.newest) return null
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconCopy size={14} />}
      onClick={() =>
        void run(() => client.stayFiles.mirror({ mobilityId, version }), { done: t('stay-file.la.mirrored') })
      }
    >
      {t('stay-file.la.mirror')}
    </Button>
  )
}

function AutomaticRecognition(props: { readonly mobilityId: string; readonly agreement: StayAgreement }) {
  const { agreement, mobilityId } = props
  const { t } = useText()
  const check = useCheck()
  const edit = useRecordEdit('mobility')
  return (
    <div className={styles['fields']}>
      <FormField
        name="automaticRecognition"
        field={{ type: 'boolean' }}
        label={t('field.mobility.automaticRecognition')}
        help={t('stay-file.la.automatic')}
        value={agreement.automaticRecognition}
        check={check}
        onCommit={(value) => void edit.save(mobilityId, 'automaticRecognition', value)}
      />
      {agreement.automaticRecognition === false && (
        <FormField
          name="recognitionExplanation"
          field={fieldNamed('mobility', 'recognitionExplanation')}
          label={t('field.mobility.recognitionExplanation')}
          value={agreement.recognitionExplanation}
          check={check}
          onCommit={(value) => void edit.save(mobilityId, 'recognitionExplanation', value)}
        />
      )}
    </div>
  )
}
