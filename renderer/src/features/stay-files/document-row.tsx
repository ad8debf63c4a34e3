import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPaperclip } from '@tabler/icons-react'
import { useRef, useState, type DragEvent } from 'react'
import type { StayDocument } from '#shared/contract/stay-files.ts'
import { certifiedField, type DocumentState } from '#shared/domain/documents.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { download } from '#renderer/api/download.ts'
import { StatusBadge, type StatusTone } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { InlineCell } from './inline-cell.tsx'
import type { SectionProps } from './section-props.ts'
import styles from './stay-files.module.css'
import { fieldNamed, useRecordEdit } from './use-record-edit.ts'

export const documentTones: Readonly<Record<DocumentState, StatusTone>> = {
  overdue: 'bad',
  expired: 'bad',
  expiring: 'warn',
  missing: 'going',
  later: 'idle',
  received: 'good',
  waived: 'none',
  closed: 'none',
}

/** One document of a stay. A file dropped on its line, or chosen, is kept with it, in place of the one that was there. */
export function DocumentRow(props: {
  readonly document: StayDocument
  readonly links: SectionProps['links']
}) {
  const { document, links } = props
  const { t, format } = useText()
  const word = document.title ?? t(choiceLabel('document', 'kind', document.kind))
  const { attach, setStatus, detach, open } = useDocument(document)
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  return (
    <tr
      data-over={isOver || undefined}
      onDragOver={onDrag}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file !== undefined) void attach(file)
      }}
    >
      <td>
        <a href={links.toRecord('document', document.id)}>{word}</a>
        {document.fileName !== null && (
          <span className={styles['file']}>
            <button type="button" className={styles['link']} onClick={() => void open()}>
              {document.fileName}
            </button>
            <span className={styles['dim']}>{format.fileSize(document.sizeBytes ?? 0)}</span>
          </span>
        )}
      </td>
      <td>
        <StatusBadge
          isPlain
          tone={documentTones[document.state]}
          word={t(textKey(`document-state.${document.state}`))}
        />
      </td>
      <td>
        <When document={document} word={word} />
      </td>
      <td className={styles['act']}>
        <ActionIcon
          variant="default"
          size={26}
          aria-label={t(document.fileName === null ? 'stay-file.attach' : 'stay-file.replace', {
            document: word,
          })}
          title={t(document.fileName === null ? 'stay-file.attach' : 'stay-file.replace', { document: word })}
          onClick={() => input.current?.click()}
        >
          <IconPaperclip size={15} />
        </ActionIcon>{' '}
        <RowMenu document={document} word={word} onStatus={setStatus} onDetach={detach} />
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('stay-file.attach', { document: word })}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file !== undefined) void attach(file)
            event.currentTarget.value = ''
          }}
        />
      </td>
    </tr>
  )
}

type Status = 'received' | 'waived' | 'missing'

function useDocument({ id, kind, sha256, fileName }: StayDocument) {
  const { t } = useText()
  const run = useRun()
  const word = t(choiceLabel('document', 'kind', kind))
  return {
    attach: (file: File) =>
      run(() => client.stayFiles.attach({ documentId: id, file }), {
        done: t('stay-file.attached', { name: file.name }),
      }),
    detach: () =>
      run(() => client.stayFiles.detach({ documentId: id }), {
        done: t('stay-file.detached', { document: word }),
      }),
    setStatus: (status: Status) =>
      run(() => client.records.update({ entity: 'document', ids: [id], values: { status } }), {
        done: t(textKey(`stay-file.status.${status}`), { document: word }),
      }),
    open: () =>
      run(async () => {
        if (sha256 !== null) download(await client.files.get({ sha256, name: fileName ?? word }))
      }),
  }
}

/** The date a certificate states, typed here, is that of the stay; of other documents, when it came or is due. */
function When({ document, word }: { readonly document: StayDocument; readonly word: string }) {
  const { t, format } = useText()
  const edit = useRecordEdit('document')
  if (certifiedField(document.kind) !== undefined)
    return (
      <InlineCell
        label={t('stay-file.certified', { document: word })}
        field={fieldNamed('document', 'certifiedDate')}
        value={document.certifiedDate}
        onSave={(value) => edit.save(document.id, 'certifiedDate', value)}
      />
    )
  const { receivedOn, expiresOn, dueOn, state } = document
  if (state.startsWith('expir') && expiresOn !== null)
    return <>{t('stay-file.expires', { date: format.date(expiresOn) })}</>
  if (receivedOn !== null) return <>{t('stay-file.received', { date: format.date(receivedOn) })}</>
  return dueOn === null ? null : <>{t('stay-file.due', { date: format.date(dueOn) })}</>
}

function RowMenu(props: {
  readonly document: StayDocument
  readonly word: string
  readonly onStatus: (status: Status) => Promise<unknown>
  readonly onDetach: () => Promise<unknown>
}) {
  const { document, word, onStatus, onDetach } = props
  const { t } = useText()
  const statuses: readonly Status[] = ['received', 'waived', 'missing']
  const is = (status: Status) =>
    status === 'missing'
      ? !['received', 'waived', 'expired', 'expiring'].includes(document.state)
      : document.state === status
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" size={26} aria-label={t('stay-file.more', { document: word })}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {statuses
          .filter((status) => !is(status))
          .map((status) => (
            <Menu.Item key={status} onClick={() => void onStatus(status)}>
              {t(textKey(`stay-file.set.${status}`))}
            </Menu.Item>
          ))}
        {document.fileName !== null && (
          <Menu.Item onClick={() => void onDetach()}>{t('stay-file.detach')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
