import type { NamePool } from './people-names-types.ts'

export const italianNames: NamePool = {
  givenNames: [
    { name: 'Giulia', gender: '2' },
    { name: 'Chiara', gender: '2' },
    { name: 'Francesca', gender: '2' },
    { name: 'Martina', gender: '2' },
    { name: 'Lorenzo', gender: '1' },
    { name: 'Matteo', gender: '1' },
    { name: 'Niccolò', gender: '1' },
    { name: 'Alessandro', gender: '1' },
  ],
  familyNames: [
    'Rossi',
    'Russo',
    'Ferrari',
    'Esposito',
    'Bianchi',
    'Romano',
    'Colombo',
    'Ricci',
    'Marino',
    'Greco',
    'Conti',
    "D'Angelo",
    'De Luca',
    "Dell'Acqua",
    "Dall'Agnol",
    'Di Stefano',
    'Lo Presti',
    'Nicolò',
  ],
}

export const hispanicNames: NamePool = {
  givenNames: [
    { name: 'Lucía', gender: '2' },
    { name: 'Sofía', gender: '2' },
    { name: 'Begoña', gender: '2' },
    { name: 'María José', gender: '2' },
    { name: 'Álvaro', gender: '1' },
    { name: 'Iñigo', gender: '1' },
    { name: 'Sergio', gender: '1' },
    { name: 'José Ángel', gender: '1' },
  ],
  familyNames: [
    'García',
    'Fernández',
    'González',
    'Rodríguez',
    'López',
    'Martínez',
    'Sánchez',
    'Pérez',
    'Gómez',
    'Muñoz',
    'Núñez',
    'Ibáñez',
    'García Ordóñez',
    'de la Fuente',
    'del Río',
    'Peña Vázquez',
  ],
}

export const lusophoneNames: NamePool = {
  givenNames: [
    { name: 'Beatriz', gender: '2' },
    { name: 'Mariana', gender: '2' },
    { name: 'Inês', gender: '2' },
    { name: 'Luísa', gender: '2' },
    { name: 'João', gender: '1' },
    { name: 'Thiago', gender: '1' },
    { name: 'Gonçalo', gender: '1' },
    { name: 'Luís Felipe', gender: '1' },
  ],
  familyNames: [
    'Silva',
    'Santos',
    'Souza',
    'da Silva',
    'dos Santos',
    'Oliveira',
    'Pereira',
    'Conceição',
    'Magalhães',
    'Araújo',
    'Guimarães',
    'Assunção',
    'de Almeida',
    'Falcão',
  ],
}

export const germanNames: NamePool = {
  givenNames: [
    { name: 'Johanna', gender: '2' },
    { name: 'Lena', gender: '2' },
    { name: 'Käthe', gender: '2' },
    { name: 'Franziska', gender: '2' },
    { name: 'Jonas', gender: '1' },
    { name: 'Maximilian', gender: '1' },
    { name: 'Jörg', gender: '1' },
    { name: 'Felix', gender: '1' },
  ],
  familyNames: [
    'Müller',
    'Schmidt',
    'Schneider',
    'Fischer',
    'Weber',
    'Schäfer',
    'Köhler',
    'Böhm',
    'Groß',
    'von Berg',
    'von der Heide',
    'Weiß',
    'Zimmermann',
    'Schröder',
  ],
}

export const polishNames: NamePool = {
  givenNames: [
    { name: 'Zofia', gender: '2' },
    { name: 'Agnieszka', gender: '2' },
    { name: 'Michał', gender: '1' },
    { name: 'Łukasz', gender: '1' },
  ],
  familyNames: ['Nowak', 'Wójcik', 'Mazur', 'Kaczmarek', 'Wróbel', 'Pająk'],
}

export const romanianNames: NamePool = {
  givenNames: [
    { name: 'Ioana', gender: '2' },
    { name: 'Andreea', gender: '2' },
    { name: 'Ștefan', gender: '1' },
    { name: 'Mihai', gender: '1' },
  ],
  familyNames: ['Popescu', 'Ionescu', 'Țurcanu', 'Dumitru', 'Munteanu', 'Bălan'],
}
