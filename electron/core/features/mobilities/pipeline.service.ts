import { mobilitySteps } from '#shared/domain/mobility-steps.ts'
import type { PipelineScope } from '#shared/contract/mobilities.ts'
import type { Filter } from '#shared/lists/types.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { readStayRules, type OfficeStayRules } from './stay-rules.service.ts'

const everything = { search: '', sort: [] }

/** How many stays stand at each step, and what the page can be narrowed to. */
export async function pipelineOf(office: OfficeServices, scope: PipelineScope) {
  const rules = await readStayRules(office.connections.read)
  const filters = scopeFilters(rules, scope)
  const counted = await office.lists.distinct('mobilities', { ...everything, filters }, 'status')
  const counts = new Map(counted.map(({ value, count }) => [value, count]))
  const distinct = async (key: string) => {
    const found = await office.lists.distinct('mobilities', { ...everything, filters: [] }, key)
    return found.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])).toSorted()
  }
  return {
    steps: mobilitySteps.map((step) => ({
      step,
      count: counts.get(step) ?? 0,
      filters: [...filters, { key: 'status', test: 'is' as const, values: [step] }].map(plainFilter),
    })),
    forms: rules.offered.map((one) => one.form),
    offices: officesOf(rules),
    years: (await distinct('academicYear')).toReversed(),
    cohorts: await distinct('cohort'),
  }
}

/** The same for the page of steps: with how many could go on, are held back, or lack something of the steps behind. */
export async function pipelineProspects(office: OfficeServices, scope: PipelineScope) {
  const pipeline = await pipelineOf(office, scope)
  const rules = await readStayRules(office.connections.read)
  const narrowed = async (own: Filter) => {
    const filters = [...scopeFilters(rules, scope), own]
    const counted = await office.lists.distinct('mobilities', { ...everything, filters }, 'status')
    const counts = new Map(counted.map(({ value, count }) => [value, count]))
    return (step: (typeof pipeline.steps)[number]) => ({
      count: counts.get(step.step) ?? 0,
      filters: [...step.filters, plainFilter(own)],
    })
  }
  const ready = await narrowed({ key: 'readiness', test: 'is', values: ['ready'] })
  const held = await narrowed({ key: 'readiness', test: 'is', values: ['held'] })
  const lacking = await narrowed({ key: 'lacking', test: 'is', values: ['yes'] })
  return {
    ...pipeline,
    steps: pipeline.steps.map((step) => ({
      ...step,
      ready: ready(step),
      held: held(step),
      lacking: lacking(step),
    })),
  }
}

/** The offices that answer for forms, each once, in the profile's order. */
export function officesOf(rules: OfficeStayRules): string[] {
  return [...new Set(rules.offered.map((one) => one.office).filter((office) => office !== ''))]
}

/** The filters of the list of mobilities that a scope stands for; an office is the forms that it answers for. */
function scopeFilters(rules: OfficeStayRules, scope: PipelineScope): readonly Filter[] {
  const { form, office, academicYear, cohort } = scope
  const filters: Filter[] = []
  if (form !== undefined) filters.push({ key: 'form', test: 'is', values: [form] })
  if (office !== undefined) filters.push(officeFilter(rules, office))
  if (academicYear !== undefined) filters.push({ key: 'academicYear', test: 'is', values: [academicYear] })
  if (cohort !== undefined) filters.push({ key: 'cohort', test: 'is', values: [cohort] })
  return filters
}

/** The forms of an office. One that answers for none has no stay: a form that no stay can have. */
function officeFilter(rules: OfficeStayRules, office: string): Filter {
  const forms = rules.offered.filter((one) => one.office === office).map((one) => one.form)
  return { key: 'form', test: 'is', values: forms.length === 0 ? [''] : forms }
}

export function plainFilter({ key, test, values }: Filter) {
  return { key, test, values: [...values] }
}
