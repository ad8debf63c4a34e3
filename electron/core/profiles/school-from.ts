import type { School } from '#shared/contract/settings.ts'
import type { SampleSchool } from '#core/sample/schools.ts'

/** The identity of a known school, its coordinators left to fill in; `schac` is its domain in EWP. */
export function schoolFrom(school: SampleSchool, schac: string): School {
  return {
    name: school.name,
    erasmusCode: school.erasmusCode ?? '',
    pic: school.pic ?? '',
    oid: school.oid ?? '',
    schac,
    city: school.city,
    coordinatorName: '',
    coordinatorEmail: '',
    athensCoordinatorName: '',
    athensCoordinatorEmail: '',
  }
}
