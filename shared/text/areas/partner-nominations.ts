import { defineTexts } from '../define-texts.ts'

/** How each partner wants its nominations: records, files, refusals and remarks. */
export const partnerNominationsTexts = defineTexts({
  en: {
    'action.template.keep': 'Kept the workbook {{file}} of {{partner}}',
    'action.template.remove': 'Removed the workbook of {{partner}}',
    'kind.nominationProfile': 'Nomination profile',
    'entity.nominationProfile_one': '{{n}} nomination profile',
    'entity.nominationProfile_other': '{{n}} nomination profiles',
    'list.nominationProfiles': 'Nomination profiles',
    'column.nominationProfiles.template': 'Own workbook',
    'field.nominationProfile.institutionId': 'Partner',
    'field.nominationProfile.channel': 'Nominated by',
    'field.nominationProfile.formUrl': 'Web form',
    'field.nominationProfile.contactName': 'Nominations contact',
    'field.nominationProfile.contactEmail': 'Nominations e-mail',
    'field.nominationProfile.extraColumns': 'Extra columns',
    'field.nominationProfile.notes': 'Notes',
    'field.nomination.channel': 'Sent by',
    'field.nomination.recipient': 'Sent to',
    'field.nomination.sizeBytes': 'Size of the file',
    'choice.nominationProfile.channel.file': 'File',
    'choice.nominationProfile.channel.e-mail': 'E-mail',
    'choice.nominationProfile.channel.web-form': 'Web form',
    'choice.nominationProfile.channel.ewp': 'EWP',
    'choice.nomination.channel.file': 'File',
    'choice.nomination.channel.e-mail': 'E-mail',
    'choice.nomination.channel.web-form': 'Web form',
    'choice.nomination.channel.ewp': 'EWP',
    'export.title.nominations': 'Nominations as partners want them',
    'export.about.nominations':
      'One file per partner: its own workbook filled in where the office keeps it, else ours in its language.',
    'export.title.nomination-email': 'Nominations by e-mail',
    'export.about.nomination-email':
      'A message to one partner, ready to send from your mail program, with the workbook attached.',
    'export.nothing.one-partner': 'An e-mail goes to one partner: name one only.',
    'nominationMail.colleagues': 'colleagues',
    'nominationMail.subject': 'Nominations {{year}} from {{school}}',
    'nominationMail.body':
      'Dear {{contact}},\n\nPlease find attached the nominations of {{school}} to {{partner}} for {{year}} ({{count}}):\n\n{{students}}\n\nPlease let us know if anything is missing.\n\nKind regards,\n{{coordinator}}\n{{coordinatorEmail}}',
    'export.title.deadlines': 'Nomination deadlines',
    'export.about.deadlines':
      'The deadlines of all partners as a calendar, to be opened in Outlook or another one.',
    'export.file.deadlines': 'Nomination deadlines {{day}}',
    'export.nothing.no-deadlines':
      'No active agreement has a nomination deadline. Deadlines are fields of the agreement.',
    'deadlines.wave.autumn': 'Autumn and full year',
    'deadlines.wave.spring': 'Spring',
    'deadlines.event': 'Nominations for {{partner}}: {{wave}} {{year}}',
    'deadlines.event.students_one': '{{n}} student still to nominate',
    'deadlines.event.students_other': '{{n}} students still to nominate',
    'deadlines.event.channel': 'Nominated by: {{channel}}',
    'deadlines.title': 'Nomination deadlines',
    'deadlines.export': 'Calendar file (.ics)',
    'deadlines.exported': 'Calendar with {{count}} deadlines written',
    'deadlines.working': 'Calendar of deadlines',
    'deadlines.only': 'Only partners with students to nominate',
    'deadlines.table': 'Deadlines of the wave: {{wave}}',
    'deadlines.column.day': 'Deadline',
    'deadlines.column.partner': 'Partner',
    'deadlines.column.channel': 'By',
    'deadlines.column.year': 'For',
    'deadlines.column.students': 'To nominate',
    'deadlines.column.nominated': 'Nominated',
    'deadlines.missed': 'missed',
    'deadlines.none.title': 'No nomination deadlines yet',
    'deadlines.none.text':
      'Deadlines are fields of agreements: give them there, or import them with the partners.',
    'deadlines.none.filtered': 'No deadline with students to nominate.',
    'deadlines.open.agreements': 'Open the agreements',
    'deadlines.summary_one': '{{n}} deadline',
    'deadlines.summary_other': '{{n}} deadlines',
    'export.param.generic': 'Our own workbook for every partner',
    'nomination.column.fullName': 'Full name',
    'error.template-no-header':
      'No header row was recognised in “{{file}}” (sheets: {{sheets}}). A header names at least three columns, a name among them. Choose the sheet and the row yourself, or ask the partner for the empty workbook.',
    'error.template-not-workbook':
      '“{{file}}” is not an Excel workbook: only .xlsx and .xlsm can be filled. Save it as .xlsx and try again.',
    'error.template-no-name':
      'No column holds the name of the student. Say which one does (family name, given names, or full name), then keep the workbook.',
    'error.template-row-taken':
      'Row {{row}} of the sheet “{{sheet}}” belongs to the header. The first student needs a row below row {{last}}.',
    'error.text-unknown-placeholder': '“{{placeholder}}” is no placeholder. Known ones: {{known}}.',
    'export.remark.value-not-allowed':
      '{{student}}: the list of “{{header}}” does not hold “{{value}}”; the cell is left empty. Say which word stands for it in the columns of the workbook.',
    'export.remark.formula-kept_one':
      '“{{sheet}}”: {{n}} cell holds a formula and was left as it is ({{cells}}).',
    'export.remark.formula-kept_other':
      '“{{sheet}}”: {{n}} cells hold formulas and were left as they are ({{cells}}).',
    'export.remark.covered-by-merge_one':
      '“{{sheet}}”: {{n}} cell lies under a merged one and was not written ({{cells}}).',
    'export.remark.covered-by-merge_other':
      '“{{sheet}}”: {{n}} cells lie under merged ones and were not written ({{cells}}).',
    'export.remark.locked_one':
      '“{{sheet}}” is protected: {{n}} cell that was filled in is locked, so nobody can change it there ({{cells}}).',
    'export.remark.locked_other':
      '“{{sheet}}” is protected: {{n}} cells that were filled in are locked, so nobody can change them there ({{cells}}).',
    'export.remark.signature-broken_one':
      '“{{file}}” was signed; the signature does not cover what was filled in.',
    'export.remark.signature-broken_other':
      '“{{file}}” was signed; the signatures do not cover what was filled in.',
    'export.remark.several-copies':
      'The workbook of {{partner}} has room for {{rows}} students: {{copies}} copies of it were filled.',
  },
  fr: {
    'action.template.keep': 'Classeur {{file}} de {{partner}} gardé',
    'action.template.remove': 'Classeur de {{partner}} retiré',
    'kind.nominationProfile': 'Profil de nomination',
    'entity.nominationProfile_one': '{{n}} profil de nomination',
    'entity.nominationProfile_other': '{{n}} profils de nomination',
    'list.nominationProfiles': 'Profils de nomination',
    'column.nominationProfiles.template': 'Classeur du partenaire',
    'field.nominationProfile.institutionId': 'Partenaire',
    'field.nominationProfile.channel': 'Nommer par',
    'field.nominationProfile.formUrl': 'Formulaire en ligne',
    'field.nominationProfile.contactName': 'Contact des nominations',
    'field.nominationProfile.contactEmail': 'Courriel des nominations',
    'field.nominationProfile.extraColumns': 'Colonnes supplémentaires',
    'field.nominationProfile.notes': 'Notes',
    'field.nomination.channel': 'Envoyée par',
    'field.nomination.recipient': 'Envoyée à',
    'field.nomination.sizeBytes': 'Taille du fichier',
    'choice.nominationProfile.channel.file': 'Fichier',
    'choice.nominationProfile.channel.e-mail': 'Courriel',
    'choice.nominationProfile.channel.web-form': 'Formulaire en ligne',
    'choice.nominationProfile.channel.ewp': 'EWP',
    'choice.nomination.channel.file': 'Fichier',
    'choice.nomination.channel.e-mail': 'Courriel',
    'choice.nomination.channel.web-form': 'Formulaire en ligne',
    'choice.nomination.channel.ewp': 'EWP',
    'export.title.nominations': 'Nominations telles que les partenaires les veulent',
    'export.about.nominations':
      'Un fichier par partenaire : son propre classeur rempli quand le service le garde, sinon le nôtre dans sa langue.',
    'export.title.nomination-email': 'Nominations par courriel',
    'export.about.nomination-email':
      'Un message à un partenaire, prêt à envoyer depuis votre messagerie, avec le classeur en pièce jointe.',
    'export.nothing.one-partner': 'Un courriel va à un partenaire : n’en nommez qu’un.',
    'nominationMail.colleagues': 'chers collègues',
    'nominationMail.subject': 'Nominations {{year}} de {{school}}',
    'nominationMail.body':
      'Bonjour {{contact}},\n\nVeuillez trouver ci-joint les nominations de {{school}} à {{partner}} pour {{year}} ({{count}}) :\n\n{{students}}\n\nMerci de nous dire si quelque chose manque.\n\nCordialement,\n{{coordinator}}\n{{coordinatorEmail}}',
    'export.title.deadlines': 'Dates limites de nomination',
    'export.about.deadlines':
      'Les dates limites de tous les partenaires sous forme de calendrier, à ouvrir dans Outlook ou un autre.',
    'export.file.deadlines': 'Dates limites de nomination {{day}}',
    'export.nothing.no-deadlines':
      'Aucun accord actif n’a de date limite de nomination. Ces dates sont des champs de l’accord.',
    'deadlines.wave.autumn': 'Automne et année entière',
    'deadlines.wave.spring': 'Printemps',
    'deadlines.event': 'Nominations pour {{partner}} : {{wave}} {{year}}',
    'deadlines.event.students_one': '{{n}} élève encore à nommer',
    'deadlines.event.students_other': '{{n}} élèves encore à nommer',
    'deadlines.event.channel': 'Nommer par : {{channel}}',
    'deadlines.title': 'Dates limites de nomination',
    'deadlines.export': 'Fichier de calendrier (.ics)',
    'deadlines.exported': 'Calendrier de {{count}} dates limites écrit',
    'deadlines.working': 'Calendrier des dates limites',
    'deadlines.only': 'Seulement les partenaires qui attendent des élèves',
    'deadlines.table': 'Dates limites de la vague : {{wave}}',
    'deadlines.column.day': 'Date limite',
    'deadlines.column.partner': 'Partenaire',
    'deadlines.column.channel': 'Par',
    'deadlines.column.year': 'Pour',
    'deadlines.column.students': 'À nommer',
    'deadlines.column.nominated': 'Nommés',
    'deadlines.missed': 'dépassée',
    'deadlines.none.title': 'Aucune date limite de nomination pour l’instant',
    'deadlines.none.text':
      'Les dates limites sont des champs des accords : saisissez-les là, ou importez-les avec les partenaires.',
    'deadlines.none.filtered': 'Aucune date limite avec des élèves à nommer.',
    'deadlines.open.agreements': 'Ouvrir les accords',
    'deadlines.summary_one': '{{n}} date limite',
    'deadlines.summary_other': '{{n}} dates limites',
    'export.param.generic': 'Notre classeur pour tous les partenaires',
    'nomination.column.fullName': 'Nom complet',
    'error.template-no-header':
      'Aucune ligne d’en-tête reconnue dans « {{file}} » (feuilles : {{sheets}}). Un en-tête nomme au moins trois colonnes, dont un nom. Choisissez vous-même la feuille et la ligne, ou demandez le classeur vide au partenaire.',
    'error.template-not-workbook':
      '« {{file}} » n’est pas un classeur Excel : seuls .xlsx et .xlsm peuvent être remplis. Enregistrez-le en .xlsx et recommencez.',
    'error.template-no-name':
      'Aucune colonne ne contient le nom de l’élève. Dites laquelle (nom, prénoms ou nom complet), puis gardez le classeur.',
    'error.template-row-taken':
      'La ligne {{row}} de la feuille « {{sheet}} » fait partie de l’en-tête. Le premier élève doit être sous la ligne {{last}}.',
    'error.text-unknown-placeholder':
      '« {{placeholder}} » n’est pas un champ à remplir. Champs connus : {{known}}.',
    'export.remark.value-not-allowed':
      '{{student}} : la liste de « {{header}} » ne contient pas « {{value}} » ; la cellule reste vide. Dites quel mot y correspond dans les colonnes du classeur.',
    'export.remark.formula-kept_one':
      '« {{sheet}} » : {{n}} cellule contient une formule et a été laissée telle quelle ({{cells}}).',
    'export.remark.formula-kept_other':
      '« {{sheet}} » : {{n}} cellules contiennent des formules et ont été laissées telles quelles ({{cells}}).',
    'export.remark.covered-by-merge_one':
      '« {{sheet}} » : {{n}} cellule est cachée par une fusion et n’a pas été écrite ({{cells}}).',
    'export.remark.covered-by-merge_other':
      '« {{sheet}} » : {{n}} cellules sont cachées par des fusions et n’ont pas été écrites ({{cells}}).',
    'export.remark.locked_one':
      '« {{sheet}} » est protégée : {{n}} cellule remplie est verrouillée, personne ne pourra la changer sur place ({{cells}}).',
    'export.remark.locked_other':
      '« {{sheet}} » est protégée : {{n}} cellules remplies sont verrouillées, personne ne pourra les changer sur place ({{cells}}).',
    'export.remark.signature-broken_one':
      '« {{file}} » était signé ; la signature ne couvre pas ce qui a été rempli.',
    'export.remark.signature-broken_other':
      '« {{file}} » était signé ; les signatures ne couvrent pas ce qui a été rempli.',
    'export.remark.several-copies':
      'Le classeur de {{partner}} a de la place pour {{rows}} élèves : {{copies}} exemplaires ont été remplis.',
  },
})
