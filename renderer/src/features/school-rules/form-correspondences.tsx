import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Programme } from '#shared/contract/school-rules.ts'
import type { StayRulesSetting } from '#shared/contract/stay-rules.ts'
import type { RulesEffect } from '#shared/contract/settings.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { DraftForm } from '#renderer/ui/form/form.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './form-editor.module.css'
import { useCheck } from './use-check.ts'

type Correspondence = StayRulesSetting['correspondences'][number]

interface CorrespondencesProps {
  readonly stored: StayRulesSetting
  readonly stayRules: StayRulesSetting
  readonly programmes: readonly Programme[]
  readonly problems: RulesEffect['problems']
  readonly onStayRules: (stayRules: StayRulesSetting) => void
}

/** The schools of the region with the tracks that correspond: where a regional semester may be spent, and by whom. */
export function Correspondences(props: CorrespondencesProps) {
  const { stored, stayRules, programmes, problems, onStayRules } = props
  const { t } = useText()
  const check = useCheck()
  const tracks = [...new Set(programmes.flatMap((one) => one.tracks.map((track) => track.name)))]
  const list = stayRules.correspondences
  const put = (correspondences: Correspondence[]) => onStayRules({ ...stayRules, correspondences })
  const change = (index: number, name: string, value: FieldValue) =>
    put(list.map((one, place) => (place === index ? changed(one, name, value, tracks) : one)))
  return (
    <div className={styles['stack']}>
      <p className={styles['dim']}>{t('forms.correspondences.lead')}</p>
      {list.map((one, index) => {
        const before = stored.correspondences[index]
        const mine = problems.filter(
          (problem) => problem.part === 'correspondences' && problem.index === index,
        )
        return (
          // schools are told apart by their place: their names are what is being changed
          // oxlint-disable-next-line react/no-array-index-key
          <section key={index} aria-label={one.institution}>
            <DraftForm
              groups={[
                {
                  key: 'school',
                  title: t('forms.correspondences.new', { number: index + 1 }),
                  fields: [
                    {
                      name: 'institution',
                      field: { type: 'text', required: true },
                      label: t('forms.correspondences.school'),
                      isWide: true,
                    },
                    {
                      name: 'tracks',
                      field: { type: 'choices', choices: tracks.map((_name, place) => String(place)) },
                      label: t('forms.correspondences.tracks'),
                      choiceLabel: (place: string) => tracks[Number(place)] ?? place,
                      isWide: true,
                    },
                  ],
                },
              ]}
              values={valuesOf(one, tracks)}
              before={before === undefined ? {} : valuesOf(before, tracks)}
              check={check}
              problems={Object.fromEntries(mine.map(({ field, text }) => [field, text]))}
              onChange={(name, value) => change(index, name, value)}
            />
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconTrash size={14} />}
              onClick={() => put(list.filter((_one, place) => place !== index))}
            >
              {t('forms.correspondences.remove')}
            </Button>
          </section>
        )
      })}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() =>
            put([
              ...list,
              { institution: t('forms.correspondences.new', { number: list.length + 1 }), tracks: [] },
            ])
          }
        >
          {t('forms.correspondences.add')}
        </Button>
      </div>
    </div>
  )
}

/** Tracks are named by their place among ours: a name may hold the comma that divides choices. */
function valuesOf({ institution, tracks: named }: Correspondence, tracks: readonly string[]) {
  const places = tracks.flatMap((track, place) => (named.includes(track) ? [String(place)] : []))
  return { institution, tracks: places.length === 0 ? null : places.join(',') }
}

function changed(
  one: Correspondence,
  name: string,
  value: FieldValue,
  tracks: readonly string[],
): Correspondence {
  const text = typeof value === 'string' ? value : ''
  if (name === 'institution') return text.trim() === '' ? one : { ...one, institution: text.trim() }
  return {
    ...one,
    tracks: text.split(',').flatMap((place) => (place === '' ? [] : (tracks[Number(place)] ?? []))),
  }
}
