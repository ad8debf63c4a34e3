import { ActionIcon, Button } from '@mantine/core'
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { StayRecognition } from '#shared/contract/stay-files.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { choiceLabel, fieldLabel } from '#shared/entities/labels.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { useText } from '#renderer/ui/text.tsx'
import { InlineCell, InlineChoice } from './inline-cell.tsx'
import { NewRow } from './new-row.tsx'
import { SavedField } from './saved-field.tsx'
import type { SectionProps } from './section-props.ts'
import styles from './stay-files.module.css'
import { fieldNamed, useRecordEdit } from './use-record-edit.ts'

/** What came back from the host and what the school makes of it: transcript, credits, decision. */
export function RecognitionSection({ id }: SectionProps) {
  const { data: recognition } = useQuery(
    api.stayFiles.recognition.queryOptions({ input: { mobilityId: id } }),
  )
  const record = useQuery(api.records.get.queryOptions({ input: { entity: 'mobility', id } }))
  if (recognition === undefined || record.data === undefined) return null
  return (
    <div className={styles['section']}>
      <Transcript mobilityId={id} recognition={recognition} />
      <Comparison recognition={recognition} />
      <Decision mobilityId={id} recognition={recognition} values={record.data.values} />
    </div>
  )
}

const columns = ['code', 'title', 'ects', 'grade', 'convertedGrade'] as const

function Transcript(props: { readonly mobilityId: string; readonly recognition: StayRecognition }) {
  const { mobilityId, recognition } = props
  const { t, format } = useText()
  const edit = useRecordEdit('transcriptLine')
  const label = (name: (typeof columns)[number] | 'result') => t(fieldLabel('transcriptLine', name))
  const results = ['passed', 'failed'].map((value) => ({
    value,
    label: t(choiceLabel('transcriptLine', 'result', value)),
  }))
  return (
    <section className={styles['part']}>
      <h3>{t('stay-file.transcript')}</h3>
      <div className={styles['scroll']}>
        <table className={styles['table']} aria-label={t('stay-file.transcript')}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" data-number={name === 'ects' || undefined}>
                  {label(name)}
                </th>
              ))}
              <th scope="col">{label('result')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('stay-file.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {recognition.lines.map((line) => (
              <tr key={line.id}>
                {columns.map((name) => (
                  <td key={name} data-number={name === 'ects' || undefined}>
                    <InlineCell
                      label={t('stay-file.cell', { column: label(name), row: line.title })}
                      field={fieldNamed('transcriptLine', name)}
                      value={line[name]}
                      onSave={(value) => edit.save(line.id, name, value)}
                    />
                  </td>
                ))}
                <td>
                  <InlineChoice
                    label={t('stay-file.cell', { column: label('result'), row: line.title })}
                    value={line.result}
                    choices={results}
                    onSave={(value) => edit.save(line.id, 'result', value)}
                  />
                </td>
                <td className={styles['act']}>
                  <ActionIcon
                    variant="subtle"
                    size={26}
                    aria-label={t('stay-file.remove', { title: line.title })}
                    title={t('stay-file.remove', { title: line.title })}
                    onClick={() => void edit.remove(line.id, line.title)}
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
            <NewRow
              entity="transcriptLine"
              columns={columns.map((name) => ({ name, label: label(name) }))}
              free={1}
              addLabel={t('stay-file.transcript.add')}
              onAdd={(values) => edit.create({ ...values, mobilityId })}
            />
          </tbody>
          <tfoot>
            <tr>
              <td />
              <th scope="row">{t('stay-file.recognition.obtained')}</th>
              <td data-number>{format.number(recognition.obtained)}</td>
              <td colSpan={4} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}

function Comparison({ recognition }: { readonly recognition: StayRecognition }) {
  const { t, format } = useText()
  const { missing, unexpected } = recognition
  if (recognition.lines.length === 0 || missing.length + unexpected.length === 0) return null
  return (
    <ul className={styles['findings']} aria-label={t('stay-file.recognition.compared')}>
      {missing.length > 0 && (
        <li>
          <IconAlertTriangle size={15} aria-hidden />
          {t('stay-file.recognition.missing', { courses: format.list(missing) })}
        </li>
      )}
      {unexpected.length > 0 && (
        <li>
          <IconAlertTriangle size={15} aria-hidden />
          {t('stay-file.recognition.unexpected', { courses: format.list(unexpected) })}
        </li>
      )}
    </ul>
  )
}

function Decision(props: {
  readonly mobilityId: string
  readonly recognition: StayRecognition
  readonly values: Readonly<Record<string, FieldValue>>
}) {
  const { mobilityId, recognition, values } = props
  const { t, format } = useText()
  const run = useRun()
  const { agreed, obtained, proposal } = recognition
  const asked = typeof values['ectsAsked'] === 'number' ? values['ectsAsked'] : agreed
  const takeOver = () =>
    run(
      () =>
        client.records.update({
          entity: 'mobility',
          ids: [mobilityId],
          values: {
            ectsAsked: asked,
            ectsObtained: obtained,
            ...(proposal === null ? {} : { recognitionDecision: proposal }),
          },
        }),
      { done: t('stay-file.recognition.taken') },
    )
  const isTaken =
    values['ectsAsked'] === asked &&
    values['ectsObtained'] === obtained &&
    (proposal === null || values['recognitionDecision'] === proposal)
  return (
    <section className={styles['part']}>
      <div className={styles['bar']}>
        <h3>{t('stay-file.recognition.decision')}</h3>
        {recognition.lines.length > 0 && !isTaken && (
          <Button size="compact-sm" variant="default" onClick={() => void takeOver()}>
            {t('stay-file.recognition.take', {
              asked: format.number(asked),
              obtained: format.number(obtained),
            })}
          </Button>
        )}
      </div>
      <div className={styles['fields']}>
        {['ectsAsked', 'ectsObtained', 'recognitionDecision', 'recognisedOn', 'gradeConversionNote'].map(
          (name) => (
            <SavedField
              key={name}
              entity="mobility"
              id={mobilityId}
              name={name}
              value={values[name] ?? null}
            />
          ),
        )}
      </div>
    </section>
  )
}
