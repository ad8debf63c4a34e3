import { formPath } from '#shared/domain/form-path.ts'
import type { FormLimits, FormRule, StayForm } from '#shared/domain/form-rule.ts'
import type { ObligationRule } from '#shared/domain/obligation-types.ts'
import { documentsOf } from './form-documents.ts'
import type { Track } from './profile-types.ts'
import { plainObligation } from '#shared/domain/obligation.ts'

type FormGiven = Partial<Omit<FormRule, 'form' | 'limits' | 'counting'>> & {
  readonly counts?: boolean
  readonly limits?: Partial<FormLimits>
}

/** A form of which only what is particular is said: the rest is as usual, and its weeks count unless told otherwise. */
export function formRule(form: StayForm, { counts = true, limits, ...given }: FormGiven): FormRule {
  const usual = formPath(form)
  return {
    form,
    office: '',
    counting: { counts, minimumDays: null, mostWeeks: null },
    approvals: [],
    steps: usual.steps.map((status) => ({ status, office: '', approval: '' })),
    documents: documentsOf(form),
    fields: usual.fields,
    ...given,
    limits: { ...usual.limits, ...limits },
  }
}

/** An obligation of which only what is particular is said. */
export function obligationRule(
  given: Pick<ObligationRule, 'id' | 'requiredWeeks' | 'owedBy'> & Partial<ObligationRule>,
): ObligationRule {
  return {
    ...plainObligation,
    // Which exemptions a school grants is said by no source: usual ones, for the school to correct.
    exemptions: [
      { reason: 'health', needsProof: true },
      { reason: 'disability', needsProof: true },
      { reason: 'force-majeure', needsProof: true },
    ],
    ...given,
  }
}

/** A track, on the correspondence list of the regional semester or not. */
export function trackOf(name: string, department: string, iscedCode: string, isRegional = false): Track {
  return { name, department, iscedCode, isRegional }
}
