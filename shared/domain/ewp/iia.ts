import { parseEqfList } from '#shared/domain/eqf.ts'
import { isIscedF, parseIscedList } from '#shared/domain/isced-f.ts'
import { formatLanguageSkill, parseLanguage, parseLanguageSkills } from '#shared/domain/languages.ts'
import { textToHash } from './iia-hash.ts'
import { iiaRule, specNames, type SpecName } from './iia-rules.ts'
import { namespaces } from './namespaces.ts'
import { putParts, textSlot, type Slot } from './put-parts.ts'
import { partsOf, type ElementRule } from './schema.ts'
import { childText, childrenOf, findChild, leaf, withoutLines, type XmlNode } from './xml-tree.ts'

/** One side of an agreement. */
export interface IiaPartner {
  readonly heiId: string
  readonly ounitId: string | null
  readonly iiaId: string | null
  /** The agreement's number as people write it. */
  readonly code: string | null
  /** Name of the contact who signs. */
  readonly signatory: string | null
  readonly signedOn: string | null
}

/** A cooperation condition; lists are written as the office keeps them (`0613, 0714`, `6, 7`, `en:B2, fr:B1`). */
export interface IiaCondition {
  readonly spec: SpecName
  readonly sendingHeiId: string
  readonly receivingHeiId: string
  readonly sendingOunitId: string | null
  readonly receivingOunitId: string | null
  readonly firstYear: string | null
  readonly lastYear: string | null
  readonly peoplePerYear: number | null
  readonly monthsPerYear: number | null
  readonly daysPerYear: number | null
  readonly iscedCodes: string | null
  readonly eqfLevels: string | null
  readonly languages: string | null
  readonly isBlended: boolean
  readonly otherTerms: string | null
  /** The element as it was read, for what the fields above do not hold. */
  readonly source: XmlNode | undefined
}

/** An agreement of version 7. */
export interface Iia {
  /** Of a document, the side that gives it comes first. */
  readonly partners: readonly [IiaPartner, IiaPartner]
  /** True when it is or once was in effect. */
  readonly isInEffect: boolean
  readonly isTerminated: boolean
  readonly conditions: readonly IiaCondition[]
  /** The element as it was read, without its conditions. */
  readonly source: XmlNode | undefined
}

const ns = namespaces.iia7

/** Reads an agreement that the schema allows; of version 7, see `upgradeIias` for 6. */
export function readIia(node: XmlNode): Iia {
  const [first, second] = childrenOf(node, 'partner')
  const conditions = findChild(node, 'cooperation-conditions')
  const source = withoutLines(node)
  return {
    partners: [readPartner(first), readPartner(second)],
    isInEffect: isTrue(childText(node, 'in-effect')),
    isTerminated: isTrue(conditions?.attributes['terminated-as-a-whole']),
    conditions: (conditions?.children ?? []).flatMap((spec) => readCondition(spec)),
    source: {
      ...source,
      children: source.children.map((child) =>
        child.name === 'cooperation-conditions' ? { ...child, children: [] } : child,
      ),
    },
  }
}

function isTrue(text: string | undefined): boolean {
  return text === 'true' || text === '1'
}

function readPartner(node: XmlNode | undefined): IiaPartner {
  return {
    heiId: childText(node, 'hei-id')?.toLowerCase() ?? '',
    ounitId: childText(node, 'ounit-id') ?? null,
    iiaId: childText(node, 'iia-id') ?? null,
    code: childText(node, 'iia-code') ?? null,
    signatory: signatoryOf(childrenOf(node, 'signing-contact')),
    signedOn: dayOf(childText(node, 'signing-date')),
  }
}

function signatoryOf([contact]: readonly XmlNode[]): string | null {
  return childText(contact, 'contact-name') ?? null
}

function dayOf(text: string | undefined): string | null {
  return text === undefined ? null : text.slice(0, 10)
}

function readCondition(node: XmlNode): readonly IiaCondition[] {
  const spec = specNames.find((name) => name === node.name)
  if (spec === undefined) return []
  return [
    {
      spec,
      sendingHeiId: childText(node, 'sending-hei-id')?.toLowerCase() ?? '',
      receivingHeiId: childText(node, 'receiving-hei-id')?.toLowerCase() ?? '',
      sendingOunitId: childText(node, 'sending-ounit-id') ?? null,
      receivingOunitId: childText(node, 'receiving-ounit-id') ?? null,
      firstYear: childText(node, 'receiving-first-academic-year-id') ?? null,
      lastYear: childText(node, 'receiving-last-academic-year-id') ?? null,
      peoplePerYear: numberOf(childrenOf(node, 'mobilities-per-year')),
      monthsPerYear: numberOf(childrenOf(node, 'total-months-per-year')),
      daysPerYear: numberOf(childrenOf(node, 'total-days-per-year')),
      iscedCodes: iscedOf(childrenOf(node, 'subject-area')),
      eqfLevels: eqfOf(childrenOf(node, 'eqf-level')),
      languages: languagesOf(childrenOf(node, 'recommended-language-skill')),
      isBlended: isTrue(childText(node, 'blended')),
      otherTerms: childText(node, 'other-info-terms') ?? null,
      source: withoutLines(node),
    },
  ]
}

function numberOf([node]: readonly XmlNode[]): number | null {
  return node === undefined ? null : Number(node.text)
}

/** The codes that the classification knows; the code of version 6 stands in for one that it does not. */
function iscedOf(areas: readonly XmlNode[]): string | null {
  const codes = areas.flatMap((area) => {
    const code = findChild(area, 'isced-f-code')
    const written = [code?.text.trim() ?? '', code?.attributes['v6-value'] ?? '']
    return written.find(isIscedF) ?? []
  })
  return listed(codes)
}

function eqfOf(levels: readonly XmlNode[]): string | null {
  return listed(levels.map(({ text }) => String(Number(text))).toSorted())
}

/** One level for each language, the first that is written; what languages the application does not know stay out. */
function languagesOf(skills: readonly XmlNode[]): string | null {
  const levels = new Map<string, string>()
  for (const skill of skills) {
    const language = parseLanguage(childText(skill, 'language') ?? '')
    if (!language.ok || levels.has(language.value)) continue
    const level = childText(skill, 'cefr-level')
    levels.set(language.value, level === undefined ? language.value : `${language.value}:${level}`)
  }
  return listed([...levels.values()])
}

function listed(values: readonly string[]): string | null {
  const distinct = [...new Set(values)]
  return distinct.length === 0 ? null : distinct.join(', ')
}

/** Writes an agreement; `sha256` gives the hash of a text in hexadecimal. */
export function writeIia(iia: Iia, sha256: (text: string) => string): XmlNode {
  const { source } = iia
  const sources = childrenOf(source, 'partner')
  const partners = iia.partners.map((partner, index) => writePartner(partner, sources[index]))
  const sourceOfConditions = findChild(source, 'cooperation-conditions')
  const terminated = { 'terminated-as-a-whole': 'true' }
  const attributes =
    isTrue(sourceOfConditions?.attributes['terminated-as-a-whole']) === iia.isTerminated
      ? (sourceOfConditions?.attributes ?? {})
      : iia.isTerminated
        ? terminated
        : {}
  const byKind = specNames.flatMap((name) => iia.conditions.filter(({ spec }) => spec === name))
  const conditions: XmlNode = {
    name: 'cooperation-conditions',
    namespace: ns,
    attributes,
    children: byKind.map(writeCondition),
    text: '',
  }
  const made = putParts(ruleOf('iia'), source, [
    { names: ['partner'], value: 'new', read: () => null, write: () => partners },
    { names: ['cooperation-conditions'], value: 'new', read: () => null, write: () => [conditions] },
    textSlot(ns, 'in-effect', String(iia.isInEffect), (text) => String(isTrue(text.trim()))),
  ])
  const hash = leaf(ns, 'iia-hash', sha256(textToHash(made)))
  const end = made.children.findIndex(({ name }) => name === 'pdf-file')
  const children = made.children.filter(({ name }) => name !== 'iia-hash' && name !== 'pdf-file')
  return { ...made, children: [...children, hash, ...(end === -1 ? [] : made.children.slice(end))] }
}

function writePartner(partner: IiaPartner, source: XmlNode | undefined): XmlNode {
  return putParts(ruleOf('iia', 'partner'), source, [
    textSlot(ns, 'hei-id', partner.heiId, (text) => text.trim().toLowerCase()),
    textSlot(ns, 'ounit-id', partner.ounitId),
    textSlot(ns, 'iia-id', partner.iiaId),
    textSlot(ns, 'iia-code', partner.code),
    {
      names: ['signing-contact'],
      value: partner.signatory,
      read: signatoryOf,
      write: (name) => [
        {
          name: 'signing-contact',
          namespace: ns,
          attributes: {},
          children: [leaf(namespaces.contact, 'contact-name', name)],
          text: '',
        },
      ],
    },
    textSlot(ns, 'signing-date', partner.signedOn, (text) => text.trim().slice(0, 10)),
  ])
}

function writeCondition(condition: IiaCondition): XmlNode {
  const rule = ruleOf('iia', 'cooperation-conditions', condition.spec)
  const isStudent = condition.spec.startsWith('student')
  return putParts(rule, condition.source, [
    textSlot(ns, 'sending-hei-id', condition.sendingHeiId, (text) => text.trim().toLowerCase()),
    textSlot(ns, 'sending-ounit-id', condition.sendingOunitId),
    textSlot(ns, 'receiving-hei-id', condition.receivingHeiId, (text) => text.trim().toLowerCase()),
    textSlot(ns, 'receiving-ounit-id', condition.receivingOunitId),
    textSlot(ns, 'receiving-first-academic-year-id', condition.firstYear),
    textSlot(ns, 'receiving-last-academic-year-id', condition.lastYear),
    numberSlot('mobilities-per-year', condition.peoplePerYear),
    {
      names: ['recommended-language-skill'],
      value: condition.languages,
      read: languagesOf,
      write: writeLanguages,
    },
    { names: ['subject-area'], value: condition.iscedCodes, read: iscedOf, write: writeIsced },
    textSlot(ns, 'other-info-terms', condition.otherTerms),
    ...(isStudent
      ? [
          numberSlot('total-months-per-year', condition.monthsPerYear),
          textSlot(ns, 'blended', String(condition.isBlended), (text) => String(isTrue(text.trim()))),
          { names: ['eqf-level'], value: condition.eqfLevels, read: eqfOf, write: writeEqf },
        ]
      : [numberSlot('total-days-per-year', condition.daysPerYear)]),
  ])
}

/** A number of which the schema takes two decimals; zero means that nothing is said. */
function numberSlot(name: string, value: number | null): Slot {
  const rounded = value === null ? null : Math.round(value * 100) / 100
  return textSlot(ns, name, rounded === null || rounded === 0 ? null : String(rounded), (text) => {
    const number = Number(text)
    return Number.isFinite(number) ? String(number) : text
  })
}

function writeLanguages(written: string): readonly XmlNode[] {
  const skills = parseLanguageSkills(written)
  if (!skills.ok) return []
  return skills.value.map((skill) => {
    const { language, level } = skill
    // A native speaker is no level that an agreement can ask for.
    const known = level === undefined || level === 'NS' ? [] : [leaf(ns, 'cefr-level', level)]
    return {
      name: 'recommended-language-skill',
      namespace: ns,
      attributes: {},
      children: [leaf(ns, 'language', formatLanguageSkill({ language })), ...known],
      text: '',
    }
  })
}

function writeIsced(written: string): readonly XmlNode[] {
  const codes = parseIscedList(written)
  if (!codes.ok) return []
  return codes.value.map(({ code }) => ({
    name: 'subject-area',
    namespace: ns,
    attributes: {},
    children: [leaf(ns, 'isced-f-code', code)],
    text: '',
  }))
}

function writeEqf(written: string): readonly XmlNode[] {
  const levels = parseEqfList(written)
  return levels.ok ? levels.value.map((level) => leaf(ns, 'eqf-level', String(level))) : []
}

/** The rule of an element by its path below the root. */
function ruleOf(...names: readonly string[]): ElementRule {
  let rule: ElementRule = iiaRule
  for (const name of names) {
    const next = partsOf(rule).find((part) => part.name === name)
    if (next === undefined) throw new Error(`No element ${names.join('/')}`)
    rule = next
  }
  return rule
}
