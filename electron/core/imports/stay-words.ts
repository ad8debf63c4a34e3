/** Words that lists use for the form and the status of a stay, folded and without punctuation; alternatives by `|`. */
export const stayWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'mobility.form': {
    'exchange-semester':
      'exchange|exchange semester|semester exchange|study exchange|studies|study|study mobility|erasmus|erasmus studies|erasmus exchange|sms|he sms|semester abroad|student exchange|academic exchange|non degree|' +
      'echange|semestre d echange|semestre echange|echange academique|echange erasmus|etudes|mobilite d etudes|mobilite etudes|mobilite academique|semestre a l etranger|erasmus etudes|semestre academique|substitution|sejour d etudes|' +
      'intercambio|estudios|movilidad de estudios|scambio|studio|mobilita per studio|austausch|auslandssemester|auslandsstudium|studium|intercambio academico|mobilidade de estudos|uitwisseling|studie',
    'free-mover':
      'free mover|freemover|free movers|individual|individuel|mobilite individuelle|hors convention|hors accord|visiting|visiting student',
    'double-degree':
      'double degree|dual degree|double diplome|dd|double diplomation|joint degree|diplome conjoint|doble titulacion|doble grado|doppia laurea|doppio titolo|doppelabschluss|dupla titulacao|dubbel diploma',
    master:
      'master|msc|m sc|master of science|master or msc|master ou msc|msc abroad|master a l etranger|master abroad|ms|lm|laurea magistrale',
    'athens-week': 'athens|athens week|semaine athens|athens course|programme athens',
    internship:
      'internship|traineeship|work placement|placement|work internship|company internship|research internship|lab internship|erasmus traineeship|smp|smt|he smt|' +
      'stage|stage a l etranger|stage entreprise|stage en entreprise|stage laboratoire|stage en laboratoire|stage recherche|stage de recherche|stage ingenieur|stage ouvrier|erasmus stage|stage 2a|stage 1a|' +
      'practicas|practicas en empresa|tirocinio|praktikum|auslandspraktikum|estagio|staj',
    'end-of-studies-project':
      'pfe|end of studies project|final project|final year project|graduation project|thesis|master thesis|final internship|projet de fin d etudes|projet fin d etudes|stage de fin d etudes|stage fin d etudes|tfe|tfm|tesi|abschlussarbeit|masterarbeit|proyecto fin de carrera|trabajo fin de master',
    'gap-period':
      'gap|gap year|gap semester|gap period|cesure|annee de cesure|semestre de cesure|ano sabatico|cesura',
    'summer-school':
      'summer school|ecole d ete|universite d ete|escuela de verano|scuola estiva|sommerschule|summer',
    'regional-semester':
      'regional|regional semester|semestre regional|defi diversites|mobilite regionale|mobilite nationale',
  },
  'mobility.status': {
    draft:
      'draft|brouillon|projet|intention|pre candidature|a completer|borrador|bozza|entwurf|preparation|en preparation|wish|voeu',
    applied:
      'applied|application|candidate|candidature|candidat|demande|deposee|depose|submitted|soumis|soumise|en attente|pending|solicitado|solicitud|candidatura|beworben|en cours|to be approved|a valider|postule',
    approved:
      'approved|academic approval|approuve|approuvee|accord pedagogique|valide pedagogiquement|avis favorable|aprobado|approvato|genehmigt|favorable|valide',
    selected:
      'selected|selectionne|selectionnee|retenu|retenue|admis|place attribuee|affecte|affectee|attribue|seleccionado|selezionato|ausgewahlt|allocated|laureat',
    nominated:
      'nominated|nomme|nommee|nomine|nominee|nomination envoyee|nominado|nominato|nominiert|nomination sent',
    accepted:
      'accepted|accepted by host|accepte|acceptee|accepte par l accueil|admis par le partenaire|lettre d acceptation|aceptado|accettato|angenommen|admitted|confirmed|confirme|confirmee',
    agreed:
      'agreed|learning agreement signed|la signed|la signe|contrat d etudes signe|contrat pedagogique signe|convention signee|convention signe|agreement signed|firmado|firmato',
    departed: 'departed|left|parti|partie|en partance|salido|partito|abgereist|gone',
    arrived:
      'arrived|arrive|arrivee|on site|sur place|abroad|a l etranger|en mobilite|en sejour|in progress|ongoing|llegado|arrivato|angekommen|en estancia',
    returned:
      'returned|back|revenu|revenue|rentre|rentree|de retour|termine|terminee|finished|completed|effectue|effectuee|fini|regresado|rientrato|zuruck|realise|realisee|done',
    recognised:
      'recognised|recognized|reconnu|reconnue|validated|valide au jury|credits valides|ects valides|reconocido|riconosciuto|anerkannt|closed|clos|cloture|soldee',
    refused:
      'refused|rejected|refuse|refusee|rejete|rejetee|non retenu|non retenue|avis defavorable|denegado|rechazado|rifiutato|abgelehnt|not selected|declined',
    withdrawn:
      'withdrawn|withdrew|cancelled|canceled|abandon|abandonne|abandonnee|desiste|desistement|annule|annulee|renonce|renonciation|renuncia|cancelado|annullato|ritirato|zuruckgezogen|storniert',
    interrupted:
      'interrupted|interrompu|interrompue|retour anticipe|interruption|interrumpido|interrotto|abgebrochen',
  },
}
