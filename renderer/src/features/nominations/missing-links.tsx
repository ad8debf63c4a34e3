import type { Nominee } from '#shared/contract/nominations.ts'
import { fieldLabel } from '#shared/entities/labels.ts'
import { useText } from '#renderer/ui/text.tsx'
import { recordLink } from './record-links.ts'
import styles from './nominees.module.css'

type Missing = Nominee['missing'][number]

/** What a student lacks to be nominated; each lack leads to the field to fill in. */
export function MissingLinks({
  student,
  missing,
}: {
  readonly student: string
  readonly missing: readonly Missing[]
}) {
  const { t } = useText()
  const said = ({ entity, field }: Missing) => {
    const label = t(fieldLabel(entity, field))
    if (entity === 'institution') return t('nominating.fill.partner', { field: label })
    return entity === 'mobility' ? t('nominating.fill.mobility', { field: label }) : label
  }
  return (
    <ul className={styles['missing']}>
      {missing.map((one) => (
        <li key={`${one.entity} ${one.field}`}>
          <a
            href={recordLink(one.entity, one.id, one.field)}
            aria-label={t('nominating.fill.of', { field: said(one), student })}
          >
            {said(one)}
          </a>
        </li>
      ))}
    </ul>
  )
}
