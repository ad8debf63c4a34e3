import { defineTexts } from '../define-texts.ts'

/** Fields that agreements and conditions have since EWP documents are read. */
export const ewpFieldsTexts = defineTexts({
  en: {
    'group.ewp': 'EWP',
    'field.agreement.signatory': 'Signatory',
    'field.agreement.partnerReference': 'Reference of the partner',
    'field.agreement.partnerSignatory': 'Signatory of the partner',
    'field.agreement.partnerSignedOn': 'Signed by the partner on',
    'field.agreement.iiaId': 'Our IIA identifier',
    'field.agreement.partnerIiaId': 'Partner’s IIA identifier',
    'field.agreement.ounitId': 'Our organisational unit',
    'field.agreement.partnerOunitId': 'Partner’s organisational unit',
    'field.condition.otherTerms': 'Other terms',
    'field.condition.sendingOunitId': 'Sending unit',
    'field.condition.receivingOunitId': 'Receiving unit',
  },
  fr: {
    'group.ewp': 'EWP',
    'field.agreement.signatory': 'Signataire',
    'field.agreement.partnerReference': 'Référence du partenaire',
    'field.agreement.partnerSignatory': 'Signataire du partenaire',
    'field.agreement.partnerSignedOn': 'Signé par le partenaire le',
    'field.agreement.iiaId': 'Notre identifiant IIA',
    'field.agreement.partnerIiaId': 'Identifiant IIA du partenaire',
    'field.agreement.ounitId': 'Notre unité organisationnelle',
    'field.agreement.partnerOunitId': 'Unité organisationnelle du partenaire',
    'field.condition.otherTerms': 'Autres dispositions',
    'field.condition.sendingOunitId': 'Unité d’envoi',
    'field.condition.receivingOunitId': 'Unité d’accueil',
  },
})
