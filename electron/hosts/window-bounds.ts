export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowPlace {
  readonly width: number
  readonly height: number
  /** Absent: in the middle of the first screen. */
  readonly x?: number
  readonly y?: number
}

/** The smallest window in which a list beside a record can be worked with. */
export const smallestWindow = { width: 900, height: 600 } as const
const usualWindow: WindowPlace = { width: 1440, height: 900 }

/**
 * Where to show the window: where it was, if at least a quarter of it is still on a screen, else as if it were new.
 * `saved` is what a file held: it may be anything.
 */
export function windowPlace(saved: unknown, screens: readonly Rectangle[]): WindowPlace {
  const found = asRectangle(saved)
  if (found === undefined) return usualWindow
  const screen = screens.find((area) => overlap(found, area) >= (found.width * found.height) / 4)
  if (screen === undefined) return usualWindow
  return {
    x: found.x,
    y: found.y,
    width: Math.min(Math.max(found.width, smallestWindow.width), screen.width),
    height: Math.min(Math.max(found.height, smallestWindow.height), screen.height),
  }
}

function asRectangle(value: unknown): Rectangle | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { x, y, width, height } = { x: null, y: null, width: null, height: null, ...value }
  return isWhole(x) && isWhole(y) && isWhole(width) && isWhole(height) && width > 0 && height > 0
    ? { x, y, width, height }
    : undefined
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value)
}

/** The area that two rectangles share. */
function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}
