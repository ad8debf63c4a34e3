import type { ProfileName } from '#shared/contract/office.ts'
import type { School } from '#shared/contract/settings.ts'
import { blankProfile } from './blank.ts'
import { enitProfile } from './enit.ts'
import type { SchoolProfile } from './profile-types.ts'
import { telecomParisProfile } from './telecom-paris.ts'

const profiles: Readonly<Record<ProfileName, SchoolProfile>> = {
  'telecom-paris': telecomParisProfile,
  enit: enitProfile,
  blank: blankProfile,
}

/** People of the sample office: invented. */
const sampleCoordinators = {
  coordinatorName: 'Solène Caradec',
  coordinatorEmail: 'solene.caradec@example.org',
  athensCoordinatorName: 'Étienne Lagarde',
  athensCoordinatorEmail: 'etienne.lagarde@example.org',
} as const satisfies Partial<School>

export function profileOf(name: ProfileName): SchoolProfile {
  return profiles[name]
}

/**
 * What a new office file starts with: the school's own identity, and its other settings by the id under which each is
 * kept. The coordinators are empty, save in a sample office; the blank profile's school has no name yet.
 */
export function profileSeed(
  name: ProfileName,
  options: { readonly sample: boolean } = { sample: false },
): { readonly school: School; readonly settings: Readonly<Record<string, unknown>> } {
  const { school, ...settings } = profiles[name]
  return { school: options.sample ? { ...school, ...sampleCoordinators } : school, settings }
}
