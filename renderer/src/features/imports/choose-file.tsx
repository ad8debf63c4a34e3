import { Radio } from '@mantine/core'
import {
  IconAlertTriangle,
  IconEye,
  IconFileSpreadsheet,
  IconRotate2,
  IconTableImport,
} from '@tabler/icons-react'
import { importKinds } from '#shared/contract/imports.ts'
import type { ImportKind } from '#shared/contract/imports.ts'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { Button } from '@mantine/core'
import styles from './choose-file.module.css'
import { FileButton } from './file-button.tsx'
import { chooseKind } from './import-store.ts'
import type { ImportStage, RefusedFile } from './import-store.ts'

type ReadFile = (file: File, as: ImportKind) => void

/** The first step: what the file holds, and the file. */
export function ChooseFile({
  stage,
  onFile,
}: {
  readonly stage: Extract<ImportStage, { kind: 'choosing' }>
  readonly onFile: ReadFile
}) {
  const { t } = useText()
  return (
    <Page title={t('importing.title')} lead={t('importing.choose.lead')} isDocument>
      <div className={styles['column']}>
        {stage.refused !== undefined && <Refused refused={stage.refused} as={stage.as} onFile={onFile} />}
        <KindChoice as={stage.as} />
        <div className={styles['drop']}>
          <IconFileSpreadsheet size={36} stroke={1.3} className={styles['icon']} aria-hidden />
          <p className={styles['call']}>
            <b>{t('importing.choose.drop')}</b>
            <span>{t('importing.choose.dropAnywhere')}</span>
          </p>
          <FileButton
            label={t('importing.choose.button')}
            variant="filled"
            size="sm"
            onFile={(file) => onFile(file, stage.as)}
          />
          <p className={styles['formats']}>{t('importing.choose.formats')}</p>
        </div>
        <ol className={styles['steps']}>
          <li>
            <IconTableImport size={18} stroke={1.6} aria-hidden />
            {t('importing.choose.then.look')}
          </li>
          <li>
            <IconEye size={18} stroke={1.6} aria-hidden />
            {t('importing.choose.then.check')}
          </li>
          <li>
            <IconRotate2 size={18} stroke={1.6} aria-hidden />
            {t('importing.choose.then.apply')}
          </li>
        </ol>
      </div>
    </Page>
  )
}

function KindChoice({ as }: { readonly as: ImportKind }) {
  const { t } = useText()
  return (
    <Radio.Group
      label={t('importing.choose.kind')}
      value={as}
      onChange={(chosen) => {
        const kind = importKinds.find((known) => known === chosen)
        if (kind !== undefined) chooseKind(kind)
      }}
    >
      <div className={styles['kinds']}>
        {importKinds.map((kind) => (
          <Radio.Card key={kind} value={kind} className={styles['kind'] ?? ''}>
            <Radio.Indicator />
            <span>
              <b className={styles['kindName']}>{t(`importing.kind.${kind}`)}</b>
              <span className={styles['kindAbout']}>{t(`importing.kind.${kind}.about`)}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}

/** Why the last file was not read, and the ways on from there. */
function Refused(props: {
  readonly refused: RefusedFile
  readonly as: ImportKind
  readonly onFile: ReadFile
}) {
  const { t } = useText()
  const refusalText = useRefusalText()
  const { file, refusal } = props.refused
  if (refusal === undefined)
    return (
      <p role="status" className={styles['cancelled']}>
        {t('importing.cancelled')}
      </p>
    )
  return (
    <div role="alert" className={styles['refused']}>
      <IconAlertTriangle size={20} className={styles['refusedIcon']} aria-hidden />
      <div>
        <p className={styles['refusedTitle']}>{t('importing.refused', { file: file.name })}</p>
        <p className={styles['refusedText']}>{refusalText(refusal)}</p>
        <div className={styles['refusedWays']}>
          <Button variant="default" onClick={() => props.onFile(file, props.as)}>
            {t('ui.retry')}
          </Button>
        </div>
      </div>
    </div>
  )
}
