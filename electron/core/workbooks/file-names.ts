/** A file name that every system accepts: forbidden characters become spaces, dots and spaces do not end it. */
export function safeFileName(name: string): string {
  const clean = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return clean === '' || isReserved(clean) ? `_${clean}` : clean
}

/** Names of devices, which Windows refuses whatever follows the dot. */
function isReserved(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name)
}

/** Gives names that are all different: `Name.xlsx`, `Name (2).xlsx`… Case does not make a difference on Windows. */
export function createNameKeeper(): (name: string, extension: string) => string {
  const used = new Set<string>()
  return (name, extension) => {
    const safe = safeFileName(name)
    for (let number = 1; ; number += 1) {
      const candidate = `${safe}${number === 1 ? '' : ` (${number})`}.${extension}`
      if (used.has(candidate.toLowerCase())) continue
      used.add(candidate.toLowerCase())
      return candidate
    }
  }
}

/** A name that Excel accepts for a sheet: at most 31 characters, none of `[ ] : * ? / \`, no straight quote. */
export function safeSheetName(name: string): string {
  const clean = name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replaceAll("'", '’')
    .trim()
  return clean.slice(0, 31)
}
