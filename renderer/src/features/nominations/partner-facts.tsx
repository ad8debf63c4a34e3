import { Button } from '@mantine/core'
import { IconCopy, IconFileSpreadsheet, IconPencil } from '@tabler/icons-react'
import type { PartnerDesk } from '#shared/contract/partner-nominations.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './partner.module.css'
import { profileLink, recordLink, workbookLink } from './record-links.ts'
import { useCopy } from './use-copy.ts'

/** How the partner wants its nominations, by when, to whom; each fact leads to where it is written. */
export function PartnerFacts({ desk: { profile, template, deadlines } }: { readonly desk: PartnerDesk }) {
  const { t, format } = useText()
  const { copied, copy } = useCopy()
  const { institutionId, profileId } = profile
  const contact = [profile.contactName, profile.contactEmail].filter((part) => part !== null).join(' · ')
  return (
    <section className={styles['section']} aria-label={t('partnerDesk.ways')}>
      <div className={styles['line']}>
        <Button
          component="a"
          href={profileLink(institutionId, profileId)}
          size="xs"
          variant="default"
          leftSection={<IconPencil size={14} />}
        >
          {t(profileId === null ? 'partnerDesk.profile.new' : 'partnerDesk.profile.edit')}
        </Button>
        <Button
          component="a"
          href={workbookLink(institutionId)}
          size="xs"
          variant="default"
          leftSection={<IconFileSpreadsheet size={14} />}
        >
          {t(template === null ? 'partnerDesk.workbook.new' : 'partnerDesk.workbook.edit')}
        </Button>
      </div>
      <dl className={styles['facts']}>
        <dt>{t('field.nominationProfile.channel')}</dt>
        <dd>{t(choiceLabel('nominationProfile', 'channel', profile.channel))}</dd>
        {profile.formUrl !== null && (
          <>
            <dt>{t('field.nominationProfile.formUrl')}</dt>
            <dd>
              {profile.formUrl}
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconCopy size={13} />}
                onClick={() => void copy('url', profile.formUrl ?? '')}
              >
                {t(copied === 'url' ? 'copySheet.done' : 'partnerDesk.copy.address')}
              </Button>
            </dd>
          </>
        )}
        <dt>{t('partnerDesk.contact')}</dt>
        <dd>{contact === '' ? <span className={styles['dim']}>{t('partnerDesk.none')}</span> : contact}</dd>
        <dt>{t('field.institution.nominationLanguage')}</dt>
        <dd>
          <a href={recordLink('institution', institutionId, 'nominationLanguage')}>
            {profile.nominationLanguage === null
              ? t('partnerDesk.language.none')
              : t(choiceLabel('institution', 'nominationLanguage', profile.nominationLanguage))}
          </a>
        </dd>
        <dt>{t('partnerDesk.deadlines')}</dt>
        <dd>
          {deadlines.length === 0 && <span className={styles['dim']}>{t('partnerDesk.none')}</span>}
          {deadlines.map(({ day, wave, academicYear }) => (
            <span key={`${day} ${wave}`}>
              {t('partnerDesk.deadline', {
                wave: t(`deadlines.wave.${wave}`),
                year: academicYear,
                day: format.date(day),
              })}
            </span>
          ))}
        </dd>
        <dt>{t('column.nominationProfiles.template')}</dt>
        <dd>
          {template === null ? (
            <span className={styles['dim']}>{t('partnerDesk.workbook.none')}</span>
          ) : (
            template.fileName
          )}
        </dd>
        {profile.notes !== null && (
          <>
            <dt>{t('field.nominationProfile.notes')}</dt>
            <dd>{profile.notes}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
