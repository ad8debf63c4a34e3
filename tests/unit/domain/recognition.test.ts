import { expect, it } from 'vitest'
import { recognitionOf, type TranscriptLine } from '#shared/domain/recognition.ts'
import type { LaComponent } from '#shared/domain/learning-agreement.ts'

const course = (title: string, table: LaComponent['table'] = 'A'): LaComponent => ({
  id: title,
  version: 1,
  table,
  title,
  code: null,
  ects: 10,
  status: 'inserted',
  reasonCode: null,
  reasonText: null,
})
const line = (
  title: string,
  ects: number | null,
  result: TranscriptLine['result'] = 'passed',
): TranscriptLine => ({
  id: title,
  code: null,
  title,
  ects,
  result,
})

it.each([
  ['all that was asked', 20, [line('Robotics', 10), line('Optics', 10)], 'full'],
  ['a part', 20, [line('Robotics', 10), line('Optics', 10, 'failed')], 'partial'],
  ['nothing', 20, [line('Robotics', 10, 'failed')], 'none'],
  ['no line yet', 20, [], undefined],
  ['nothing asked', null, [line('Robotics', 10)], undefined],
] as const)('proposes by the credits obtained: %s', (_name, asked, lines, proposal) => {
  expect(recognitionOf(asked, [], lines).proposal).toBe(proposal)
})

it('tells which courses have no line and which lines no course', () => {
  const agreed = [course('Robotics'), course('Optics'), course('UE 3', 'B'), course('MOOC', 'C')]
  const found = recognitionOf(30, agreed, [
    line('ROBOTICS', 10),
    line('Chinese', 5),
    line('Judo', null, 'failed'),
  ])
  expect(found.obtained).toBe(15)
  expect(found.missing.map(({ title }) => title)).toEqual(['Optics', 'MOOC'])
  expect(found.unexpected.map(({ title }) => title)).toEqual(['Chinese'])
})
