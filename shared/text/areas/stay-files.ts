import { defineTexts } from '../define-texts.ts'

/** What the screens say of the file of a stay. */
export const stayFileTexts = defineTexts({
  en: {
    'stay-file.problem.before-stay': 'The stay begins on {{date}}.',
    'stay-file.problem.after-stay': 'The stay ends on {{date}}.',
    'stay-file.problem.version-signed':
      'Version {{version}} is signed by the three parties and stays as it is. Write the change in a new version.',
    'stay-file.problem.party-signed-twice': 'This party has already signed this version.',
    'stay-file.problem.unsigned-before.student': 'The student has to sign first.',
    'stay-file.problem.signed-before.student':
      'The student signed on {{date}} only: this signature comes after it.',
    'stay-file.problem.signed-after.student':
      'The student has signed on {{date}}: this signature comes before it.',
    'stay-file.problem.unsigned-under.student':
      'The student has signed after this party. Take that signature away first.',
    'stay-file.problem.unsigned-before.sending': 'Our school has to sign first.',
    'stay-file.problem.signed-before.sending':
      'Our school signed on {{date}} only: this signature comes after it.',
    'stay-file.problem.signed-after.sending':
      'Our school has signed on {{date}}: this signature comes before it.',
    'stay-file.problem.unsigned-under.sending':
      'Our school has signed after this party. Take that signature away first.',
    'stay-file.problem.unsigned-before.receiving': 'The host has to sign first.',
    'stay-file.problem.signed-before.receiving':
      'The host signed on {{date}} only: this signature comes after it.',
    'stay-file.problem.signed-after.receiving':
      'The host has signed on {{date}}: this signature comes before it.',
    'stay-file.problem.unsigned-under.receiving':
      'The host has signed after this party. Take that signature away first.',
    'stay-file.problem.nothing-granted': 'Nothing has been granted yet.',
    'stay-file.problem.over-grant': 'More than what is left of the grant: {{left}} € of {{granted}} €.',
    'stay-file.problem.under-payments': 'The payments already come to {{sum}} €.',
    'error.file-empty': 'The file {{name}} is empty. Nothing was kept.',
    'action.document.attach': 'Attached {{name}} to {{title}}',
    'action.document.detach': 'Removed the file of {{title}}',
    'action.agreement.sign': 'Signature of version {{version}} of the learning agreement of {{title}}',
    'action.agreement.mirror': 'Courses recognised for {{title}}',
    'reminders.student.subject': 'Documents awaited for your stay',
    'reminders.student.opening': 'Hello {{name}},\n\nWe are still waiting for these documents of your stay:',
    'reminders.student.closing': 'Please send them to us as soon as you can.',
    'reminders.office.subject': 'Documents awaited: {{office}}',
    'reminders.office.opening': 'Documents still awaited from our students:',
    'reminders.noOffice': 'No office in charge',
    'reminders.line.overdue': 'due on {{date}}',
    'reminders.line.missing': 'due on {{date}}',
    'reminders.line.expired': 'expired on {{date}}',
    'reminders.line.expiring': 'expires on {{date}}',
  },
  fr: {
    'stay-file.problem.before-stay': 'La mobilité commence le {{date}}.',
    'stay-file.problem.after-stay': 'La mobilité finit le {{date}}.',
    'stay-file.problem.version-signed':
      'La version {{version}} est signée par les trois parties et reste telle quelle. Notez la modification dans une nouvelle version.',
    'stay-file.problem.party-signed-twice': 'Cette partie a déjà signé cette version.',
    'stay-file.problem.unsigned-before.student': 'L’élève doit signer d’abord.',
    'stay-file.problem.signed-before.student':
      'L’élève n’a signé que le {{date}} : cette signature vient après.',
    'stay-file.problem.signed-after.student': 'L’élève a signé le {{date}} : cette signature vient avant.',
    'stay-file.problem.unsigned-under.student':
      'L’élève a signé après cette partie. Retirez d’abord cette signature.',
    'stay-file.problem.unsigned-before.sending': 'Notre école doit signer d’abord.',
    'stay-file.problem.signed-before.sending':
      'Notre école n’a signé que le {{date}} : cette signature vient après.',
    'stay-file.problem.signed-after.sending':
      'Notre école a signé le {{date}} : cette signature vient avant.',
    'stay-file.problem.unsigned-under.sending':
      'Notre école a signé après cette partie. Retirez d’abord cette signature.',
    'stay-file.problem.unsigned-before.receiving': 'L’accueil doit signer d’abord.',
    'stay-file.problem.signed-before.receiving':
      'L’accueil n’a signé que le {{date}} : cette signature vient après.',
    'stay-file.problem.signed-after.receiving':
      'L’accueil a signé le {{date}} : cette signature vient avant.',
    'stay-file.problem.unsigned-under.receiving':
      'L’accueil a signé après cette partie. Retirez d’abord cette signature.',
    'stay-file.problem.nothing-granted': 'Rien n’a encore été accordé.',
    'stay-file.problem.over-grant': 'Plus que le reste de l’aide : {{left}} € sur {{granted}} €.',
    'stay-file.problem.under-payments': 'Les versements atteignent déjà {{sum}} €.',
    'error.file-empty': 'Le fichier {{name}} est vide. Rien n’a été gardé.',
    'action.document.attach': 'Pièce jointe {{name}} : {{title}}',
    'action.document.detach': 'Retrait du fichier de {{title}}',
    'action.agreement.sign': 'Signature de la version {{version}} du contrat d’études de {{title}}',
    'action.agreement.mirror': 'Cours reconnus pour {{title}}',
    'reminders.student.subject': 'Documents attendus pour votre mobilité',
    'reminders.student.opening':
      'Bonjour {{name}},\n\nIl nous manque encore ces documents pour votre mobilité :',
    'reminders.student.closing': 'Merci de nous les faire parvenir dès que possible.',
    'reminders.office.subject': 'Documents attendus : {{office}}',
    'reminders.office.opening': 'Documents encore attendus de nos élèves :',
    'reminders.noOffice': 'Aucun service chargé',
    'reminders.line.overdue': 'attendu le {{date}}',
    'reminders.line.missing': 'attendu le {{date}}',
    'reminders.line.expired': 'expiré le {{date}}',
    'reminders.line.expiring': 'expire le {{date}}',
  },
})
