import type { Track } from '#shared/contract/school-rules.ts'
import { foldText } from '#shared/domain/text-folding.ts'

/** Tracks as lines that people write: `Mechanics; Department; 0715; regional`. */
export function trackLines(tracks: readonly Track[], regional: string): string {
  return tracks
    .map((track) =>
      [track.name, track.department, track.iscedCode, ...(track.isRegional ? [regional] : [])].join('; '),
    )
    .join('\n')
}

export type ReadTracks =
  | { readonly tracks: readonly Track[] }
  | { readonly problem: { readonly line: number; readonly code: string } }

/** Reads such lines; a code that is not four digits is refused with its line, counted from 1. */
export function readTracks(text: string): ReadTracks {
  const tracks: Track[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const [name = '', department = '', iscedCode = '', last = ''] = line.split(';').map((part) => part.trim())
    if (name === '') continue
    if (iscedCode !== '' && !/^\d{4}$/.test(iscedCode))
      return { problem: { line: index + 1, code: iscedCode } }
    // `regional`, `régional`, `régionale`: the word of either language
    tracks.push({ name, department, iscedCode, isRegional: foldText(last).startsWith('regional') })
  }
  return { tracks }
}
