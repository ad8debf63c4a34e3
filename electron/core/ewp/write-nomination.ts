import { isReportable, isIscedF } from '#shared/domain/isced-f.ts'
import { omobilitiesRule } from '#shared/domain/ewp/mobility-rules.ts'
import { namespaces } from '#shared/domain/ewp/namespaces.ts'
import { putParts, textSlot, type Slot } from '#shared/domain/ewp/put-parts.ts'
import { checkDocument } from '#shared/domain/ewp/schema.ts'
import { semesterOfTerm, termOf } from '#shared/domain/ewp/stay-values.ts'
import { branch, findChild, leaf, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { School } from '#shared/contract/settings.ts'
import { sha256 } from './check-iia.ts'
import type { OfficeStay } from './office-stays.ts'
import { type WrittenStay, iscedSlot, always, studentSlots, ruleAt } from './stay-slots.ts'

/** How EWP calls a step of the pipeline. Source: MobilityStatus of ewp-specs-api-omobilities v3. */
export function statusOfStep(step: string): 'pending' | 'approved' | 'rejected' | 'cancelled' {
  if (step === 'refused') return 'rejected'
  if (step === 'withdrawn') return 'cancelled'
  return step === 'selected' || step === 'nominated' ? 'pending' : 'approved'
}

/** The nomination of a stay. */
export function writeNomination(stay: OfficeStay, school: School): WrittenStay {
  const ns = namespaces.omobilities3
  const rule = ruleAt(omobilitiesRule, 'student-mobility')
  const source = stay.nomination
  const { mobility } = stay
  const nomination = writeNominationPart(stay, school)
  const student = putParts(
    ruleAt(rule, 'student'),
    findChild(source, 'student'),
    studentSlots(ns, stay, 'nationality'),
  )
  const node = putParts(rule, source, [
    ...(source === undefined ? [textSlot(ns, 'omobility-id', mobility.id)] : []),
    always('student', student),
    always('nomination', nomination),
    textSlot(ns, 'status', statusOfStep(mobility.status)),
  ])
  return { node, findings: checkDocument(branch(ns, omobilitiesRule.name, [node]), omobilitiesRule) }
}

function writeNominationPart(stay: OfficeStay, school: School): XmlNode {
  const ns = namespaces.omobilities3
  const rule = ruleAt(omobilitiesRule, 'student-mobility', 'nomination')
  const { mobility, student, condition, agreement, institution } = stay
  const source = findChild(stay.nomination, 'nomination')
  const hei = (name: string, heiId: string, iiaId: string | null) =>
    always(
      name,
      putParts(ruleAt(rule, name), findChild(source, name), [
        textSlot(ns, 'hei-id', heiId, (text) => text.trim().toLowerCase()),
        ...(iiaId === null ? [] : [textSlot(ns, 'iia-id', iiaId)]),
      ]),
    )
  const agreed = condition?.iscedCodes
    ?.split(',')
    .map((code) => code.trim())
    .find((code) => isIscedF(code) && isReportable(code))
  const isced = mobility.iscedCode ?? student.iscedCode
  const made = putParts(rule, source, [
    hei(
      'sending-hei',
      school.schac.toLowerCase(),
      agreement === undefined ? null : (agreement.iiaId ?? agreement.id),
    ),
    hei('receiving-hei', institution?.schac ?? '', agreement?.partnerIiaId ?? null),
    {
      names: ['sending-academic-term-ewp-id', 'non-standard-mobility-period'],
      value: mobility.semester ?? 'other',
      read: ([node]) => (node === undefined ? null : (semesterOfTerm(node.text) ?? 'other')),
      write: () => {
        const term = termOf(mobility.academicYear, mobility.semester)
        return [
          term === null
            ? leaf(ns, 'non-standard-mobility-period', '')
            : leaf(ns, 'sending-academic-term-ewp-id', term),
        ]
      },
    },
    textSlot(ns, 'receiving-academic-year-id', mobility.academicYear),
    ...given(source, 'activity-type', textSlot(ns, 'activity-type', 'student-studies')),
    ...given(
      source,
      'activity-attributes',
      textSlot(ns, 'activity-attributes', condition?.isBlended === 1 ? 'short-term-blended' : 'long-term'),
    ),
    iscedSlot(ns, 'agreement-isced-f-code', agreed ?? isced),
    textSlot(
      ns,
      'eqf-level-studied-at-departure',
      student.eqfLevel === null ? null : String(student.eqfLevel),
      (text) => String(Number(text)),
    ),
    iscedSlot(ns, 'nominee-isced-f-code', student.iscedCode ?? mobility.iscedCode),
  ])
  const proposal =
    source?.attributes['proposal-id'] ?? sha256(JSON.stringify(made.children)).slice(0, 40).toUpperCase()
  return { ...made, attributes: { ...made.attributes, 'proposal-id': proposal } }
}

/** What the document says and the office does not decide: written only where no document was read. */
function given(source: XmlNode | undefined, name: string, slot: Slot): readonly Slot[] {
  return findChild(source, name) === undefined ? [slot] : []
}
