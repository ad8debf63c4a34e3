/**
 * What moves the exported page: pointer, wheel and buttons on the map, the two filters, the list. Plain script of the
 * browser, kept as text because it runs there and nowhere else.
 */
export const pageScript = `
'use strict'
const svg = document.getElementById('map')
const world = document.getElementById('world')
const layer = document.getElementById('points')
const words = document.getElementById('words')
const kind = document.getElementById('kind')
const size = svg.viewBox.baseVal
let view = { x: 0, y: 0, k: 1 }
const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase()
const items = [...document.querySelectorAll('#list li')].map((row) => {
  const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  title.textContent = row.querySelector('b').textContent
  dot.append(title)
  if ('approximate' in row.dataset) dot.classList.add('approximate')
  layer.append(dot)
  const item = { row, dot, x: Number(row.dataset.x), y: Number(row.dataset.y), text: fold(row.textContent), kinds: row.dataset.kinds.split(' ') }
  row.firstChild.addEventListener('click', () => { choose(item); go(item.x, item.y, Math.max(view.k, 9)) })
  dot.addEventListener('click', () => { choose(item); row.scrollIntoView({ block: 'nearest' }) })
  return item
})
function draw() {
  world.setAttribute('transform', 'translate(' + view.x + ' ' + view.y + ') scale(' + view.k + ')')
  const units = size.width / Math.max(svg.clientWidth, svg.clientHeight * size.width / size.height)
  for (const { dot, x, y } of items) {
    dot.setAttribute('cx', x * view.k + view.x)
    dot.setAttribute('cy', y * view.k + view.y)
    dot.setAttribute('r', 5 * units)
  }
}
function choose(chosen) {
  for (const item of items) {
    item.row.classList.toggle('chosen', item === chosen)
    item.dot.classList.toggle('chosen', item === chosen)
  }
}
function go(x, y, k) {
  view = { k, x: size.width / 2 - x * k, y: size.height / 2 - y * k }
  draw()
}
function scaleAt(x, y, factor) {
  const k = Math.min(120, Math.max(1, view.k * factor))
  view = { k, x: x - (x - view.x) * k / view.k, y: y - (y - view.y) * k / view.k }
  draw()
}
function whole() {
  const shown = items.filter((item) => !item.row.hidden)
  if (shown.length === 0) return
  const xs = shown.map((item) => item.x), ys = shown.map((item) => item.y)
  const left = Math.min(...xs), right = Math.max(...xs), top = Math.min(...ys), bottom = Math.max(...ys)
  const k = Math.max(1, Math.min(30, size.width / (right - left + 60), size.height / (bottom - top + 60)))
  go((left + right) / 2, (top + bottom) / 2, k)
}
function narrow() {
  const wanted = fold(words.value).split(/\\s+/)
  for (const item of items) {
    const fits = wanted.every((word) => item.text.includes(word)) && (kind.value === '' || item.kinds.includes(kind.value))
    item.row.hidden = !fits
    item.dot.style.display = fits ? '' : 'none'
  }
}
function inUnits(event) {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse())
  return [point.x, point.y]
}
svg.addEventListener('wheel', (event) => {
  event.preventDefault()
  const [x, y] = inUnits(event)
  scaleAt(x, y, 2 ** (-event.deltaY / 300))
}, { passive: false })
let from
svg.addEventListener('pointerdown', (event) => { from = inUnits(event) })
window.addEventListener('pointermove', (event) => {
  if (from === undefined) return
  const [x, y] = inUnits(event)
  view = { k: view.k, x: view.x + x - from[0], y: view.y + y - from[1] }
  from = [x, y]
  draw()
})
window.addEventListener('pointerup', () => { from = undefined })
window.addEventListener('resize', draw)
words.addEventListener('input', narrow)
kind.addEventListener('change', () => { narrow(); whole() })
document.getElementById('in').addEventListener('click', () => scaleAt(size.width / 2, size.height / 2, 1.6))
document.getElementById('out').addEventListener('click', () => scaleAt(size.width / 2, size.height / 2, 1 / 1.6))
document.getElementById('all').addEventListener('click', whole)
whole()
draw()
`
