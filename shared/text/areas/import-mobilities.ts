import { defineTexts } from '../define-texts.ts'

/** Bringing in a list of stays. */
export const importMobilitiesTexts = defineTexts({
  en: {
    'importing.kind.mobilities': 'Mobilities',
    'importing.kind.mobilities.about': 'Stays of students that the office knows: form, host, year, dates',
    'importing.creates.mobilities_one': '{{n}} mobility',
    'importing.creates.mobilities_other': '{{n}} mobilities',
    'importing.done.show.mobilities': 'Show the mobilities',
    'imports.option.mobilityYear': 'Academic year of the stays',
    'imports.option.mobilitySemester': 'Semester of the stays',
    'imports.option.mobilityForm': 'Form of the stays',
    'imports.option.mobilityStatus': 'Status of new stays',
    'imports.option.mobilityYear.byDates': 'by their dates',

    'imports.target.mobility.form': 'Form of the stay',
    'imports.target.mobility.status': 'Status',
    'imports.target.mobility.academicYear': 'Academic year',
    'imports.target.mobility.semester': 'Semester',
    'imports.target.mobility.plannedStart': 'Planned start',
    'imports.target.mobility.plannedEnd': 'Planned end',
    'imports.target.mobility.actualStart': 'Actual start',
    'imports.target.mobility.actualEnd': 'Actual end',
    'imports.target.mobility.iscedCode': 'Field (ISCED-F)',
    'imports.target.mobility.language': 'Language',
    'imports.target.mobility.title': 'Title or subject',
    'imports.target.mobility.degree': 'Degree prepared',
    'imports.target.mobility.studySemester': 'Semester of the curriculum',
    'imports.target.mobility.supervisorName': 'Supervisor',
    'imports.target.mobility.supervisorEmail': 'Supervisor’s e-mail',
    'imports.target.mobility.ectsAsked': 'ECTS asked',
    'imports.target.mobility.ectsObtained': 'ECTS obtained',
    'imports.option.overbookingReason': 'Reason to exceed the quotas',
    'imports.option.overbookingReason.about':
      'Written with each stay for which no place is left; without it those are not taken.',
    'imports.target.mobility.overbookingReason': 'Reason to exceed the quota',
    'imports.target.mobility.notes': 'Notes on the stay',

    'imports.reason.unknown-student':
      'No student of the office is {{value}}: import the students first; this same file may do.',
    'imports.reason.several-students':
      'The office has {{total}} students named {{name}}: a student number must say which one is meant.',
    'imports.reason.several-stays':
      '{{name}} has several stays in {{year}} that this row could mean: its form, host or first day must say which.',
    'imports.reason.unknown-form':
      'The form of the stay is none that is known: write it as the list of mobilities shows it, or leave the column unread.',
    'imports.reason.places-full':
      'No place is left at {{partner}} in {{year}} ({{agreed}} agreed, {{taken}} with this one): write a reason to exceed the quota, in a column or in the options above.',
    'imports.reason.duplicate-stay': 'Rows {{rows}} are about the same stay and say something else.',

    'imports.issue.student-by-name': 'Recognised by the name alone: {{name}}, number {{number}}. Check it.',
    'imports.issue.student-other-name':
      'Number {{number}} is that of {{name}} in the office. Check the number.',
    'imports.issue.other-stay':
      '{{name}} already has such a stay in {{year}}, elsewhere or in another semester: this one would be added.',
    'imports.issue.places-full':
      'No place is left at {{partner}} in {{year}} ({{agreed}} agreed, {{taken}} with this one): its status stays as it is, unless a reason to exceed the quota is written.',
    'imports.issue.beyond-quota':
      'Beyond the places agreed with {{partner}} in {{year}}: {{agreed}} agreed, {{taken}} taken.',
    'imports.issue.status-no-way':
      'The stay stands at another step, from which there is no way to this one: its status stays as it is.',
    'imports.issue.status-held-back':
      'The stay cannot move to “{{to}}” yet, and stays where it is: {{reason}}',
    'imports.issue.kept-draft': 'Kept as a draft, and counted nowhere: {{reason}}',
    'imports.issue.step-lacks':
      'Taken at “{{to}}” as the list says; its page and the pipeline will say what the steps so far lack: {{reason}}',
    'imports.issue.step-papers_one':
      'Taken at “{{to}}” as the list says; {{n}} thing that the steps so far ask for is not there yet, and will be said on its page.',
    'imports.issue.step-papers_other':
      'Taken at “{{to}}” as the list says; {{n}} things that the steps so far ask for are not there yet, and will be said on its page.',
  },
  fr: {
    'importing.kind.mobilities': 'Mobilités',
    'importing.kind.mobilities.about': 'Séjours d’élèves déjà connus : forme, accueil, année, dates',
    'importing.creates.mobilities_one': '{{n}} mobilité',
    'importing.creates.mobilities_other': '{{n}} mobilités',
    'importing.done.show.mobilities': 'Voir les mobilités',
    'imports.option.mobilityYear': 'Année universitaire des séjours',
    'imports.option.mobilitySemester': 'Semestre des séjours',
    'imports.option.mobilityForm': 'Forme des séjours',
    'imports.option.mobilityStatus': 'État des nouveaux séjours',
    'imports.option.mobilityYear.byDates': 'd’après leurs dates',

    'imports.target.mobility.form': 'Forme du séjour',
    'imports.target.mobility.status': 'État',
    'imports.target.mobility.academicYear': 'Année universitaire',
    'imports.target.mobility.semester': 'Semestre',
    'imports.target.mobility.plannedStart': 'Début prévu',
    'imports.target.mobility.plannedEnd': 'Fin prévue',
    'imports.target.mobility.actualStart': 'Début réel',
    'imports.target.mobility.actualEnd': 'Fin réelle',
    'imports.target.mobility.iscedCode': 'Domaine (CITE-F)',
    'imports.target.mobility.language': 'Langue',
    'imports.target.mobility.title': 'Titre ou sujet',
    'imports.target.mobility.degree': 'Diplôme préparé',
    'imports.target.mobility.studySemester': 'Semestre du cursus',
    'imports.target.mobility.supervisorName': 'Tuteur',
    'imports.target.mobility.supervisorEmail': 'E-mail du tuteur',
    'imports.target.mobility.ectsAsked': 'ECTS demandés',
    'imports.target.mobility.ectsObtained': 'ECTS obtenus',
    'imports.option.overbookingReason': 'Motif de dépassement des quotas',
    'imports.option.overbookingReason.about':
      'Écrit avec chaque séjour pour lequel il ne reste pas de place ; sans lui, ceux-là ne sont pas pris.',
    'imports.target.mobility.overbookingReason': 'Motif de dépassement du quota',
    'imports.target.mobility.notes': 'Notes sur le séjour',

    'imports.reason.unknown-student':
      'Aucun élève n’est {{value}} : importez d’abord les élèves ; ce même fichier peut convenir.',
    'imports.reason.several-students':
      'Il y a {{total}} élèves nommés {{name}} : un numéro d’élève doit dire duquel il s’agit.',
    'imports.reason.several-stays':
      '{{name}} a plusieurs séjours en {{year}} dont il pourrait s’agir : la forme, l’accueil ou le premier jour doit dire lequel.',
    'imports.reason.unknown-form':
      'La forme du séjour n’est aucune de celles qui sont connues : écrivez-la comme la liste des mobilités la montre, ou ne lisez pas la colonne.',
    'imports.reason.places-full':
      'Il ne reste pas de place à {{partner}} en {{year}} (convenues : {{agreed}}, prises avec celle-ci : {{taken}}) : écrivez un motif de dépassement, dans une colonne ou dans les options ci-dessus.',
    'imports.reason.duplicate-stay': 'Les lignes {{rows}} portent sur le même séjour et disent autre chose.',

    'imports.issue.student-by-name': 'Reconnu par le nom seul : {{name}}, numéro {{number}}. À vérifier.',
    'imports.issue.student-other-name': 'Le numéro {{number}} est celui de {{name}}. Vérifiez le numéro.',
    'imports.issue.other-stay':
      '{{name}} a déjà un tel séjour en {{year}}, ailleurs ou à un autre semestre : celui-ci s’y ajouterait.',
    'imports.issue.places-full':
      'Il ne reste pas de place à {{partner}} en {{year}} (convenues : {{agreed}}, prises avec celle-ci : {{taken}}) : son état reste tel quel, sauf motif de dépassement.',
    'imports.issue.beyond-quota':
      'Au-delà des places convenues avec {{partner}} en {{year}} (convenues : {{agreed}}, prises : {{taken}}).',
    'imports.issue.status-no-way':
      'Le séjour en est à une autre étape, d’où l’on ne peut passer à celle-ci : son état reste tel quel.',
    'imports.issue.status-held-back':
      'Le séjour ne peut pas encore passer à « {{to}} », et reste où il est : {{reason}}',
    'imports.issue.kept-draft': 'Gardé en brouillon, et compté nulle part : {{reason}}',
    'imports.issue.step-lacks':
      'Pris à « {{to}} » comme le dit la liste ; sa fiche et la page des étapes diront ce qui manque aux étapes passées : {{reason}}',
    'imports.issue.step-papers_one':
      'Pris à « {{to}} » comme le dit la liste ; {{n}} chose demandée par les étapes passées manque encore, et sa fiche le dira.',
    'imports.issue.step-papers_other':
      'Pris à « {{to}} » comme le dit la liste ; {{n}} choses demandées par les étapes passées manquent encore, et sa fiche le dira.',
  },
})
