import { oc } from '@orpc/contract'
import * as z from 'zod'

const point = z.object({
  institutionId: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  /** Placed at its city, because the institution has no coordinates of its own. */
  isApproximate: z.boolean(),
  /** Kinds of its agreements; none for a host that is not a partner. */
  kinds: z.array(z.string()),
  /** Programmes that the places of the year are for; empty when they are for all. */
  programmes: z.array(z.string()),
  /** Places of the year that no stay takes; null when no count is known. */
  placesLeft: z.number().nullable(),
  /** Stays of the year there, refused and withdrawn ones left out. */
  stays: z.number(),
})
export type MapPoint = z.infer<typeof point>

const view = z.object({
  academicYear: z.string(),
  /** Years that have stays or places, the latest first. */
  years: z.array(z.string()),
  points: z.array(point),
  /** Partners and hosts that nothing places: neither coordinates nor a city that is known. */
  unplaced: z.array(z.object({ institutionId: z.string(), name: z.string() })),
  /** Where the flows start: our school's city, when it is known. */
  home: z.object({ name: z.string(), latitude: z.number(), longitude: z.number() }).nullable(),
})
export type MapView = z.infer<typeof view>

/** Partners and hosts on the map of the world, for one academic year; the present one when none is given. */
export const mapContract = {
  view: oc.input(z.object({ academicYear: z.string().optional() })).output(view),
}
