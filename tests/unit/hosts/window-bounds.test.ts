import { expect, test } from 'vitest'
import { windowPlace } from '../../../electron/hosts/window-bounds.ts'

const laptop = { x: 0, y: 0, width: 1536, height: 824 }
const monitor = { x: 1536, y: -200, width: 2560, height: 1400 }
const asNew = { width: 1440, height: 900 }

test('the window comes back where it was', () => {
  const place = { x: 1600, y: -100, width: 1800, height: 1200 }
  expect(windowPlace(place, [laptop, monitor])).toEqual(place)
})

test('a window on a screen that is gone opens as if it were new', () => {
  expect(windowPlace({ x: 1600, y: -100, width: 1800, height: 1200 }, [laptop])).toEqual(asNew)
})

test('a window mostly pushed off the screen opens as if it were new', () => {
  expect(windowPlace({ x: -900, y: 10, width: 1000, height: 700 }, [laptop])).toEqual(asNew)
})

test('a window is no larger than its screen and no smaller than can be worked with', () => {
  expect(windowPlace({ x: 0, y: 0, width: 1800, height: 1200 }, [laptop])).toMatchObject({
    width: 1536,
    height: 824,
  })
  expect(windowPlace({ x: 0, y: 0, width: 300, height: 200 }, [laptop])).toMatchObject({
    width: 900,
    height: 600,
  })
})

test.each([
  undefined,
  null,
  'x',
  7,
  {},
  [],
  { x: 0, y: 0, width: 0, height: 900 },
  { x: 1.5, y: 0, width: 9, height: 9 },
])('what a damaged file holds (%j) is as good as nothing', (saved) => {
  expect(windowPlace(saved, [laptop])).toEqual(asNew)
})
