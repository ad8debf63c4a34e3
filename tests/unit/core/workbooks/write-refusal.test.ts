import { expect, test } from 'vitest'
import { DomainError } from '#shared/domain/errors.ts'
import { writeRefusal } from '#core/workbooks/write-refusal.ts'

const failure = (code: string) => Object.assign(new Error(code), { code })

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'folder-read-only'],
  ['EACCES', 'folder-read-only'],
])('a failure %s to write is said as %s', (code, expected) => {
  const refusal = writeRefusal(failure(code), '/out/book.xlsx')
  expect(refusal).toBeInstanceOf(DomainError)
  expect(refusal).toMatchObject({ code: expected, data: { path: '/out/book.xlsx' } })
})

test('any other failure stays what it is', () => {
  const error = failure('EIO')
  expect(writeRefusal(error, '/out/book.xlsx')).toBe(error)
})
