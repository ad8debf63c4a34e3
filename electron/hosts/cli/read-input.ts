import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'

/** The file that a command names, from where the command was given. @throws DomainError `file-unreadable`, `file-in-use` */
export function readInput(path: string): File {
  const absolute = resolve(process.env['INIT_CWD'] ?? process.cwd(), path)
  try {
    return new File([readFileSync(absolute)], basename(absolute))
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'EISDIR', 'EACCES', 'EBUSY'].includes(String(error.code))
    )
      throw new DomainError(error.code === 'EBUSY' ? 'file-in-use' : 'file-unreadable', { path: absolute })
    throw error
  }
}
