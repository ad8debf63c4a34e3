import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/queries.ts'
import { useText } from '#renderer/ui/text.tsx'
import { DocumentRow } from './document-row.tsx'
import type { SectionProps } from './section-props.ts'
import styles from './stay-files.module.css'

/** On a document's own page: its line of the checklist, with the file, and the way to the stay. */
export function DocumentTop({ id, links }: SectionProps) {
  const { t } = useText()
  const record = useQuery(api.records.get.queryOptions({ input: { entity: 'document', id } }))
  const mobilityId = String(record.data?.values['mobilityId'] ?? '')
  const { data: documents } = useQuery({
    ...api.stayFiles.documents.queryOptions({ input: { mobilityId } }),
    enabled: mobilityId !== '',
  })
  const document = documents?.find((one) => one.id === id)
  if (document === undefined) return null
  return (
    <div className={styles['card']}>
      <a href={links.toRecord('mobility', mobilityId, undefined, 'documents')}>
        {t('stay-file.toChecklist')}
      </a>
      <div className={styles['scroll']}>
        <table className={styles['table']} aria-label={t('stay-file.documents')}>
          <tbody>
            <DocumentRow document={document} links={links} />
          </tbody>
        </table>
      </div>
    </div>
  )
}
