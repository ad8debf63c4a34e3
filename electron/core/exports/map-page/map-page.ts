import fineWorld from 'world-atlas/countries-50m.json' with { type: 'json' }
import { choiceLabel } from '#shared/entities/labels.ts'
import { xmlAttribute, xmlText } from '#shared/domain/xml-text.ts'
import { flowPath, flowWidth } from '#shared/map/flow-path.ts'
import { countryPaths, onPlane, zoomedPlane } from '#shared/map/world.ts'
import type { MapContent } from '../map-exports.ts'
import { pageScript } from './page-script.ts'
import { pageStyle } from './page-style.ts'

/**
 * A web page of one file for the school's website: the map, moved and narrowed by its own script, and the list of the same
 * institutions, which is all there is without scripts. It asks nothing of any other server, and its policy forbids it.
 */
export function mapPage(content: MapContent): string {
  const { title, subtitle, words } = content
  const { t, language } = words
  const plane = zoomedPlane()
  const kinds = [...new Set(content.points.flatMap((point) => point.kinds))].toSorted()
  const options = kinds.map(
    (kind) =>
      `<option value="${kind}">${xmlText(t(choiceLabel('agreement', 'kind', checkedKind(kind))))}</option>`,
  )
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${xmlText(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header><h1>${xmlText(title)}</h1><p>${xmlText(subtitle)}</p></header>
<div class="tools">
<input id="words" type="search" placeholder="${xmlAttribute(t('map.search'))}" aria-label="${xmlAttribute(t('map.search'))}">
<select id="kind" aria-label="${xmlAttribute(t('map.kinds'))}"><option value="">${xmlText(t('map.kinds.all'))}</option>${options.join('')}</select>
<button id="in" type="button" aria-label="${xmlAttribute(t('map.closer'))}">+</button>
<button id="out" type="button" aria-label="${xmlAttribute(t('map.farther'))}">−</button>
<button id="all" type="button">${xmlText(t('map.whole'))}</button>
</div>
<main>
<svg id="map" viewBox="0 0 ${plane.width} ${plane.height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><g id="world">
<path class="land" d="${countryPaths(fineWorld, plane).join('')}"/>
${flowsOf(content, plane)}
</g><g id="points"></g></svg>
<ul id="list">
${content.points.map((point) => listItem(content, point, plane)).join('\n')}
</ul>
</main>
<footer>${xmlText(t('map.legend'))}</footer>
<script>${pageScript}</script>
</body>
</html>
`
}

function flowsOf({ home, points }: MapContent, plane: ReturnType<typeof zoomedPlane>): string {
  if (home === null) return ''
  const from = onPlane(plane, home)
  const arcs = points
    .filter((point) => point.stays > 0)
    .map(
      (point) =>
        `<path d="${flowPath(from, onPlane(plane, point))}" style="stroke-width:${flowWidth(point.stays).toFixed(1)}px"/>`,
    )
  return `<g class="flows">${arcs.join('')}</g>`
}

/** One institution: what the list says, and where the script draws it. */
function listItem(
  { words }: MapContent,
  point: MapContent['points'][number],
  plane: ReturnType<typeof zoomedPlane>,
): string {
  const { t, formats } = words
  const [x, y] = onPlane(plane, point)
  const where = [point.city, point.country === null ? null : formats.country(point.country)]
    .filter(Boolean)
    .join(', ')
  const kinds = point.kinds.map((kind) => t(choiceLabel('agreement', 'kind', checkedKind(kind)))).join(', ')
  const places = point.placesLeft === null ? '' : t('map.placesLeft', { count: point.placesLeft })
  const details = [where, point.isApproximate ? t('map.approximate') : '', kinds, places]
    .filter(Boolean)
    .join(' · ')
  return `<li data-x="${x.toFixed(1)}" data-y="${y.toFixed(1)}" data-kinds="${point.kinds.join(' ')}"${point.isApproximate ? ' data-approximate' : ''}><button type="button"><b>${xmlText(point.name)}</b><span>${xmlText(details)}</span></button></li>`
}

/** Kinds come from the office's own choices; anything else in an attribute would be a fault of ours. */
function checkedKind(kind: string): string {
  if (!/^[a-z-]+$/.test(kind)) throw new Error(`Not a kind of agreement: ${kind}`)
  return kind
}
