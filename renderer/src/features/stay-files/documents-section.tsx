import { Button, Select } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { StayDocument } from '#shared/contract/stay-files.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { documentKinds } from '#shared/entities/stay-file.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { useText } from '#renderer/ui/text.tsx'
import { DocumentRow } from './document-row.tsx'
import styles from './stay-files.module.css'
import type { SectionProps } from './section-props.ts'

/** The checklist of a stay: what is there, what is awaited, each with its file, dropped on its line or chosen. */
export function DocumentsSection({ id, links }: SectionProps) {
  const { t } = useText()
  const { data: documents } = useQuery(api.stayFiles.documents.queryOptions({ input: { mobilityId: id } }))
  if (documents === undefined) return null
  const wanting = documents.filter(({ state }) => state !== 'received' && state !== 'waived').length
  return (
    <div className={styles['section']}>
      <p className={styles['dim']}>
        {t('stay-file.documents.wanting', { count: wanting })} {t('stay-file.documents.drop')}
      </p>
      <div className={styles['scroll']}>
        <table className={styles['table']} aria-label={t('stay-file.documents')}>
          <thead>
            <tr>
              <th scope="col">{t('field.document.kind')}</th>
              <th scope="col">{t('column.documents.state')}</th>
              <th scope="col">{t('stay-file.documents.when')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('stay-file.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {documents.map((document) => (
              <DocumentRow key={document.id} document={document} links={links} />
            ))}
          </tbody>
        </table>
      </div>
      <AddDocument mobilityId={id} documents={documents} />
    </div>
  )
}

/** A document that the checklist does not ask for: its kind, then its file. */
function AddDocument(props: { readonly mobilityId: string; readonly documents: readonly StayDocument[] }) {
  const { t, format } = useText()
  const run = useRun()
  const input = useRef<HTMLInputElement>(null)
  const [kind, setKind] = useState<(typeof documentKinds)[number]>('other')
  const word = (one: string) => t(choiceLabel('document', 'kind', one))
  const offered = documentKinds.filter(
    (one) => one === 'other' || !props.documents.some((document) => document.kind === one),
  )
  const attach = (file: File) =>
    run(() => client.stayFiles.attachNew({ mobilityId: props.mobilityId, kind, file }), {
      done: t('stay-file.attached', { name: file.name }),
    })
  return (
    <div className={styles['bar']}>
      <Select
        size="xs"
        aria-label={t('stay-file.documents.otherKind')}
        searchable
        allowDeselect={false}
        value={kind}
        data={offered
          .map((value) => ({ value, label: word(value) }))
          .toSorted((a, b) => format.compare(a.label, b.label))}
        onChange={(next) => setKind(documentKinds.find((one) => one === next) ?? kind)}
      />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPaperclip size={14} />}
        onClick={() => input.current?.click()}
      >
        {t('stay-file.documents.add')}
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('stay-file.documents.add')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file !== undefined) void attach(file)
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
