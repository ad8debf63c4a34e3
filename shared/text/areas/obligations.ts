import { defineTexts } from '../define-texts.ts'

/** The obligation: what a ledger says, the list, the forecast. */
export const obligationsTexts = defineTexts({
  en: {
    'obligation.reason.met': 'Weeks validated abroad: {{acquired}}; owed: {{required}}.',
    'obligation.reason.planned-enough':
      'Weeks validated abroad: {{acquired}}, planned: {{planned}}; owed: {{required}}.',
    'obligation.reason.time-left_one':
      '{{n}} week is neither validated nor planned; studies end on {{day}}, which leaves time enough.',
    'obligation.reason.time-left_other':
      '{{n}} weeks are neither validated nor planned; studies end on {{day}}, which leaves time enough.',
    'obligation.reason.weeks-missing_one':
      '{{n}} week is neither validated nor planned; studies end on {{day}}.',
    'obligation.reason.weeks-missing_other':
      '{{n}} weeks are neither validated nor planned; studies end on {{day}}.',
    'obligation.reason.end-unknown_one':
      '{{n}} week is neither validated nor planned; the end of studies is not known.',
    'obligation.reason.end-unknown_other':
      '{{n}} weeks are neither validated nor planned; the end of studies is not known.',
    'obligation.reason.too-late_one':
      '{{n}} week is missing and studies end on {{day}}: too little time is left for it.',
    'obligation.reason.too-late_other':
      '{{n}} weeks are missing and studies end on {{day}}: too little time is left for them.',
    'obligation.reason.studies-over_one': 'Studies ended on {{day}} with {{n}} week missing.',
    'obligation.reason.studies-over_other': 'Studies ended on {{day}} with {{n}} weeks missing.',
    'obligation.reason.cohort-missing_one':
      '{{n}} week is missing by the strictest rule, because the cohort is not known.',
    'obligation.reason.cohort-missing_other':
      '{{n}} weeks are missing by the strictest rule, because the cohort is not known.',
    'obligation.reason.exempt': 'Exempt: {{exemption}} ({{proof}}).',
    'obligation.reason.exempt-plain': 'Exempt: {{exemption}}.',
    'obligation.reason.schooled-abroad': 'Not schooled entirely in France: nothing is owed.',
    'obligation.reason.no-rule': 'No obligation holds for this cohort and programme.',
    'obligation.line.counted_one': '{{n}} day counts.',
    'obligation.line.counted_other': '{{n}} days count.',
    'obligation.line.counted-partly_one':
      '{{n}} day of {{held}} counts: the others are in another stay, or beyond what this form may count.',
    'obligation.line.counted-partly_other':
      '{{n}} days of {{held}} count: the others are in another stay, or beyond what this form may count.',
    'obligation.line.planned_one': '{{n}} day will count once the stay is validated.',
    'obligation.line.planned_other': '{{n}} days will count once the stay is validated.',
    'obligation.line.not-validated_one': '{{n}} day is over and not validated yet.',
    'obligation.line.not-validated_other': '{{n}} days are over and not validated yet.',
    'obligation.line.real-dates-missing_one':
      'Validated without its real dates: {{n}} day stays planned until the certificates are there.',
    'obligation.line.real-dates-missing_other':
      'Validated without its real dates: {{n}} days stay planned until the certificates are there.',
    'obligation.line.wish': 'Only a wish: the school has not approved it yet.',
    'obligation.line.refused': 'Refused.',
    'obligation.line.withdrawn': 'Withdrawn.',
    'obligation.line.interrupted': 'Broken off and not validated.',
    'obligation.line.virtual': 'Followed at a distance: no day was spent abroad.',
    'obligation.line.regional': 'A regional semester is not abroad.',
    'obligation.line.not-abroad': 'In the country of the school: not abroad.',
    'obligation.line.country-missing': 'The country is not known, so nothing counts.',
    'obligation.line.form-missing': 'The school does not accept this form, so nothing counts.',
    'obligation.line.form-not-counted': 'The school does not count this form.',
    'obligation.line.below-minimum_one': '{{n}} day only: one stay must last {{minimum}} days to count.',
    'obligation.line.below-minimum_other': '{{n}} days only: one stay must last {{minimum}} days to count.',
    'obligation.line.minimum-not-yet_one':
      '{{n}} day validated so far: it will count when the stay reaches {{minimum}} days.',
    'obligation.line.minimum-not-yet_other':
      '{{n}} days validated so far: they will count when the stay reaches {{minimum}} days.',
    'obligation.line.outside-window': 'Outside the semesters in which stays count.',
    'obligation.line.entry-missing': 'The year of entry is not known: the semesters cannot be told.',
    'obligation.line.dates-missing': 'Without dates nothing counts.',
    'obligation.line.dates-reversed': 'The stay ends before it begins, so nothing counts.',
    'obligation.line.counted-elsewhere': 'All its days are counted in another stay.',
    'obligation.line.most-reached': 'This form already counts its {{weeks}} weeks at most.',
    'obligation.line.not-the-longest': 'Only the longest stay counts.',
    'obligation.problem.cohort-missing': 'The cohort is missing.',
    'obligation.problem.cohort-unread': 'The name of the cohort holds no year.',
    'obligation.problem.exemption-without-proof': 'The exemption has no proof.',
    'obligation.problem.exemption-not-accepted': 'The obligation knows no such exemption.',
    'obligation.problem.entry-missing': 'The year and semester of entry are missing.',
    'obligation.problem.country-missing': 'The country of a stay is missing.',
    'obligation.problem.form-missing': 'A stay has a form that the school does not accept.',
    'obligation.problem.dates-missing': 'A stay has no dates.',
    'obligation.problem.real-dates-missing': 'A validated stay has no real dates.',
    'obligation.problem.dates-reversed': 'A stay ends before it begins.',
    'obligation.problem.overlap': 'Two stays overlap.',
    'list.obligations': 'Obligation',
    'list.ledgerLines': 'Stays counted',
    'column.obligations.requiredWeeks': 'Weeks owed',
    'column.obligations.acquiredWeeks': 'Validated',
    'column.obligations.plannedWeeks': 'Planned',
    'column.obligations.missingWeeks': 'Missing',
    'column.obligations.status': 'Obligation',
    'column.obligations.reason': 'Why',
    'column.obligations.endOfStudies': 'End of studies',
    'column.obligations.monthsLeft': 'Months left',
    'column.obligations.problems': 'To mend',
    'column.ledgerLines.acquiredDays': 'Days validated',
    'column.ledgerLines.plannedDays': 'Days planned',
    'column.ledgerLines.days': 'Days abroad',
    'column.ledgerLines.reason': 'Why',
    'obligation.status.met': 'Met',
    'obligation.status.on-track': 'On track',
    'obligation.status.at-risk': 'At risk',
    'obligation.status.exempt': 'Exempt',
    'obligation.status.not-owed': 'Not owed',
    'cli.error.no-cohort': 'The list {{list}} does not tell the cohort: leave --cohort out.',
    'export.title.obligations': 'Obligation of each student',
    'export.about.obligations':
      'What every student owes, has validated, plans and lacks, with the reason in a sentence.',
    'today.task.at-risk_one': '{{n}} student leaves within a year without the weeks abroad',
    'today.task.at-risk_other': '{{n}} students leave within a year without the weeks abroad',
    'today.task.missing-obligation_one': '{{n}} student whose weeks abroad cannot be counted rightly',
    'today.task.missing-obligation_other': '{{n}} students whose weeks abroad cannot be counted rightly',
  },
  fr: {
    'obligation.reason.met': 'Semaines validées à l’étranger : {{acquired}} ; dues : {{required}}.',
    'obligation.reason.planned-enough':
      'Semaines validées à l’étranger : {{acquired}}, prévues : {{planned}} ; dues : {{required}}.',
    'obligation.reason.time-left_one':
      '{{n}} semaine n’est ni validée ni prévue ; fin des études le {{day}}, il reste assez de temps.',
    'obligation.reason.time-left_other':
      '{{n}} semaines ne sont ni validées ni prévues ; fin des études le {{day}}, il reste assez de temps.',
    'obligation.reason.weeks-missing_one':
      '{{n}} semaine n’est ni validée ni prévue ; fin des études le {{day}}.',
    'obligation.reason.weeks-missing_other':
      '{{n}} semaines ne sont ni validées ni prévues ; fin des études le {{day}}.',
    'obligation.reason.end-unknown_one':
      '{{n}} semaine n’est ni validée ni prévue ; la fin des études n’est pas connue.',
    'obligation.reason.end-unknown_other':
      '{{n}} semaines ne sont ni validées ni prévues ; la fin des études n’est pas connue.',
    'obligation.reason.too-late_one':
      'Il manque {{n}} semaine et les études finissent le {{day}} : il ne reste plus assez de temps.',
    'obligation.reason.too-late_other':
      'Il manque {{n}} semaines et les études finissent le {{day}} : il ne reste plus assez de temps.',
    'obligation.reason.studies-over_one': 'Études finies le {{day}} : il manquait {{n}} semaine.',
    'obligation.reason.studies-over_other': 'Études finies le {{day}} : il manquait {{n}} semaines.',
    'obligation.reason.cohort-missing_one':
      'Il manque {{n}} semaine selon la règle la plus exigeante, faute de connaître la promotion.',
    'obligation.reason.cohort-missing_other':
      'Il manque {{n}} semaines selon la règle la plus exigeante, faute de connaître la promotion.',
    'obligation.reason.exempt': 'Dispensé : {{exemption}} ({{proof}}).',
    'obligation.reason.exempt-plain': 'Dispensé : {{exemption}}.',
    'obligation.reason.schooled-abroad': 'Scolarité effectuée en partie hors de France : rien n’est dû.',
    'obligation.reason.no-rule': 'Aucune obligation ne vaut pour cette promotion et ce cursus.',
    'obligation.line.counted_one': '{{n}} jour compte.',
    'obligation.line.counted_other': '{{n}} jours comptent.',
    'obligation.line.counted-partly_one':
      '{{n}} jour sur {{held}} compte : les autres sont dans un autre séjour, ou au-delà du maximum de cette forme.',
    'obligation.line.counted-partly_other':
      '{{n}} jours sur {{held}} comptent : les autres sont dans un autre séjour, ou au-delà du maximum de cette forme.',
    'obligation.line.planned_one': '{{n}} jour comptera une fois le séjour validé.',
    'obligation.line.planned_other': '{{n}} jours compteront une fois le séjour validé.',
    'obligation.line.not-validated_one': '{{n}} jour effectué, pas encore validé.',
    'obligation.line.not-validated_other': '{{n}} jours effectués, pas encore validés.',
    'obligation.line.real-dates-missing_one':
      'Validé sans dates réelles : {{n}} jour reste prévu tant que les attestations manquent.',
    'obligation.line.real-dates-missing_other':
      'Validé sans dates réelles : {{n}} jours restent prévus tant que les attestations manquent.',
    'obligation.line.wish': 'Simple souhait : l’école ne l’a pas encore approuvé.',
    'obligation.line.refused': 'Refusé.',
    'obligation.line.withdrawn': 'Désistement.',
    'obligation.line.interrupted': 'Interrompu et non validé.',
    'obligation.line.virtual': 'Suivi à distance : aucun jour passé à l’étranger.',
    'obligation.line.regional': 'Un semestre régional n’est pas à l’étranger.',
    'obligation.line.not-abroad': 'Dans le pays de l’école : pas à l’étranger.',
    'obligation.line.country-missing': 'Le pays n’est pas connu : rien n’est compté.',
    'obligation.line.form-missing': 'L’école n’accepte pas cette forme : rien n’est compté.',
    'obligation.line.form-not-counted': 'L’école ne compte pas cette forme.',
    'obligation.line.below-minimum_one':
      '{{n}} jour seulement : un séjour doit durer {{minimum}} jours pour compter.',
    'obligation.line.below-minimum_other':
      '{{n}} jours seulement : un séjour doit durer {{minimum}} jours pour compter.',
    'obligation.line.minimum-not-yet_one':
      '{{n}} jour validé à ce jour : il comptera quand le séjour atteindra {{minimum}} jours.',
    'obligation.line.minimum-not-yet_other':
      '{{n}} jours validés à ce jour : ils compteront quand le séjour atteindra {{minimum}} jours.',
    'obligation.line.outside-window': 'Hors des semestres où les séjours comptent.',
    'obligation.line.entry-missing':
      'L’année d’entrée n’est pas connue : impossible de situer les semestres.',
    'obligation.line.dates-missing': 'Sans dates, rien n’est compté.',
    'obligation.line.dates-reversed': 'Le séjour finit avant de commencer : rien n’est compté.',
    'obligation.line.counted-elsewhere': 'Tous ses jours sont comptés dans un autre séjour.',
    'obligation.line.most-reached': 'Cette forme compte déjà ses {{weeks}} semaines au plus.',
    'obligation.line.not-the-longest': 'Seul le séjour le plus long compte.',
    'obligation.problem.cohort-missing': 'La promotion manque.',
    'obligation.problem.cohort-unread': 'Le nom de la promotion ne contient pas d’année.',
    'obligation.problem.exemption-without-proof': 'La dispense n’a pas de justificatif.',
    'obligation.problem.exemption-not-accepted': 'L’obligation ne connaît pas cette dispense.',
    'obligation.problem.entry-missing': 'L’année et le semestre d’entrée manquent.',
    'obligation.problem.country-missing': 'Le pays d’un séjour manque.',
    'obligation.problem.form-missing': 'Un séjour a une forme que l’école n’accepte pas.',
    'obligation.problem.dates-missing': 'Un séjour n’a pas de dates.',
    'obligation.problem.real-dates-missing': 'Un séjour validé n’a pas de dates réelles.',
    'obligation.problem.dates-reversed': 'Un séjour finit avant de commencer.',
    'obligation.problem.overlap': 'Deux séjours se chevauchent.',
    'list.obligations': 'Obligation',
    'list.ledgerLines': 'Séjours comptés',
    'column.obligations.requiredWeeks': 'Semaines dues',
    'column.obligations.acquiredWeeks': 'Validées',
    'column.obligations.plannedWeeks': 'Prévues',
    'column.obligations.missingWeeks': 'Manquantes',
    'column.obligations.status': 'Obligation',
    'column.obligations.reason': 'Pourquoi',
    'column.obligations.endOfStudies': 'Fin des études',
    'column.obligations.monthsLeft': 'Mois restants',
    'column.obligations.problems': 'À corriger',
    'column.ledgerLines.acquiredDays': 'Jours validés',
    'column.ledgerLines.plannedDays': 'Jours prévus',
    'column.ledgerLines.days': 'Jours à l’étranger',
    'column.ledgerLines.reason': 'Pourquoi',
    'obligation.status.met': 'Remplie',
    'obligation.status.on-track': 'En bonne voie',
    'obligation.status.at-risk': 'En danger',
    'obligation.status.exempt': 'Dispensé',
    'obligation.status.not-owed': 'Non due',
    'cli.error.no-cohort': 'La liste {{list}} ne donne pas la promotion : retirez --cohort.',
    'export.title.obligations': 'Obligation de chaque élève',
    'export.about.obligations':
      'Ce que chaque élève doit, a validé, prévoit, et ce qui lui manque, avec la raison en une phrase.',
    'today.task.at-risk_one': '{{n}} élève finit dans l’année sans ses semaines à l’étranger',
    'today.task.at-risk_other': '{{n}} élèves finissent dans l’année sans leurs semaines à l’étranger',
    'today.task.missing-obligation_one': '{{n}} élève dont les semaines ne peuvent être comptées juste',
    'today.task.missing-obligation_other': '{{n}} élèves dont les semaines ne peuvent être comptées juste',
  },
})
