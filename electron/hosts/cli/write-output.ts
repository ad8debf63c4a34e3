import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'

/** A folder receives the file under its own name. The file appears whole or not at all. @throws DomainError `file-in-use`, `file-unwritable` */
export function writeOutput(out: string, name: string, bytes: Uint8Array): string {
  const asked = resolve(process.env['INIT_CWD'] ?? process.cwd(), out)
  const path = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, name) : asked
  try {
    writeFileSync(`${path}.part`, bytes)
    renameSync(`${path}.part`, path)
    return path
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ENOTDIR', 'EACCES', 'EROFS', 'EPERM', 'EBUSY'].includes(String(error.code))
    )
      throw new DomainError(error.code === 'EBUSY' ? 'file-in-use' : 'file-unwritable', { path })
    throw error
  }
}
