import type { Slot } from '#shared/domain/ewp/put-parts.ts'
import { partsOf, type ElementRule, type SchemaFinding } from '#shared/domain/ewp/schema.ts'
import { knownIsced, readStudent } from '#shared/domain/ewp/stay-values.ts'
import { branch, leaf, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { OfficeStay } from './office-stays.ts'

/** A part of a document made from the office, and what its schema would not allow in it. */
export interface WrittenStay {
  readonly node: XmlNode
  readonly findings: readonly SchemaFinding[]
}

/** A code of four digits: what the classification does not know stays as it was read. */
export function iscedSlot(ns: string, name: string, value: string | null): Slot {
  return {
    names: [name],
    value,
    read: ([node]) => knownIsced(node?.text.trim()) ?? (node === undefined ? null : value),
    write: (code) => [leaf(ns, name, code)],
  }
}

/** A part that is made anew each time. */
export function always(name: string, node: XmlNode): Slot {
  return { names: [name], value: 'made', read: () => null, write: () => [node] }
}

/** What is said of the student; `nationality` is how the schema names the nationality. */
export function studentSlots(ns: string, { student }: OfficeStay, nationality: string): readonly Slot[] {
  const own = (name: string, value: string | null, key: keyof ReturnType<typeof readStudent>): Slot => ({
    names: [name],
    value,
    // an empty value of ours takes nothing away from the document
    read: (nodes) => {
      const read = readStudent(branch(ns, 'student', nodes))[key]
      return value === null ? null : read
    },
    write: (text) => [leaf(ns, name, text)],
  })
  return [
    own('given-names', student.givenNames, 'givenNames'),
    own('family-name', student.familyName, 'familyName'),
    own('global-id', student.esi, 'esi'),
    own('birth-date', student.birthDate, 'birthDate'),
    own(nationality, student.nationality, 'nationality'),
    own('gender', student.gender, 'gender'),
    own('email', student.email, 'email'),
  ]
}

/** The rule of an element below another. Throws where the schema has none. */
export function ruleAt(rule: ElementRule, ...names: readonly string[]): ElementRule {
  let found = rule
  for (const name of names) {
    const next = partsOf(found).find((part) => part.name === name)
    if (next === undefined) throw new Error(`No element ${names.join('/')}`)
    found = next
  }
  return found
}
