import type { ListName } from '#shared/lists/types.ts'
import type { ListSource } from '#core/features/lists/list-source.ts'

type AthensList = Extract<
  ListName,
  'athensSessions' | 'athensCourses' | 'athensHostQuotas' | 'wishes' | 'athensRegistrations'
>

/** Registrations that hold a place of a course. */
const holding = `('proposed', 'nominated', 'accepted', 'registered', 'attended', 'absent')`

/** Where the lists of ATHENS come from. */
export const athensSources: Readonly<Record<AthensList, ListSource>> = {
  athensSessions: {
    from: 'athensSession r',
    columns: {
      courses: '(SELECT count(*) FROM athensCourse c WHERE c.session = r.session)',
      students: `(SELECT count(DISTINCT w.studentId) FROM wish w JOIN athensCourse c ON c.id = w.courseId WHERE c.session = r.session)`,
    },
    searched: ['r.id'],
    entity: 'athensSession',
  },
  athensCourses: {
    from: 'athensCourse r JOIN institution i ON i.id = r.institutionId',
    columns: {
      institution: 'i.name',
      firstChoices: '(SELECT count(*) FROM wish w WHERE w.courseId = r.id AND w.rank = 1)',
      choices: '(SELECT count(*) FROM wish w WHERE w.courseId = r.id)',
      given: `(SELECT count(*) FROM athensRegistration g WHERE g.courseId = r.id AND g.status IN ${holding})`,
    },
    searched: ['r.id', 'r.institutionId'],
    entity: 'athensCourse',
  },
  athensHostQuotas: {
    from: 'athensHostQuota r JOIN institution i ON i.id = r.institutionId',
    columns: {
      institution: 'i.name',
      given: `(SELECT count(*) FROM athensRegistration g JOIN athensCourse c ON c.id = g.courseId
        WHERE c.session = r.session AND c.institutionId = r.institutionId AND g.status IN ${holding})`,
    },
    searched: ['r.id', 'r.institutionId'],
    entity: 'athensHostQuota',
  },
  wishes: {
    from: `wish r JOIN student s ON s.id = r.studentId JOIN athensCourse c ON c.id = r.courseId
      JOIN institution i ON i.id = c.institutionId`,
    columns: {
      session: 'c.session',
      studentNumber: 's.studentNumber',
      familyName: 's.familyName',
      givenNames: 's.givenNames',
      code: 'c.code',
      title: 'c.title',
      institution: 'i.name',
    },
    searched: ['r.studentId', 'r.courseId', 'c.institutionId'],
    entity: 'wish',
  },
  athensRegistrations: {
    from: `athensRegistration r JOIN student s ON s.id = r.studentId JOIN athensCourse c ON c.id = r.courseId
      JOIN institution i ON i.id = c.institutionId`,
    columns: {
      session: 'c.session',
      studentNumber: 's.studentNumber',
      familyName: 's.familyName',
      givenNames: 's.givenNames',
      code: 'c.code',
      title: 'c.title',
      institution: 'i.name',
      ects: 'c.ects',
      isBip: 'c.isBip',
    },
    searched: ['r.id', 'r.studentId', 'r.courseId', 'c.institutionId'],
    entity: 'athensRegistration',
  },
}

/** Keys by which links narrow the lists of ATHENS. */
export const athensLinks: Readonly<Record<AthensList, Readonly<Record<string, string>>>> = {
  athensSessions: { id: 'r.id' },
  athensCourses: { id: 'r.id', institutionId: 'r.institutionId' },
  athensHostQuotas: { id: 'r.id', institutionId: 'r.institutionId' },
  wishes: { id: 'r.id', studentId: 'r.studentId', courseId: 'r.courseId', institutionId: 'c.institutionId' },
  athensRegistrations: {
    id: 'r.id',
    studentId: 'r.studentId',
    courseId: 'r.courseId',
    mobilityId: 'r.mobilityId',
    institutionId: 'c.institutionId',
  },
}
