/* Sentences of the readers in shared/domain: what is wrong with a written value, and what is expected instead. */
import type { AcademicTermReason, EwpTermReason, SemesterReason } from '#shared/domain/academic-term.ts'
import type { AcademicYearReason } from '#shared/domain/academic-year.ts'
import type { AthensChoiceReason, AthensCourseReason, AthensSessionReason } from '#shared/domain/athens.ts'
import type { CefrReason } from '#shared/domain/cefr.ts'
import type { CivilDateReason } from '#shared/domain/civil-date.ts'
import type { CountryReason } from '#shared/domain/country-codes.ts'
import type { DateTextReason } from '#shared/domain/date-text.ts'
import type { EmailReason } from '#shared/domain/email.ts'
import type { EqfReason } from '#shared/domain/eqf.ts'
import type { ErasmusCodeReason } from '#shared/domain/erasmus-code.ts'
import type { EsiReason } from '#shared/domain/esi.ts'
import type { GenderReason } from '#shared/domain/gender.ts'
import type {
  OidReason,
  PicReason,
  RorReason,
  SchacReason,
  UaiReason,
} from '#shared/domain/institution-ids.ts'
import type { IscedFReason } from '#shared/domain/isced-f.ts'
import type { LanguageSkillReason } from '#shared/domain/languages.ts'
import type { DecimalReason, PlacesReason } from '#shared/domain/number-text.ts'
import { defineTexts } from '../define-texts.ts'

/** One key per reason that a reader can answer with: the compiler refuses a missing one. */
type ReasonKey =
  | `domain.erasmus-code.${ErasmusCodeReason}`
  | `domain.pic.${PicReason}`
  | `domain.oid.${OidReason}`
  | `domain.schac.${SchacReason}`
  | `domain.ror.${RorReason}`
  | `domain.uai.${UaiReason}`
  | `domain.isced-f.${IscedFReason}`
  | `domain.country.${CountryReason}`
  | `domain.academic-year.${AcademicYearReason}`
  | `domain.semester.${SemesterReason}`
  | `domain.academic-term.${AcademicTermReason}`
  | `domain.ewp-term.${EwpTermReason}`
  | `domain.civil-date.${CivilDateReason}`
  | `domain.date-text.${DateTextReason}`
  | 'domain.period.end-before-start'
  | `domain.cefr.${CefrReason}`
  | `domain.eqf.${EqfReason}`
  | `domain.gender.${GenderReason}`
  | `domain.email.${EmailReason}`
  | `domain.language.${LanguageSkillReason}`
  | `domain.esi.${EsiReason}`
  | `domain.athens-session.${AthensSessionReason}`
  | `domain.athens-course.${AthensCourseReason}`
  | `domain.athens-choice.${AthensChoiceReason}`
  | `domain.decimal.${DecimalReason}`
  | `domain.places.${PlacesReason}`

/** Remarks on a value that was read with a supposition. */
type NoteKey =
  | 'domain.isced-f.zero-restored'
  | 'domain.isced-f.maybe-isced-1997'
  | 'domain.date-text.ambiguous'
  | 'domain.date-text.century-supplied'

const en: Readonly<Record<ReasonKey | NoteKey, string>> = {
  'domain.erasmus-code.empty': 'There is no Erasmus code here.',
  'domain.erasmus-code.no-digits':
    'The number is missing: an Erasmus code ends with two or three digits, as in F  PARIS083.',
  'domain.erasmus-code.too-many-digits':
    '{{digits}} is too long: an Erasmus code ends with two or three digits.',
  'domain.erasmus-code.no-city': 'The town is missing between the country and the number, as in F  PARIS083.',
  'domain.erasmus-code.malformed':
    'This is not an Erasmus code: expected a country, a town and a number, as in F  PARIS083.',
  'domain.erasmus-code.prefix-unknown':
    '{{prefix}} is not the country part of an Erasmus code (F for France, D for Germany, E for Spain, G for Greece…).',
  'domain.erasmus-code.prefix-not-separated':
    'Nothing separates the country from the town, and the code can be read in several ways. Possible: {{candidates}}.',
  'domain.erasmus-code.trailing-text':
    'Something follows the code: {{rest}}. Put a faculty or a remark in another column.',
  'domain.pic.empty': 'There is no PIC here.',
  'domain.pic.not-digits': 'A PIC has digits only: nine of them, as in 999887156.',
  'domain.pic.wrong-length': 'A PIC has nine digits; this one has {{length}}.',
  'domain.oid.empty': 'There is no OID here.',
  'domain.oid.malformed': 'This is not an OID: expected E1 and seven digits, as in E10209038.',
  'domain.schac.empty': 'There is no domain here.',
  'domain.schac.is-address':
    'This is a web or mail address: expected the domain that names the institution in EWP, as in uw.edu.pl.',
  'domain.schac.malformed': 'This is not a domain: expected words separated by dots, as in uw.edu.pl.',
  'domain.ror.empty': 'There is no ROR identifier here.',
  'domain.ror.malformed':
    'This is not a ROR identifier: expected 0, six letters or digits and two digits, as in 01fdvj254.',
  'domain.ror.wrong-checksum': 'The last two digits do not fit the others: a character was mistyped.',
  'domain.uai.empty': 'There is no UAI number here.',
  'domain.uai.malformed': 'This is not a UAI number: expected seven digits and a letter, as in 0650048Z.',
  'domain.uai.wrong-checksum':
    'The letter does not fit the digits: with these digits it would be {{letter}}.',
  'domain.isced-f.empty': 'There is no field of education here.',
  'domain.isced-f.no-code':
    'There is no ISCED-F code here: expected two to four digits, as in 0613, or the official name of a field.',
  'domain.isced-f.unknown-code': '{{code}} is not a code of ISCED-F 2013.',
  'domain.isced-f.ambiguous': '{{code}} has lost its leading zeros and may be one of these: {{candidates}}.',
  'domain.isced-f.several-codes': 'There are several codes where one is expected.',
  'domain.isced-f.old-subject-area':
    '{{code}} is written as Erasmus subject areas were before ISCED-F: choose the ISCED-F field.',
  'domain.country.empty': 'There is no country here.',
  'domain.country.unknown-code':
    '{{code}} is not the code of a country: expected two or three letters, as in FR or FRA.',
  'domain.academic-year.empty': 'There is no academic year here.',
  'domain.academic-year.malformed': 'This is not an academic year: expected two years, as in 2026/2027.',
  'domain.academic-year.single-year': 'One year is not enough: expected both, as in 2026/2027.',
  'domain.academic-year.not-consecutive': '{{year}} does not name two consecutive years, as 2026/2027 does.',
  'domain.academic-year.out-of-range': '{{year}} is too far from today.',
  'domain.semester.empty': 'There is no semester here.',
  'domain.semester.unknown-words':
    '“{{words}}” does not name a semester: expected S1, S2, autumn, spring or full year.',
  'domain.academic-term.empty': 'There is no semester here.',
  'domain.academic-term.no-year':
    'The year is missing: expected a semester and its year, as in S1 2026/2027.',
  'domain.academic-term.no-semester':
    'The semester is missing: expected a semester and its year, as in S1 2026/2027.',
  'domain.academic-term.year-unclear':
    '{{year}} may be the first or the second year of the academic year: write both, as in S1 2026/2027.',
  'domain.ewp-term.malformed': 'This is not a term as EWP writes it: expected 2026/2027-1/2.',
  'domain.ewp-term.no-such-term': 'There is no term {{term}} in a year of {{total}}.',
  'domain.civil-date.malformed': 'This is not a date: expected year, month and day, as in 2026-04-03.',
  'domain.civil-date.no-such-day': 'This day is not in the calendar.',
  'domain.date-text.empty': 'There is no date here.',
  'domain.date-text.not-a-date':
    'This is not a date: expected a day, a month and a year, as in 03/04/2026 or 3 April 2026.',
  'domain.date-text.no-day': 'The day is missing: expected a day, a month and a year, as in 3 April 2026.',
  'domain.date-text.no-such-day': 'This day is not in the calendar.',
  'domain.date-text.other-order':
    'Day, month and year are not in the order of the other dates of the column.',
  'domain.date-text.unknown-month': '“{{month}}” is not the name of a month.',
  'domain.period.end-before-start': 'The end ({{end}}) is before the start ({{start}}).',
  'domain.cefr.empty': 'There is no level here.',
  'domain.cefr.no-level': 'There is no language level here: expected A1, A2, B1, B2, C1 or C2.',
  'domain.cefr.several-levels': 'There are several levels where one is expected: {{levels}}.',
  'domain.eqf.empty': 'There is no study level here.',
  'domain.eqf.unknown-words':
    '“{{words}}” is not a study level: expected bachelor, master, doctorate or an EQF level from 5 to 8.',
  'domain.eqf.cycle-or-level':
    '{{level}} may be a cycle or an EQF level: write bachelor, master, doctorate or an EQF level from 5 to 8.',
  'domain.eqf.out-of-range': '{{level}} is not an EQF level: they go from 1 to 8.',
  'domain.eqf.several-levels': 'There are several study levels where one is expected.',
  'domain.gender.empty': 'There is no gender here.',
  'domain.gender.unknown-words':
    '“{{words}}” is not read as a gender: expected M, F or the words of a title, as in Mr or Mrs.',
  'domain.gender.ambiguous':
    '“{{words}}” means different genders in different languages: write the word in full.',
  'domain.email.empty': 'There is no e-mail address here.',
  'domain.email.no-at': 'The @ is missing: expected an address as in office@school.fr.',
  'domain.email.several': 'There are several addresses where one is expected.',
  'domain.email.malformed':
    'This address cannot receive mail: expected an address as in office@school.fr, without space.',
  'domain.language.empty': 'There is no language here.',
  'domain.language.unknown-language':
    '“{{language}}” is not a language known here: expected a name or a code, as in English or en.',
  'domain.language.several-levels': 'There are several levels for one language: {{levels}}.',
  'domain.esi.empty': 'There is no European Student Identifier here.',
  'domain.esi.not-esi':
    'This is not a European Student Identifier: it begins with urn:schac:personalUniqueCode:int:esi.',
  'domain.esi.no-issuer':
    'The institution is missing: its domain, as in uw.edu.pl, stands before the code of the student.',
  'domain.esi.malformed-code':
    'The code of the student, after the domain, is missing or holds a sign that is not allowed.',
  'domain.athens-session.empty': 'There is no ATHENS session here.',
  'domain.athens-session.no-year': 'The year is missing: expected a month and a year, as in March 2027.',
  'domain.athens-session.not-a-session-month':
    'ATHENS sessions are in March and November: expected one of them and a year, as in March 2027.',
  'domain.athens-course.empty': 'There is no course code here.',
  'domain.athens-course.malformed':
    'This is not the code of an ATHENS course: expected letters and a number, as in TPT-39.',
  'domain.athens-choice.malformed-code':
    'Choice {{rank}}: {{code}} is not a course code; expected letters and a number, as in TPT-39.',
  'domain.athens-choice.unknown-course': 'Choice {{rank}}: the session has no course {{code}}.',
  'domain.athens-choice.duplicate': 'Choice {{rank}}: {{code}} is already chosen at a better rank.',
  'domain.athens-choice.gap': 'Choice {{rank}} is empty but others follow it.',
  'domain.athens-choice.too-many': 'There are {{count}} choices; at most {{max}} are allowed.',
  'domain.athens-choice.too-few': 'There are too few choices ({{count}}): at least {{min}} expected.',
  'domain.athens-choice.home-institution':
    'Choice {{rank}}: {{code}} is given by the student’s own institution ({{institution}}).',
  'domain.athens-choice.home-town':
    'Choice {{rank}}: {{code}} is given in the student’s home town ({{town}}).',
  'domain.decimal.empty': 'There is no number here.',
  'domain.decimal.not-a-number': 'This is not a number.',
  'domain.decimal.ambiguous':
    '{{number}} may hold decimals or thousands: write it without the sign between the figures.',
  'domain.places.not-a-number': 'This is not a number of places: expected a whole number, as in 3.',
  'domain.places.not-whole': '{{number}} is not a whole number of places.',
  'domain.places.negative': 'A number of places cannot be negative.',
  'domain.places.too-many': '{{number}} places cannot be right: more than {{max}}. Is this the right column?',
  'domain.places.sum': 'This is a sum: {{total}} places in all? Confirm, or split them.',
  'domain.places.range': '{{number}} is a range: give one number of places.',
  'domain.places.with-remark':
    'A remark follows the number {{value}}: {{remark}}. Confirm the number and put the remark in another column.',
  'domain.isced-f.zero-restored': 'A leading zero was restored: {{code}}.',
  'domain.isced-f.maybe-isced-1997':
    'In the classification of 1997 the same figures mean another field: check that {{code}} is meant.',
  'domain.date-text.ambiguous': 'Day and month can be exchanged in this date; read as {{date}}.',
  'domain.date-text.century-supplied': 'The century was supplied; read as {{date}}.',
}

const fr: Readonly<Record<ReasonKey | NoteKey, string>> = {
  'domain.erasmus-code.empty': 'Il n’y a pas de code Erasmus ici.',
  'domain.erasmus-code.no-digits':
    'Le numéro manque : un code Erasmus finit par deux ou trois chiffres, comme F  PARIS083.',
  'domain.erasmus-code.too-many-digits':
    '{{digits}} est trop long : un code Erasmus finit par deux ou trois chiffres.',
  'domain.erasmus-code.no-city': 'La ville manque entre le pays et le numéro, comme dans F  PARIS083.',
  'domain.erasmus-code.malformed':
    'Ce n’est pas un code Erasmus : il faut un pays, une ville et un numéro, comme F  PARIS083.',
  'domain.erasmus-code.prefix-unknown':
    '{{prefix}} n’est pas le pays d’un code Erasmus (F pour la France, D pour l’Allemagne, E pour l’Espagne, G pour la Grèce…).',
  'domain.erasmus-code.prefix-not-separated':
    'Rien ne sépare le pays de la ville, et le code peut se lire de plusieurs façons. Lecture possible : {{candidates}}.',
  'domain.erasmus-code.trailing-text':
    'Quelque chose suit le code : {{rest}}. Mettez une faculté ou une remarque dans une autre colonne.',
  'domain.pic.empty': 'Il n’y a pas de PIC ici.',
  'domain.pic.not-digits': 'Un PIC n’a que des chiffres : neuf, comme 999887156.',
  'domain.pic.wrong-length': 'Un PIC a neuf chiffres ; celui-ci en a {{length}}.',
  'domain.oid.empty': 'Il n’y a pas d’OID ici.',
  'domain.oid.malformed': 'Ce n’est pas un OID : il faut E1 suivi de sept chiffres, comme E10209038.',
  'domain.schac.empty': 'Il n’y a pas de domaine ici.',
  'domain.schac.is-address':
    'C’est une adresse web ou électronique : il faut le domaine qui désigne l’établissement dans EWP, comme uw.edu.pl.',
  'domain.schac.malformed':
    'Ce n’est pas un domaine : il faut des mots séparés par des points, comme uw.edu.pl.',
  'domain.ror.empty': 'Il n’y a pas d’identifiant ROR ici.',
  'domain.ror.malformed':
    'Ce n’est pas un identifiant ROR : il faut 0, six lettres ou chiffres et deux chiffres, comme 01fdvj254.',
  'domain.ror.wrong-checksum':
    'Les deux derniers chiffres ne correspondent pas aux autres : il y a une faute de frappe.',
  'domain.uai.empty': 'Il n’y a pas de numéro UAI ici.',
  'domain.uai.malformed': 'Ce n’est pas un numéro UAI : il faut sept chiffres et une lettre, comme 0650048Z.',
  'domain.uai.wrong-checksum':
    'La lettre ne correspond pas aux chiffres : avec ces chiffres, ce serait {{letter}}.',
  'domain.isced-f.empty': 'Il n’y a pas de domaine d’études ici.',
  'domain.isced-f.no-code':
    'Il n’y a pas de code CITE-F ici : il faut deux à quatre chiffres, comme 0613, ou le nom officiel d’un domaine.',
  'domain.isced-f.unknown-code': '{{code}} n’est pas un code de la CITE-F 2013.',
  'domain.isced-f.ambiguous':
    '{{code}} a perdu ses zéros initiaux et peut être l’un de ceux-ci : {{candidates}}.',
  'domain.isced-f.several-codes': 'Il y a plusieurs codes là où un seul est attendu.',
  'domain.isced-f.old-subject-area':
    '{{code}} est écrit comme les anciens domaines Erasmus, d’avant la CITE-F : choisissez le domaine CITE-F.',
  'domain.country.empty': 'Il n’y a pas de pays ici.',
  'domain.country.unknown-code':
    '{{code}} n’est pas le code d’un pays : il faut deux ou trois lettres, comme FR ou FRA.',
  'domain.academic-year.empty': 'Il n’y a pas d’année universitaire ici.',
  'domain.academic-year.malformed':
    'Ce n’est pas une année universitaire : il faut deux années, comme 2026/2027.',
  'domain.academic-year.single-year': 'Une seule année ne suffit pas : il en faut deux, comme 2026/2027.',
  'domain.academic-year.not-consecutive':
    '{{year}} ne désigne pas deux années qui se suivent, comme 2026/2027.',
  'domain.academic-year.out-of-range': '{{year}} est trop loin d’aujourd’hui.',
  'domain.semester.empty': 'Il n’y a pas de semestre ici.',
  'domain.semester.unknown-words':
    '« {{words}} » ne désigne pas un semestre : il faut S1, S2, automne, printemps ou année.',
  'domain.academic-term.empty': 'Il n’y a pas de semestre ici.',
  'domain.academic-term.no-year': 'L’année manque : il faut un semestre et son année, comme S1 2026/2027.',
  'domain.academic-term.no-semester':
    'Le semestre manque : il faut un semestre et son année, comme S1 2026/2027.',
  'domain.academic-term.year-unclear':
    '{{year}} peut être la première ou la seconde année de l’année universitaire : écrivez les deux, comme S1 2026/2027.',
  'domain.ewp-term.malformed': 'Ce n’est pas une période écrite comme dans EWP : il faut 2026/2027-1/2.',
  'domain.ewp-term.no-such-term': 'Il n’y a pas de période {{term}} dans une année qui en compte {{total}}.',
  'domain.civil-date.malformed':
    'Ce n’est pas une date : il faut l’année, le mois et le jour, comme 2026-04-03.',
  'domain.civil-date.no-such-day': 'Ce jour n’existe pas dans le calendrier.',
  'domain.date-text.empty': 'Il n’y a pas de date ici.',
  'domain.date-text.not-a-date':
    'Ce n’est pas une date : il faut un jour, un mois et une année, comme 03/04/2026 ou 3 avril 2026.',
  'domain.date-text.no-day': 'Le jour manque : il faut un jour, un mois et une année, comme 3 avril 2026.',
  'domain.date-text.no-such-day': 'Ce jour n’existe pas dans le calendrier.',
  'domain.date-text.other-order':
    'Le jour, le mois et l’année ne sont pas dans l’ordre des autres dates de la colonne.',
  'domain.date-text.unknown-month': '« {{month}} » n’est pas le nom d’un mois.',
  'domain.period.end-before-start': 'La fin ({{end}}) précède le début ({{start}}).',
  'domain.cefr.empty': 'Il n’y a pas de niveau ici.',
  'domain.cefr.no-level': 'Il n’y a pas de niveau de langue ici : il faut A1, A2, B1, B2, C1 ou C2.',
  'domain.cefr.several-levels': 'Il y a plusieurs niveaux là où un seul est attendu : {{levels}}.',
  'domain.eqf.empty': 'Il n’y a pas de niveau d’études ici.',
  'domain.eqf.unknown-words':
    '« {{words}} » n’est pas un niveau d’études : il faut licence, master, doctorat ou un niveau CEC de 5 à 8.',
  'domain.eqf.cycle-or-level':
    '{{level}} peut être un cycle ou un niveau CEC : écrivez licence, master, doctorat ou un niveau CEC de 5 à 8.',
  'domain.eqf.out-of-range': '{{level}} n’est pas un niveau CEC : ils vont de 1 à 8.',
  'domain.eqf.several-levels': 'Il y a plusieurs niveaux d’études là où un seul est attendu.',
  'domain.gender.empty': 'Il n’y a pas de genre ici.',
  'domain.gender.unknown-words':
    '« {{words}} » ne se lit pas comme un genre : il faut H, F ou une civilité, comme M. ou Mme.',
  'domain.gender.ambiguous':
    '« {{words}} » désigne des genres différents selon les langues : écrivez le mot en entier.',
  'domain.email.empty': 'Il n’y a pas d’adresse électronique ici.',
  'domain.email.no-at': 'Il manque le @ : il faut une adresse comme bureau@ecole.fr.',
  'domain.email.several': 'Il y a plusieurs adresses là où une seule est attendue.',
  'domain.email.malformed':
    'Cette adresse ne peut pas recevoir de courrier : il faut une adresse comme bureau@ecole.fr, sans espace.',
  'domain.language.empty': 'Il n’y a pas de langue ici.',
  'domain.language.unknown-language':
    '« {{language}} » n’est pas une langue connue ici : il faut un nom ou un code, comme anglais ou en.',
  'domain.language.several-levels': 'Il y a plusieurs niveaux pour une seule langue : {{levels}}.',
  'domain.esi.empty': 'Il n’y a pas d’identifiant étudiant européen ici.',
  'domain.esi.not-esi':
    'Ce n’est pas un identifiant étudiant européen : il commence par urn:schac:personalUniqueCode:int:esi.',
  'domain.esi.no-issuer':
    'L’établissement manque : son domaine, comme uw.edu.pl, précède le code de l’étudiant.',
  'domain.esi.malformed-code':
    'Le code de l’étudiant, après le domaine, manque ou contient un signe qui n’est pas permis.',
  'domain.athens-session.empty': 'Il n’y a pas de session ATHENS ici.',
  'domain.athens-session.no-year': 'L’année manque : il faut un mois et une année, comme mars 2027.',
  'domain.athens-session.not-a-session-month':
    'Les sessions ATHENS ont lieu en mars et en novembre : il faut l’un des deux et une année, comme mars 2027.',
  'domain.athens-course.empty': 'Il n’y a pas de code de cours ici.',
  'domain.athens-course.malformed':
    'Ce n’est pas le code d’un cours ATHENS : il faut des lettres et un numéro, comme TPT-39.',
  'domain.athens-choice.malformed-code':
    'Vœu {{rank}} : {{code}} n’est pas un code de cours ; il faut des lettres et un numéro, comme TPT-39.',
  'domain.athens-choice.unknown-course': 'Vœu {{rank}} : la session n’a pas de cours {{code}}.',
  'domain.athens-choice.duplicate': 'Vœu {{rank}} : {{code}} est déjà choisi à un meilleur rang.',
  'domain.athens-choice.gap': 'Le vœu {{rank}} est vide alors que d’autres le suivent.',
  'domain.athens-choice.too-many': 'Il y a {{count}} vœux ; {{max}} au plus sont permis.',
  'domain.athens-choice.too-few': 'Il y a trop peu de vœux ({{count}}) : il en faut au moins {{min}}.',
  'domain.athens-choice.home-institution':
    'Vœu {{rank}} : {{code}} est donné par l’établissement de l’élève ({{institution}}).',
  'domain.athens-choice.home-town':
    'Vœu {{rank}} : {{code}} est donné dans la ville d’origine de l’élève ({{town}}).',
  'domain.decimal.empty': 'Il n’y a pas de nombre ici.',
  'domain.decimal.not-a-number': 'Ce n’est pas un nombre.',
  'domain.decimal.ambiguous':
    '{{number}} peut contenir des décimales ou des milliers : écrivez-le sans signe entre les chiffres.',
  'domain.places.not-a-number': 'Ce n’est pas un nombre de places : il faut un nombre entier, comme 3.',
  'domain.places.not-whole': '{{number}} n’est pas un nombre entier de places.',
  'domain.places.negative': 'Un nombre de places ne peut pas être négatif.',
  'domain.places.too-many':
    '{{number}} places, c’est impossible : plus de {{max}}. Est-ce la bonne colonne ?',
  'domain.places.sum': 'C’est une somme : {{total}} places en tout ? Confirmez, ou répartissez-les.',
  'domain.places.range': '{{number}} est un intervalle : donnez un seul nombre de places.',
  'domain.places.with-remark':
    'Une remarque suit le nombre {{value}} : {{remark}}. Confirmez le nombre et mettez la remarque dans une autre colonne.',
  'domain.isced-f.zero-restored': 'Un zéro initial a été rétabli : {{code}}.',
  'domain.isced-f.maybe-isced-1997':
    'Dans la classification de 1997, les mêmes chiffres désignent un autre domaine : vérifiez qu’il s’agit bien de {{code}}.',
  'domain.date-text.ambiguous': 'Le jour et le mois peuvent s’inverser dans cette date ; lue comme {{date}}.',
  'domain.date-text.century-supplied': 'Le siècle a été complété ; lue comme {{date}}.',
}

/** Why a written value was not accepted: `domain.<reader>.<reason>`, with the placeholders of its refusal. */
export const domainTexts = defineTexts({ en, fr })
