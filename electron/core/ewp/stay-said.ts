import {
  knownIsced,
  readEnd,
  readSkill,
  readStart,
  readStudent,
  semesterOfTerm,
  type EwpStudent,
} from '#shared/domain/ewp/stay-values.ts'
import { childText, findChild, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { StoredValues } from './ewp-plan.ts'
import type { EwpDocument, EwpPart } from './read-document.ts'

/** What a part says of a stay, whichever kind of document it comes from. */
export interface StaySaid {
  readonly omobilityId: string
  readonly sendingHei: string
  readonly receivingHei: string
  readonly student: EwpStudent
  readonly studentValues: StoredValues
  readonly mobilityValues: StoredValues
  readonly academicYear: string
  readonly status: 'pending' | 'approved' | 'rejected' | 'cancelled' | null
  readonly remark: string | null
  readonly part: 'nomination' | 'learning-agreement'
  readonly agreement: XmlNode | null
}

/** Reads a nomination or a learning agreement. */
export function staySaid(kind: EwpDocument['kind'], { node }: EwpPart): StaySaid {
  return kind === 'nominations' ? nominationOf(node) : agreementOf(node)
}

function nominationOf(node: XmlNode): StaySaid {
  const nomination = findChild(node, 'nomination')
  const student = readStudent(findChild(node, 'student'))
  const eqf = Number(childText(nomination, 'eqf-level-studied-at-departure'))
  const status = childText(node, 'status')
  return {
    omobilityId: childText(node, 'omobility-id') ?? '',
    sendingHei: childText(findChild(nomination, 'sending-hei'), 'hei-id')?.toLowerCase() ?? '',
    receivingHei: childText(findChild(nomination, 'receiving-hei'), 'hei-id')?.toLowerCase() ?? '',
    student,
    studentValues: { eqfLevel: eqf, iscedCode: knownIsced(childText(nomination, 'nominee-isced-f-code')) },
    mobilityValues: {
      semester: semesterOfTerm(childText(nomination, 'sending-academic-term-ewp-id')),
      iscedCode: knownIsced(childText(nomination, 'agreement-isced-f-code')),
    },
    academicYear: childText(nomination, 'receiving-academic-year-id') ?? '',
    status: status === 'approved' || status === 'rejected' || status === 'cancelled' ? status : 'pending',
    remark: childText(nomination, 'comment') ?? null,
    part: 'nomination',
    agreement: null,
  }
}

function agreementOf(node: XmlNode): StaySaid {
  const skill = readSkill(findChild(node, 'student-language-skill'))
  const eqf = Number(childText(node, 'eqf-level-studied-at-departure'))
  const isced = knownIsced(childText(node, 'isced-f-code'))
  return {
    omobilityId: childText(node, 'omobility-id') ?? '',
    sendingHei: childText(findChild(node, 'sending-hei'), 'hei-id')?.toLowerCase() ?? '',
    receivingHei: childText(findChild(node, 'receiving-hei'), 'hei-id')?.toLowerCase() ?? '',
    student: readStudent(findChild(node, 'student')),
    studentValues: { eqfLevel: eqf, iscedCode: isced, languages: skill?.skill ?? null },
    mobilityValues: {
      iscedCode: isced,
      language: skill?.language ?? null,
      plannedStart: readStart(node),
      plannedEnd: readEnd(node),
    },
    academicYear: childText(node, 'receiving-academic-year-id') ?? '',
    status: null,
    remark: null,
    part: 'learning-agreement',
    agreement: node,
  }
}
