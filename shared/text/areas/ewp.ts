import { defineTexts } from '../define-texts.ts'

/** EWP documents: what is read in them, what is wrong with them, what is missing to write them. */
export const ewpTexts = defineTexts({
  en: {
    'nav.ewp': 'EWP files',
    'ewp.title': 'EWP files',
    'ewp.lead':
      'Agreements, nominations and learning agreements as EWP writes them (XML), without any network.',
    'ewp.drop': 'Drop an EWP document here',
    'ewp.drop.hint':
      'Agreements (IIA, version 7 or 6), nominations (outgoing mobilities, version 3) or learning agreements (version 1). Nothing is written before you have seen it.',
    'ewp.reading': 'Reading {{file}}…',
    'ewp.kind.iia': 'agreements (IIA)',
    'ewp.kind.nominations': 'nominations (outgoing mobilities)',
    'ewp.kind.learning-agreements': 'learning agreements',
    'ewp.read': '{{file}}: {{kind}}, version {{version}}',
    'ewp.apply_one': 'Write {{n}} record',
    'ewp.apply_other': 'Write {{n}} records',
    'ewp.apply.nothing': 'Nothing to write',
    'ewp.applied_one': '{{n}} record written from {{file}}',
    'ewp.applied_other': '{{n}} records written from {{file}}',
    'ewp.discard': 'Choose another file',
    'ewp.items': 'What the document holds',
    'ewp.outcome.new': 'New',
    'ewp.outcome.changed': 'Changed',
    'ewp.outcome.unchanged': 'Unchanged',
    'ewp.outcome.rejected': 'Rejected',
    'ewp.column.item': 'In the document',
    'ewp.column.outcome': 'Outcome',
    'ewp.column.what': 'What changes, what is wrong',
    'ewp.change': '{{field}}: {{before}} → {{after}}',
    'ewp.change.none': 'nothing',
    'ewp.open': 'Open',
    'ewp.finding.at': 'line {{line}}, {{path}}',
    'ewp.finding.in': '{{path}}',
    'ewp.finding.missing': '“{{name}}” is missing: the schema asks for it here. Have it added.',
    'ewp.finding.missing-choice': 'One of {{names}} must stand here. Have it added.',
    'ewp.finding.unknown':
      'The schema knows no “{{name}}” here. Remove it, or check the version of the document.',
    'ewp.finding.misplaced': '“{{name}}” stands in the wrong order. Move it where the schema wants it.',
    'ewp.finding.too-many': 'There may be at most {{max}} “{{name}}” here. Remove the others.',
    'ewp.finding.wrong-namespace': 'This element belongs to another namespace ({{found}}) than {{expected}}.',
    'ewp.finding.wrong-value': '“{{value}}” is not a value of the type {{type}}. Correct it.',
    'ewp.finding.text-outside': 'The text “{{value}}” stands between elements, where none may. Remove it.',
    'ewp.finding.no-children': 'A text is expected here, not the element “{{child}}”.',
    'ewp.finding.unknown-attribute': 'The attribute “{{name}}” is not known here. Remove it.',
    'ewp.finding.missing-attribute': 'The attribute “{{name}}” is missing. Have it added.',
    'ewp.finding.wrong-attribute':
      'The attribute {{name}} has the value “{{value}}”, which is not of the type {{type}}.',
    'ewp.finding.years-reversed':
      'The last year ({{last}}) is before the first ({{first}}). Correct one of them.',
    'ewp.finding.not-a-partner': '{{hei}} is neither of the two partners of the agreement.',
    'ewp.finding.same-partner': 'Both sides are {{hei}}: an agreement is between two institutions.',
    'ewp.note.not-ours':
      'This agreement is between {{heis}}. Your school is {{school}}: nothing is taken. If one of them is your school, correct its SCHAC code in the settings.',
    'ewp.note.institution-made':
      'No institution has the SCHAC code {{hei}}: one is created under this name. Complete its name and country, or give the code to the institution that you know first.',
    'ewp.note.institution-by-site': '{{name}} is recognised by its site, and gets the SCHAC code {{hei}}.',
    'ewp.note.from-version-6':
      'Version 6 is turned into version 7. What 7 asks for and 6 did not have stays empty: fill it in before you export.',
    'ewp.note.pdf-left-out': 'The PDF inside the document is not kept: version 7 names a file instead.',
    'ewp.note.years-with-gap':
      '{{condition}}: its years have a gap, which version 7 cannot say. Its first and last year are kept.',
    'ewp.note.condition-added': 'Condition added: {{condition}}',
    'ewp.note.condition-only-ours':
      'Only the office has this condition, which is kept: {{condition}}. Remove it if it no longer holds.',
    'ewp.note.not-our-student':
      'This stay is from {{sending}} to {{receiving}}. Your school is {{school}}: nothing is taken.',
    'ewp.note.incoming-courses':
      'This student comes to you: the dates are taken, the courses stay with the school that sends.',
    'ewp.note.student-made':
      'The student is not in the office yet: created under the number {{number}}. Complete the file.',
    'ewp.note.not-moved':
      'The status was left as it was: the steps of this form, or something missing, hold the stay back. See its page.',
    'ewp.export.omobilities': 'Export the nominations of {{year}}',
    'ewp.export.learning-agreements': 'Export the learning agreements of {{year}}',
    'ewp.exported.stays_one': '{{n}} stay written to {{file}}',
    'ewp.exported.stays_other': '{{n}} stays written to {{file}}',
    'ewp.exported.leftOut_one': '{{n}} left out: something that EWP asks for is missing',
    'ewp.exported.leftOut_other': '{{n}} left out: something that EWP asks for is missing',
    'export.title.omobilities': 'Nominations (EWP outgoing mobilities 3)',
    'export.about.omobilities':
      'The stays of a year at partners as an EWP document; those who were selected are nominated by it.',
    'export.file.omobilities': 'Outgoing mobilities {{year}}',
    'export.title.learning-agreements': 'Learning agreements (EWP 1)',
    'export.about.learning-agreements':
      'The learning agreements of a year as an EWP document, with their changes and signatures.',
    'export.file.learning-agreements': 'Learning agreements {{year}}',
    'export.nothing.no-stays': 'There is no stay in {{year}} to export.',
    'export.nothing.stays-incomplete_one':
      '{{n}} stay could be exported, but something that EWP asks for is missing: identifier (ESI), birth date, nationality, gender, e-mail, field, level, SCHAC code of the host, or signatures.',
    'export.nothing.stays-incomplete_other':
      '{{n}} stays could be exported, but each lacks something that EWP asks for: identifier (ESI), birth date, nationality, gender, e-mail, field, level, SCHAC code of the host, or signatures.',
    'ewp.export': 'Export',
    'ewp.export.iia': 'Export the agreements',
    'ewp.ready': '{{ready}} of {{total}} Erasmus agreements can be written as IIA documents.',
    'ewp.ready.school':
      'Your school has no SCHAC code: give it in the settings, EWP names institutions by it.',
    'ewp.ready.settings': 'Open the settings',
    'ewp.lacking': 'What the others lack',
    'ewp.none': 'There is no Erasmus agreement yet.',
    'ewp.exported_one': '{{n}} agreement written to {{file}}',
    'ewp.exported_other': '{{n}} agreements written to {{file}}',
    'export.title.iia': 'Agreements (EWP IIA 7)',
    'export.about.iia':
      'The Erasmus agreements as an EWP document (IIA get-response, version 7), of all partners or of some.',
    'export.file.iia': 'IIA {{day}}',
    'export.nothing.no-agreements':
      'There is no Erasmus agreement to export. Create one, or import a list of partners.',
    'export.nothing.agreements-incomplete_one':
      '{{n}} agreement could be exported, but something that EWP asks for is missing. See EWP files for what it lacks.',
    'export.nothing.agreements-incomplete_other':
      '{{n}} agreements could be exported, but each lacks something that EWP asks for. See EWP files for what they lack.',
    'action.ewp.import': 'EWP document {{file}}',
    'error.ewp-unknown-root':
      '{{file}} is not an EWP document that Escale reads: its first element is <{{root}}>. It reads <iias-get-response>, <omobilities-get-response> and <omobility-las-get-response>. Choose another file.',
    'error.ewp-unknown-version':
      '{{file}} is a <{{root}}> of version {{version}}; Escale reads {{supported}}. Ask for the document in one of these versions. Nothing was read.',
    'error.ewp-other-kind':
      '{{file}} is a <{{root}}>, which is not what was asked for ({{asked}}). Import it as {{found}}.',
    'error.ewp-school-unknown':
      'Your school has no SCHAC code, so Escale cannot tell which side of the agreement is yours ({{heis}}). Give it in the settings, then try again.',
    'error.ewp-nothing-valid': 'Nothing in {{file}} is as its schema wants it. Nothing was written.',
    'cli.ewp.done':
      '{{file}} ({{kind}} {{version}}): {{new}} new + {{changed}} changed + {{unchanged}} unchanged + {{rejected}} rejected',
    'cli.ewp.dry-run':
      '{{file}} ({{kind}} {{version}}, nothing written): {{new}} new + {{changed}} changed + {{unchanged}} unchanged + {{rejected}} rejected',
  },
  fr: {
    'nav.ewp': 'Fichiers EWP',
    'ewp.title': 'Fichiers EWP',
    'ewp.lead': 'Accords, nominations et contrats d’études comme EWP les écrit (XML), sans aucun réseau.',
    'ewp.drop': 'Déposez ici un document EWP',
    'ewp.drop.hint':
      'Accords (IIA, version 7 ou 6), nominations (mobilités sortantes, version 3) ou contrats d’études (version 1). Rien n’est écrit avant que vous l’ayez vu.',
    'ewp.reading': 'Lecture de {{file}}…',
    'ewp.kind.iia': 'accords (IIA)',
    'ewp.kind.nominations': 'nominations (mobilités sortantes)',
    'ewp.kind.learning-agreements': 'contrats d’études',
    'ewp.read': '{{file}} : {{kind}}, version {{version}}',
    'ewp.apply_one': 'Écrire {{n}} fiche',
    'ewp.apply_other': 'Écrire {{n}} fiches',
    'ewp.apply.nothing': 'Rien à écrire',
    'ewp.applied_one': '{{n}} fiche écrite depuis {{file}}',
    'ewp.applied_other': '{{n}} fiches écrites depuis {{file}}',
    'ewp.discard': 'Choisir un autre fichier',
    'ewp.items': 'Ce que contient le document',
    'ewp.outcome.new': 'Nouveau',
    'ewp.outcome.changed': 'Modifié',
    'ewp.outcome.unchanged': 'Inchangé',
    'ewp.outcome.rejected': 'Rejeté',
    'ewp.column.item': 'Dans le document',
    'ewp.column.outcome': 'Résultat',
    'ewp.column.what': 'Ce qui change, ce qui ne va pas',
    'ewp.change': '{{field}} : {{before}} → {{after}}',
    'ewp.change.none': 'rien',
    'ewp.open': 'Ouvrir',
    'ewp.finding.at': 'ligne {{line}}, {{path}}',
    'ewp.finding.in': '{{path}}',
    'ewp.finding.missing': '« {{name}} » manque : le schéma l’exige ici. Faites-le ajouter.',
    'ewp.finding.missing-choice': 'L’un de ces éléments doit figurer ici : {{names}}. Faites-le ajouter.',
    'ewp.finding.unknown':
      'Le schéma ne connaît pas « {{name}} » ici. Retirez-le, ou vérifiez la version du document.',
    'ewp.finding.misplaced': '« {{name}} » n’est pas dans l’ordre. Placez-le où le schéma le veut.',
    'ewp.finding.too-many': 'Il peut y avoir ici au plus {{max}} « {{name}} ». Retirez les autres.',
    'ewp.finding.wrong-namespace':
      'Cet élément appartient à un autre espace de noms ({{found}}) que {{expected}}.',
    'ewp.finding.wrong-value': '« {{value}} » n’est pas une valeur du type {{type}}. Corrigez-la.',
    'ewp.finding.text-outside':
      'Le texte « {{value}} » se trouve entre des éléments, où il n’en faut pas. Retirez-le.',
    'ewp.finding.no-children': 'Un texte est attendu ici, non l’élément « {{child}} ».',
    'ewp.finding.unknown-attribute': 'L’attribut « {{name}} » n’est pas connu ici. Retirez-le.',
    'ewp.finding.missing-attribute': 'L’attribut « {{name}} » manque. Faites-le ajouter.',
    'ewp.finding.wrong-attribute': 'L’attribut {{name}} vaut « {{value}} », qui n’est pas du type {{type}}.',
    'ewp.finding.years-reversed':
      'La dernière année ({{last}}) précède la première ({{first}}). Corrigez l’une des deux.',
    'ewp.finding.not-a-partner': '{{hei}} n’est aucun des deux partenaires de l’accord.',
    'ewp.finding.same-partner': 'Les deux côtés sont {{hei}} : un accord lie deux établissements.',
    'ewp.note.not-ours':
      'Cet accord lie {{heis}}. Votre école est {{school}} : rien n’est repris. Si l’un d’eux est votre école, corrigez son code SCHAC dans les réglages.',
    'ewp.note.institution-made':
      'Aucun établissement n’a le code SCHAC {{hei}} : il en est créé un sous ce nom. Complétez son nom et son pays, ou donnez d’abord le code à l’établissement que vous connaissez.',
    'ewp.note.institution-by-site': '{{name}} est reconnu par son site, et reçoit le code SCHAC {{hei}}.',
    'ewp.note.from-version-6':
      'La version 6 est convertie en version 7. Ce que la 7 demande et que la 6 n’avait pas reste vide : complétez-le avant d’exporter.',
    'ewp.note.pdf-left-out':
      'Le PDF contenu dans le document n’est pas gardé : la version 7 nomme un fichier.',
    'ewp.note.years-with-gap':
      '{{condition}} : ses années ont un trou, que la version 7 ne sait pas dire. La première et la dernière sont gardées.',
    'ewp.note.condition-added': 'Condition ajoutée : {{condition}}',
    'ewp.note.condition-only-ours':
      'Seul votre bureau a cette condition, qui est gardée : {{condition}}. Supprimez-la si elle ne vaut plus.',
    'ewp.note.not-our-student':
      'Ce séjour va de {{sending}} à {{receiving}}. Votre école est {{school}} : rien n’est repris.',
    'ewp.note.incoming-courses':
      'Cet élève vient chez vous : les dates sont reprises, les cours restent à l’école qui l’envoie.',
    'ewp.note.student-made':
      'L’élève n’est pas encore dans votre fichier : créé sous le numéro {{number}}. Complétez sa fiche.',
    'ewp.note.not-moved':
      'L’état est resté tel quel : les étapes de cette forme, ou ce qui manque, retiennent le séjour. Voyez sa fiche.',
    'ewp.export.omobilities': 'Exporter les nominations de {{year}}',
    'ewp.export.learning-agreements': 'Exporter les contrats d’études de {{year}}',
    'ewp.exported.stays_one': '{{n}} séjour écrit dans {{file}}',
    'ewp.exported.stays_other': '{{n}} séjours écrits dans {{file}}',
    'ewp.exported.leftOut_one': '{{n}} laissé de côté : il manque une donnée qu’EWP exige',
    'ewp.exported.leftOut_other': '{{n}} laissés de côté : il manque une donnée qu’EWP exige',
    'export.title.omobilities': 'Nominations (mobilités sortantes EWP 3)',
    'export.about.omobilities':
      'Les séjours d’une année chez des partenaires en un document EWP ; il nomme ceux qui étaient sélectionnés.',
    'export.file.omobilities': 'Mobilités sortantes {{year}}',
    'export.title.learning-agreements': 'Contrats d’études (EWP 1)',
    'export.about.learning-agreements':
      'Les contrats d’études d’une année en un document EWP, avec leurs modifications et signatures.',
    'export.file.learning-agreements': 'Contrats d’études {{year}}',
    'export.nothing.no-stays': 'Aucun séjour à exporter en {{year}}.',
    'export.nothing.stays-incomplete_one':
      '{{n}} séjour pourrait être exporté, mais il lui manque une donnée qu’EWP exige : identifiant (ESI), naissance, nationalité, sexe, adresse, domaine, niveau, code SCHAC de l’hôte, ou signatures.',
    'export.nothing.stays-incomplete_other':
      '{{n}} séjours pourraient être exportés, mais il manque à chacun une donnée qu’EWP exige : identifiant (ESI), naissance, nationalité, sexe, adresse, domaine, niveau, code SCHAC de l’hôte, ou signatures.',
    'ewp.export': 'Exporter',
    'ewp.export.iia': 'Exporter les accords',
    'ewp.ready': '{{ready}} accords Erasmus sur {{total}} peuvent être écrits en documents IIA.',
    'ewp.ready.school':
      'Votre école n’a pas de code SCHAC : donnez-le dans les réglages, c’est par lui qu’EWP nomme les établissements.',
    'ewp.ready.settings': 'Ouvrir les réglages',
    'ewp.lacking': 'Ce qui manque aux autres',
    'ewp.none': 'Il n’y a pas encore d’accord Erasmus.',
    'ewp.exported_one': '{{n}} accord écrit dans {{file}}',
    'ewp.exported_other': '{{n}} accords écrits dans {{file}}',
    'export.title.iia': 'Accords (EWP IIA 7)',
    'export.about.iia':
      'Les accords Erasmus en un document EWP (IIA get-response, version 7), de tous les partenaires ou de certains.',
    'export.file.iia': 'IIA {{day}}',
    'export.nothing.no-agreements':
      'Il n’y a aucun accord Erasmus à exporter. Créez-en un, ou importez une liste de partenaires.',
    'export.nothing.agreements-incomplete_one':
      '{{n}} accord pourrait être exporté, mais il lui manque une donnée qu’EWP exige. Voyez Fichiers EWP.',
    'export.nothing.agreements-incomplete_other':
      '{{n}} accords pourraient être exportés, mais il manque à chacun une donnée qu’EWP exige. Voyez Fichiers EWP.',
    'action.ewp.import': 'Document EWP {{file}}',
    'error.ewp-unknown-root':
      '{{file}} n’est pas un document EWP qu’Escale lit : son premier élément est <{{root}}>. Escale lit <iias-get-response>, <omobilities-get-response> et <omobility-las-get-response>. Choisissez un autre fichier.',
    'error.ewp-unknown-version':
      '{{file}} est un <{{root}}> de version {{version}} ; Escale lit {{supported}}. Demandez le document dans une de ces versions. Rien n’a été lu.',
    'error.ewp-other-kind':
      '{{file}} est un <{{root}}>, ce qui n’est pas ce qui était demandé ({{asked}}). Importez-le comme {{found}}.',
    'error.ewp-school-unknown':
      'Votre école n’a pas de code SCHAC : Escale ne peut pas savoir quel côté de l’accord est le vôtre ({{heis}}). Donnez-le dans les réglages, puis réessayez.',
    'error.ewp-nothing-valid': 'Rien dans {{file}} n’est comme son schéma le veut. Rien n’a été écrit.',
    'cli.ewp.done':
      '{{file}} ({{kind}} {{version}}) : {{new}} nouveaux + {{changed}} modifiés + {{unchanged}} inchangés + {{rejected}} rejetés',
    'cli.ewp.dry-run':
      '{{file}} ({{kind}} {{version}}, rien d’écrit) : {{new}} nouveaux + {{changed}} modifiés + {{unchanged}} inchangés + {{rejected}} rejetés',
  },
})
