import type { HeaderWords } from './kind-types.ts'
import type { StudentTargetKey } from './targets-students.ts'

const studentWord =
  'student students etudiant etudiants etudiante eleve eleves estudiante alumno alumna studente studenti studierende studierenden aluno participant candidat candidate applicant nominee'

/** How lists of students name their columns. */
export const studentWords: Readonly<Partial<Record<StudentTargetKey, HeaderWords>>> = {
  'student.studentNumber': {
    names:
      'student number|student id|student no|student nr|numero etudiant|n etudiant|no etudiant|num etudiant|numero eleve|n eleve|id etudiant|identifiant etudiant|code etudiant|matricule|matriculation number|' +
      'matriculation|matrikelnummer|matricola|numero matricola|numero expediente|expediente|n expediente|numero aluno|studentnummer|registration number|numero inscription|ogrenci no|code apogee|numero apogee|code permanent|id eleve|identifiant|numero carte|student identifier|n dossier|numero dossier',
    weak: 'numero|number|id|num|no|n|code|nr',
    beside: `${studentWord} number numero local internal interne`,
    not: 'phone telephone tel ine esi passport passeport order ordre choix choice tckn rank rang',
  },
  fullName: {
    names:
      'full name|name surname|nom prenom|nom prenoms|prenom nom|nom complet|last name first name|first name last name|surname name|nombre apellidos|apellidos nombre|nombre completo|nome cognome|cognome nome|' +
      'vorname nachname|nachname vorname|name vorname|student name|nom etudiant|nom eleve|student|etudiant|eleve|ad soyad|identite|surname first name|family name given name|given name family name|name student|nom prenom etudiant|nombre alumno|nome completo|naam student',
    weak: 'name|nom|nombre|nome|naam',
    beside: studentWord,
    not: 'partner institution university universite file fichier programme school ecole usage',
  },
  'student.familyName': {
    names:
      'family name|last name|surname|nom famille|nom de famille|nom|apellido|apellidos|primer apellido|cognome|nachname|familienname|achternaam|apelido|sobrenome|lastname|familyname|nom usage|nom naissance|nom patronymique|soyad|surnames',
    weak: 'name',
    beside: `${studentWord} passport`,
    not: 'partner institution university universite ecole school first given prenom full complet programme',
  },
  'student.givenNames': {
    names:
      'given name|given names|first name|first names|firstname|forename|prenom|prenoms|vorname|vornamen|nombre|nombre pila|voornaam|nome|nome proprio|givenname|ad|christian name|prenom usuel',
    beside: `${studentWord} passport`,
    not: 'partner institution university universite last family surname',
  },
  'student.gender': {
    names:
      'gender|sex|sexe|genre|sexo|genero|sesso|genere|geschlecht|geslacht|civilite|title|titre|anrede|salutation|cinsiyet',
    beside: studentWord,
  },
  'student.birthDate': {
    names:
      'birth date|date birth|date naissance|birthdate|birthday|dob|ne le|nee le|date de naissance|naissance|fecha nacimiento|nacimiento|data nascita|data di nascita|nascita|geburtsdatum|geboortedatum|data nascimento|dogum tarihi|geboren|geb datum|date nais',
    beside: studentWord,
    not: 'place lieu lugar luogo ort pays country city ville',
  },
  'student.nationality': {
    names:
      'nationality|nationalite|nacionalidad|nazionalita|nationalitat|staatsangehorigkeit|nacionalidade|nationaliteit|citizenship|citoyennete|cittadinanza|uyruk|code nationalite|staatsburgerschaft|country citizenship|pays nationalite',
    beside: `${studentWord} code first`,
    not: 'second seconde',
  },
  'student.email': {
    names:
      'email|e mail|mail|courriel|email address|adresse mail|adresse email|e mail address|correo|correo electronico|adresse electronique|mel|posta elettronica|school email|email ecole|mail ecole|email institutionnel',
    beside: `${studentWord} institutional university school ecole`,
    not: 'personal perso personnel personnelle private contact coordinator parent emergency',
  },
  'student.phone': {
    names:
      'phone|telephone|tel|mobile|portable|phone number|telefono|telefon|telefone|telefoon|numero telephone|cell|movil|cellulare|handy|gsm',
    beside: `${studentWord} number numero`,
    not: 'emergency urgence parent',
  },
  'student.cohort': {
    names:
      'cohort|promotion|promo|class|year entry|annee entree|annee admission|entry year|promocion|cohorte|jahrgang|classe|annee diplome|graduation year|groupe promotion|intake|annee promotion',
    not: 'size',
  },
  'student.programme': {
    names:
      'programme|program|programa|programma|studiengang|degree|degree programme|diplome|formation|cursus|study programme|corso di studio|corso studi|titulacion|grado|opleiding|curso|cycle|diplome prepare|birim|plan de estudios',
    beside: `${studentWord} study etudes`,
    not: 'exchange echange partner',
  },
  'student.track': {
    names:
      'track|parcours|filiere|specialite|specialisation|specialization|option|majeure|major|mineure|orientation|voie|especialidad|vertiefung|indirizzo|intensificacion|mencion|specialism',
    beside: `${studentWord} study`,
  },
  'student.department': {
    names:
      'department|departement|faculty|faculte|facultad|facolta|fakultat|dipartimento|departamento|composante|ufr|fachbereich|fakulte|afdeling|faculteit|service|institut',
    beside: `${studentWord} home`,
    not: 'host accueil',
  },
  'student.studyYear': {
    names:
      'study year|year study|year of study|annee etudes|annee d etudes|annee|year|curso actual|anno di corso|studienjahr|semester of study|niveau annee|current year|annee en cours|study year level|ano de estudios|jaar|annee d etude|niveau',
    not: 'academic universitaire academique birth naissance entry entree admission diplome graduation first last',
  },
  'student.eqfLevel': {
    names:
      'eqf|eqf level|niveau eqf|study cycle|study level|level study|cycle etudes|level|niveau etudes|nivel|livello|cycle|egitim turu|degree level',
    not: 'language langue cefr idioma',
  },
  'student.iscedCode': {
    names:
      'isced|isced code|code isced|isced f|subject area code|subject area|field study|field education|domaine isced|code cite|subject code|area code|domaine etudes',
    beside: 'code field',
  },
  'student.ectsAcquired': {
    names:
      'ects|ects acquired|credits|credits ects|ects credits|credits acquis|ects obtenus|ects acquis|creditos|creditos superados|crediti|kreditpunkte|ects valides|credits obtenus|crediti acquisiti|nombre ects',
  },
  'student.status': {
    names:
      'status|statut|student status|statut etudiant|regime|apprenti|apprentice|apprentissage|fise fisa|type etudiant|estatuto|estado',
    beside: studentWord,
    not: 'mobility mobilite application candidature nomination',
  },
  'student.isSchooledInFrance': {
    names:
      'schooled in france|scolarise en france|scolarise france|scolarite en france|scolarite france|toute scolarite france',
  },
  'student.languages': {
    names:
      'languages|language|langues|langue|idiomas|lingue|sprachen|language skills|language level|niveau langue|english level|niveau anglais|competences linguistiques|cefr',
    beside: 'level niveau skills',
    not: 'instruction enseignement',
  },
  'student.esi': {
    names:
      'esi|european student identifier|european student id|identifiant europeen etudiant|student identifier european|esi code|global id',
  },
  'student.notes': {
    names:
      'notes|note|remarks|remark|remarque|remarques|comment|comments|commentaire|commentaires|comentarios|observation|observations|observaciones|bemerkung|bemerkungen|anmerkungen|osservazioni|opmerkingen|divers|info|infos|precisions',
    not: 'moyenne average score exam',
  },
}
