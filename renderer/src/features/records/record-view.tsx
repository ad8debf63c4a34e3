import { Button, Tabs } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { FieldValue } from '#shared/entities/fields.ts'
import { entityOf, type EntityName } from '#shared/entities/index.ts'
import { fieldLabel, textKey } from '#shared/entities/labels.ts'
import { listOf } from '#shared/lists/index.ts'
import { useRun, useUndo } from '#renderer/api/actions.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { SavingForm } from '#renderer/ui/form/form.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { formGroups, useFieldCheck, type Makers, type RecordLinks } from './record-form.ts'
import { findingsByField, type RecordFinding } from './record-findings.tsx'
import { RecordHistory } from './record-history.tsx'
import type { RecordSection } from './record-section.ts'
import { RelatedList } from './related-list.tsx'
import styles from './record-view.module.css'

interface RecordViewProps {
  readonly entity: EntityName
  readonly id: string
  /** The field that a link asked for. */
  readonly field: string | undefined
  readonly links: RecordLinks
  /** What other screens add to the page of this kind of record. */
  readonly sections: readonly RecordSection[]
  /** The part of the page that is open; the fields unless another was chosen. */
  readonly section: string | undefined
  readonly onSection: (section: string | undefined) => void
  /** Fields whose record can be made on the way. */
  readonly makers?: Makers | undefined
  readonly onClose: () => void
}

const firstSection = 'fields'

/** What can be added to a record from its own page, with the field that refers to it. */
const additions: Readonly<
  Partial<Record<EntityName, readonly { readonly entity: EntityName; readonly field: string }[]>>
> = {
  institution: [{ entity: 'agreement', field: 'institutionId' }],
  agreement: [{ entity: 'condition', field: 'agreementId' }],
  condition: [{ entity: 'place', field: 'conditionId' }],
  mobility: [{ entity: 'interruption', field: 'mobilityId' }],
  funding: [{ entity: 'instalment', field: 'fundingId' }],
  student: [
    { entity: 'mobility', field: 'studentId' },
    { entity: 'wish', field: 'studentId' },
  ],
}

/** A record: its fields, each saving itself, the records around it, and the history of its changes. */
export function RecordView(props: RecordViewProps) {
  const { entity, id, field, links, sections, onSection, onClose } = props
  const { t } = useText()
  const run = useRun()
  const record = useQuery(api.records.get.queryOptions({ input: { entity, id } }))
  const refusalText = useRefusalText()
  if (record.isError) return <p className={styles['missing']}>{refusalText(refusalOf(record.error))}</p>
  if (record.data === undefined) return null
  const { title, related } = record.data
  const isFixed = Object.values(entityOf(entity).fields).every((one) => one.readOnly === true)
  const tabs = sections.filter((section) => section.place === 'tab')
  const known = [...tabs.map((one) => one.key), 'related', 'history']
  const open = known.find((key) => key === props.section) ?? firstSection
  const remove = async () => {
    const removed = await run(() => client.records.remove({ entity, ids: [id] }), {
      done: t('records.deleted', { title }),
    })
    if (removed !== undefined) onClose()
  }
  return (
    <article className={styles['view']}>
      <header className={styles['head']}>
        <span className={styles['kind']}>{t(textKey(`kind.${entity}`))}</span>
        <h2 className={styles['title']}>{title}</h2>
        <div className={styles['actions']}>
          {(additions[entity] ?? []).map((addition) => (
            <Button
              key={addition.entity}
              component="a"
              href={links.toNew(addition.entity, { [addition.field]: id })}
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} />}
            >
              {t('records.add', { kind: t(textKey(`kind.${addition.entity}`)) })}
            </Button>
          ))}
          {!isFixed && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconTrash size={14} />}
              onClick={() => void remove()}
            >
              {t('records.delete')}
            </Button>
          )}
        </div>
      </header>
      {sections
        .filter((section) => section.place === 'top')
        .map(({ key, Content }) => (
          <Content key={key} id={id} links={links} />
        ))}
      <Tabs
        value={open}
        onChange={(next) => onSection(next === null || next === firstSection ? undefined : next)}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value={firstSection}>{t('records.tab.fields')}</Tabs.Tab>
          {tabs.map((section) => (
            <Tabs.Tab key={section.key} value={section.key}>
              {t(section.title)}
            </Tabs.Tab>
          ))}
          {related.length > 0 && <Tabs.Tab value="related">{t('records.tab.related')}</Tabs.Tab>}
          <Tabs.Tab value="history">{t('records.tab.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={firstSection} pt="md">
          <Fields
            entity={entity}
            id={id}
            wanted={field}
            record={record.data}
            links={links}
            makers={props.makers}
          />
        </Tabs.Panel>
        {tabs.map(({ key, Content }) => (
          <Tabs.Panel key={key} value={key} pt="md">
            <Content id={id} links={links} />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="related" pt="md">
          {related.every((one) => one.count === 0) && <p>{t('records.none')}</p>}
          {related
            .filter((one) => one.count > 0)
            .map((one) => (
              <RelatedList
                key={one.list}
                list={one.list}
                filterKey={one.key}
                id={id}
                count={one.count}
                title={t(listOf(one.list).title)}
                links={links}
              />
            ))}
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <RecordHistory entity={entity} id={id} />
        </Tabs.Panel>
      </Tabs>
    </article>
  )
}

function Fields(props: {
  readonly entity: EntityName
  readonly id: string
  readonly wanted: string | undefined
  readonly record: {
    readonly values: Readonly<Record<string, FieldValue>>
    readonly references: Readonly<Record<string, string>>
    readonly hidden: readonly string[]
    readonly findings: readonly RecordFinding[]
  }
  readonly links: RecordLinks
  readonly makers: Makers | undefined
}) {
  const { entity, id, wanted, record } = props
  const text = useText()
  const check = useFieldCheck()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const { undo } = useUndo()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wanted === undefined) return
    const control = place.current?.querySelector(
      `[data-field="${CSS.escape(wanted)}"] :is(input, select, textarea)`,
    )
    if (!(control instanceof HTMLElement)) return
    control.scrollIntoView({ block: 'center' })
    control.focus()
  }, [wanted])
  const save = async (name: string, value: FieldValue): Promise<string | undefined> => {
    try {
      const { changed } = await client.records.update({ entity, ids: [id], values: { [name]: value } })
      dataChanged()
      if (changed > 0)
        notices.say({
          text: text.t('records.saved', { field: text.t(fieldLabel(entity, name)) }),
          onUndo: () => void undo(),
        })
      return undefined
    } catch (error) {
      return refusalText(refusalOf(error))
    }
  }
  return (
    <div ref={place}>
      <SavingForm
        groups={formGroups(entity, text, record.references, props.links, {
          hidden: record.hidden,
          findings: findingsByField(record.findings, text),
          makers: props.makers,
        })}
        values={record.values}
        check={check}
        onSave={save}
      />
    </div>
  )
}
