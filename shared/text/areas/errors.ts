import { defineTexts } from '../define-texts.ts'

/** Every refusal: what happened, and what to do. `error.<code>` of `DomainErrorCode`, and findings of the check. */
export const errorsTexts = defineTexts({
  en: {
    'error.internal':
      'Something went wrong inside Escale. Nothing was changed. The log holds the details under {{id}}.',
    'error.connection-lost': 'Escale has stopped. Start it again; everything that was done is kept.',
    'error.no-office-open': 'No office file is open. Create one or open one first.',
    'error.office-missing': 'There is no file {{path}}. It may have been moved or renamed.',
    'error.office-exists': 'There is already a file {{path}}. Choose another name.',
    'error.office-not-ours': '{{path}} is not an office file of Escale. It was not touched.',
    'error.office-newer':
      'This office file was written by a newer version of Escale (format {{version}}, this version reads up to {{supported}}). Update Escale on this computer. The file was not touched.',
    'error.office-damaged':
      'The file {{path}} is damaged and cannot be read. Keep it, and open your latest backup.',
    'error.office-locked': 'Another program is using {{path}}. Close it there, then try again.',
    'error.office-key-wrong': 'The key does not open {{path}}.',
    'error.folder-read-only':
      'Nothing can be written in {{path}}. Copy the file to a folder of your own, and open the copy.',
    'error.folder-missing': 'There is no folder {{path}}.',
    'error.disk-full': 'The disk is full. Nothing was changed. Make room, then try again.',
    'error.record-missing':
      'This record no longer exists. Somebody may have deleted it; undo brings it back.',
    'error.record-invalid': '{{label}}: {{reason}}',
    'error.record-in-use': '{{title}} cannot be deleted: {{what}} depend on it. Delete or move those first.',
    'error.nothing-to-undo': 'There is nothing to undo.',
    'error.nothing-to-redo': 'There is nothing to redo.',
    'error.undo-before-upgrade': 'What was done before the file was upgraded can no longer be undone.',
    'error.list-unknown-column':
      'There is no column “{{column}}” in this list. Its columns are: {{columns}}.',
    'error.job-missing': 'This work is no longer known.',
    'error.job-cancelled': 'Cancelled. Nothing was changed.',
    'error.import-missing': 'This import is no longer open. Choose the file again.',
    'error.import-no-table':
      'No table was found in {{file}}: no line looks like a header above rows of data (sheets tried: {{sheets}}). Check that this is the right file, or give the columns their names in the first line.',
    'error.import-duplicate-headers':
      'Two columns of {{sheet}} have the same header “{{header}}” ({{columns}}). Choose which one to read.',
    'error.import-incomplete-mapping': 'No column is read as “{{target}}”, which is needed. Choose one.',
    'error.import-stale':
      'The office has changed since this preview was made. Look at the new preview, then apply again.',
    'error.sheet-refused': 'The file cannot be read.',
    'error.export-unknown': 'There is no export “{{format}}”.',
    'error.export-invalid': 'The value of “{{param}}” is not usable: {{value}}',
    'error.nothing-to-export': 'There is nothing to export.',
    'error.unknown-value': '“{{value}}” is not a value of the column “{{column}}”.',
    'check.ok': 'The file is sound: {{rows}} rows, {{actions}} actions, {{entries}} journal entries.',
    'check.file-damaged': 'SQLite reports: {{detail}}',
    'check.broken-reference': 'Table {{table}}: rows that refer to nothing: {{count}}.',
    'check.row-without-entry': 'Table {{table}}: rows that the journal does not know: {{count}}.',
    'check.entry-without-row': 'Table {{table}}: rows that are not as the journal says: {{count}}.',
    'check.action-without-entry': 'Actions without journal entries: {{count}}.',
    'check.open-change': 'A change was left open.',
    'error.file-missing': 'The office file does not hold this file any more.',
    'error.file-too-large':
      'The file {{name}} is larger than {{limitMb}} MB, the most that the office file takes. Nothing was kept.',
  },
  fr: {
    'error.internal':
      'Une erreur interne s’est produite. Rien n’a été modifié. Le journal technique en garde le détail sous {{id}}.',
    'error.connection-lost': 'Escale s’est arrêté. Relancez-le : tout ce qui a été fait est conservé.',
    'error.no-office-open': 'Aucun fichier n’est ouvert. Créez-en un ou ouvrez-en un d’abord.',
    'error.office-missing': 'Le fichier {{path}} n’existe pas. Il a peut-être été déplacé ou renommé.',
    'error.office-exists': 'Il existe déjà un fichier {{path}}. Choisissez un autre nom.',
    'error.office-not-ours': '{{path}} n’est pas un fichier Escale. Il n’a pas été touché.',
    'error.office-newer':
      'Ce fichier a été écrit par une version plus récente d’Escale (format {{version}}, cette version lit jusqu’au format {{supported}}). Mettez Escale à jour sur cet ordinateur. Le fichier n’a pas été touché.',
    'error.office-damaged':
      'Le fichier {{path}} est endommagé et illisible. Gardez-le, et ouvrez votre dernière sauvegarde.',
    'error.office-locked': 'Un autre programme utilise {{path}}. Fermez-le, puis réessayez.',
    'error.office-key-wrong': 'Cette clé n’ouvre pas {{path}}.',
    'error.folder-read-only':
      'On ne peut rien écrire dans {{path}}. Copiez le fichier dans un de vos dossiers, et ouvrez la copie.',
    'error.folder-missing': 'Le dossier {{path}} n’existe pas.',
    'error.disk-full': 'Le disque est plein. Rien n’a été modifié. Libérez de la place, puis réessayez.',
    'error.record-missing':
      'Cette fiche n’existe plus. Quelqu’un l’a peut-être supprimée ; l’annulation la fait revenir.',
    'error.record-invalid': '{{label}} : {{reason}}',
    'error.record-in-use':
      '{{title}} ne peut pas être supprimé : {{what}} en dépendent. Supprimez-les ou déplacez-les d’abord.',
    'error.nothing-to-undo': 'Il n’y a rien à annuler.',
    'error.nothing-to-redo': 'Il n’y a rien à rétablir.',
    'error.undo-before-upgrade':
      'Ce qui a été fait avant la mise à niveau du fichier ne peut plus être annulé.',
    'error.list-unknown-column':
      'Il n’y a pas de colonne « {{column}} » dans cette liste. Ses colonnes : {{columns}}.',
    'error.job-missing': 'Ce travail n’est plus connu.',
    'error.job-cancelled': 'Annulé. Rien n’a été modifié.',
    'error.import-missing': 'Cet import n’est plus ouvert. Choisissez de nouveau le fichier.',
    'error.import-no-table':
      'Aucun tableau trouvé dans {{file}} : aucune ligne ne ressemble à un en-tête au-dessus de données (feuilles essayées : {{sheets}}). Vérifiez que c’est le bon fichier, ou nommez les colonnes dans la première ligne.',
    'error.import-duplicate-headers':
      'Deux colonnes de {{sheet}} ont le même en-tête « {{header}} » ({{columns}}). Choisissez laquelle lire.',
    'error.import-incomplete-mapping':
      'Aucune colonne n’est lue comme « {{target}} », qui est nécessaire. Choisissez-en une.',
    'error.import-stale':
      'Le fichier a changé depuis cet aperçu. Regardez le nouvel aperçu, puis appliquez de nouveau.',
    'error.sheet-refused': 'Le fichier ne peut pas être lu.',
    'error.export-unknown': 'Il n’y a pas d’export « {{format}} ».',
    'error.export-invalid': 'La valeur de « {{param}} » n’est pas utilisable : {{value}}',
    'error.nothing-to-export': 'Il n’y a rien à exporter.',
    'error.unknown-value': '« {{value}} » n’est pas une valeur de la colonne « {{column}} ».',
    'check.ok': 'Le fichier est sain : {{rows}} lignes, {{actions}} actions, {{entries}} entrées de journal.',
    'check.file-damaged': 'SQLite signale : {{detail}}',
    'check.broken-reference': 'Table {{table}} : lignes qui ne renvoient à rien : {{count}}.',
    'check.row-without-entry': 'Table {{table}} : lignes inconnues du journal : {{count}}.',
    'check.entry-without-row':
      'Table {{table}} : lignes qui ne sont pas telles que le journal le dit : {{count}}.',
    'check.action-without-entry': 'Actions sans entrée de journal : {{count}}.',
    'check.open-change': 'Une modification est restée ouverte.',
    'error.file-missing': 'Le fichier du service ne contient plus ce fichier.',
    'error.file-too-large':
      'Le fichier {{name}} dépasse {{limitMb}} Mo, le plus que le fichier du service accepte. Rien n’a été gardé.',
  },
})
