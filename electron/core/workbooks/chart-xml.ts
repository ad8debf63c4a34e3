import { xmlText } from '#shared/domain/xml-text.ts'
import { chartColours } from '#shared/reports/chart-option.ts'
import { columnLetters } from '#shared/domain/column-letters.ts'

/** A chart over cells of a sheet: it follows them when they change. */
export interface SheetChart {
  readonly sheet: string
  readonly title: string
  readonly kind: 'bars' | 'lines'
  /** Names of the categories: cells of the header row, from column B on. */
  readonly categories: readonly string[]
  /** Rows of the sheet that are series, 1-based, with what they hold now. */
  readonly series: readonly {
    readonly row: number
    readonly name: string
    readonly values: readonly number[]
  }[]
}

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The part of a chart. Source: ECMA-376, DrawingML charts. */
export function chartXml(chart: SheetChart): string {
  const isBars = chart.kind === 'bars'
  const series = chart.series.map((row, index) => seriesXml(chart, row, index, isBars)).join('')
  const axes = '<c:axId val="111"/><c:axId val="112"/>'
  const plot = isBars
    ? `<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/><c:overlap val="100"/>${axes}</c:barChart>`
    : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace ${namespaces}><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="en" sz="1200" b="1"/><a:t>${xmlText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="112"/><c:crosses val="autoZero"/></c:catAx><c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9DEE1"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/><c:crosses val="autoZero"/></c:valAx></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
}

function seriesXml(
  { sheet, categories }: SheetChart,
  { row, name, values }: SheetChart['series'][number],
  index: number,
  isBars: boolean,
): string {
  const quoted = `'${xmlText(sheet.replaceAll("'", "''"))}'`
  const last = columnLetters(categories.length + 1)
  const colour = (chartColours[index % chartColours.length] ?? chartColours[0]).slice(1).toUpperCase()
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
  const look = isBars
    ? `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`
    : `<c:spPr><a:ln w="25400">${fill}</a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${fill}</c:spPr></c:marker>`
  const points = (list: readonly (string | number)[]) =>
    `<c:ptCount val="${list.length}"/>${list.map((value, at) => `<c:pt idx="${at}"><c:v>${xmlText(String(value))}</c:v></c:pt>`).join('')}`
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${quoted}!$A$${row}</c:f><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx>${look}<c:cat><c:strRef><c:f>${quoted}!$B$1:$${last}$1</c:f><c:strCache>${points(categories)}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${quoted}!$B$${row}:$${last}$${row}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val>${isBars ? '' : '<c:smooth val="0"/>'}</c:ser>`
}

/** The part that puts a chart on its sheet, below `row` (1-based). */
export function drawingXml(chartRelation: string, row: number): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 20}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${chartRelation}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
}
