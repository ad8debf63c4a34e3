type Place = readonly [x: number, y: number]

/** An arc from one place of the plane to another, bent upwards as flows are drawn. */
export function flowPath([x1, y1]: Place, [x2, y2]: Place): string {
  const distance = Math.hypot(x2 - x1, y2 - y1)
  const middle: Place = [(x1 + x2) / 2, (y1 + y2) / 2 - distance * 0.22]
  return `M${round(x1)},${round(y1)}Q${round(middle[0])},${round(middle[1])} ${round(x2)},${round(y2)}`
}

/** The width of a flow, in units of the plane: it grows with the square root of the stays. */
export function flowWidth(stays: number): number {
  return Math.min(8, 0.7 * Math.sqrt(stays))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
