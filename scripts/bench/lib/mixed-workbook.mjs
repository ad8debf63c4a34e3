/**
 * A workbook of 20 mixed columns, written directly as XML: identifiers, names, addresses, dates, amounts, cities,
 * booleans, notes with gaps, decimals of 16 digits, formulas. The same rows each time.
 */
import { buildZip } from '../../../tests/fixtures/sheets/zip-builder.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006'
const typePrefix = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const cities = [
  'Kraków',
  'Lisboa',
  'München',
  'Québec',
  'Zürich',
  'Málaga',
  'Sérres',
  'Göteborg',
  'Århus',
  'Ankara',
]
const columns = 20

/** @param {number} rows Number of rows below the header row. */
export function buildMixedWorkbook(rows) {
  const strings = new SharedStrings()
  const random = createRandom(1)
  const parts = [`${xml}<worksheet xmlns="${main}"><dimension ref="A1:T${rows + 1}"/><sheetData>`]
  for (let row = 1; row <= rows + 1; row++) {
    let text = `<row r="${row}" spans="1:${columns}">`
    for (let column = 0; column < columns; column++) {
      const address = String.fromCharCode(65 + column) + row
      text +=
        row === 1
          ? shared(address, strings.add(`Column ${column + 1}`))
          : cell(address, row, column, strings, random)
    }
    parts.push(`${text}</row>`)
  }
  parts.push('</sheetData></worksheet>')
  return buildZip([
    { name: '[Content_Types].xml', data: contentTypes },
    { name: '_rels/.rels', data: relationships([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', data: workbook },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    },
    { name: 'xl/styles.xml', data: styles },
    { name: 'xl/worksheets/sheet1.xml', data: parts.join('') },
    { name: 'xl/sharedStrings.xml', data: strings.toXml() },
  ])
}

/**
 * @param {string} address @param {number} row @param {number} column
 * @param {SharedStrings} strings @param {() => number} random
 */
function cell(address, row, column, strings, random) {
  switch (column % 10) {
    case 0:
      return `<c r="${address}"><v>${20_000_000 + row * columns + column}</v></c>`
    case 1:
      return shared(address, strings.add(`Nom-${(row * 7) % 5003} ${cities[row % 10]}`))
    case 2:
      return shared(address, strings.add(`prenom.nom${row}.${column}@example.org`))
    case 3:
      return `<c r="${address}" s="1"><v>${44_000 + Math.floor(random() * 2_500)}</v></c>`
    case 4:
      return `<c r="${address}"><v>${Math.round(random() * 100_000) / 100}</v></c>`
    case 5:
      return shared(address, strings.add(cities[Math.floor(random() * 10)] ?? ''))
    case 6:
      return `<c r="${address}" t="b"><v>${row % 2}</v></c>`
    case 7:
      return row % 3 === 0 ? '' : shared(address, strings.add(`Note & remarque ${row % 997}`))
    case 8:
      return `<c r="${address}"><v>${random() * 20}</v></c>`
    default:
      return `<c r="${address}" s="2"><f>E${row}*2</f><v>${(row * 13) % 1000}</v></c>`
  }
}

/** @param {string} address @param {number} index */
function shared(address, index) {
  return `<c r="${address}" t="s"><v>${index}</v></c>`
}

class SharedStrings {
  /** @type {Map<string, number>} */
  #places = new Map()
  #uses = 0

  /** @param {string} text */
  add(text) {
    this.#uses++
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.#places.size)
    return this.#places.size - 1
  }

  toXml() {
    const items = [...this.#places.keys()].map((text) => `<si><t>${text.replaceAll('&', '&amp;')}</t></si>`)
    return `${xml}<sst xmlns="${main}" count="${this.#uses}" uniqueCount="${items.length}">${items.join('')}</sst>`
  }
}

/** @param {readonly (readonly [string, string])[]} targets */
function relationships(targets) {
  const items = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${xml}<Relationships xmlns="${packageTypes}/relationships">${items.join('')}</Relationships>`
}

const contentTypes =
  `${xml}<Types xmlns="${packageTypes}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  [
    ['workbook', 'sheet.main'],
    ['worksheets/sheet1', 'worksheet'],
    ['styles', 'styles'],
    ['sharedStrings', 'sharedStrings'],
  ]
    .map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${typePrefix}.${type}+xml"/>`)
    .join('') +
  '</Types>'

const workbook =
  `${xml}<workbook xmlns="${main}" xmlns:r="${office}">` +
  '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'

const styles =
  `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/>' +
  '<xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/></cellXfs></styleSheet>'

/** A repeatable sequence of numbers from 0 to 1 (linear congruential). @param {number} seed */
function createRandom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
