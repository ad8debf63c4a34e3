import type { HeaderWords } from './kind-types.ts'
import type { CourseTargetKey } from './targets-courses.ts'
import { partnerWords } from './vocabulary-partners.ts'

const courseWord = 'course cours curso corso kurs athens'

/** How catalogues of courses name their columns. */
export const courseWords: Readonly<Partial<Record<CourseTargetKey, HeaderWords>>> = {
  'athensCourse.code': {
    names:
      'code|course code|code cours|code du cours|athens code|code athens|course id|course number|codigo curso|codice corso|kursnummer|course reference|reference cours',
    weak: 'id|reference|ref|number|numero|no|n|codigo|codice',
    beside: courseWord,
    not: 'erasmus university universite institution postal pic oid student etudiant',
  },
  'athensCourse.title': {
    names:
      'course title|title|titre|intitule|intitule du cours|titre du cours|course name|nom du cours|titulo|titolo|course|cours|subject|name of course|titel|kurs|nombre del curso',
    weak: 'name|nom|nombre|nome',
    beside: courseWord,
    not: 'code university universite institution host student etudiant',
  },
  'athensCourse.session': {
    names: 'session|session athens|athens session|sesion|sessione',
    beside: courseWord,
  },
  'athensCourse.city': {
    names: 'city|ville|town|ciudad|citta|ort|stadt|location|lieu|place|cidade',
    beside: `${courseWord} host accueil`,
    not: 'country pays home',
  },
  'athensCourse.ects': {
    names:
      'ects|credits|ects credits|credits ects|creditos|crediti|number of ects|nb ects|nombre d ects|ects points',
    beside: courseWord,
    not: 'minimum min required requis acquired acquis prerequisite',
  },
  'athensCourse.language': {
    names:
      'language|langue|teaching language|language of instruction|langue d enseignement|idioma|lingua|sprache|unterrichtssprache|course language|taal',
    beside: courseWord,
    not: 'level niveau required',
  },
  'athensCourse.hours': {
    names:
      'hours|heures|number of hours|nombre d heures|volume horaire|contact hours|horas|ore|stunden|duration|duree|teaching hours|nb heures',
    beside: courseWord,
    not: 'date',
  },
  'athensCourse.capacity': {
    names:
      'capacity|capacite|places|number of places|nombre de places|max students|max participants|maximum number of students|seats|plazas|posti|platze|quota|effectif maximum|maximum|nb places|max number of students|places available|places disponibles|participants max',
    weak: 'max|students|participants|effectif',
    beside: courseWord,
    not: 'ects hours heures min minimum',
  },
  'athensCourse.prerequisites': {
    names:
      'prerequisites|prerequisite|prerequis|pre requis|requirements|required knowledge|requisitos|prerequisiti|voraussetzungen|connaissances requises|entry requirements|background required',
    beside: courseWord,
    not: 'ects year annee',
  },
  'athensCourse.minEcts': {
    names:
      'minimum ects|min ects|ects minimum|ects required|required ects|ects requis|ects acquis requis|prerequisite ects',
  },
  'athensCourse.minStudyYear': {
    names:
      'minimum year|year required|minimum year of study|annee minimum|annee d etudes minimum|from year|a partir de l annee|min year',
  },
  'athensCourse.isBip': {
    names:
      'bip|blended intensive programme|blended|bip yes no|bip oui non|erasmus bip|is bip|hybride|blended intensive program',
  },
  'athensCourse.notes': {
    names: 'notes|remarks|remarques|comments|commentaires|observations|info|informations',
    weak: 'note',
  },
  'institution.name': {
    names:
      'host|host institution|host university|university|universite|institution|institution name|university name|etablissement|etablissement d accueil|organiser|organisateur|organised by|organizing institution|school|ecole|member|membre|partner|partenaire|universidad|universita|hochschule|universitat|universiteit|accueil',
    weak: 'name|nom|place',
    beside: 'athens name nom of host accueil',
    not: 'code country pays city ville contact email course cours title titre',
  },
  ...(partnerWords['institution.erasmusCode'] === undefined
    ? {}
    : { 'institution.erasmusCode': partnerWords['institution.erasmusCode'] }),
  ...(partnerWords['institution.country'] === undefined
    ? {}
    : { 'institution.country': partnerWords['institution.country'] }),
}
