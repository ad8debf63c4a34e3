import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  opendirSync,
  openSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'
import type { CommandValues } from './command-types.ts'

/** Writes the file that was made, whole or not at all, and answers its path. */
export type WriteOutput = (name: string, bytes: Uint8Array) => string

/**
 * Where a command puts its file: a path, or a folder, which receives the file under its own name; without `--out`, the
 * folder one is in. Asked for before the work, so that nothing is recorded of a file that cannot be written.
 * @throws DomainError `file-in-use`, `file-unwritable`, now and when it is written
 */
export function openOutput(out: CommandValues[string]): WriteOutput {
  const asked = resolve(process.env['INIT_CWD'] ?? process.cwd(), typeof out === 'string' ? out : '.')
  const isFolder = existsSync(asked) && statSync(asked).isDirectory()
  orRefuse(asked, () => {
    const folder = isFolder ? asked : dirname(asked)
    opendirSync(folder).closeSync()
    accessSync(folder, constants.W_OK)
    if (!isFolder && existsSync(asked)) closeSync(openSync(asked, 'r+'))
  })
  return (name, bytes) => {
    const path = isFolder ? join(asked, name) : asked
    return orRefuse(path, () => {
      writeFileSync(`${path}.part`, bytes)
      renameSync(`${path}.part`, path)
      return path
    })
  }
}

const unwritable = ['ENOENT', 'ENOTDIR', 'EACCES', 'EROFS', 'EPERM', 'EBUSY']

function orRefuse<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && unwritable.includes(String(error.code)))
      throw new DomainError(error.code === 'EBUSY' ? 'file-in-use' : 'file-unwritable', { path })
    throw error
  }
}
