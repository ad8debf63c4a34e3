/** Bounds of a country in whole degrees: south, west, north, east. Overseas parts that no sample lies in are left out. */
export type CountryBox = readonly [south: number, west: number, north: number, east: number]

export const countryBoxes: Readonly<Record<string, CountryBox>> = {
  AR: [-56, -74, -21, -53],
  AT: [46, 9, 50, 18],
  AU: [-44, 112, -10, 154],
  BE: [49, 2, 52, 7],
  BR: [-34, -74, 6, -34],
  CA: [41, -142, 84, -52],
  CH: [45, 5, 48, 11],
  CL: [-56, -76, -17, -66],
  CN: [18, 73, 54, 135],
  CO: [-5, -80, 13, -66],
  CZ: [48, 12, 52, 19],
  DE: [47, 5, 56, 16],
  DK: [54, 8, 58, 16],
  EE: [57, 21, 60, 29],
  ES: [36, -10, 44, 4],
  FI: [59, 19, 71, 32],
  FR: [42, -5, 52, 9],
  GB: [49, -9, 61, 2],
  GR: [34, 19, 42, 30],
  HU: [45, 16, 49, 23],
  IE: [51, -11, 56, -5],
  IN: [6, 68, 36, 98],
  IT: [35, 6, 48, 19],
  JP: [30, 129, 46, 146],
  KR: [33, 125, 39, 130],
  LB: [33, 35, 35, 37],
  LU: [49, 5, 51, 7],
  MA: [27, -14, 36, 0],
  MX: [14, -119, 33, -86],
  NL: [50, 3, 54, 8],
  NO: [57, 4, 72, 32],
  PL: [49, 14, 55, 25],
  PT: [36, -10, 43, -6],
  RO: [43, 20, 49, 30],
  SE: [55, 10, 70, 25],
  SG: [1, 103, 2, 105],
  SN: [12, -18, 17, -11],
  TN: [30, 7, 38, 12],
  TR: [35, 25, 43, 45],
  TW: [21, 119, 26, 123],
  US: [24, -125, 50, -66],
  VN: [8, 102, 24, 110],
}

export function isInside(box: CountryBox | undefined, latitude: number, longitude: number): boolean {
  if (box === undefined) return false
  const [south, west, north, east] = box
  return latitude > south && latitude < north && longitude > west && longitude < east
}
