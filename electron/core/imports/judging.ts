import type { ContentFit } from './kind-types.ts'
import type { ContentProfile } from './recognise-content.ts'

/** What values say of a target: how well they can be its own, and how far they show it without a header. */
export const fit = (value: number | null, tell = 0): ContentFit => ({ fit: value, tell })

/** Values that no header can make into the target: a column of numbers is no name. */
export const impossible = -0.2

/** A share of values that pass a test, forgiving a few exceptions. */
export const most = (share: number): number => Math.min(1, share * 1.1)

/** The share of values that are something else than words. */
export const unlike = (p: ContentProfile): number =>
  Math.max(p.erasmusCode, p.email, p.url, p.date, p.integer, p.decimal, p.pic)
