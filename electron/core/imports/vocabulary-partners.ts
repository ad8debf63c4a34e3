import type { HeaderWords } from './kind-types.ts'
import type { PartnerTargetKey } from './targets-partners.ts'

const partnerWord =
  'partner partners partenaire partenaires socio socia parceiro parceira partneruniversitat accueil host hote foreign etranger ' +
  'etrangere estrangeira extranjera straniera auslandische gast recepteur destination destino receiving home full complet ' +
  'complete official officiel officielle legal original local establishment higher education superieur superieure'

/** How lists of partners and agreements name their columns. */
export const partnerWords: Readonly<Partial<Record<PartnerTargetKey, HeaderWords>>> = {
  'institution.name': {
    names:
      'name|nom|nombre|nome|naam|institution|institution name|name institution|name university|university|university name|universite|' +
      'nom universite|nom etablissement|etablissement|etablissement partenaire|universidad|nombre universidad|universidade|nome universidade|universita|' +
      'nome universita|ateneo|universitat|hochschule|name hochschule|hochschulname|universiteit|instelling|naam instelling|institucion|instituicao|istituzione|institut|' +
      'hei|hei name|legal name|organisation name|organization name|organisation legal name|organisation|organization|ecole|ecole partenaire|' +
      'school|college|partner|partner name|partenaire|nom partenaire|partner university|partner institution|partneruniversitat|partnerhochschule|partneruni|' +
      'nom usuel|denomination|denominacion|denominazione|einrichtung|raison sociale|destination|destino|host|host institution|universite accueil|university college',
    weak: 'titre|title|uni|libelle|intitule|site',
    beside: `${partnerWord} name nom nombre nome naam university universite universidad institution etablissement school`,
    not:
      'code codigo codice kode gpa requirement email mail courriel web website url site contact pays country city ville type kind places place nb ' +
      'number numero no n english anglais id ranking rank coordinator coordinateur responsable person deadline date address adresse programme program ' +
      'course cours department departement faculty faculte student etudiant sending familyname first last given',
  },
  'institution.nameEn': {
    names:
      'english name|name english|name in english|nom anglais|nom en anglais|nombre ingles|nome inglese|name englisch|englischer name|international name|nom international|university english|institution english|translated name',
    beside: `${partnerWord} university institution etablissement universite`,
  },
  'institution.shortName': {
    names:
      'short name|acronym|acronyme|sigle|siglas|sigla|abbreviation|abreviation|abreviatura|abbreviazione|kurzname|abkurzung|kurzel|nom court|nom abrege|diminutif|afkorting|acronimo',
    beside: `${partnerWord} university institution etablissement`,
    not: 'country pays programme',
  },
  'institution.country': {
    names:
      'country|pays|pais|paese|land|nation|country cd|country code|code pays|codigo pais|pays code|landercode|stato|nazione|country name|pays accueil|host country|country iso|iso country|pays partenaire|destination country|country of destination|pays destination',
    beside: `${partnerWord} code iso name nom university institution`,
    not: 'region state group zone',
  },
  'institution.city': {
    names:
      'city|ville|ciudad|citta|stadt|cidade|stad|town|city state|ville pays|location|localite|localidad|lieu|ort|plaats|sede|city town|commune|poblacion|localita|ville accueil|host city|municipality',
    beside: `${partnerWord} state name nom university institution`,
    not: 'code postal zip country',
  },
  'institution.erasmusCode': {
    names:
      'erasmus code|code erasmus|codigo erasmus|codice erasmus|erasmus id|erasmus id code|erasmus institution code|institutional code|institution code|' +
      'erasmuscode|erasmus identification code|code etablissement|code universite|universitatscode|hei code|erasmus ic|id erasmus|identifiant erasmus|eche code|' +
      'erasmus charter code|ic code|code institution|codigo universidad|codigo institucion|codice istituto|codice universita|accreditation code|code destination',
    weak: 'code|codigo|codice|kode|cod|erasmus|ic|id',
    beside: `${partnerWord} university universite universidad institution ic`,
    not: 'pays country postal zip post pais project projet isced subject field cours course discipline interne internal local proposal year annee',
  },
  'institution.pic': {
    names:
      'pic|pic number|pic code|code pic|numero pic|participant identification code|participant code|pic no|pic nr',
    beside: `${partnerWord} number`,
  },
  'institution.oid': {
    names:
      'oid|oid code|organisation id|organization id|oid number|code oid|numero oid|organisation identifier',
    beside: partnerWord,
    not: 'external pic',
  },
  'institution.schac': {
    names: 'schac|schac code|schac domain|hei id|heiid|ewp id|schac home organisation|domaine schac|id ewp',
    beside: partnerWord,
  },
  'institution.ror': { names: 'ror|ror id|identifiant ror|ror code', beside: partnerWord },
  'institution.localCode': {
    names:
      'internal code|code interne|internal id|id interne|local code|code local|external org id|external id|org id|partner id|partner code|code partenaire|' +
      'id partenaire|identifiant partenaire|numero partenaire|partner number|university id|institution id|organisation number|codigo interno|codice interno|interner code|' +
      'id universite|id etablissement|identifiant interne|reference interne|code moveon|moveon id|mobility online id|sap id|apogee|code apogee|uai|code uai',
    weak: 'code|codigo|codice|id|identifiant|identifier|ref|cod|uid',
    beside: `${partnerWord} our notre number numero system`,
    not: 'erasmus pays country postal zip post pais isced student etudiant project projet proposal agreement accord',
  },
  'institution.website': {
    names:
      'website|web site|site web|web|url|homepage|home page|website url|web page|webpage|page web|site internet|internet|sitio web|pagina web|sito|sito web|webseite|web address|adresse web|adresse internet|www|link|lien|enlace|site',
    beside: `${partnerWord} university institution universite address`,
    not: 'factsheet fact sheet oasis',
  },
  'institution.contactName': {
    names:
      'contact|contact name|contact person|nom contact|personne contact|persona contacto|contacto|contatto|ansprechpartner|kontakt|kontaktperson|contactpersoon|' +
      'coordinator|coordinateur|coordonnateur|coordinador|coordenador|coordinatore|koordinator|erasmus coordinator|institutional coordinator|referent|responsable|correspondant|interlocuteur|departmental coordinator|promoteur|promotor',
    beside: `${partnerWord} name nom erasmus institutional person university international office`,
    not: 'email mail courriel tel telephone phone',
  },
  'institution.contactEmail': {
    names:
      'email|e mail|mail|courriel|contact email|email contact|contact e mail|mail contact|correo|correo electronico|email address|adresse mail|adresse email|e mail address|adresse electronique|mel|posta elettronica',
    beside: `${partnerWord} contact coordinator coordinateur person office university institution nomination`,
  },
  'institution.phone': {
    names:
      'phone|telephone|tel|phone number|telefono|telefon|telefone|telefoon|numero telephone|contact phone|mobile|fixe',
    beside: `${partnerWord} number contact numero office`,
  },
  'institution.latitude': { names: 'latitude|lat|breitengrad|latitud|latitudine|gps lat|coord lat|y wgs84' },
  'institution.longitude': {
    names: 'longitude|lon|lng|long|langengrad|longitud|longitudine|gps lon|gps long|coord lon|x wgs84',
  },
  'institution.notes': {
    names:
      'notes|note|remarks|remark|remarque|remarques|comment|comments|commentaire|commentaires|comentario|comentarios|observation|observations|observaciones|bemerkung|bemerkungen|' +
      'anmerkung|anmerkungen|osservazioni|commenti|observacoes|opmerkingen|opmerking|informations complementaires|additional information|other information|divers|infos|info|kommentar|precisions|conditions particulieres|restrictions',
    beside: `${partnerWord} additional other autres specific`,
  },
  places: {
    names:
      'places|place|nb places|nombre places|number places|no places|n places|no of places|available places|places disponibles|places available|plazas|numero plazas|n plazas|plaza|vacantes|posti|numero posti|posti disponibili|' +
      'platze|anzahl platze|studienplatze|vagas|numero vagas|plaatsen|aantal plaatsen|slots|seats|spots|placements|number placements|quota|quotas|capacity|capacite|contingent|contingente|kontingent|' +
      'student places|places etudiants|exchange places|nb etudiants|outgoing|outgoing students|outgoing places|out|sortants|etudiants sortants|flux sortant|students out|sms out|nb sortants|places sortantes|effectif|number students|nombre etudiants',
    beside:
      'number nombre nb no n disponibles available student students etudiants outgoing sortant sortants total per year an annee year max maximum',
    not: 'incoming entrant entrants accueil in entrada months mois meses monate duration duree remaining restantes left taken occupees gpa city ville birth naissance work employee rank ranking staff enseignants teaching',
  },
  academicYear: {
    names:
      'academic year|annee universitaire|annee academique|annee scolaire|curso academico|ano academico|anno accademico|studienjahr|akademisches jahr|academisch jaar|ano letivo|ay|curso',
    weak: 'year|annee|ano|anno|jahr|campagne',
    not: 'first last end start debut fin study etudes birth naissance per',
  },
  semester: {
    names:
      'semester|semestre|term|trimestre|periode|period|periodo|session|cuatrimestre|semesters|semestres|zeitraum',
    beside: 'mobility mobilite exchange echange',
    not: 'number nombre deadline date start end',
  },
  programme: {
    names:
      'programmes|programme|programs|program|programas|programmi|programa|programma|programm|degree programme|degree programmes|degree programs|filiere|filieres|diplome|degree|degrees|formation|formations|cursus|parcours|studiengang|titulacion|titulaciones|titulo|corso di studio|corso laurea|grado|' +
      'curso|opleiding|specialite|specialisation|study programme|departement|department|composante|faculty|faculte|facultad|facolta|fakultat|ufr|niveau filiere|eligible programmes',
    beside: 'following eligible concerned concerne concernes study our school',
    not: 'partner partenaire exchange echange type erasmus code isced mobility mobilite',
  },
  'agreement.kind': {
    names:
      'agreement type|type agreement|type accord|type d accord|kind agreement|nature accord|type convention|tipo convenio|tipo acuerdo|tipo accordo|vertragsart|vereinbarungstyp|' +
      'programme type|type programme|type echange|type exchange|exchange type|exchange programme|programme echange|type partenariat|type mobilite|type cooperation|cooperation type|framework|cadre|dispositif',
    weak: 'type|tipo|art|nature',
  },
  'agreement.reference': {
    names:
      'agreement number|agreement code|agreement id|agreement reference|reference accord|numero accord|numero convention|id accord|ref accord|code accord|iia code|iia id|iia|reference agreement|convention|numero convenio|codigo convenio|vertragsnummer|accordo numero',
    weak: 'reference|ref',
    not: 'date type signature start end proposal project',
  },
  'agreement.firstYear': {
    names:
      'first year|first academic year|premiere annee|annee debut|start year|valid from|valide a partir|depuis|starting year|from year|annee debut accord|start academic year|debut accord|beginning|erstes jahr|ano inicio|anno inizio|inicio|gultig ab|inizio|validity start|debut validite|date debut|start date|agreement start',
    weak: 'from|debut|start|begin|beginn',
    not: 'eche semester semestre courses cours stay sejour mobility charter',
  },
  'agreement.lastYear': {
    names:
      'last year|last academic year|derniere annee|annee fin|end year|valid until|valid to|valable jusqu|expiry|expiration|expires|expiry year|expiry date|date expiration|date fin|end date|echeance|fin validite|validity|validite|fin accord|jusqu en|ablauf|gultig bis|ano fin|anno fine|vencimiento|scadenza|validade|agreement end|fin de validite|annee expiration|laatste jaar|geldig tot',
    weak: 'until|to|end|fin|bis',
    not: 'eche semester semestre courses cours stay sejour mobility nomination application charter',
  },
  'agreement.signedOn': {
    names:
      'signed on|signature date|date signature|date of signature|signed|signe le|date signed|fecha firma|data firma|unterschrieben am|unterzeichnet|data assinatura|signature',
  },
  'agreement.notes': {
    names:
      'agreement notes|notes accord|remarques accord|commentaires accord|agreement remarks|agreement comments|commentaire accord',
  },
  'condition.iscedCodes': {
    names:
      'isced|isced f|isced code|isced codes|code isced|codes isced|isced field|subject area code|subject area|subject areas|area code|cite|code cite|domaine isced|field education|fields education|field study|fields study|area isced|' +
      'codice isced|domaine|domaines|domaine etudes|subject code|discipline code|fachbereich|isced 2013|area estudio|area de estudios|fachrichtung|subject',
    beside: 'code codes f 2013 field name description',
  },
  'condition.eqfLevels': {
    names:
      'eqf|eqf level|eqf levels|study level|level study|level studies|niveau|niveau etudes|study cycle|cycle|level|levels|nivel|niveles|livello|studienstufe|study levels|cycle etudes|nivel estudios|ciclo|niveaux|academic level|degree level|bachelor master|niveau eqf',
    not: 'language langue linguistic linguistique idioma cefr lingua english anglais sprache b1 b2',
  },
  'condition.languages': {
    names:
      'language|languages|langue|langues|idioma|idiomas|lingua|lingue|sprache|sprachen|language level|niveau langue|language requirement|language requirements|nivel idioma|langue enseignement|language instruction|teaching language|' +
      'required language|exigence linguistique|niveau linguistique|requisito linguistico|sprachniveau|lingua insegnamento|taal|talen|linguagem|niveau requis|language skills|cefr',
    beside: 'level niveau required requis minimum main principale',
    not: 'zone zona',
  },
  'condition.peoplePerYear': {
    names:
      'students per year|people per year|mobilities per year|persons per year|etudiants par an|mobilites par an|nombre mobilites|number mobilities|estudiantes ano|studierende jahr|students year|etudiants an|flux annuel|annual quota|quota annuel',
    not: 'incoming entrant entrants months mois',
  },
}
