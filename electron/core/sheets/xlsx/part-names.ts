/** The relationships part that belongs to a part: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** The part that a relationship of `source` points to; absolute and relative targets, `..`, back-slashes, `%20`. */
export function resolveTarget(source: string, target: string): string {
  const path = decodePercent(target).replaceAll('\\', '/')
  const folder = source.slice(0, source.lastIndexOf('/') + 1)
  const segments: string[] = []
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

function decodePercent(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target // a stray % is part of the name
  }
}
