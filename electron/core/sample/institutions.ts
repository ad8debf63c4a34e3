import { partnersInGermanyAustriaSwitzerland } from './institutions-germany-austria-switzerland.ts'
import { partnersInIberia } from './institutions-iberia.ts'
import { partnersInItaly } from './institutions-italy.ts'
import { partnersInNordicBaltic } from './institutions-nordic-baltic.ts'
import { partnersInNorthWestEurope } from './institutions-north-west-europe.ts'
import { partnersInCentralEurope } from './institutions-central-europe.ts'
import { partnersInEasternMediterranean } from './institutions-eastern-mediterranean.ts'
import { partnersInNorthAmerica } from './institutions-north-america.ts'
import { partnersInSouthAmerica } from './institutions-south-america.ts'
import { partnersInEastAsia } from './institutions-east-asia.ts'
import { partnersInSouthAsiaOceania } from './institutions-south-asia-oceania.ts'
import { partnersInAfrica } from './institutions-africa.ts'
import type { SamplePartner } from './sample-types.ts'

/**
 * The sample office's 140 partner institutions in 41 countries, 50 with an Erasmus agreement and 30 with a double degree.
 * Erasmus codes, PIC and OID are those of the official list of charter holders of 2026-04-08; Swiss, British and
 * non-European institutions hold none. Which agreement each holds is invented.
 */
export const samplePartners: readonly SamplePartner[] = [
  ...partnersInGermanyAustriaSwitzerland,
  ...partnersInIberia,
  ...partnersInItaly,
  ...partnersInNordicBaltic,
  ...partnersInNorthWestEurope,
  ...partnersInCentralEurope,
  ...partnersInEasternMediterranean,
  ...partnersInNorthAmerica,
  ...partnersInSouthAmerica,
  ...partnersInEastAsia,
  ...partnersInSouthAsiaOceania,
  ...partnersInAfrica,
]
