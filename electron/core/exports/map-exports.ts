import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import coarseWorld from 'world-atlas/countries-110m.json' with { type: 'json' }
import { DomainError } from '#shared/domain/errors.ts'
import type { MapPoint, MapView } from '#shared/contract/map.ts'
import { drawMap } from '#shared/map/draw-map.ts'
import { countryPaths, printedPlane } from '#shared/map/world.ts'
import { mapView } from '#core/features/map/map.service.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import { safeFileName } from '#core/workbooks/file-names.ts'
import { writeRefusal } from '#core/workbooks/write-refusal.ts'
import {
  defineExport,
  type ExportContext,
  type Exported,
  type ExportFormat,
  type ExportParams,
  type Words,
} from './define-export.ts'
import { mapPage } from './map-page/map-page.ts'
import { booleanParam, listParam, textParam } from './params.ts'

const params = [
  { key: 'academicYear', type: 'academic-year', required: true },
  { key: 'partners', type: 'partners', required: false },
  { key: 'flows', type: 'boolean', required: false },
] as const satisfies ExportFormat['params']

/** The map of partners: one page for the school's website that needs nothing else, and a drawing. */
export const mapExports: readonly ExportFormat[] = [
  defineExport({
    id: 'map',
    titleKey: 'export.title.map',
    extension: 'html',
    params,
    run: (context, given) => exportMap(context, given, 'html', mapPage),
  }),
  defineExport({
    id: 'map-svg',
    titleKey: 'export.title.map-svg',
    extension: 'svg',
    params,
    run: (context, given) => exportMap(context, given, 'svg', printedMap),
  }),
]

/** What a map says and shows, whatever its form. */
export interface MapContent {
  readonly title: string
  readonly subtitle: string
  readonly points: readonly MapPoint[]
  /** Where flows start; null when none are to be drawn. */
  readonly home: MapView['home']
  readonly words: Words
}

async function exportMap(
  context: ExportContext,
  given: ExportParams,
  extension: 'html' | 'svg',
  write: (content: MapContent) => string,
): Promise<Exported> {
  context.progress('collecting', 0, null)
  const content = await contentOf(context, given)
  const year = textParam(given, 'academicYear')
  const packageName = context.words.t('map.file', { year: year.replace('/', '-') })
  const name = `${safeFileName(packageName)}.${extension}`
  const path = join(context.outFolder, name)
  context.progress('writing', 0, content.points.length)
  try {
    await writeFile(path, write(content))
  } catch (error) {
    throw writeRefusal(error, path)
  }
  return { files: [{ name, path, rows: content.points.length }], packageName, leftOut: 0 }
}

/** Partners, or the institutions that were named, hosts without agreement among them. */
async function contentOf(context: ExportContext, given: ExportParams): Promise<MapContent> {
  const { read, words } = context
  const year = textParam(given, 'academicYear')
  const named = new Set(listParam(given, 'partners'))
  const view = await mapView(read, context.gazetteer, year)
  const points = view.points.filter((point) =>
    named.size === 0 ? point.kinds.length > 0 : named.has(point.institutionId),
  )
  if (points.length === 0) throw new DomainError('nothing-to-export', { reason: 'no-rows', list: 'partners' })
  const { name: school } = await readSchool(read)
  const countries = new Set(points.flatMap((point) => point.country ?? [])).size
  return {
    title: school === '' ? words.t('map.title.plain') : words.t('map.title', { school }),
    subtitle: words.t('map.subtitle', {
      count: points.length,
      countries: words.t('map.countries', { count: countries }),
      year,
    }),
    points,
    home: booleanParam(given, 'flows') ? view.home : null,
    words,
  }
}

function printedMap({ title, subtitle, points, home, words }: MapContent): string {
  const plane = printedPlane()
  return drawMap({
    plane,
    countries: countryPaths(coarseWorld, plane),
    points,
    home,
    title,
    subtitle: `${subtitle}. ${words.t('map.legend')}`,
  })
}
