import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { StayAgreement, StayCourse } from '#shared/contract/stay-files.ts'
import { isSameCourse, type LaTable } from '#shared/domain/learning-agreement.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { useText } from '#renderer/ui/text.tsx'
import { InlineCell, InlineChoice } from './inline-cell.tsx'
import { NewRow } from './new-row.tsx'
import styles from './stay-files.module.css'
import { fieldNamed, useRecordEdit } from './use-record-edit.ts'

interface TableProps {
  readonly mobilityId: string
  readonly agreement: StayAgreement
  readonly table: LaTable
  readonly version: number
  /** What can be done with the whole table. */
  readonly children?: ReactNode
}

/**
 * One table of a learning agreement as it stands in a version. Courses of that version are typed in place; a change
 * takes courses of earlier versions out and adds others, each with its reason.
 */
export function AgreementTable({ mobilityId, agreement, table, version, children }: TableProps) {
  const { t, format } = useText()
  const edit = useRecordEdit('laComponent')
  const isOpen = !agreement.signed.includes(version) && version >= agreement.newest
  const courses = agreement.courses.filter((course) => course.table === table && course.version <= version)
  const rows = rowsOf(courses, version)
  const isChange = version > 1
  const title = t(choiceLabel('laComponent', 'table', table))
  const total = rows.reduce((sum, row) => sum + (row.isGone ? 0 : (row.course.ects ?? 0)), 0)
  if (rows.length === 0 && !isOpen) return null
  return (
    <section className={styles['part']}>
      <div className={styles['bar']}>
        <h3>{title}</h3>
        {children}
      </div>
      <div className={styles['scroll']}>
        <table className={styles['table']} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('field.laComponent.code')}</th>
              <th scope="col">{t('field.laComponent.title')}</th>
              <th scope="col" data-number>
                {t('field.laComponent.ects')}
              </th>
              {isChange && <th scope="col">{t('field.laComponent.reasonCode')}</th>}
              <th scope="col">
                <span className="visually-hidden">{t('stay-file.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CourseRow
                key={row.course.id}
                row={row}
                isOpen={isOpen}
                version={version}
                mobilityId={mobilityId}
              />
            ))}
            {isOpen && (
              <NewRow
                entity="laComponent"
                columns={['code', 'title', 'ects'].map((name) => ({
                  name,
                  label: t(
                    name === 'code'
                      ? 'field.laComponent.code'
                      : name === 'title'
                        ? 'field.laComponent.title'
                        : 'field.laComponent.ects',
                  ),
                }))}
                free={isChange ? 1 : 0}
                addLabel={t('stay-file.la.add', { table: title })}
                onAdd={(values) =>
                  edit.create({
                    ...values,
                    mobilityId,
                    version,
                    table,
                    status: 'inserted',
                    ...(isChange
                      ? { reasonCode: table === 'C' ? 'adding-virtual-component' : 'substituting-deleted' }
                      : {}),
                  })
                }
              />
            )}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <th scope="row">{t('stay-file.total')}</th>
              <td data-number>{format.number(total)}</td>
              {isChange && <td />}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}

interface Row {
  readonly course: StayCourse
  /** The line of this version that takes the course out. */
  readonly deletion: StayCourse | undefined
  readonly isGone: boolean
  readonly isOwn: boolean
}

/** The courses that a version finds and those it adds; what earlier versions took out is no longer shown. */
function rowsOf(courses: readonly StayCourse[], version: number): readonly Row[] {
  const deleted = (course: StayCourse, from: number, to: number) =>
    courses.find(
      (one) =>
        one.status === 'deleted' && one.version > from && one.version <= to && isSameCourse(one, course),
    )
  return courses
    .filter(({ status }) => status === 'inserted')
    .filter(
      (course) => course.version === version || deleted(course, course.version, version - 1) === undefined,
    )
    .map((course) => {
      const deletion = course.version < version ? deleted(course, version - 1, version) : undefined
      return { course, deletion, isGone: deletion !== undefined, isOwn: course.version === version }
    })
}

const reasons = [
  'not-available',
  'language-mismatch',
  'timetable-conflict',
  'substituting-deleted',
  'extending-mobility',
  'adding-virtual-component',
] as const

function CourseRow(props: {
  readonly row: Row
  readonly isOpen: boolean
  readonly version: number
  readonly mobilityId: string
}) {
  const { row, isOpen, version, mobilityId } = props
  const { course, deletion } = row
  const { t } = useText()
  const edit = useRecordEdit('laComponent')
  const isTyped = isOpen && row.isOwn
  const changed = deletion ?? (row.isOwn ? course : undefined)
  const cell = (name: 'code' | 'title' | 'ects') => (
    <InlineCell
      label={t('stay-file.cell', {
        column: t(
          name === 'code'
            ? 'field.laComponent.code'
            : name === 'title'
              ? 'field.laComponent.title'
              : 'field.laComponent.ects',
        ),
        row: course.title,
      })}
      field={fieldNamed('laComponent', name)}
      value={course[name]}
      isOff={!isTyped}
      onSave={(value) => edit.save(course.id, name, value)}
    />
  )
  const takeOut = () =>
    edit.create({
      mobilityId,
      version,
      table: course.table,
      title: course.title,
      code: course.code,
      ects: course.ects,
      status: 'deleted',
      reasonCode: 'not-available',
    })
  return (
    <tr data-gone={row.isGone || undefined}>
      <td>{cell('code')}</td>
      <td className={row.isGone ? styles['gone'] : undefined}>{cell('title')}</td>
      <td data-number>{cell('ects')}</td>
      {version > 1 && (
        <td>
          {changed !== undefined && (
            <InlineChoice
              label={t('stay-file.cell', { column: t('field.laComponent.reasonCode'), row: course.title })}
              value={changed.reasonCode}
              choices={reasons.map((value) => ({
                value,
                label: t(choiceLabel('laComponent', 'reasonCode', value)),
              }))}
              isOff={!isOpen}
              canBeEmpty
              onSave={(value) => edit.save(changed.id, 'reasonCode', value)}
            />
          )}
        </td>
      )}
      <td className={styles['act']}>
        {isOpen && (
          <ActionIcon
            variant="subtle"
            size={26}
            aria-label={t(row.isGone ? 'stay-file.la.put-back' : 'stay-file.remove', { title: course.title })}
            title={t(row.isGone ? 'stay-file.la.put-back' : 'stay-file.remove', { title: course.title })}
            onClick={() =>
              void (deletion !== undefined
                ? edit.remove(deletion.id, course.title)
                : row.isOwn
                  ? edit.remove(course.id, course.title)
                  : takeOut())
            }
          >
            {row.isGone ? <IconArrowBackUp size={15} /> : <IconTrash size={15} />}
          </ActionIcon>
        )}
      </td>
    </tr>
  )
}
