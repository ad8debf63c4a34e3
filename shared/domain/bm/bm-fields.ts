/*
 * What the Beneficiary Module asks of a mobility, by meaning. The order and the rules follow the draft schema of BM
 * mobilities (erasmus-without-paper/ewp-specs-api-bm-mobilities, report-request.xsd, which quotes the data dictionary of
 * call 2021, KA131-HED). No header of a template is written here: templates are the user's own exports, and change with
 * every release.
 */

/** How a value is written: what a column's style applies to. */
export type BmValueKind = 'text' | 'code' | 'date' | 'whole' | 'amount' | 'flag' | 'country' | 'choice'

interface BmFieldFacts {
  readonly kind: BmValueKind
  /** Read back and never written: what the module itself says. */
  readonly readOnly?: true
}

const facts = {
  agreementNumber: { kind: 'code' },
  mobilityId: { kind: 'code' },
  activityType: { kind: 'choice' },
  draft: { kind: 'flag', readOnly: true },
  status: { kind: 'text', readOnly: true },
  error: { kind: 'text', readOnly: true },
  longTerm: { kind: 'flag' },
  blended: { kind: 'flag' },
  international: { kind: 'flag' },
  doctoral: { kind: 'flag' },
  studentNumber: { kind: 'code' },
  esi: { kind: 'code' },
  givenNames: { kind: 'text' },
  familyName: { kind: 'text' },
  email: { kind: 'text' },
  gender: { kind: 'choice' },
  birthDate: { kind: 'date' },
  nationality: { kind: 'country' },
  recentGraduate: { kind: 'flag' },
  fewerOpportunities: { kind: 'flag' },
  iscedCode: { kind: 'code' },
  eqfLevel: { kind: 'choice' },
  previousMonths: { kind: 'amount' },
  language: { kind: 'choice' },
  credits: { kind: 'amount' },
  sendingOid: { kind: 'code' },
  sendingPic: { kind: 'code' },
  sendingErasmusCode: { kind: 'code' },
  sendingName: { kind: 'text' },
  sendingOrganisationCountry: { kind: 'country' },
  sendingOrganisationCity: { kind: 'text' },
  receivingOid: { kind: 'code' },
  receivingPic: { kind: 'code' },
  receivingErasmusCode: { kind: 'code' },
  receivingName: { kind: 'text' },
  receivingOrganisationCountry: { kind: 'country' },
  receivingOrganisationCity: { kind: 'text' },
  receivingWebsite: { kind: 'text' },
  receivingEmail: { kind: 'text' },
  receivingPhone: { kind: 'text' },
  sendingCountry: { kind: 'country' },
  sendingCity: { kind: 'text' },
  receivingCountry: { kind: 'country' },
  receivingCity: { kind: 'text' },
  locationComments: { kind: 'text' },
  distanceBand: { kind: 'choice' },
  transport: { kind: 'choice' },
  greenTravel: { kind: 'flag' },
  travelDays: { kind: 'whole' },
  startDate: { kind: 'date' },
  endDate: { kind: 'date' },
  virtualStart: { kind: 'date' },
  virtualEnd: { kind: 'date' },
  calculatedDays: { kind: 'whole' },
  interruptionDays: { kind: 'whole' },
  mobilityDays: { kind: 'whole' },
  nonFundedDays: { kind: 'whole' },
  fundedDays: { kind: 'whole' },
  fundedMonths: { kind: 'whole' },
  fundedExtraDays: { kind: 'whole' },
  zeroGrant: { kind: 'flag' },
  individualSupport: { kind: 'amount' },
  inclusionTopUp: { kind: 'amount' },
  traineeshipTopUp: { kind: 'amount' },
  travelSupport: { kind: 'amount' },
  greenTopUp: { kind: 'amount' },
  totalGrant: { kind: 'amount' },
  reportRequested: { kind: 'date', readOnly: true },
  reportReceived: { kind: 'date', readOnly: true },
} as const satisfies Readonly<Record<string, BmFieldFacts>>

export type BmFieldKey = keyof typeof facts

/** All fields, in the order of the draft schema. */
export const bmFieldKeys: readonly BmFieldKey[] = keysOf(facts)

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  const keys: K[] = []
  for (const key in record) if (Object.hasOwn(record, key)) keys.push(key)
  return keys
}

/** The amounts of a grant, as the module sums it. */
export const grantFields: readonly BmFieldKey[] = [
  'individualSupport',
  'inclusionTopUp',
  'traineeshipTopUp',
  'travelSupport',
  'greenTopUp',
  'totalGrant',
]

export function isBmField(text: string): text is BmFieldKey {
  return Object.hasOwn(facts, text)
}

export function bmFieldKind(key: BmFieldKey): BmValueKind {
  return facts[key].kind
}

/** Whether Escale writes the field, or only reads what the module wrote there. */
export function isWritten(key: BmFieldKey): boolean {
  const field: BmFieldFacts = facts[key]
  return field.readOnly !== true
}

/** A value of one field: codes and ISO days, never words of one template. Absent facts are null. */
export type BmValue = string | number | boolean | null
export type BmValues = Readonly<Record<BmFieldKey, BmValue>>

/** Words by which a column names a field; folded, alternatives separated by `|` (as `HeaderWords` of imports). */
export interface BmFieldWords {
  readonly names: string
  readonly weak?: string
  readonly beside?: string
  readonly not?: string
}

const sending = 'sending|home|applicant'
const receiving = 'receiving|host'

/** `receiving organisation country`, `country of the receiving organisation`, … for each way to say the side. */
function ofSide(side: string, names: string): string {
  const sides = side
    .split('|')
    .flatMap((word) => [word, `${word} organisation`, `${word} organization`, `${word} institution`])
  return names
    .split('|')
    .flatMap((name) => sides.flatMap((one) => [`${one} ${name}`, `${name} ${one}`]))
    .join('|')
}

/** The same, where the organisation itself is meant, and not the place of the stay. */
function ofOrganisation(side: string, names: string): string {
  const sides = side
    .split('|')
    .flatMap((word) => [`${word} organisation`, `${word} organization`, `${word} institution`])
  return names
    .split('|')
    .flatMap((name) => sides.flatMap((one) => [`${one} ${name}`, `${name} ${one}`]))
    .join('|')
}

const days = 'days day number total duration'
const amount = 'eu grant amount eur euro support top up total calculated'
const notName =
  'full national business country city oid pic id code address vat number department type public body profit acronym region box post cedex website email telephone phone fax'
const otherPerson = 'contact person legal representative group leader accompanying'

/**
 * The words of each field. Most are labels of Mobility Tool+ (RRCGN/OnGea-System, Export3_forErasmusMobilityTool.js) and
 * names of the draft schema, with their French and plain variants; a template's column is *proposed* by them, and the
 * user decides.
 */
export const bmFieldWords: Readonly<Record<BmFieldKey, BmFieldWords>> = {
  agreementNumber: {
    names:
      'grant agreement number|grant agreement no|agreement number|project number|project id|project code|project reference|numero de convention|numero du projet|code projet',
    weak: 'project|grant agreement',
    beside: 'the of eu',
  },
  mobilityId: {
    names:
      'mobility activity id|mobility id|activity id|mobility activity number|activity number|activity no|mobility no|mobility code|identifiant de la mobilite|identifiant mobilite|numero de mobilite',
    beside: 'unique the',
    not: 'type participant organisation project',
  },
  activityType: {
    names:
      'activity type|mobility type|type of mobility|type of activity|mobility activity type|type de mobilite|type d activite',
    beside: 'code',
    not: 'organisation organization',
  },
  draft: { names: 'draft mobility|draft|mobility draft|is draft|brouillon' },
  status: {
    names:
      'status|import status|mobility status|activity status|record status|processing status|statut|etat|row status|line status|result',
    beside: 'of the import activity',
    not: 'legal report participant organisation',
  },
  error: {
    names:
      'error|errors|error message|error messages|error description|validation errors|validation messages|validation message|feedback|import errors|import feedback|comment on import|erreur|erreurs|message d erreur|rejection reason|issues',
    beside: 'list of the',
  },
  longTerm: {
    names: 'long term activity|long term|long term mobility|longue duree|mobilite longue duree',
    beside: 'is',
  },
  blended: {
    names: 'blended mobility|blended|blended activity|is blended|mobilite hybride|mobilite mixte',
    not: 'intensive programme bip',
  },
  international: {
    names:
      'international mobility|international activity|is international|partner country mobility|international',
    not: 'office organisation travel',
  },
  doctoral: { names: 'doctoral mobility|doctoral|doctoral candidate|phd mobility|mobilite doctorale' },
  studentNumber: {
    names:
      'participant id|student number|student id|participant number|participant local id|numero etudiant|identifiant du participant',
    not: 'esi european',
  },
  esi: {
    names: 'european student identifier|esi|european student id|identifiant etudiant europeen',
    beside: 'participant',
  },
  givenNames: {
    names: 'first name|first names|given name|given names|participant first name|forename|prenom|prenoms',
    beside: 'participant s',
    not: otherPerson,
  },
  familyName: {
    names:
      'last name|family name|surname|participant last name|participant family name|nom de famille|nom du participant',
    weak: 'nom',
    beside: 'participant s',
    not: otherPerson,
  },
  email: {
    names: 'participant email|participant e mail|email|e mail|email address|adresse electronique|courriel',
    beside: 'participant s address',
    not: `organisation organization sending receiving ${otherPerson}`,
  },
  gender: { names: 'participant gender|gender|sex|genre|sexe', beside: 'participant s' },
  birthDate: {
    names: 'participant date of birth|date of birth|birth date|date de naissance',
    beside: 'participant s',
  },
  nationality: {
    names: 'nationality|participant nationality|nationalite|citizenship',
    beside: 'participant s',
  },
  recentGraduate: { names: 'recent graduate|recently graduated|jeune diplome|diplome recent', beside: 'is' },
  fewerOpportunities: {
    names:
      'participant with fewer opportunities|fewer opportunities|participant fewer opportunities|moins d opportunites|participant ayant moins d opportunites',
    beside: 'is flag with participant',
    not: 'top up support amount grant days',
  },
  iscedCode: {
    names:
      'field of education|isced f|isced f code|isced code|isced|field of education code|education field|subject area|domaine d etudes|domaine de formation',
    beside: 'code 4 digits digit study',
    not: 'level name',
  },
  eqfLevel: {
    names:
      'eqf level|study level|level of study|education level|level of education|eqf study level|eqf|niveau d etudes',
    beside: 'of the study current',
  },
  previousMonths: {
    names:
      'previous participation|prior participation|previous participation months|experience in months|previous erasmus months|participation precedente',
    beside: 'in months same cycle number of erasmus number',
  },
  language: {
    names:
      'main language|main instruction language|main work language|main language of instruction|language of instruction|main instruction work language|main instruction work volunteering language|langue principale',
    beside: 'instruction work volunteering the used study',
    not: 'level other native',
  },
  credits: {
    names:
      'ects credits|number of ects|recognised ects|number of credits|ects|credits recognised|recognised credits|credits ects',
    beside: 'recognised number of at home',
  },
  sendingOid: {
    names: ofOrganisation(sending, 'oid|organisation id|id|oid code') + '|sending organisation oid',
    beside: 'code',
  },
  sendingPic: { names: ofOrganisation(sending, 'pic|pic code'), beside: 'code' },
  sendingErasmusCode: {
    names: ofOrganisation(sending, 'erasmus code|erasmus id|erasmus id code'),
    beside: 'code',
  },
  sendingName: {
    names: ofOrganisation(sending, 'legal name|name') + '|sending organisation|sending institution',
    not: notName,
  },
  sendingOrganisationCountry: { names: ofOrganisation(sending, 'country') },
  sendingOrganisationCity: { names: ofOrganisation(sending, 'city') },
  receivingOid: { names: ofOrganisation(receiving, 'oid|organisation id|id|oid code'), beside: 'code' },
  receivingPic: { names: ofOrganisation(receiving, 'pic|pic code'), beside: 'code' },
  receivingErasmusCode: {
    names: ofOrganisation(receiving, 'erasmus code|erasmus id|erasmus id code'),
    beside: 'code',
  },
  receivingName: {
    names:
      ofOrganisation(receiving, 'legal name|name') +
      '|receiving organisation|receiving institution|host organisation',
    not: notName,
  },
  receivingOrganisationCountry: { names: ofOrganisation(receiving, 'country') },
  receivingOrganisationCity: { names: ofOrganisation(receiving, 'city') },
  receivingWebsite: { names: ofSide(receiving, 'website|web site|web page') },
  receivingEmail: { names: ofSide(receiving, 'email|e mail') },
  receivingPhone: { names: ofSide(receiving, 'telephone|phone|telephone 1|phone 1') },
  sendingCountry: {
    names: 'sending country|country of departure|pays de depart|pays d envoi',
    not: 'organisation organization institution',
  },
  sendingCity: {
    names: 'sending city|city of departure|ville de depart',
    not: 'organisation organization institution',
  },
  receivingCountry: {
    names:
      'receiving country|host country|country of destination|destination country|pays d accueil|pays de destination',
    not: 'organisation organization institution',
  },
  receivingCity: {
    names:
      'receiving city|host city|city of destination|destination city|ville d accueil|ville de destination',
    not: 'organisation organization institution',
  },
  locationComments: {
    names:
      'comments on different location|comments on different location than sending receiving organisations|location comments|comments on location',
    beside: 'than sending receiving organisations organisation',
  },
  distanceBand: {
    names: 'distance band|travel distance band|distance|tranche de distance',
    beside: 'travel km band',
    not: 'real',
  },
  transport: {
    names:
      'main means of transport|means of transport|transport means|main transport|moyen de transport|mode de transport',
    beside: 'main',
    not: 'other description',
  },
  greenTravel: {
    names:
      'green travel|sustainable travel|eco friendly travel|sustainable means of transport|voyage ecoresponsable|mobilite verte',
    not: 'top up support amount grant days',
  },
  travelDays: {
    names: 'travel days|funded travel days|number of travel days|jours de voyage',
    beside: 'max 2 6 funded number of days',
  },
  startDate: {
    names:
      'start date|mobility start date|activity start date|physical start date|starting date|date de debut',
    beside: 'mobility activity physical of the component',
    not: 'virtual project requested received birth',
  },
  endDate: {
    names: 'end date|mobility end date|activity end date|physical end date|ending date|date de fin',
    beside: 'mobility activity physical of the component',
    not: 'virtual project requested received',
  },
  virtualStart: {
    names: 'virtual start date|virtual component start date|start date virtual component',
    beside: 'of the activity',
  },
  virtualEnd: {
    names: 'virtual end date|virtual component end date|end date virtual component',
    beside: 'of the activity',
  },
  calculatedDays: {
    names: 'duration calculated|calculated duration|duration calculated days|duree calculee',
    beside: days,
    not: 'funded virtual',
  },
  interruptionDays: {
    names:
      'interruption duration|interruption|duration of interruption|interruption days|duree de l interruption|duree d interruption',
    beside: days,
  },
  mobilityDays: {
    names:
      'duration of mobility period|mobility duration|mobility period duration|duration of the mobility period|duree de la mobilite',
    beside: `${days} period physical`,
    not: 'funded virtual',
  },
  nonFundedDays: {
    names: 'non funded duration|non funded days|zero grant duration|zero grant days|duree non financee',
    beside: days,
  },
  fundedDays: {
    names: 'funded duration|funded days|funded duration total days|duree financee',
    beside: days,
    not: 'non zero travel months extra',
  },
  fundedMonths: {
    names:
      'funded months|funded full months|funded duration full months|funded duration months|mois finances',
    beside: 'full number of duration',
  },
  fundedExtraDays: {
    names: 'funded extra days|extra days|funded duration extra days|jours supplementaires',
    beside: 'funded duration number of',
  },
  zeroGrant: {
    names: 'zero grant|grant not required|no grant required|zero grant flag|bourse zero',
    beside: 'is eu from funds',
    not: 'duration days',
  },
  individualSupport: {
    names:
      'individual support|eu individual support|individual support total|total individual support|soutien individuel',
    beside: amount,
    not: 'not required rate daily days inclusion',
  },
  inclusionTopUp: {
    names:
      'fewer opportunities top up|inclusion top up|fewer opportunities support|top up fewer opportunities|complement inclusion|top up for fewer opportunities',
    beside: `${amount} monthly`,
    not: 'days',
  },
  traineeshipTopUp: {
    names:
      'traineeship top up|traineeship monthly top up|top up for traineeships|top up traineeship|complement stage',
    beside: `${amount} monthly`,
  },
  travelSupport: {
    names:
      'travel support|travel grant|eu travel grant|eu travel support|travel|contribution voyage|soutien voyage',
    beside: amount,
    not: 'green days distance exceptional not required top international means band',
  },
  greenTopUp: {
    names:
      'green travel top up|green top up|top up for green travel|travel top up|complement voyage ecoresponsable',
    beside: amount,
  },
  totalGrant: {
    names:
      'mobility total grant|total grant|eu mobility total grant calculated|total eu grant|mobility grant|total mobility grant|eu mobility total grant|grant total|montant total',
    beside: `${amount} mobility eu`,
    not: 'days rate additional',
  },
  reportRequested: {
    names:
      'participant report requested on|report requested on|participant report requested|participant report request date|participant survey requested',
    beside: 'date on',
  },
  reportReceived: {
    names:
      'participant report received on|report received on|participant report received|participant report submitted|participant report receive date|participant survey received',
    beside: 'date on',
  },
}
