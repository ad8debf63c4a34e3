import type { HeaderWords } from './kind-types.ts'
import type { MobilityTargetKey } from './targets-mobilities.ts'
import { partnerWords } from './vocabulary-partners.ts'
import { studentWords } from './vocabulary-students.ts'

const stayWord =
  'mobility mobilite sejour stay exchange echange movilidad estancia mobilita aufenthalt mobilidade estadia verblijf erasmus stage internship host accueil destination planned prevue prevu previsionnelle'
const realWord =
  'real reelle reel effective effectif actual efectiva effettiva tatsachliche confirmed confirmee'

/** Of the student only what tells who it is; what a list of stays calls its host, its form, its dates. */
export const mobilityWords: Readonly<Partial<Record<MobilityTargetKey, HeaderWords>>> = {
  ...pick(studentWords, [
    'student.studentNumber',
    'fullName',
    'student.familyName',
    'student.givenNames',
    'student.email',
    'student.esi',
  ]),
  ...pick(partnerWords, [
    'institution.erasmusCode',
    'institution.pic',
    'institution.oid',
    'institution.localCode',
    'institution.country',
    'institution.city',
    'institution.contactName',
  ]),
  'institution.name': {
    names:
      'host|host institution|host university|host company|host organisation|receiving institution|receiving organisation|receiving university|destination|destination university|university|university name|institution|institution name|' +
      'partner|partner university|partner institution|company|organisation|organization|laboratory|structure|employer|' +
      'etablissement|etablissement accueil|universite|universite accueil|universite partenaire|universite destination|entreprise|organisme|organisme accueil|structure accueil|ecole accueil|laboratoire|societe|employeur|lieu de mobilite|' +
      'universidad|universidad destino|universidad de destino|institucion destino|empresa|universita|universita ospitante|ateneo|azienda|ente ospitante|gasthochschule|gastuniversitat|partnerhochschule|hochschule|universitat|unternehmen|firma|' +
      'universidade|universidade destino|instituicao acolhimento|universiteit|gastuniversiteit|bedrijf|kurum|universite adi',
    weak: 'place|lieu|name|nom|nombre|nome',
    beside: `${stayWord} name nom nombre nome of partner partenaire student etudiant`,
    not: 'home origine sending code country pays city ville id contact email mail type',
  },
  'institution.contactEmail': {
    names:
      'contact email|host email|coordinator email|email contact|mail contact|courriel contact|email coordinateur|mail coordinateur|email partenaire|partner email',
    beside: 'address adresse',
    not: 'student etudiant eleve supervisor tuteur maitre',
  },
  'mobility.form': {
    names:
      'form|type of mobility|mobility type|kind of mobility|mobility form|type of stay|activity type|type of exchange|exchange type|forme|forme mobilite|type mobilite|type de mobilite|type sejour|nature mobilite|nature sejour|categorie mobilite|cadre|cadre mobilite|' +
      'tipo movilidad|tipo de movilidad|modalidad|tipo mobilita|tipologia|art aufenthalt|aufenthaltsart|tipo mobilidade|soort mobiliteit',
    weak: 'type|nature|categorie|category|kind|tipo|art|programme echange|programme|mobility|mobilite',
    beside: stayWord,
    not: 'agreement accord institution student etudiant contract diplome status statut',
  },
  'mobility.status': {
    names:
      'status|state|mobility status|status of the mobility|step|stage of the file|etat|statut|statut mobilite|etat mobilite|etat dossier|statut dossier|avancement|etape|decision|situation|estado|estado movilidad|stato|bearbeitungsstand|situacao|durum|outcome',
    beside: `${stayWord} dossier file candidature application nomination`,
    not: 'student etudiant eleve apprenti agreement accord family',
  },
  'mobility.academicYear': {
    names:
      'academic year|year of mobility|mobility year|year of exchange|school year|annee universitaire|annee academique|annee scolaire|annee mobilite|annee sejour|annee depart|curso academico|ano academico|anno accademico|studienjahr|akademisches jahr|ano letivo|academiejaar|akademik yil',
    weak: 'year|annee|ano|anno|jahr|curso|jaar',
    beside: stayWord,
    not: 'birth naissance study etudes entry entree diplome cohort promotion',
  },
  'mobility.semester': {
    names:
      'semester|term|period|mobility semester|exchange semester|semestre|semestre mobilite|semestre echange|periode|periode mobilite|semestre depart|semestre de movilidad|periodo|zeitraum|donem|semestre de depart',
    beside: stayWord,
    not: 'study etudes s9 level niveau number nombre',
  },
  'mobility.plannedStart': {
    names:
      'start date|start|begin date|beginning|from|date start|planned start|departure date|departure|start of mobility|date debut|debut|date de debut|du|date depart|depart|debut sejour|debut mobilite|debut stage|date debut mobilite|fecha inicio|inicio|fecha de inicio|data inizio|inizio|beginn|startdatum|anfang|von|data inicio|begindatum|vanaf|baslangic',
    beside: `date ${stayWord} prevision provisional`,
    not: `${realWord} birth naissance arrival arrivee end fin`,
  },
  'mobility.plannedEnd': {
    names:
      'end date|end|finish date|until|to|date end|planned end|return date|return|end of mobility|date fin|fin|date de fin|au|date retour|retour|fin sejour|fin mobilite|fin stage|date fin mobilite|fecha fin|fecha final|fin movilidad|data fine|fine|ende|enddatum|bis|data fim|einddatum|tot|bitis',
    beside: `date ${stayWord} prevision provisional`,
    not: `${realWord} birth naissance start debut depart`,
  },
  'mobility.actualStart': {
    names:
      'actual start|actual start date|real start|real start date|confirmed start|arrival date|arrival|date of arrival|date arrivee|arrivee|date reelle debut|debut reel|date debut reelle|date d arrivee|fecha llegada|fecha real inicio|inicio real|data arrivo|inizio effettivo|ankunft|tatsachlicher beginn|data chegada|aankomst',
    beside: `date ${stayWord} certificate attestation ${realWord}`,
    not: 'birth naissance end fin',
  },
  'mobility.actualEnd': {
    names:
      'actual end|actual end date|real end|real end date|confirmed end|date of departure from host|date reelle fin|fin reelle|date fin reelle|fecha real fin|fin real|data partenza|fine effettiva|tatsachliches ende|fim real',
    beside: `date ${stayWord} certificate attestation ${realWord}`,
    not: 'birth naissance start debut',
  },
  'mobility.iscedCode': {
    names:
      'isced|isced code|code isced|isced f|subject area code|field study|field of study|field education|domaine|domaine etudes|domaine isced|code cite|subject code|area estudios|ambito|studienfach|fachrichtung',
    beside: 'code field study',
    not: 'domain website internet',
  },
  'mobility.language': {
    names:
      'language|language of instruction|teaching language|working language|langue|langue enseignement|langue de travail|langue de cours|idioma|lengua|lingua|sprache|unterrichtssprache|taal|dil',
    beside: stayWord,
    not: 'level niveau cefr',
  },
  'mobility.title': {
    names:
      'title|subject|topic|project|project title|internship title|internship subject|sujet|sujet stage|intitule|intitule stage|projet|theme|mission|titulo proyecto|tema|titolo|thema|titel|onderwerp|courses|cours suivis',
    beside: stayWord,
    not: 'gender civilite anrede',
  },
  'mobility.degree': {
    names:
      'degree|degree prepared|degree awarded|diplome|diplome prepare|diplome vise|double diplome prepare|titulacion|titolo di studio|abschluss|grau',
    beside: stayWord,
    not: 'home origine',
  },
  'mobility.studySemester': {
    names: 'study semester|curriculum semester|semestre cursus|semestre etudes|semestre de formation',
    beside: 's5 s6 s7 s8 s9 s10',
  },
  'mobility.supervisorName': {
    names:
      'supervisor|tutor|mentor|supervisor name|tuteur|maitre de stage|maitre stage|tuteur entreprise|encadrant|responsable stage|tutor empresa|tutore|betreuer|orientador|begeleider',
    beside: 'name nom host accueil',
    not: 'email mail phone tel telephone school ecole academic academique',
  },
  'mobility.supervisorEmail': {
    names:
      'supervisor email|tutor email|email tuteur|mail tuteur|email maitre stage|mail maitre stage|courriel tuteur|email encadrant|email tutor|e mail betreuer',
    beside: 'address adresse host accueil',
    not: 'phone tel school ecole',
  },
  'mobility.ectsAsked': {
    names:
      'ects asked|ects planned|planned ects|ects la|ects learning agreement|ects demandes|ects prevus|credits prevus|creditos solicitados|crediti previsti',
  },
  'mobility.ectsObtained': {
    names:
      'ects obtained|ects|ects recognised|recognised ects|credits obtained|ects obtenus|credits obtenus|ects valides|ects reconnus|creditos reconocidos|creditos obtenidos|crediti riconosciuti',
    not: 'asked demandes planned prevus',
  },
  'mobility.overbookingReason': {
    names:
      'reason to exceed the quota|reason to exceed quota|overbooking reason|over booking reason|motif de depassement du quota|motif de depassement|motif depassement|motif surreservation',
  },
  'mobility.notes': {
    names:
      'notes|note|remarks|remark|remarque|remarques|comment|comments|commentaire|commentaires|comentarios|observation|observations|observaciones|bemerkung|bemerkungen|anmerkungen|osservazioni|opmerkingen|divers|info|infos|precisions',
    not: 'moyenne average score exam',
  },
}

function pick<K extends string, P extends K>(
  words: Readonly<Partial<Record<K, HeaderWords>>>,
  keys: readonly P[],
): Partial<Record<P, HeaderWords>> {
  const picked: Partial<Record<P, HeaderWords>> = {}
  for (const key of keys) {
    const found: HeaderWords | undefined = words[key]
    if (found !== undefined) picked[key] = found
  }
  return picked
}
