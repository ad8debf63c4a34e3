import { expect, it } from 'vitest'
import { chartColours, darkChartColours } from '#shared/reports/chart-option.ts'

/** Relative luminance of `#rrggbb`. Source: WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

it.each([
  ['light', '#ffffff', chartColours],
  ['dark', '#15191c', darkChartColours],
])('the colours of charts stand out three to one from a %s ground', (_, ground, colours) => {
  expect(colours.filter((colour) => contrast(colour, ground) < 3)).toEqual([])
  expect(new Set(colours).size).toBe(chartColours.length)
})
