import type { Database as RawDatabase } from 'better-sqlite3'
import type { Migration } from '../migrate.ts'

/**
 * Each form of stay says its own steps, fields and limits: what a school left open until now was filled in by the
 * application whenever it was read, so that the screen of forms could neither show it nor take it away. A document
 * that was to be there by a step that the form does not have was never asked for: it is by the next one.
 */
export const sayEachForm: Migration = {
  version: 150,
  up: (db) => {
    db.exec('DROP TRIGGER IF EXISTS journal_setting_update; DROP TRIGGER IF EXISTS journal_setting_insert')
    if (find(db, 'forms') === undefined) return
    change(db, 'forms', completed)
    if (find(db, 'stayRules') === undefined)
      db.prepare('INSERT INTO setting (id, value) VALUES (?, ?)').run(
        'stayRules',
        JSON.stringify({ forms: [], correspondences: [] }),
      )
  },
}

type Stored = Readonly<Record<string, unknown>>

const partner = 'applied approved selected nominated accepted agreed departed arrived returned'
const own = 'applied approved accepted agreed departed arrived returned'
const studies = 'iscedCode language conditionId'
const work = 'title supervisorName supervisorEmail workAddress agreementSignedOn'

/** What each form was made of when nothing was said: its steps, its fields, its limits. */
const usual: Readonly<Record<string, readonly [steps: string, fields: string, limits?: Stored]>> = {
  'exchange-semester': [partner, studies, { maximumMonths: 12 }],
  'double-degree': [partner, `${studies} degree`],
  'free-mover': [own, studies],
  master: [own, `${studies} degree title`],
  'athens-week': [
    'applied selected nominated accepted departed arrived returned',
    'title language',
    { maximumMonths: 1 },
  ],
  internship: [own, work],
  'end-of-studies-project': [own, work],
  'gap-period': [
    'applied approved agreed departed arrived returned',
    'title committeeDecision committeeOn committeeMinutes agreementSignedOn',
    { minimumSemesters: 1, maximumSemesters: 2, isOncePerCycle: true, endsBeforeLastSemester: true },
  ],
  'summer-school': [own, 'title language', { maximumMonths: 3 }],
  'short-term-blended': ['applied selected accepted departed arrived returned', 'title language'],
  'regional-semester': [
    'applied approved selected accepted agreed departed arrived returned',
    'studySemester title',
    { maximumMonths: 6 },
  ],
}

function completed(form: Stored): Stored {
  const known = usual[String(form['form'])]
  if (known === undefined) return form
  const [steps, fields, limits = {}] = known
  const said = objectOf(form['limits'])
  const isSilent = Object.values(said).every((limit) => limit === null || limit === false)
  const through = isEmpty(form['steps'])
    ? steps.split(' ').map((status) => ({ status, office: '', approval: '' }))
    : itemsOf(form['steps'])
  const names = through.map((step) => String(step['status']))
  return {
    ...form,
    steps: through,
    documents: itemsOf(form['documents']).map((one) => ({
      ...one,
      step: stepAfter(String(one['step']), names),
    })),
    fields: [...new Set([...fields.split(' '), ...textsOf(form['fields'])])],
    limits: isSilent ? { ...said, ...limits } : said,
  }
}

const order = `draft ${partner} recognised`.split(' ')

/** The step itself where the form has it, else the next one that it has. */
function stepAfter(step: string, steps: readonly string[]): string {
  return order.slice(order.indexOf(step)).find((one) => steps.includes(one)) ?? 'recognised'
}

function itemsOf(value: unknown): readonly Stored[] {
  return Array.isArray(value) ? value.map(objectOf) : []
}

function isEmpty(value: unknown): boolean {
  return !Array.isArray(value) || value.length === 0
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function objectOf(value: unknown): Stored {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function find(db: RawDatabase, id: string): string | undefined {
  return db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE id = ?').get(id)?.value
}

function change(db: RawDatabase, id: string, of: (one: Stored) => Stored): void {
  const items: unknown = JSON.parse(find(db, id) ?? '[]')
  if (!Array.isArray(items)) return
  db.prepare('UPDATE setting SET value = ? WHERE id = ?').run(
    JSON.stringify(items.map((one) => of(objectOf(one)))),
    id,
  )
}
