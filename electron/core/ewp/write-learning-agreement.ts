import { parseLanguageSkills } from '#shared/domain/languages.ts'
import { lasRule } from '#shared/domain/ewp/mobility-rules.ts'
import { namespaces } from '#shared/domain/ewp/namespaces.ts'
import { putParts, textSlot, type Slot } from '#shared/domain/ewp/put-parts.ts'
import { checkDocument, type ElementRule } from '#shared/domain/ewp/schema.ts'
import { readEnd, readSkill, readStart } from '#shared/domain/ewp/stay-values.ts'
import { branch, findChild, leaf, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { School } from '#shared/contract/settings.ts'
import type { OfficeStay } from './office-stays.ts'
import { type WrittenStay, iscedSlot, always, studentSlots, ruleAt } from './stay-slots.ts'
import { versionsOf, versionSlot } from './la-versions.ts'

/** The learning agreement of a stay: its first version, the changes approved since, and those proposed. */
export function writeLearningAgreement(stay: OfficeStay, school: School): WrittenStay {
  const ns = namespaces.las1
  const rule = ruleAt(lasRule, 'la')
  const { mobility, student, institution } = stay
  const source = stay.learningAgreement
  const versions = versionsOf(stay)
  const skill = skillOf(stay)
  const node = putParts(rule, source, [
    ...(source === undefined ? [textSlot(ns, 'omobility-id', mobility.id)] : []),
    heiSlot(
      rule,
      source,
      'sending-hei',
      school.schac.toLowerCase(),
      school.coordinatorName,
      school.coordinatorEmail,
    ),
    heiSlot(
      rule,
      source,
      'receiving-hei',
      institution?.schac ?? '',
      institution?.contactName ?? '',
      institution?.contactEmail ?? '',
    ),
    textSlot(ns, 'receiving-academic-year-id', mobility.academicYear),
    always(
      'student',
      putParts(ruleAt(rule, 'student'), findChild(source, 'student'), studentSlots(ns, stay, 'citizenship')),
    ),
    daySlot(ns, 'start', mobility.actualStart ?? mobility.plannedStart, (nodes) =>
      readStart(branch(ns, 'la', nodes)),
    ),
    daySlot(ns, 'end', mobility.actualEnd ?? mobility.plannedEnd, (nodes) =>
      readEnd(branch(ns, 'la', nodes)),
    ),
    textSlot(
      ns,
      'eqf-level-studied-at-departure',
      student.eqfLevel === null ? null : String(student.eqfLevel),
      (text) => String(Number(text)),
    ),
    iscedSlot(ns, 'isced-f-code', mobility.iscedCode ?? student.iscedCode),
    {
      names: ['student-language-skill'],
      value: skill,
      read: ([one]) => readSkill(one)?.skill ?? null,
      write: (text) => {
        const [language = '', level] = text.split(':')
        return [
          branch(ns, 'student-language-skill', [
            leaf(ns, 'language', language),
            level === undefined ? undefined : leaf(ns, 'cefr-level', level),
          ]),
        ]
      },
    },
    ...(['first-version', 'approved-changes', 'changes-proposal'] as const).map((name) =>
      versionSlot(rule, source, name, stay, versions[name]),
    ),
  ])
  return { node, findings: checkDocument(branch(ns, lasRule.name, [node]), lasRule) }
}

function heiSlot(
  rule: ElementRule,
  source: XmlNode | undefined,
  name: string,
  heiId: string,
  contact: string,
  email: string,
): Slot {
  const ns = namespaces.las1
  const words = contact.trim().split(/\s+/)
  const family = words.at(-1) ?? ''
  const person = branch(ns, 'contact-person', [
    leaf(ns, 'given-names', words.slice(0, -1).join(' ') || family),
    leaf(ns, 'family-name', family),
    email === '' ? undefined : leaf(ns, 'email', email),
  ])
  const known = findChild(source, name)
  const made = putParts(ruleAt(rule, name), known, [
    textSlot(ns, 'hei-id', heiId, (text) => text.trim().toLowerCase()),
    ...(known === undefined && contact.trim() !== '' ? [always('contact-person', person)] : []),
  ])
  return always(name, made)
}

function daySlot(
  ns: string,
  edge: 'start' | 'end',
  value: string | null,
  read: (nodes: readonly XmlNode[]) => string | null,
): Slot {
  return {
    names: [`${edge}-date`, `${edge}-year-month`],
    value,
    read,
    write: (day) => [leaf(ns, `${edge}-date`, day)],
  }
}

function skillOf({ mobility, student }: OfficeStay): string | null {
  const skills = parseLanguageSkills(student.languages ?? '')
  const known = skills.ok ? skills.value : []
  const found =
    known.find(({ language }) => language === mobility.language) ??
    (mobility.language === null ? known[0] : undefined)
  if (found === undefined) return mobility.language
  return found.level === undefined ? found.language : `${found.language}:${found.level}`
}
