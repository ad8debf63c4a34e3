import { isSameCourse, type LaComponent } from './learning-agreement.ts'

/** A line of the host's transcript of records. */
export interface TranscriptLine {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly ects: number | null
  readonly result: 'passed' | 'failed'
}

export type RecognitionDecision = 'full' | 'partial' | 'none'

export interface Recognition {
  /** ECTS credits of the lines passed. */
  readonly obtained: number
  /** What follows from the credits alone; the school decides. Undefined while nothing was asked or no line has come. */
  readonly proposal: RecognitionDecision | undefined
  /** Courses of the agreement of which the transcript says nothing. */
  readonly missing: readonly LaComponent[]
  /** Lines passed that the agreement does not hold. */
  readonly unexpected: readonly TranscriptLine[]
}

/**
 * Compares a transcript with the credits asked and the courses agreed on. All credits of the agreement that were passed
 * are recognised without another exam (automatic recognition, EWP and the Erasmus charter); less is recognised in part.
 */
export function recognitionOf(
  asked: number | null,
  agreed: readonly LaComponent[],
  lines: readonly TranscriptLine[],
): Recognition {
  const passed = lines.filter(({ result }) => result === 'passed')
  const obtained = Math.round(passed.reduce((sum, line) => sum + (line.ects ?? 0), 0) * 100) / 100
  const atHost = agreed.filter(({ table }) => table !== 'B')
  const isSame = (course: LaComponent, line: TranscriptLine) =>
    isSameCourse(course, { ...line, table: course.table })
  return {
    obtained,
    proposal: lines.length === 0 || asked === null ? undefined : proposalOf(asked, obtained),
    missing: atHost.filter((course) => !lines.some((line) => isSame(course, line))),
    unexpected: passed.filter((line) => !atHost.some((course) => isSame(course, line))),
  }
}

function proposalOf(asked: number, obtained: number): RecognitionDecision {
  if (obtained >= asked) return 'full'
  return obtained > 0 ? 'partial' : 'none'
}
