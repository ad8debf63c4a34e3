import type { NominationValueKey } from '#shared/domain/nomination-values.ts'
import type { HeaderWords } from '#core/imports/kind-types.ts'
import { studentWords } from '#core/imports/vocabulary-students.ts'

const homeWords =
  'home sending nominating origin origine d source own your votre provenienza procedencia origen heimat entsendende heimathochschule student students'
const besideInstitution = `${homeWords} institution university universite universitat universita universidad hochschule etablissement ecole name nom school code`
const notHost = 'host receiving accueil gast ospitante destino destination first second choice hosting'

/**
 * How hosts name the columns of their nomination workbooks, in French, English, Spanish, German and Italian. What is a
 * student's is named as in any list of students; a code, an institution or a department without more is ours.
 */
export const templateWords: Readonly<Partial<Record<NominationValueKey, HeaderWords>>> = {
  sendingName: {
    names:
      'home institution|home university|sending institution|sending university|nominating institution|nominating university|partner institution|partner university|institution of origin|university of origin|' +
      'etablissement origine|etablissement d origine|universite origine|universite d origine|etablissement d envoi|universidad origen|universidad procedencia|institucion origen|universita provenienza|universita origine|istituto provenienza|' +
      'heimathochschule|heimatuniversitat|heimatinstitution|entsendende hochschule|home school|name of home institution|institution name|university name|hochschule',
    weak: 'institution|university|universite|universidad|universita|universitat|etablissement|school|ecole',
    beside: besideInstitution,
    not: `${notHost} email e mail contact coordinator code erasmus department faculty`,
  },
  sendingCode: {
    names:
      'erasmus code|erasmus id|erasmus id code|erasmus institution code|institutional code|institution code|code erasmus|code etablissement|codigo erasmus|codigo institucion|codice erasmus|codice istituzione|erasmuscode|erasmus code hochschule|' +
      'erasmus code of home institution|home institution erasmus code|id code|eras code',
    weak: 'code',
    beside: besideInstitution,
    not: `${notHost} isced subject field area pic oid student study`,
  },
  coordinatorName: {
    names:
      'coordinator|home coordinator|coordinator name|name of coordinator|contact person|contact name|nominated by|nominator|responsible person|coordinateur|coordinatrice|nom du coordinateur|personne contact|contact|coordinador|nombre del coordinador|' +
      'persona contacto|coordinatore|nome del coordinatore|referente|koordinator|ansprechpartner|ansprechperson|name des koordinators|erasmus coordinator|departmental coordinator',
    beside: `${homeWords} erasmus departmental institutional institution university person name nom`,
    not: 'email e mail mail courriel phone tel telephone correo posta host emergency',
  },
  coordinatorEmail: {
    names:
      'coordinator email|coordinator e mail|email of coordinator|e mail of coordinator|e mail contact person|e mail contact|e mail of contact person|contact email|contact e mail|email contact|email coordinator|nominator email|mail coordinateur|email du coordinateur|courriel du coordinateur|email coordinateur|correo del coordinador|' +
      'email coordinador|email coordinatore|mail referente|email koordinator|e mail koordinator|coordinator s email|home coordinator email|home coordinator e mail',
    beside: `${homeWords} erasmus departmental institutional institution university person address adresse`,
    not: 'host emergency',
  },
  familyName: withBeside(studentWords['student.familyName'], 'as in passport as shown on id'),
  givenNames: withBeside(studentWords['student.givenNames'], 'as in passport as shown on id'),
  fullName: withBeside(
    studentWords.fullName,
    'as in passport nominee nominated',
    'coordinator contact institution email',
  ),
  gender: withBeside(studentWords['student.gender'], 'm f w h x d male female mr ms'),
  birthDate: withBeside(
    studentWords['student.birthDate'],
    'dd mm yyyy yy jj aaaa tt jjjj gg format day month year d m y student',
  ),
  nationality: withBeside(studentWords['student.nationality'], 'country passport'),
  email: {
    ...(studentWords['student.email'] ?? { names: 'email' }),
    beside: `${studentWords['student.email']?.beside ?? ''} address of the nominee nominated`,
    not: 'contact coordinator coordinateur coordinador coordinatore koordinator parent emergency nominator referente',
  },
  phone: studentWords['student.phone'] ?? { names: 'phone' },
  esi: studentWords['student.esi'] ?? { names: 'esi' },
  studentNumber: {
    names: `${studentWords['student.studentNumber']?.names ?? ''}|home student number|home student id`,
    beside: `home student university ${homeWords}`,
    not: 'phone telephone tel esi passport order rank',
  },
  fieldCode: {
    names:
      'isced|isced code|isced f|isced f code|iscedf|subject area code|field code|code isced|code du domaine|codigo isced|codice isced|isced codes|area code|subject code|isced code of the agreement',
    beside: 'code field study subject area of the bilateral agreement 2013 digits digit education',
    not: 'name libelle nombre',
  },
  fieldName: {
    names:
      'field of study|field study|study field|subject area|subject|field|field of education|area of study|study area|discipline|field of the bilateral agreement|field of the agreement|major|domaine|domaine etudes|domaine d etudes|discipline etudes|' +
      'area de estudios|area estudios|campo de estudio|area disciplinare|area di studio|ambito disciplinare|fachbereich|fachgebiet|studienfach|studienfeld|fach',
    beside: 'name study subject area bilateral agreement of the education',
    not: 'code isced',
  },
  cycle: {
    names:
      'study cycle|cycle|study level|level of study|level|degree level|study degree|level of studies|cycle of study|bachelor master|bachelor master phd|ba ma|niveau d etudes|niveau etudes|niveau|cycle d etudes|nivel de estudios|nivel|ciclo|' +
      'livello di studio|livello|ciclo di studi|studienniveau|studienstufe|niveau des studiums|undergraduate graduate|undergraduate postgraduate|ug pg|current degree level|eqf level|eqf',
    beside:
      'b m d ba ma phd bachelor master doctorate doctoral undergraduate postgraduate ug pg 1st 2nd 3rd of current',
    not: 'language langue cefr english',
  },
  studyYear: {
    ...(studentWords['student.studyYear'] ?? { names: 'year of study' }),
    beside: 'current completed of at home',
  },
  ects: studentWords['student.ectsAcquired'] ?? { names: 'ects' },
  department: {
    ...(studentWords['student.department'] ?? { names: 'department' }),
    beside: `${homeWords} faculty department institution university at and of`,
    not: notHost,
  },
  programme: {
    ...(studentWords['student.programme'] ?? { names: 'programme' }),
    beside: `${homeWords} study studies degree current of`,
    not: 'exchange echange partner erasmus mobility type',
  },
  hostName: {
    names:
      'host institution|host university|receiving institution|receiving university|etablissement d accueil|universite d accueil|universidad destino|universidad de destino|universita ospitante|gasthochschule|gastuniversitat|host',
    beside: 'name nom institution university',
    not: 'code department faculty',
  },
  hostCode: {
    names:
      'host erasmus code|receiving institution code|host institution code|erasmus code of the host|host code|code erasmus de l accueil',
    beside: 'institution university receiving',
  },
  form: {
    names:
      'type of mobility|mobility type|exchange type|type of exchange|programme type|exchange programme|exchange program|mobility programme|type de mobilite|type echange|tipo de movilidad|tipo movilidad|tipo di mobilita|mobilitatsart|art der mobilitat|erasmus or bilateral',
    beside: 'erasmus bilateral programme',
  },
  academicYear: {
    names:
      'academic year|acad year|annee universitaire|annee academique|curso academico|ano academico|anno accademico|akademisches jahr|studienjahr|academic year of mobility|year of exchange|nomination year',
    beside: 'of exchange mobility stay the',
    not: 'semester semestre period',
  },
  period: {
    names:
      'semester|period|term|semesters|study period|mobility period|exchange period|period of study|period of mobility|duration|duration of stay|length of stay|semester of exchange|intended semester|nominated for|exchange semester|semestre|periode|' +
      'periode de mobilite|periode d echange|duree|duree du sejour|periodo|periodo de estudios|cuatrimestre|duracion|periodo di mobilita|periodo di studio|durata|zeitraum|aufenthaltsdauer|aufenthalt|austauschsemester|studiensemester|semester year|term of exchange',
    beside:
      '1 2 1st 2nd first second full year autumn fall spring winter summer ws ss whole both academic exchange mobility stay of s1 s2 and or annee année automne printemps intended study fy',
    not: 'start end begin from to date months number current months weeks completed',
  },
  plannedStart: {
    names:
      'start date|start|from|begin|beginning|arrival|arrival date|date of arrival|start of stay|start of mobility|date de debut|debut|date d arrivee|fecha de inicio|fecha inicio|data inizio|data di inizio|beginn|anreise|startdatum|planned start|expected arrival',
    beside: 'date planned expected mobility stay exchange period of study dd mm yyyy',
  },
  plannedEnd: {
    names:
      'end date|end|to|until|departure|departure date|date of departure|end of stay|end of mobility|date de fin|fin|date de depart|fecha de fin|fecha fin|data fine|data di fine|ende|abreise|enddatum|planned end|expected departure',
    beside: 'date planned expected mobility stay exchange period of study dd mm yyyy',
  },
  months: {
    names:
      'months|number of months|duration in months|length in months|nombre de mois|duree en mois|mois|meses|numero de meses|mesi|numero di mesi|monate|anzahl monate|dauer in monaten|duration months|no of months',
    beside: 'number of duration stay',
  },
  languages: {
    ...(studentWords['student.languages'] ?? { names: 'languages' }),
    beside: 'level niveau skills english proficiency of knowledge certificate',
  },
  agreement: {
    names:
      'agreement|agreement number|agreement reference|agreement id|iia|iia id|accord|numero d accord|reference accord|convenio|numero de convenio|accordo|vereinbarung|inter institutional agreement',
    beside: 'bilateral number reference id of the',
    not: 'field isced subject',
  },
  comment: studentWords['student.notes'] ?? { names: 'comments' },
}

/** The words of a list of students, with more that may stand beside them in a form. */
function withBeside(words: HeaderWords | undefined, beside: string, not = ''): HeaderWords {
  if (words === undefined) throw new Error('A list of students has no such column')
  return {
    ...words,
    beside: `${words.beside ?? ''} ${beside}`,
    not: `${words.not ?? ''} ${not} coordinator coordinateur coordinador coordinatore contact nominator`,
  }
}
