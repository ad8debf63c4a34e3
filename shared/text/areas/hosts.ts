import { defineTexts } from '../define-texts.ts'

/** What is said outside the window: in the terminal that started Escale, in the desktop's menu and message boxes. */
export const hostsTexts = defineTexts({
  en: {
    'hosts.usage':
      'npm start -- [OFFICE.escale] [--browser] [--no-window] [--port N]\n' +
      '  OFFICE.escale  the office file to open; without it, the one used last\n' +
      '  --browser      use the browser of this computer even where Electron is present\n' +
      '  --no-window    open no window: print the address and wait\n' +
      '  --port N       listen on this port (1024 to 65535) instead of any free one',
    'hosts.argument.unknown-option': 'There is no option {{argument}}. “npm start -- --help” lists them.',
    'hosts.argument.bad-port': '--port takes a number from 1024 to 65535, not “{{argument}}”.',
    'hosts.argument.several-files': 'One office file at a time: “{{argument}}” is one too many.',
    'hosts.argument.not-an-office-file':
      '“{{argument}}” is not an office file: its name does not end with .escale. Spreadsheets are imported from inside Escale.',
    'hosts.file-missing': 'There is no file {{path}}.',
    'hosts.not-built': 'The window is not built yet. “npm start” builds it.',
    'hosts.port-taken': 'Port {{port}} is used by another program. Choose another one, or leave --port out.',
    'hosts.refused': 'Escale cannot start: {{reason}}',
    'hosts.silent':
      'Escale is already running (process {{pid}}) and does not answer. End that process, then start again.',
    'hosts.running-here': 'Escale is already running. A new window is opening.',
    'hosts.running-at': 'Escale is already running at {{url}}',
    'hosts.window.asked': 'Escale is open in {{browser}} ({{path}}), as asked with --browser.',
    'hosts.window.no-electron':
      'Escale is open in {{browser}} ({{path}}), because the Electron runtime is not on this computer.',
    'hosts.window.direct': 'Escale is open in {{browser}} ({{path}}).',
    'hosts.window.how-to-end': 'Close the window or press Ctrl C to end it.',
    'hosts.address': 'Escale is running at {{url}}',
    'hosts.address.keep':
      'Whoever has this address can read the office: do not share it. Press Ctrl C to end Escale.',
    'hosts.browser-missing': 'ESCALE_BROWSER names {{path}}, which is not a program on this computer.',
    'hosts.why.no-display': 'There is no display here: open the address in a browser of this computer.',
    'hosts.why.no-browser':
      'No Chrome, Edge, Chromium or Brave was found: open the address in another browser, or name one in ESCALE_BROWSER.',
    'hosts.why.never-shown': '{{browser}} ended without showing the window: open the address by hand.',
    'hosts.why.cannot-run': '{{browser}} could not be run: open the address by hand.',
    'hosts.desktop': 'Escale is open in its own window. Close it or press Ctrl C to end it.',
    'hosts.ending-late':
      'Escale could not end properly within {{seconds}} seconds. Nothing that was saved is lost.',

    'hosts.menu.file': 'File',
    'hosts.menu.close': 'Close the window',
    'hosts.menu.quit': 'Quit Escale',
    'hosts.menu.edit': 'Edit',
    'hosts.menu.cut': 'Cut',
    'hosts.menu.copy': 'Copy',
    'hosts.menu.paste': 'Paste',
    'hosts.menu.select-all': 'Select all',
    'hosts.menu.view': 'View',
    'hosts.menu.actual-size': 'Actual size',
    'hosts.menu.zoom-in': 'Zoom in',
    'hosts.menu.zoom-out': 'Zoom out',
    'hosts.menu.full-screen': 'Full screen',
    'hosts.menu.reload': 'Reload the window',
    'hosts.menu.developer-tools': 'Developer tools',
    'hosts.menu.about': 'About Escale',
    'hosts.menu.hide': 'Hide Escale',
    'hosts.stopped.title': 'The part of Escale that keeps the data has stopped.',
    'hosts.stopped.detail':
      'Everything that was saved is in the office file. Start again to go on; if this comes back, the log is in {{folder}}.',
    'hosts.stopped.restart': 'Start again',
    'hosts.stopped.quit': 'Quit',
    'hosts.file-save': 'Save the file',
  },
  fr: {
    'hosts.browser-missing': 'ESCALE_BROWSER désigne {{path}}, qui n’est pas un programme de cet ordinateur.',
    'hosts.usage':
      'npm start -- [BUREAU.escale] [--browser] [--no-window] [--port N]\n' +
      '  BUREAU.escale  le fichier du bureau à ouvrir ; sans lui, le dernier utilisé\n' +
      '  --browser      prendre le navigateur de cet ordinateur même là où Electron est présent\n' +
      '  --no-window    n’ouvrir aucune fenêtre : écrire l’adresse et attendre\n' +
      '  --port N       écouter sur ce port (1024 à 65535) plutôt que sur un port libre',
    'hosts.argument.unknown-option':
      'L’option {{argument}} n’existe pas. « npm start -- --help » donne leur liste.',
    'hosts.argument.bad-port': '--port prend un nombre de 1024 à 65535, pas « {{argument}} ».',
    'hosts.argument.several-files': 'Un seul fichier de bureau à la fois : « {{argument}} » est de trop.',
    'hosts.argument.not-an-office-file':
      '« {{argument}} » n’est pas un fichier de bureau : son nom ne finit pas par .escale. Les tableurs s’importent depuis Escale.',
    'hosts.file-missing': 'Il n’y a pas de fichier {{path}}.',
    'hosts.not-built': 'La fenêtre n’est pas encore construite. « npm start » la construit.',
    'hosts.port-taken':
      'Le port {{port}} est pris par un autre programme. Choisissez-en un autre, ou omettez --port.',
    'hosts.refused': 'Escale ne peut pas démarrer : {{reason}}',
    'hosts.silent':
      'Escale est déjà lancé (processus {{pid}}) et ne répond pas. Terminez ce processus, puis relancez.',
    'hosts.running-here': 'Escale est déjà lancé. Une nouvelle fenêtre s’ouvre.',
    'hosts.running-at': 'Escale est déjà lancé à l’adresse {{url}}',
    'hosts.window.asked': 'Escale est ouvert dans {{browser}} ({{path}}), comme demandé par --browser.',
    'hosts.window.no-electron':
      'Escale est ouvert dans {{browser}} ({{path}}), car Electron n’est pas sur cet ordinateur.',
    'hosts.window.direct': 'Escale est ouvert dans {{browser}} ({{path}}).',
    'hosts.window.how-to-end': 'Fermez la fenêtre ou tapez Ctrl C pour le quitter.',
    'hosts.address': 'Escale est lancé à l’adresse {{url}}',
    'hosts.address.keep':
      'Qui a cette adresse peut lire le bureau : ne la communiquez pas. Tapez Ctrl C pour quitter Escale.',
    'hosts.why.no-display':
      'Il n’y a pas d’écran ici : ouvrez l’adresse dans un navigateur de cet ordinateur.',
    'hosts.why.no-browser':
      'Ni Chrome, ni Edge, ni Chromium, ni Brave n’a été trouvé : ouvrez l’adresse dans un autre navigateur, ou nommez-en un dans ESCALE_BROWSER.',
    'hosts.why.never-shown':
      '{{browser}} s’est terminé sans montrer la fenêtre : ouvrez l’adresse à la main.',
    'hosts.why.cannot-run': '{{browser}} n’a pas pu être lancé : ouvrez l’adresse à la main.',
    'hosts.desktop': 'Escale est ouvert dans sa propre fenêtre. Fermez-la ou tapez Ctrl C pour le quitter.',
    'hosts.ending-late':
      'Escale n’a pas pu se terminer proprement en {{seconds}} secondes. Rien de ce qui était enregistré n’est perdu.',

    'hosts.menu.file': 'Fichier',
    'hosts.menu.close': 'Fermer la fenêtre',
    'hosts.menu.quit': 'Quitter Escale',
    'hosts.menu.edit': 'Édition',
    'hosts.menu.cut': 'Couper',
    'hosts.menu.copy': 'Copier',
    'hosts.menu.paste': 'Coller',
    'hosts.menu.select-all': 'Tout sélectionner',
    'hosts.menu.view': 'Affichage',
    'hosts.menu.actual-size': 'Taille normale',
    'hosts.menu.zoom-in': 'Agrandir',
    'hosts.menu.zoom-out': 'Réduire',
    'hosts.menu.full-screen': 'Plein écran',
    'hosts.menu.reload': 'Recharger la fenêtre',
    'hosts.menu.developer-tools': 'Outils de développement',
    'hosts.menu.about': 'À propos d’Escale',
    'hosts.menu.hide': 'Masquer Escale',
    'hosts.stopped.title': 'La partie d’Escale qui garde les données s’est arrêtée.',
    'hosts.stopped.detail':
      'Tout ce qui était enregistré est dans le fichier du bureau. Redémarrez pour continuer ; si cela se reproduit, le journal est dans {{folder}}.',
    'hosts.stopped.restart': 'Redémarrer',
    'hosts.stopped.quit': 'Quitter',
    'hosts.file-save': 'Enregistrer le fichier',
  },
})
