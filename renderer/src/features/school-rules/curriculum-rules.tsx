import type { Curriculum } from '#shared/contract/school-rules.ts'
import type { SemesterDates } from '#shared/domain/obligation-types.ts'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { textKey } from '#shared/entities/labels.ts'
import { DraftForm, type FormValues } from '#renderer/ui/form/form.tsx'
import { useText } from '#renderer/ui/text.tsx'
import type { RulesPartProps } from './obligation-rules.tsx'
import styles from './rules-page.module.css'
import { useCheck } from './use-check.ts'

const monthDay = { type: 'month-day', required: true } as const

const curriculumFields: Readonly<Record<string, Field>> = {
  cohortYear: { type: 'choice', required: true, choices: ['graduation', 'entry'] },
  lengthYears: { type: 'integer', min: 1, max: 10, required: true },
  day: monthDay,
  country: { type: 'country', required: true },
}

/** The days of the semesters, and what the name of a cohort says of its end. */
export function CurriculumRules({ stored, draft, onChange }: RulesPartProps) {
  const { t } = useText()
  const check = useCheck()
  const curriculum = Object.entries(curriculumFields).map(([name, field]) => ({
    name,
    field,
    label: t(textKey(`rules.${name}`)),
    ...(name === 'country' ? { help: t('rules.country.help') } : {}),
    ...(field.type === 'choice'
      ? { choiceLabel: (choice: string) => t(textKey(`rules.cohortYear.${choice}`)) }
      : {}),
  }))
  const semesters = draft.semesters.map(({ semester }) => ({
    key: semester,
    title: t(`rules.semester.${semester}`),
    fields: (['start', 'end'] as const).map((end) => ({
      name: `${semester}.${end}`,
      field: monthDay,
      label: t(`rules.${end}`),
    })),
  }))
  return (
    <div className={styles['card']}>
      <DraftForm
        groups={[...semesters, { key: 'curriculum', title: t('rules.curriculum'), fields: curriculum }]}
        values={{ ...semesterValues(draft.semesters), ...draft.curriculum }}
        before={{ ...semesterValues(stored.semesters), ...stored.curriculum }}
        check={check}
        problems={{}}
        onChange={(name, value) =>
          onChange(
            name.includes('.')
              ? { semesters: changeSemester(draft.semesters, name, value) }
              : { curriculum: changeCurriculum(draft.curriculum, name, value) },
          )
        }
      />
    </div>
  )
}

function semesterValues(semesters: readonly SemesterDates[]): FormValues {
  return Object.fromEntries(
    semesters.flatMap(({ semester, start, end }) => [
      [`${semester}.start`, start],
      [`${semester}.end`, end],
    ]),
  )
}

function changeSemester(semesters: readonly SemesterDates[], name: string, value: FieldValue) {
  if (typeof value !== 'string') return semesters
  const [semester, end] = name.split('.')
  return semesters.map((one) =>
    one.semester === semester ? { ...one, [end === 'start' ? 'start' : 'end']: value } : one,
  )
}

function changeCurriculum(curriculum: Curriculum, name: string, value: FieldValue): Curriculum {
  if (name === 'cohortYear' && (value === 'graduation' || value === 'entry'))
    return { ...curriculum, cohortYear: value }
  if (name === 'lengthYears' && typeof value === 'number') return { ...curriculum, lengthYears: value }
  if (name === 'day' && typeof value === 'string') return { ...curriculum, day: value }
  if (name === 'country' && typeof value === 'string') return { ...curriculum, country: value }
  return curriculum
}
