import { DomainError } from '#shared/domain/errors.ts'

/** What a failure to write a file means to the user, where they can act upon it; other errors stay as they are. */
export function writeRefusal(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DomainError('disk-full', { path })
  if (code === 'EROFS' || code === 'EACCES') return new DomainError('folder-read-only', { path })
  return error
}
