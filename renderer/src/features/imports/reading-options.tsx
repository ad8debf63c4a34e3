import { Checkbox, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportOptions, ImportView } from '#shared/contract/imports.ts'
import { agreement, place } from '#shared/entities/agreement.ts'
import { mobilityForms } from '#shared/domain/form-rule.ts'
import { mobilityStatuses } from '#shared/entities/mobility.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import type { Translate } from '#shared/text/text.ts'
import { api } from '#renderer/api/queries.ts'
import { useText } from '#renderer/ui/text.tsx'
import { nearbyYears } from './nearby-years.ts'
import { plainList } from './plain-list.ts'
import { fieldOfTarget } from './read-words.ts'
import styles from './reading-options.module.css'
import type { Adjusting } from './use-adjust.ts'

const dateOrders = ['dmy', 'mdy', 'ymd'] as const
const semesters = place.fields.semester.choices
const agreementKinds = agreement.fields.kind.choices

/** What the file does not say in a column: found elsewhere in it, supposed, or chosen here. */
export function ReadingOptions({
  view,
  adjust,
}: {
  readonly view: ImportView
  readonly adjust: Adjusting['adjust']
}) {
  const { t } = useText()
  const { options } = view
  const years = useYears(options.academicYear)
  const change = (changed: ImportOptions) => adjust({ options: changed })
  const targets = new Set(view.columns.map((column) => column.target))
  const hasPlaces = targets.has('places')
  const hasAgreements = view.kind === 'partners' && options.agreements !== false
  const hasDates = view.columns.some(({ target }) => fieldOfTarget(target)?.type === 'date')
  const isOfStays = view.kind === 'mobilities'
  const isOfCampaign = view.kind === 'wishes'
  const isOfSession = view.kind === 'courses' || view.kind === 'athens-choices'
  if (view.kind !== 'partners' && !isOfStays && !isOfSession && !isOfCampaign && !hasDates) return null
  return (
    <fieldset className={styles['options']}>
      <legend className={styles['legend']}>{t('importing.options')}</legend>
      {view.kind === 'partners' && (
        <Checkbox
          label={t('imports.option.agreements')}
          checked={options.agreements ?? false}
          description={sourceWords(t, view, 'agreements')}
          onChange={(event) => change({ agreements: event.currentTarget.checked })}
        />
      )}
      <div className={styles['fields']}>
        {isOfStays && <StayOptions view={view} years={years} change={change} />}
        {isOfCampaign && <CampaignOption view={view} change={change} />}
        {isOfSession && <SessionOption view={view} change={change} />}
        {hasPlaces && (
          <Select
            {...plainList}
            label={t('imports.option.academicYear')}
            description={sourceWords(t, view, 'academicYear')}
            data={years}
            value={options.academicYear ?? null}
            searchable
            allowDeselect={false}
            onChange={(year) => year !== null && change({ academicYear: year })}
          />
        )}
        {hasPlaces && (
          <Select
            {...plainList}
            label={t('imports.option.semester')}
            description={sourceWords(t, view, 'semester')}
            placeholder={t(choiceLabel('place', 'semester', 'any'))}
            data={semesters.map((value) => ({ value, label: t(choiceLabel('place', 'semester', value)) }))}
            value={options.semester ?? null}
            allowDeselect={false}
            onChange={(value) => value !== null && change({ semester: value })}
          />
        )}
        {hasAgreements && (
          <Select
            {...plainList}
            label={t('imports.option.agreementKind')}
            description={sourceWords(t, view, 'agreementKind')}
            placeholder={t('importing.option.automatic')}
            data={agreementKinds.map((value) => ({
              value,
              label: t(choiceLabel('agreement', 'kind', value)),
            }))}
            value={options.agreementKind ?? null}
            allowDeselect={false}
            onChange={(value) => value !== null && change({ agreementKind: value })}
          />
        )}
        {hasDates && (
          <Select
            {...plainList}
            label={t('imports.option.dateOrder')}
            description={sourceWords(t, view, 'dateOrder')}
            placeholder={t('importing.option.automatic')}
            data={dateOrders.map((value) => ({ value, label: t(`imports.dateOrder.${value}`) }))}
            value={options.dateOrder ?? null}
            allowDeselect={false}
            onChange={(value) => value !== null && change({ dateOrder: value })}
          />
        )}
      </div>
    </fieldset>
  )
}

/** The campaign that receives the wishes of a list; the open one unless another is chosen. */
function CampaignOption({
  view,
  change,
}: {
  readonly view: ImportView
  readonly change: (changed: ImportOptions) => void
}) {
  const { t } = useText()
  const { data: campaigns } = useQuery(api.campaigns.list.queryOptions())
  if (campaigns === undefined || campaigns.length === 0) return null
  return (
    <Select
      {...plainList}
      label={t('imports.option.campaign')}
      data={campaigns.map(({ id, name, status }) => ({
        value: id,
        label: `${name} · ${t(choiceLabel('campaign', 'status', status))}`,
      }))}
      value={view.options.campaignId ?? usualCampaign(campaigns)}
      allowDeselect={false}
      onChange={(id) => id !== null && change({ campaignId: id })}
    />
  )
}

/** The one that the core takes when none is chosen. */
function usualCampaign(
  campaigns: readonly { readonly id: string; readonly status: string }[],
): string | null {
  const order = ['open', 'preparing', 'closed', 'published']
  const [first] = campaigns.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
  return first?.id ?? null
}

/** The ATHENS session that a list is about, when no column says it. */
function SessionOption({
  view,
  change,
}: {
  readonly view: ImportView
  readonly change: (changed: ImportOptions) => void
}) {
  const { t } = useText()
  const said = view.options.athensSession
  const sessions = said === undefined ? [] : sessionsAround(said)
  if (view.columns.some((column) => column.target === 'athensCourse.session')) return null
  return (
    <Select
      {...plainList}
      label={t('imports.option.athensSession')}
      description={sourceWords(t, view, 'athensSession')}
      data={[...sessions]}
      value={said ?? null}
      allowDeselect={false}
      onChange={(session) => session !== null && change({ athensSession: session })}
    />
  )
}

/** Sessions of the years around one, in order. */
function sessionsAround(session: string): readonly string[] {
  const year = Number(session.slice(0, 4))
  return [year - 1, year, year + 1].flatMap((one) => [`${one}-03`, `${one}-11`])
}

/** What the columns of a list of stays leave open: their year, their form, where they stand. */
function StayOptions({
  view,
  years,
  change,
}: {
  readonly view: ImportView
  readonly years: readonly string[]
  readonly change: (changed: ImportOptions) => void
}) {
  const { t } = useText()
  const { options } = view
  const targets = new Set(view.columns.map((column) => column.target))
  return (
    <>
      {!targets.has('mobility.academicYear') && (
        <Select
          {...plainList}
          label={t('imports.option.mobilityYear')}
          description={sourceWords(t, view, 'academicYear')}
          placeholder={t('imports.option.mobilityYear.byDates')}
          data={years}
          value={options.academicYear ?? null}
          searchable
          allowDeselect={false}
          onChange={(year) => year !== null && change({ academicYear: year })}
        />
      )}
      {!targets.has('mobility.semester') && (
        <Select
          {...plainList}
          label={t('imports.option.mobilitySemester')}
          description={sourceWords(t, view, 'semester')}
          placeholder={t(choiceLabel('place', 'semester', 'any'))}
          data={semesters.map((value) => ({ value, label: t(choiceLabel('place', 'semester', value)) }))}
          value={options.semester ?? null}
          allowDeselect={false}
          onChange={(value) => value !== null && change({ semester: value })}
        />
      )}
      {!targets.has('mobility.form') && (
        <Select
          {...plainList}
          label={t('imports.option.mobilityForm')}
          description={sourceWords(t, view, 'mobilityForm')}
          placeholder={t(choiceLabel('mobility', 'form', 'exchange-semester'))}
          data={mobilityForms.map((value) => ({ value, label: t(choiceLabel('mobility', 'form', value)) }))}
          value={options.mobilityForm ?? null}
          allowDeselect={false}
          onChange={(value) => value !== null && change({ mobilityForm: value })}
        />
      )}
      {!targets.has('mobility.status') && (
        <Select
          {...plainList}
          label={t('imports.option.mobilityStatus')}
          description={sourceWords(t, view, 'mobilityStatus')}
          placeholder={t(choiceLabel('mobility', 'status', 'draft'))}
          data={mobilityStatuses.map((value) => ({
            value,
            label: t(choiceLabel('mobility', 'status', value)),
          }))}
          value={options.mobilityStatus ?? null}
          allowDeselect={false}
          onChange={(value) => value !== null && change({ mobilityStatus: value })}
        />
      )}
      <QuotaReason view={view} change={change} />
    </>
  )
}

/** Why stays may go beyond the places agreed: asked for when some would. */
function QuotaReason({
  view,
  change,
}: {
  readonly view: ImportView
  readonly change: (changed: ImportOptions) => void
}) {
  const { t } = useText()
  const said = view.options.overbookingReason ?? ''
  const [written, setWritten] = useState(said)
  const isAsked = view.issueCodes.some(({ code }) => code.endsWith('.places-full'))
  if (!isAsked && said === '') return null
  return (
    <TextInput
      label={t('imports.option.overbookingReason')}
      description={t('imports.option.overbookingReason.about')}
      maxLength={2000}
      value={written}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onBlur={() => written !== said && change({ overbookingReason: written })}
      onKeyDown={(event) =>
        event.key === 'Enter' && written !== said && change({ overbookingReason: written })
      }
    />
  )
}

/** Where an option comes from, in words. */
function sourceWords(t: Translate, view: ImportView, option: keyof ImportOptions): string | undefined {
  const source = view.optionSources[option]
  switch (source) {
    case undefined:
      return undefined
    case 'sheetName':
    case 'fileName':
    case 'columns':
    case 'today':
    case 'default':
    case 'remembered':
    case 'user':
      return t(`imports.source.${source}`)
    default:
      return t('imports.source.cell', { cell: source })
  }
}

/** Years worth offering, the one in force among them. */
function useYears(chosen: string | undefined): readonly string[] {
  const { data: status } = useQuery(api.office.status.queryOptions())
  return nearbyYears(status?.academicYear, chosen)
}
