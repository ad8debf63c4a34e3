import { isOfType, type ChoiceType, type TextType } from './text-types.ts'
import type { XmlNode } from './xml-tree.ts'

/** One kind of element: how often it stands where it is named, and what it holds. */
export interface ElementRule {
  readonly name: string
  readonly namespace: string
  readonly min: number
  readonly max: number
  /** A text, or children in this order. */
  readonly content: TextType | ChoiceType | readonly Part[]
  readonly attributes: Readonly<Record<string, AttributeRule>>
}

/** Exactly one of several elements. */
export interface ChoiceRule {
  readonly oneOf: readonly ElementRule[]
}

export type Part = ElementRule | ChoiceRule

export interface AttributeRule {
  readonly type: TextType | ChoiceType
  readonly required?: true
}

export type FindingCode =
  | 'missing'
  | 'missing-choice'
  | 'unknown'
  | 'misplaced'
  | 'too-many'
  | 'wrong-namespace'
  | 'wrong-value'
  | 'text-outside'
  | 'no-children'
  | 'unknown-attribute'
  | 'missing-attribute'
  | 'wrong-attribute'
  | 'years-reversed'
  | 'not-a-partner'
  | 'same-partner'

/** Something in a document that the schema does not allow: where, and what. Its words: `ewp.finding.<code>`. */
export interface SchemaFinding {
  readonly code: FindingCode
  /** `iia[2]/partner[1]/iia-id`: names from the root down, numbered where there are several. */
  readonly path: string
  readonly line: number | undefined
  readonly params: Readonly<Record<string, string | number>>
}

type Occurs = '1' | '?' | '*' | '+' | readonly [min: number, max: number]

export interface ElementOptions {
  readonly occurs?: Occurs
  readonly attributes?: Readonly<Record<string, AttributeRule>>
}

/** Describes an element; it stands once unless told otherwise. */
export function element(
  namespace: string,
  name: string,
  content: TextType | ChoiceType | readonly Part[],
  { occurs = '1', attributes = {} }: ElementOptions = {},
): ElementRule {
  const [min, max] = typeof occurs === 'string' ? bounds[occurs] : occurs
  return { name, namespace, min, max, content, attributes }
}

const bounds = { '1': [1, 1], '?': [0, 1], '*': [0, Infinity], '+': [1, Infinity] } as const

/** The children of an element in the order in which they stand, choices spread out. */
export function partsOf(rule: ElementRule): readonly ElementRule[] {
  if (!isSequence(rule.content)) return []
  return rule.content.flatMap((part) => ('oneOf' in part ? part.oneOf : [part]))
}

function isSequence(content: ElementRule['content']): content is readonly Part[] {
  return Array.isArray(content)
}

/** Checks a whole document against the rule of its root. */
export function checkDocument(root: XmlNode, rule: ElementRule): readonly SchemaFinding[] {
  const findings: SchemaFinding[] = []
  checkElement(root, rule, root.name, findings)
  return findings
}

function checkElement(node: XmlNode, rule: ElementRule, path: string, findings: SchemaFinding[]): void {
  const add = (code: FindingCode, params: SchemaFinding['params'] = {}) =>
    findings.push({ code, path, line: node.line, params })
  if (node.namespace !== rule.namespace)
    add('wrong-namespace', { found: node.namespace, expected: rule.namespace })
  checkAttributes(node, rule, add)
  if (isSequence(rule.content)) {
    if (node.text.trim() !== '') add('text-outside', { value: shortened(node.text) })
    checkChildren(node, rule.content, path, findings)
  } else if (node.children.length > 0) add('no-children', { child: node.children[0]?.name ?? '' })
  else if (!isOfType(rule.content, node.text))
    add('wrong-value', { value: shortened(node.text), type: typeName(rule.content) })
}

function checkAttributes(
  node: XmlNode,
  rule: ElementRule,
  add: (code: FindingCode, params: SchemaFinding['params']) => void,
): void {
  for (const [name, value] of Object.entries(node.attributes)) {
    const attribute = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined
    if (attribute === undefined) add('unknown-attribute', { name })
    else if (!isOfType(attribute.type, value))
      add('wrong-attribute', { name, value: shortened(value), type: typeName(attribute.type) })
  }
  for (const [name, attribute] of Object.entries(rule.attributes))
    if (attribute.required === true && node.attributes[name] === undefined) add('missing-attribute', { name })
}

function checkChildren(node: XmlNode, parts: readonly Part[], path: string, findings: SchemaFinding[]): void {
  const { children } = node
  const pathOf = pathsOf(node, path)
  const known = new Set(
    parts.flatMap((part) => ('oneOf' in part ? part.oneOf : [part]).map(({ name }) => name)),
  )
  let at = 0
  const skipWhile = (isNext: (child: XmlNode) => boolean): void => {
    // What the schema does not know is told once and passed over, so that what follows is still understood.
    for (let child = children[at]; child !== undefined && !isNext(child); child = children[at]) {
      if (known.has(child.name)) return
      findings.push({ code: 'unknown', path: pathOf(child), line: child.line, params: { name: child.name } })
      at += 1
    }
  }
  for (const part of parts) {
    const rules = 'oneOf' in part ? part.oneOf : [part]
    const max = 'oneOf' in part ? 1 : part.max
    const min = 'oneOf' in part ? 1 : part.min
    let count = 0
    for (;;) {
      skipWhile((child) => rules.some(({ name }) => name === child.name))
      const child = children[at]
      const rule = rules.find(({ name }) => name === child?.name)
      if (child === undefined || rule === undefined) break
      count += 1
      if (count > max)
        findings.push({
          code: 'too-many',
          path: pathOf(child),
          line: child.line,
          params: { name: child.name, max },
        })
      else checkElement(child, rule, pathOf(child), findings)
      at += 1
    }
    if (count < min) findings.push(missing(node, path, rules, known, children.slice(at)))
  }
  for (const child of children.slice(at))
    findings.push({
      code: known.has(child.name) ? 'misplaced' : 'unknown',
      path: pathOf(child),
      line: child.line,
      params: { name: child.name },
    })
}

function missing(
  node: XmlNode,
  path: string,
  rules: readonly ElementRule[],
  known: ReadonlySet<string>,
  rest: readonly XmlNode[],
): SchemaFinding {
  const names = rules.map(({ name }) => name)
  const later = rest.find((child) => names.includes(child.name) && known.has(child.name))
  if (later !== undefined)
    return {
      code: 'misplaced',
      path: `${path}/${later.name}`,
      line: later.line,
      params: { name: later.name },
    }
  const [only = ''] = names
  return names.length === 1
    ? { code: 'missing', path, line: node.line, params: { name: only } }
    : { code: 'missing-choice', path, line: node.line, params: { names: names.join(', ') } }
}

/** Gives each child its path, numbered among those of its name. */
function pathsOf(node: XmlNode, path: string): (child: XmlNode) => string {
  const paths = new Map<XmlNode, string>()
  const totals = new Map<string, number>()
  for (const { name } of node.children) totals.set(name, (totals.get(name) ?? 0) + 1)
  const counts = new Map<string, number>()
  for (const child of node.children) {
    const count = (counts.get(child.name) ?? 0) + 1
    counts.set(child.name, count)
    const isAlone = totals.get(child.name) === 1
    paths.set(child, `${path}/${child.name}${isAlone ? '' : `[${count}]`}`)
  }
  return (child) => paths.get(child) ?? path
}

function typeName(type: TextType | ChoiceType): string {
  return typeof type === 'string' ? type : type.choices.join(' | ')
}

function shortened(text: string): string {
  const clean = text.trim()
  return clean.length > 80 ? `${clean.slice(0, 80)}…` : clean
}
