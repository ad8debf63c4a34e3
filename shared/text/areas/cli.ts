import { defineTexts } from '../define-texts.ts'

const commandLines = `  create [--profile telecom-paris|enit|blank] [--sample]
  import FILE --as partners|students|mobilities|wishes|courses|athens-choices [--sheet NAME] [--dry-run]
         [--campaign ID|NAME] [--overbooking-reason TEXT]
  import FILE --as iia|nominations|learning-agreements|register [--dry-run]
  export FORMAT [--out PATH] [--year 2026/2027] [--session 2027-03] [--partner CODE]…
         [--campaign ID|NAME] [--scenario ID|NAME] [--identity names|numbers|ranks]
         [--per-partner] [--per-host] [--again] [--include-incomplete] [--draft-only]
  export --list
  list institutions|partners|agreements|conditions|places|students|mobilities
       |nominations|athensCourses|wishes [--where FIELD=VALUE]…
  compare-iia A B
  campaign run [--mechanism priority|stable|max] [--fair] [--campaign ID|NAME] [--seed N] [--keep NAME]
  campaign import FILE
  list obligations [--cohort COHORT]
  bm check [--year 2026/2027] [--call NAME]
  bm number [--year 2026/2027] [--call NAME]
  bm fill TEMPLATE [--year 2026/2027] [--call NAME] [--out PATH]
  bm read-back FILE [--year 2026/2027] [--call NAME] [--dry-run]
  undo
  redo
  history [--record ID]
  check
`

/** The command line. */
export const cliTexts = defineTexts({
  en: {
    'cli.usage': `escale: the office file from the command line.

npm run -s escale -- COMMAND [--file OFFICE.escale] [--lang fr|en] [--json]

${commandLines}
--file   the office file; without it, the one that the application opened last
--json   one JSON document on standard output; messages go to standard error
Exit status: 0 done, 1 refused with a reason (also a file not in order, a list of which no row can be taken), 2 wrong usage.
`,
    'cli.error.command': 'There is no command “{{command}}”.',
    'cli.error.option': 'This cannot be understood: {{detail}}',
    'cli.error.operands': 'The command is written: {{usage}}',
    'cli.error.language': 'The language is fr or en, not “{{value}}”.',
    'cli.error.file-needed': 'Name the office file to create: --file OFFICE.escale',
    'cli.error.profile': 'There is no profile “{{profile}}”.',
    'cli.error.list': 'There is no list “{{list}}”. Lists: {{lists}}.',
    'cli.error.where': '--where is written FIELD=VALUE, not “{{condition}}”.',
    'cli.error.choice': '“{{value}}” is no value of {{field}}. Its values: {{choices}}.',
    'cli.error.import-kind': 'Say what the file holds: --as {{kinds}}',
    'cli.created': 'Created {{path}}',
    'cli.undone': 'Undone: {{action}}',
    'cli.redone': 'Done again: {{action}}',
    'cli.undo': 'undo:',
    'cli.redo': 'redo:',
    'cli.do': '',
    'cli.exported': '{{format}}: {{rows}} rows written to {{path}}',
    'cli.import.done':
      '{{file}}: {{rows}} rows = {{created}} new + {{updated}} changed + {{unchanged}} unchanged + {{skipped}} not data + {{rejected}} rejected',
    'cli.import.dry-run':
      '{{file}} (nothing written): {{rows}} rows = {{created}} new + {{updated}} changed + {{unchanged}} unchanged + {{skipped}} not data + {{rejected}} rejected',
    'error.file-unreadable': 'The file {{path}} cannot be read. Check its name and place.',
    'error.file-unwritable': 'Nothing can be written at {{path}}. Check the folder.',
    'error.file-in-use':
      'Another program holds {{path}} open, probably Excel. Close it there, then try again.',
    'error.partner-unknown': 'No partner has the code or name “{{partner}}”.',
  },
  fr: {
    'cli.usage': `escale : le fichier du bureau depuis la ligne de commande.

npm run -s escale -- COMMANDE [--file OFFICE.escale] [--lang fr|en] [--json]

${commandLines}
--file   le fichier du bureau ; sans lui, le dernier ouvert par l’application
--json   un document JSON sur la sortie standard ; les messages vont sur la sortie d’erreur
Code de retour : 0 fait, 1 refusé avec une raison (aussi un fichier pas en ordre, une liste dont aucune ligne ne peut être prise), 2 mal écrit.
`,
    'cli.error.command': 'Il n’y a pas de commande « {{command}} ».',
    'cli.error.option': 'Ceci n’est pas compris : {{detail}}',
    'cli.error.operands': 'La commande s’écrit : {{usage}}',
    'cli.error.language': 'La langue est fr ou en, pas « {{value}} ».',
    'cli.error.file-needed': 'Nommez le fichier à créer : --file OFFICE.escale',
    'cli.error.profile': 'Il n’y a pas de profil « {{profile}} ».',
    'cli.error.list': 'Il n’y a pas de liste « {{list}} ». Listes : {{lists}}.',
    'cli.error.where': '--where s’écrit CHAMP=VALEUR, pas « {{condition}} ».',
    'cli.error.choice': '« {{value}} » n’est pas une valeur de {{field}}. Ses valeurs : {{choices}}.',
    'cli.error.import-kind': 'Dites ce que contient le fichier : --as {{kinds}}',
    'cli.created': 'Créé : {{path}}',
    'cli.undone': 'Annulé : {{action}}',
    'cli.redone': 'Rétabli : {{action}}',
    'cli.undo': 'annulation :',
    'cli.redo': 'rétablissement :',
    'cli.do': '',
    'cli.exported': '{{format}} : {{rows}} lignes écrites dans {{path}}',
    'cli.import.done':
      '{{file}} : {{rows}} lignes = {{created}} nouvelles + {{updated}} modifiées + {{unchanged}} inchangées + {{skipped}} hors données + {{rejected}} refusées',
    'cli.import.dry-run':
      '{{file}} (rien n’est écrit) : {{rows}} lignes = {{created}} nouvelles + {{updated}} modifiées + {{unchanged}} inchangées + {{skipped}} hors données + {{rejected}} refusées',
    'error.file-unreadable': 'Le fichier {{path}} ne peut pas être lu. Vérifiez son nom et son emplacement.',
    'error.file-unwritable': 'On ne peut rien écrire à {{path}}. Vérifiez le dossier.',
    'error.file-in-use':
      'Un autre programme tient {{path}} ouvert, sans doute Excel. Fermez-le, puis réessayez.',
    'error.partner-unknown': 'Aucun partenaire n’a le code ou le nom « {{partner}} ».',
  },
})
