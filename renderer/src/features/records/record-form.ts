import { useCallback, type ReactNode } from 'react'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { parseFieldText } from '#shared/entities/field-values.ts'
import { entityOf, isEntityName, type EntityName } from '#shared/entities/index.ts'
import { choiceLabel, fieldLabel, textKey } from '#shared/entities/labels.ts'
import { listCountryCodes } from '#shared/domain/country-codes.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import { client } from '#renderer/api/client.ts'
import type {
  CheckedText,
  FormFieldSpec,
  ReferenceOption,
  ReferencePicker,
} from '#renderer/ui/form/form-types.ts'
import type { FormGroup } from '#renderer/ui/form/form.tsx'
import { useText, type Text } from '#renderer/ui/text.tsx'

/** The ways to other screens, given by the application: screens do not know each other. */
export interface RecordLinks {
  readonly toRecord: (entity: EntityName, id: string, field?: string, section?: string) => string
  readonly toList: (
    list: string,
    filters: readonly { key: string; test: string; values: string[] }[],
  ) => string
  readonly toNew: (entity: EntityName, values: Readonly<Record<string, string>>) => string
}

/** What the form of one record is like: fields that it does not have, and what was found wrong, by field. */
export interface RecordShape {
  readonly hidden: readonly string[]
  readonly findings: Readonly<Record<string, ReactNode>>
  /** Fields whose record can be made on the way. */
  readonly makers?: Makers | undefined
  /** Choices of a field that this office has; the others are not offered. */
  readonly choices?: Readonly<Record<string, readonly string[]>> | undefined
}

export type Makers = Readonly<Record<string, ReferencePicker['make']>>

const wholeShape: RecordShape = { hidden: [], findings: {} }

function findingsAt(name: string, { findings }: RecordShape) {
  const help = findings[name]
  return help === undefined ? {} : { help }
}

/** The form of a kind of record, made from its description. */
export function formGroups(
  entity: EntityName,
  { t }: Text,
  references: Readonly<Record<string, string>>,
  links: Pick<RecordLinks, 'toRecord'> | undefined,
  shape: RecordShape = wholeShape,
): readonly FormGroup[] {
  const groups = new Map<string, FormFieldSpec[]>()
  for (const [name, field] of Object.entries(entityOf(entity).fields)) {
    if (shape.hidden.includes(name)) continue
    const key = field.group ?? 'identity'
    const specs = groups.get(key) ?? []
    groups.set(key, specs)
    specs.push({
      name,
      field: offeredOnly(name, field, shape),
      label: t(fieldLabel(entity, name)),
      ...findingsAt(name, shape),
      ...(field.type === 'choice' || field.type === 'choices'
        ? { choiceLabel: (choice: string) => t(choiceLabel(entity, name, choice)) }
        : {}),
      ...(field.type === 'reference'
        ? { reference: { ...pickerOf(field.entity, references[name], links), make: shape.makers?.[name] } }
        : {}),
    })
  }
  return [...groups].map(([key, fields]) => ({ key, title: t(textKey(`group.${key}`)), fields }))
}

function offeredOnly(name: string, field: Field, { choices }: RecordShape): Field {
  const offered = choices?.[name]
  return field.type !== 'choice' || offered === undefined ? field : { ...field, choices: offered }
}

const optionsShown = 20

function pickerOf(
  entity: string,
  title: string | undefined,
  links: Pick<RecordLinks, 'toRecord'> | undefined,
) {
  if (!isEntityName(entity)) throw new Error(`A field refers to ${entity}`)
  return { title, options: optionsOf[entity], hrefOf: (id: string) => links?.toRecord(entity, id) ?? '#' }
}

/** One function per kind, always the same: a control that searches must not start again at each render. */
const optionsOf: Readonly<Record<EntityName, (search: string) => Promise<readonly ReferenceOption[]>>> = {
  institution: (search) => client.records.options({ entity: 'institution', search, limit: optionsShown }),
  agreement: (search) => client.records.options({ entity: 'agreement', search, limit: optionsShown }),
  condition: (search) => client.records.options({ entity: 'condition', search, limit: optionsShown }),
  place: (search) => client.records.options({ entity: 'place', search, limit: optionsShown }),
  student: (search) => client.records.options({ entity: 'student', search, limit: optionsShown }),
  mobility: (search) => client.records.options({ entity: 'mobility', search, limit: optionsShown }),
  mobilityStep: (search) => client.records.options({ entity: 'mobilityStep', search, limit: optionsShown }),
  nomination: (search) => client.records.options({ entity: 'nomination', search, limit: optionsShown }),
  nominationProfile: (search) =>
    client.records.options({ entity: 'nominationProfile', search, limit: optionsShown }),
  athensCourse: (search) => client.records.options({ entity: 'athensCourse', search, limit: optionsShown }),
  wish: (search) => client.records.options({ entity: 'wish', search, limit: optionsShown }),
  interruption: (search) => client.records.options({ entity: 'interruption', search, limit: optionsShown }),
  document: (search) => client.records.options({ entity: 'document', search, limit: optionsShown }),
  laComponent: (search) => client.records.options({ entity: 'laComponent', search, limit: optionsShown }),
  laSignature: (search) => client.records.options({ entity: 'laSignature', search, limit: optionsShown }),
  transcriptLine: (search) =>
    client.records.options({ entity: 'transcriptLine', search, limit: optionsShown }),
  aidScheme: (search) => client.records.options({ entity: 'aidScheme', search, limit: optionsShown }),
  funding: (search) => client.records.options({ entity: 'funding', search, limit: optionsShown }),
  instalment: (search) => client.records.options({ entity: 'instalment', search, limit: optionsShown }),
  athensSession: (search) => client.records.options({ entity: 'athensSession', search, limit: optionsShown }),
  athensHostQuota: (search) =>
    client.records.options({ entity: 'athensHostQuota', search, limit: optionsShown }),
  athensRegistration: (search) =>
    client.records.options({ entity: 'athensRegistration', search, limit: optionsShown }),
  quotaPool: (search) => client.records.options({ entity: 'quotaPool', search, limit: optionsShown }),
  quotaPoolMember: (search) =>
    client.records.options({ entity: 'quotaPoolMember', search, limit: optionsShown }),
  incomingCount: (search) => client.records.options({ entity: 'incomingCount', search, limit: optionsShown }),
  campaign: (search) => client.records.options({ entity: 'campaign', search, limit: optionsShown }),
  campaignPool: (search) => client.records.options({ entity: 'campaignPool', search, limit: optionsShown }),
  campaignPlace: (search) => client.records.options({ entity: 'campaignPlace', search, limit: optionsShown }),
  campaignWish: (search) => client.records.options({ entity: 'campaignWish', search, limit: optionsShown }),
  campaignCriterion: (search) =>
    client.records.options({ entity: 'campaignCriterion', search, limit: optionsShown }),
  campaignScore: (search) => client.records.options({ entity: 'campaignScore', search, limit: optionsShown }),
  campaignRule: (search) => client.records.options({ entity: 'campaignRule', search, limit: optionsShown }),
  campaignDecision: (search) =>
    client.records.options({ entity: 'campaignDecision', search, limit: optionsShown }),
  scenario: (search) => client.records.options({ entity: 'scenario', search, limit: optionsShown }),
  scenarioLine: (search) => client.records.options({ entity: 'scenarioLine', search, limit: optionsShown }),
  incomingStay: (search) => client.records.options({ entity: 'incomingStay', search, limit: optionsShown }),
  register: (search) => client.records.options({ entity: 'register', search, limit: optionsShown }),
  registerEntry: (search) => client.records.options({ entity: 'registerEntry', search, limit: optionsShown }),
  bmReading: (search) => client.records.options({ entity: 'bmReading', search, limit: optionsShown }),
  bmRemark: (search) => client.records.options({ entity: 'bmRemark', search, limit: optionsShown }),
  erasmusCall: (search) => client.records.options({ entity: 'erasmusCall', search, limit: optionsShown }),
  grantRate: (search) => client.records.options({ entity: 'grantRate', search, limit: optionsShown }),
  countryGroup: (search) => client.records.options({ entity: 'countryGroup', search, limit: optionsShown }),
}

/** Reads what is typed in a form by the rules of its fields, in the user's words. */
export function useFieldCheck(): (field: Field, text: string) => CheckedText {
  const { t, format } = useText()
  return useCallback(
    (field, text) => {
      const country = (name: string) =>
        listCountryCodes().find((code) => foldText(format.country(code)) === foldText(name))
      const read = parseFieldText(field, text, { country })
      return read.ok ? { value: read.value } : { problem: t(read.error.code, read.error.params) }
    },
    [t, format],
  )
}

export type Values = Readonly<Record<string, FieldValue>>
