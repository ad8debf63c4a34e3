import { defineTexts } from '../define-texts.ts'

/**
 * What the reader of foreign spreadsheets says: `sheets.error.<code>` why a file was refused and what to do,
 * `sheets.warning.<code>` what was noticed in a file that was read. Placeholders are the parameters of the code;
 * warnings about cells have `sheet`, `cell` (the first one) and `count`.
 */
export const sheetsTexts = defineTexts({
  en: {
    'sheets.error.file-empty': 'The file is empty. Check that it was saved or downloaded completely.',
    'sheets.error.file-too-large':
      'The file is larger than {{megabytes}} MB. Save the sheet you need in a file of its own, without pictures, and try again.',
    'sheets.error.not-a-spreadsheet':
      'This file is not a spreadsheet. Choose an Excel workbook (.xlsx) or a CSV file.',
    'sheets.error.old-excel':
      'This is a workbook in the old Excel format (.xls). Open it in Excel or LibreOffice, save it as “Excel workbook (.xlsx)”, and choose the new file.',
    'sheets.error.binary-excel':
      'This is a binary Excel workbook (.xlsb). Open it in Excel, save it as “Excel workbook (.xlsx)”, and choose the new file.',
    'sheets.error.libreoffice-file':
      'This is a LibreOffice spreadsheet. Open it in LibreOffice, save it as “Excel 2007–365 (.xlsx)”, and choose the new file.',
    'sheets.error.word-document':
      'This is a Word document. Copy its table into an Excel workbook, save it as .xlsx, and choose that file.',
    'sheets.error.web-page':
      'This is a web page or an XML file under the name of a spreadsheet, as some portals export them. Open it in Excel, save it as “Excel workbook (.xlsx)”, and choose the new file. An EWP document (.xml) is read on the page “EWP files”.',
    'sheets.error.excel-lock-file':
      'This is the small marker file that Excel keeps beside a workbook while it is open (its name begins with “~$”). Choose the workbook itself.',
    'sheets.error.password-protected':
      'The workbook is protected by a password. Open it in Excel, remove the password (File → Info → Protect Workbook), save it, and try again.',
    'sheets.error.zip-damaged':
      'The file is damaged: it cannot be unpacked, perhaps because a download or a copy was cut short. Get it again; if Excel still opens it, save it there under a new name.',
    'sheets.error.zip-suspicious':
      'The file is not built like a workbook made by Excel (it is far larger once unpacked, or holds encrypted or duplicate parts), so it was not opened. Open it in Excel, copy the data to a new workbook, and try again.',
    'sheets.error.workbook-damaged':
      'The workbook is damaged: a part of it is missing or cut short. Nothing was read, so that no row goes missing unnoticed. Open it in Excel, let it repair the file, save it under a new name, and try again.',
    'sheets.error.xml-forbidden':
      'The workbook holds instructions that no spreadsheet program writes and that can be used for attacks. It was not read. Ask whoever sent it for a new copy made in Excel.',
    'sheets.error.xml-not-xml':
      'This is not an XML file: an EWP document is expected here (agreements, nominations or learning agreements). Choose the .xml file that your partner or your EWP provider gave you.',
    'sheets.error.xml-broken':
      'The XML is broken at line {{line}}, within {{within}}: a tag, an attribute or a character there is not well-formed. Nothing was read. Ask for the file again, or correct this line.',
    'sheets.error.xml-doctype':
      'Line {{line}} of the file declares a DOCTYPE or an entity, by which a file can reach for other files. EWP documents have none, so it was not read. Ask whoever sent it for the plain document.',
    'sheets.error.xml-too-large':
      'The XML holds more than {{limit}} elements or more than {{megabytes}} MB, far more than an EWP document. Export fewer agreements or students at a time.',
    'sheets.error.too-many-cells':
      'The sheet is too large (the limit here is {{limit}}). Split it, or remove columns and rows that are not needed, and try again.',
    'sheets.error.too-slow':
      'Reading the file took too long and was stopped. Save the sheet you need in a new workbook, without formatting, and try again.',
    'sheets.error.too-much-memory':
      'Reading the file needed too much memory and was stopped. Save the sheet you need in a new workbook, without formatting, and try again.',
    'sheets.error.text-not-decodable':
      'The letters of this text file cannot be read with certainty ({{encoding}} was tried). In Excel, save it as “CSV UTF-8” or as a workbook (.xlsx), and choose the new file.',
    'sheets.error.csv-unclosed-quote':
      'Line {{line}} has a quotation mark that opens a text and is not closed properly. Correct this line in a text editor, or save the table as a workbook (.xlsx), and try again.',
    'sheets.error.sheet-not-found':
      'There is no sheet called “{{name}}” in this file any more. Choose another sheet.',
    'sheets.error.cancelled': 'Reading was cancelled. Nothing was changed.',
    'sheets.warning.macros-ignored':
      'The workbook holds macros. They were not run; only the values were read.',
    'sheets.warning.encoding-guessed':
      'The file does not say how its letters are written; {{encoding}} was assumed. Check a few names with accents.',
    'sheets.warning.long-number-rounded_one':
      'On {{sheet}}, cell {{cell}} holds a number of more than 15 digits: Excel has replaced the last ones by zeros. If it is an identifier, type it as text.',
    'sheets.warning.long-number-rounded_other':
      'On {{sheet}}, {{n}} cells, the first being {{cell}}, hold numbers of more than 15 digits: Excel has replaced the last ones by zeros. If they are identifiers, type them as text.',
    'sheets.warning.formula-without-value_one':
      'On {{sheet}}, the formula in cell {{cell}} has no stored result and was read as empty. Open the file in Excel and save it to have it calculated.',
    'sheets.warning.formula-without-value_other':
      'On {{sheet}}, {{n}} formulas, the first being in {{cell}}, have no stored result and were read as empty. Open the file in Excel and save it to have them calculated.',
    'sheets.warning.hidden-sheet': 'The sheet {{sheet}} is hidden in the workbook.',
    'sheets.warning.bad-cell_one':
      'On {{sheet}}, the value of cell {{cell}} is not what its type promises. Check it in the file.',
    'sheets.warning.bad-cell_other':
      'On {{sheet}}, {{n}} cells, the first being {{cell}}, hold values that are not what their type promises. Check them in the file.',
  },
  fr: {
    'sheets.error.file-empty':
      'Le fichier est vide. Vérifiez qu’il a été enregistré ou téléchargé en entier.',
    'sheets.error.file-too-large':
      'Le fichier dépasse {{megabytes}} Mo. Enregistrez la feuille utile dans un fichier à part, sans images, puis réessayez.',
    'sheets.error.not-a-spreadsheet':
      'Ce fichier n’est pas un tableur. Choisissez un classeur Excel (.xlsx) ou un fichier CSV.',
    'sheets.error.old-excel':
      'Ce classeur est à l’ancien format d’Excel (.xls). Ouvrez-le dans Excel ou LibreOffice, enregistrez-le comme « Classeur Excel (.xlsx) », puis choisissez le nouveau fichier.',
    'sheets.error.binary-excel':
      'Ce classeur Excel est au format binaire (.xlsb). Ouvrez-le dans Excel, enregistrez-le comme « Classeur Excel (.xlsx) », puis choisissez le nouveau fichier.',
    'sheets.error.libreoffice-file':
      'Ce fichier est un classeur LibreOffice. Ouvrez-le dans LibreOffice, enregistrez-le comme « Excel 2007–365 (.xlsx) », puis choisissez le nouveau fichier.',
    'sheets.error.word-document':
      'Ce fichier est un document Word. Copiez son tableau dans un classeur Excel, enregistrez-le en .xlsx, puis choisissez ce fichier.',
    'sheets.error.web-page':
      'Ce fichier est une page web ou un fichier XML sous un nom de tableur, comme en exportent certains portails. Ouvrez-le dans Excel, enregistrez-le comme « Classeur Excel (.xlsx) », puis choisissez le nouveau fichier. Un document EWP (.xml) se lit à la page « Fichiers EWP ».',
    'sheets.error.excel-lock-file':
      'C’est le petit fichier témoin qu’Excel garde à côté d’un classeur ouvert (son nom commence par « ~$ »). Choisissez le classeur lui-même.',
    'sheets.error.password-protected':
      'Le classeur est protégé par un mot de passe. Ouvrez-le dans Excel, retirez le mot de passe (Fichier → Informations → Protéger le classeur), enregistrez-le, puis réessayez.',
    'sheets.error.zip-damaged':
      'Le fichier est abîmé : impossible de le décompresser, peut-être parce qu’un téléchargement ou une copie s’est interrompu. Récupérez-le de nouveau ; si Excel l’ouvre encore, enregistrez-le sous un autre nom.',
    'sheets.error.zip-suspicious':
      'Le fichier n’est pas construit comme un classeur d’Excel (beaucoup plus gros une fois décompressé, ou contenant des parties chiffrées ou en double) ; il n’a donc pas été ouvert. Ouvrez-le dans Excel, copiez les données dans un nouveau classeur, puis réessayez.',
    'sheets.error.workbook-damaged':
      'Le classeur est abîmé : une de ses parties manque ou est incomplète. Rien n’a été lu, pour qu’aucune ligne ne se perde sans qu’on le voie. Ouvrez-le dans Excel, laissez-le réparer le fichier, enregistrez-le sous un autre nom, puis réessayez.',
    'sheets.error.xml-forbidden':
      'Le classeur contient des instructions qu’aucun tableur n’écrit et qui peuvent servir à des attaques. Il n’a pas été lu. Demandez à l’expéditeur une nouvelle copie faite dans Excel.',
    'sheets.error.xml-not-xml':
      'Ce fichier n’est pas du XML : un document EWP est attendu ici (accords, nominations ou contrats d’études). Choisissez le fichier .xml que votre partenaire ou votre fournisseur EWP vous a donné.',
    'sheets.error.xml-broken':
      'Le XML est rompu à la ligne {{line}}, dans {{within}} : une balise, un attribut ou un caractère y est mal formé. Rien n’a été lu. Redemandez le fichier, ou corrigez cette ligne.',
    'sheets.error.xml-doctype':
      'La ligne {{line}} du fichier déclare un DOCTYPE ou une entité, par quoi un fichier peut aller en chercher d’autres. Les documents EWP n’en ont pas : il n’a pas été lu. Demandez à l’expéditeur le document simple.',
    'sheets.error.xml-too-large':
      'Le XML contient plus de {{limit}} éléments ou plus de {{megabytes}} Mo, bien plus qu’un document EWP. Exportez moins d’accords ou d’élèves à la fois.',
    'sheets.error.too-many-cells':
      'La feuille est trop grande (la limite est ici de {{limit}}). Divisez-la, ou retirez les colonnes et les lignes inutiles, puis réessayez.',
    'sheets.error.too-slow':
      'La lecture du fichier durait trop longtemps et a été arrêtée. Enregistrez la feuille utile dans un nouveau classeur, sans mise en forme, puis réessayez.',
    'sheets.error.too-much-memory':
      'La lecture du fichier demandait trop de mémoire et a été arrêtée. Enregistrez la feuille utile dans un nouveau classeur, sans mise en forme, puis réessayez.',
    'sheets.error.text-not-decodable':
      'Les lettres de ce fichier texte ne peuvent pas être lues avec certitude (essai en {{encoding}}). Dans Excel, enregistrez-le comme « CSV UTF-8 » ou comme classeur (.xlsx), puis choisissez le nouveau fichier.',
    'sheets.error.csv-unclosed-quote':
      'À la ligne {{line}}, un guillemet ouvre un texte et n’est pas refermé correctement. Corrigez cette ligne dans un éditeur de texte, ou enregistrez le tableau comme classeur (.xlsx), puis réessayez.',
    'sheets.error.sheet-not-found':
      'Il n’y a plus de feuille « {{name}} » dans ce fichier. Choisissez une autre feuille.',
    'sheets.error.cancelled': 'Lecture annulée. Rien n’a été modifié.',
    'sheets.warning.macros-ignored':
      'Le classeur contient des macros. Elles n’ont pas été exécutées ; seules les valeurs ont été lues.',
    'sheets.warning.encoding-guessed':
      'Le fichier ne dit pas comment ses lettres sont écrites ; {{encoding}} a été supposé. Vérifiez quelques noms accentués.',
    'sheets.warning.long-number-rounded_one':
      'Feuille {{sheet}}, la cellule {{cell}} contient un nombre de plus de 15 chiffres : Excel a remplacé les derniers par des zéros. S’il s’agit d’un identifiant, saisissez-le comme texte.',
    'sheets.warning.long-number-rounded_other':
      'Feuille {{sheet}}, {{n}} cellules, à commencer par {{cell}}, contiennent des nombres de plus de 15 chiffres : Excel a remplacé les derniers par des zéros. S’il s’agit d’identifiants, saisissez-les comme texte.',
    'sheets.warning.formula-without-value_one':
      'Feuille {{sheet}}, la formule de la cellule {{cell}} n’a pas de résultat enregistré et a été lue comme vide. Ouvrez le fichier dans Excel et enregistrez-le pour qu’elle soit calculée.',
    'sheets.warning.formula-without-value_other':
      'Feuille {{sheet}}, {{n}} formules, à commencer par {{cell}}, n’ont pas de résultat enregistré et ont été lues comme vides. Ouvrez le fichier dans Excel et enregistrez-le pour qu’elles soient calculées.',
    'sheets.warning.hidden-sheet': 'La feuille {{sheet}} est masquée dans le classeur.',
    'sheets.warning.bad-cell_one':
      'Feuille {{sheet}}, la valeur de la cellule {{cell}} n’est pas de la nature annoncée. Vérifiez-la dans le fichier.',
    'sheets.warning.bad-cell_other':
      'Feuille {{sheet}}, {{n}} cellules, à commencer par {{cell}}, contiennent des valeurs qui ne sont pas de la nature annoncée. Vérifiez-les dans le fichier.',
  },
})
