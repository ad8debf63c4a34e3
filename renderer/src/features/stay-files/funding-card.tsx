import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { StayFunding } from '#shared/contract/stay-files.ts'
import { choiceLabel, fieldLabel } from '#shared/entities/labels.ts'
import { StatusBadge, type StatusTone } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { InlineCell } from './inline-cell.tsx'
import { NewRow } from './new-row.tsx'
import { SavedField } from './saved-field.tsx'
import type { SectionProps } from './section-props.ts'
import styles from './stay-files.module.css'
import { fieldNamed, useRecordEdit } from './use-record-edit.ts'

const tones: Readonly<Record<StayFunding['status'], StatusTone>> = {
  asked: 'going',
  granted: 'good',
  refused: 'bad',
}

/** One aid of a stay: asked, granted, its payments, and what is left of it. */
export function FundingCard({
  funding,
  links,
}: {
  readonly funding: StayFunding
  readonly links: SectionProps['links']
}) {
  const { t, format } = useText()
  const euros = (amount: number) => t('stay-file.euros', { amount: format.number(amount) })
  return (
    <section className={styles['card']} aria-label={funding.scheme}>
      <div className={styles['bar']}>
        <a href={links.toRecord('funding', funding.id)}>
          <strong>{funding.scheme}</strong>
        </a>
        <StatusBadge
          tone={tones[funding.status]}
          word={t(choiceLabel('funding', 'status', funding.status))}
        />
        {funding.status === 'granted' && (
          <span className={styles['dim']}>
            {t('stay-file.balance', {
              paid: euros(funding.paid),
              planned: euros(funding.planned),
              left: euros(funding.left),
            })}
          </span>
        )}
      </div>
      <div className={styles['fields']}>
        {(['amountAsked', 'amountGranted'] as const).map((name) => (
          <SavedField key={name} entity="funding" id={funding.id} name={name} value={funding[name]} />
        ))}
      </div>
      {funding.status === 'granted' && <Instalments funding={funding} />}
    </section>
  )
}

const columns = ['amount', 'dueOn', 'paidOn'] as const

function Instalments({ funding }: { readonly funding: StayFunding }) {
  const { t, format } = useText()
  const edit = useRecordEdit('instalment')
  const label = (name: (typeof columns)[number]) => t(fieldLabel('instalment', name))
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={t('stay-file.instalments', { aid: funding.scheme })}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" data-number={name === 'amount' || undefined}>
                {label(name)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('stay-file.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {funding.instalments.map((instalment) => {
            const row = t('stay-file.euros', { amount: format.number(instalment.amount) })
            return (
              <tr key={instalment.id}>
                {columns.map((name) => (
                  <td key={name} data-number={name === 'amount' || undefined}>
                    <InlineCell
                      label={t('stay-file.cell', { column: label(name), row })}
                      field={fieldNamed('instalment', name)}
                      value={instalment[name]}
                      onSave={(value) => edit.save(instalment.id, name, value)}
                    />
                  </td>
                ))}
                <td className={styles['act']}>
                  <ActionIcon
                    variant="subtle"
                    size={26}
                    aria-label={t('stay-file.remove', { title: row })}
                    onClick={() => void edit.remove(instalment.id, row)}
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                </td>
              </tr>
            )
          })}
          <NewRow
            entity="instalment"
            columns={columns.map((name) => ({ name, label: label(name) }))}
            free={0}
            addLabel={t('stay-file.instalments.add')}
            onAdd={(values) => edit.create({ ...values, fundingId: funding.id })}
          />
        </tbody>
      </table>
    </div>
  )
}
