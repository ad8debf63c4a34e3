import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { safeFileName } from '#core/workbooks/file-names.ts'
import { writeRefusal } from '#core/workbooks/write-refusal.ts'
import type { Exported, ExportedFile, ExportRemark } from './define-export.ts'

/** What an export made: one file to hand over, and the files within it when it is a package. */
export interface ExportOutcome {
  readonly name: string
  readonly path: string
  readonly sha256: string
  readonly rows: number
  /** Records that could be in the files and are not, because something is missing. */
  readonly leftOut: number
  readonly files: readonly PackedFile[]
  readonly remarks: readonly ExportRemark[]
}

export interface PackedFile extends Pick<ExportedFile, 'sending' | 'said'> {
  readonly name: string
  /** Where the file lies until the export is over. */
  readonly path: string
  readonly sha256: string
  readonly rows: number
  readonly mobilityIds: readonly string[]
}

/**
 * Fingerprints the files of an export and, when there are several, packs them into one zip.
 * @throws DomainError `disk-full`
 */
export async function packFiles(
  exported: Exported,
  outFolder: string,
  today: string,
): Promise<ExportOutcome> {
  const contents: Zippable = {}
  const files: PackedFile[] = []
  for (const { name, path, rows, mobilityIds = [], sending, said } of exported.files) {
    const bytes = await readFile(path)
    contents[name] = bytes
    files.push({
      name,
      path,
      sha256: sha256Of(bytes),
      rows,
      mobilityIds,
      ...(sending === undefined ? {} : { sending }),
      ...(said === undefined ? {} : { said }),
    })
  }
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  const { remarks = [] } = exported
  const [only, ...others] = exported.files
  const [packed] = files
  if (only === undefined || packed === undefined) throw new Error('An export made no file')
  if (others.length === 0)
    return {
      name: only.name,
      path: only.path,
      sha256: packed.sha256,
      rows,
      leftOut: exported.leftOut,
      files,
      remarks,
    }
  // workbooks are zip files themselves: packing them again would gain nothing
  const zip = zipSync(contents, { level: 0, mtime: new Date(`${today}T12:00:00`) })
  const name = `${safeFileName(exported.packageName)}.zip`
  const path = join(outFolder, name)
  try {
    await writeFile(`${path}.part`, zip)
    await rename(`${path}.part`, path)
  } catch (error) {
    throw writeRefusal(error, path)
  }
  return { name, path, sha256: sha256Of(zip), rows, leftOut: exported.leftOut, files, remarks }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
