import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { bmRemarkText } from '#shared/text/bm-text.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './bm.module.css'
import { linkToPlace, type BmLinks } from './place-link.ts'

const kinds = ['error', 'difference', 'draft', 'given-up', 'absent'] as const

/** What the Beneficiary Module said of a stay and is not settled, on the stay's page. */
export function BmRemarksSection({ id, links }: { readonly id: string; readonly links: BmLinks }) {
  const { t, format } = useText()
  const run = useRun()
  const { data = [] } = useQuery(api.bm.remarks.queryOptions({ input: { mobilityId: id } }))
  if (data.length === 0) return null
  const settle = (remarkId: string) =>
    void run(
      () => client.records.update({ entity: 'bmRemark', ids: [remarkId], values: { status: 'settled' } }),
      { done: t('bm.section.settled') },
    )
  return (
    <section className={styles['box']} aria-label={t('bm.section')}>
      <p>{t('bm.section')}</p>
      <ul className={styles['findings']}>
        {data.map((remark) => {
          const kind = kinds.find((one) => one === remark.kind) ?? 'error'
          const said = bmRemarkText({ t, formats: format }, { ...remark, kind })
          const from = t('bm.section.from', { file: remark.fileName, date: format.date(remark.readOn) })
          return (
            <li key={remark.id} className={styles['actions']}>
              <StatusBadge
                tone={kind === 'error' ? 'bad' : 'warn'}
                word={t(kind === 'error' ? 'bm.back.kind.error' : 'bm.back.kind.difference')}
                isPlain
              />
              <a href={linkToPlace(links, remark.at)}>{said}</a>
              <span className={styles['note']}>{from}</span>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('bm.section.settle.label', { what: said })}
                onClick={() => settle(remark.id)}
              >
                {t('bm.section.settle')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
