import { countriesShape } from './map-ground.ts'

/** The countries under the marks, drawn on a canvas: an SVG of the world is too slow to move. */
export interface Ground {
  move(x: number, y: number, scale: number): void
  resize(width: number, height: number): void
  stop(): void
}

/**
 * The world is drawn once for a scale, larger than what is in sight; moving copies that picture, and draws it anew only
 * when it no longer covers what is in sight. So a move costs a copy, whatever the detail of the coasts.
 */
export function createGround(canvas: HTMLCanvasElement): Ground {
  const shape = countriesShape()
  const screen = canvas.getContext('2d')
  const picture = document.createElement('canvas')
  const painter = picture.getContext('2d')
  if (screen === null || painter === null) throw new Error('This browser draws no canvas')
  let wanted = { x: 0, y: 0, scale: 1 }
  let painted: { readonly x: number; readonly y: number; readonly scale: number } | undefined
  let size = { width: 1, height: 1 }
  let request = 0
  const ratio = () => window.devicePixelRatio

  const paint = () => {
    const { land, border } = coloursOf(canvas)
    painted = wanted
    painter.setTransform(1, 0, 0, 1, 0, 0)
    painter.clearRect(0, 0, picture.width, picture.height)
    // half a screen more on each side
    const left = (wanted.x + size.width / 2) * ratio()
    const top = (wanted.y + size.height / 2) * ratio()
    const scale = wanted.scale * ratio()
    painter.setTransform(scale, 0, 0, scale, left, top)
    painter.fillStyle = land
    painter.fill(shape)
    painter.lineWidth = 0.8 / wanted.scale
    painter.strokeStyle = border
    painter.stroke(shape)
  }
  const covers = () =>
    painted?.scale === wanted.scale &&
    Math.abs(painted.x - wanted.x) <= size.width / 2 &&
    Math.abs(painted.y - wanted.y) <= size.height / 2
  const draw = () => {
    request = 0
    if (!covers()) paint()
    screen.clearRect(0, 0, canvas.width, canvas.height)
    const x = (wanted.x - (painted?.x ?? 0) - size.width / 2) * ratio()
    const y = (wanted.y - (painted?.y ?? 0) - size.height / 2) * ratio()
    screen.drawImage(picture, Math.round(x), Math.round(y))
  }
  const ask = () => {
    if (request === 0) request = requestAnimationFrame(draw)
  }
  const repaint = () => {
    painted = undefined
    ask()
  }
  // the colours of the theme are read when painting
  const theme = new MutationObserver(repaint)
  theme.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] })
  return {
    move(x, y, scale) {
      wanted = { x, y, scale }
      ask()
    },
    resize(width, height) {
      size = { width, height }
      canvas.width = Math.round(width * ratio())
      canvas.height = Math.round(height * ratio())
      picture.width = canvas.width * 2
      picture.height = canvas.height * 2
      repaint()
    },
    stop() {
      theme.disconnect()
      cancelAnimationFrame(request)
    },
  }
}

function coloursOf(canvas: HTMLCanvasElement): { readonly land: string; readonly border: string } {
  const style = getComputedStyle(canvas)
  return { land: style.getPropertyValue('--map-land'), border: style.getPropertyValue('--map-border') }
}
