import type { Statement } from 'better-sqlite3'
import type { Transaction } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import { actionLabels, type ActionLabel, type ActionParams } from '#shared/contract/history.ts'
import type { Clock } from '#core/ports/ports.ts'
import { columnsOf } from './journal.ts'
import type { Connections } from './open.ts'
import type { ActionTable, Database, JournalTable } from './schema.ts'
import type { Turns } from './turns.ts'

export type Trx = Transaction<Database>

/** What a user did, as the bottom line and the history tell it. */
export interface DoneAction {
  readonly seq: number
  readonly label: ActionLabel
  readonly params: ActionParams
}

/** The one door to the data: every write goes through it, is journaled, and can be undone. */
export interface ChangeDoor {
  /**
   * Runs the writes of one user action in one transaction, whole or not at all. Inside, await nothing but queries
   * on `trx`. The action is undefined when nothing changed.
   */
  change<T>(
    label: ActionLabel,
    params: ActionParams,
    work: (trx: Trx) => Promise<T>,
  ): Promise<{ readonly result: T; readonly action: DoneAction | undefined }>
  /** @throws DomainError `nothing-to-undo`, `undo-before-upgrade` */
  undo(): Promise<DoneAction>
  /** @throws DomainError `nothing-to-redo` */
  redo(): Promise<DoneAction>
  /** Makes all that was done so far final: used once, when a new office has been filled. */
  seal(): Promise<void>
  /** Calls back after each committed change. Returns the function that stops it. */
  onChange(listener: () => void): () => void
}

interface DoorDeps {
  readonly connections: Connections
  readonly clock: Clock
  readonly actor: string
  readonly turns: Turns
}

export function createChangeDoor({ connections, clock, actor, turns }: DoorDeps): ChangeDoor {
  const { raw, write, schemaVersion } = connections
  const listeners = new Set<() => void>()
  const sql = prepareStatements(connections)

  const begin = (
    label: ActionLabel,
    params: ActionParams,
    kind: ActionTable['kind'],
    target: number | null,
  ): number => {
    const seq = Number(
      sql.addAction.run(clock.now(), actor, label, JSON.stringify(params), kind, target, schemaVersion)
        .lastInsertRowid,
    )
    sql.openChange.run(seq)
    return seq
  }
  /** Closes the action; one that changed nothing leaves no trace. */
  const end = (seq: number): boolean => {
    sql.closeChange.run()
    if (sql.closeAction.run(seq).changes > 0) return true
    sql.dropAction.run(seq)
    return false
  }
  const revert = (kind: 'undo' | 'redo', action: ActionTable): void =>
    raw
      .transaction(() => {
        raw.pragma('defer_foreign_keys = ON')
        const last = sql.lastOf.get(action.seq, action.seq)
        if (last === undefined) throw new Error(`Action ${action.seq} has no entries`)
        const seq = begin(labelOf(action), paramsOf(action), kind, action.seq)
        for (const entry of sql.entriesOf.all(last.firstEntry, last.lastEntry))
          revertEntry(connections, sql, entry)
        end(seq)
        sql.setState.run(kind === 'undo' ? 'undone' : 'done', action.seq)
      })
      .immediate()

  const told = (action: DoneAction): DoneAction => {
    for (const listener of listeners) listener()
    return action
  }

  return {
    change: (label, params, work) =>
      turns(async () => {
        const done = await write.transaction().execute(async (trx) => {
          const seq = begin(label, params, 'do', null)
          const result = await work(trx)
          const isChanged = end(seq)
          if (isChanged) sql.dropUndone.run(seq)
          return { result, action: isChanged ? { seq, label, params } : undefined }
        })
        if (done.action !== undefined) told(done.action)
        return done
      }),
    undo: () =>
      turns(() => {
        const action = sql.lastDone.get()
        if (action === undefined) throw new DomainError('nothing-to-undo')
        if (action.schemaVersion !== schemaVersion) throw new DomainError('undo-before-upgrade')
        revert('undo', action)
        return told({ seq: action.seq, label: labelOf(action), params: paramsOf(action) })
      }),
    redo: () =>
      turns(() => {
        const action = sql.firstUndone.get()
        if (action === undefined) throw new DomainError('nothing-to-redo')
        revert('redo', action)
        return told({ seq: action.seq, label: labelOf(action), params: paramsOf(action) })
      }),
    seal: () =>
      turns(() => {
        raw.prepare(`UPDATE action SET state = 'dropped' WHERE kind = 'do'`).run()
      }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

type Sql = ReturnType<typeof prepareStatements>

function prepareStatements({ raw }: Connections) {
  return {
    addAction: raw.prepare(
      `INSERT INTO action (at, actor, label, params, kind, target, state, schemaVersion, firstEntry, lastEntry)
       VALUES (?, ?, ?, ?, ?, ?, 'done', ?, (SELECT ifnull(max(seq), 0) + 1 FROM journal), 0)`,
    ),
    openChange: raw.prepare('INSERT INTO openChange (id, action) VALUES (1, ?)'),
    closeChange: raw.prepare('DELETE FROM openChange'),
    closeAction: raw.prepare(
      `UPDATE action SET lastEntry = (SELECT max(seq) FROM journal)
       WHERE seq = ? AND firstEntry <= (SELECT ifnull(max(seq), 0) FROM journal)`,
    ),
    dropAction: raw.prepare('DELETE FROM action WHERE seq = ?'),
    dropUndone: raw.prepare(
      `UPDATE action SET state = 'dropped' WHERE kind = 'do' AND state = 'undone' AND seq < ?`,
    ),
    setState: raw.prepare('UPDATE action SET state = ? WHERE seq = ?'),
    lastDone: raw.prepare<[], ActionTable>(
      `SELECT * FROM action WHERE kind = 'do' AND state = 'done' ORDER BY seq DESC LIMIT 1`,
    ),
    firstUndone: raw.prepare<[], ActionTable>(
      `SELECT * FROM action WHERE kind = 'do' AND state = 'undone' ORDER BY seq LIMIT 1`,
    ),
    /** The entries to revert are those of the last time the action was done, undone or redone. */
    lastOf: raw.prepare<[number, number], ActionTable>(
      'SELECT * FROM action WHERE seq = ? OR target = ? ORDER BY seq DESC LIMIT 1',
    ),
    entriesOf: raw.prepare<[number, number], JournalTable>(
      'SELECT * FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq DESC',
    ),
    byTable: new Map<string, RowStatements>(),
  }
}

interface RowStatements {
  readonly columns: readonly string[]
  readonly insert: Statement
  readonly update: Statement
  readonly remove: Statement
}

function revertEntry(connections: Connections, sql: Sql, entry: JournalTable): void {
  const table = rowStatements(connections, sql, entry.tableName)
  if (entry.operation === 'insert') {
    table.remove.run(entry.rowId)
    return
  }
  const before: Record<string, unknown> = JSON.parse(entry.before ?? '{}')
  const values = table.columns.map((column) => before[column])
  if (entry.operation === 'delete') table.insert.run(values)
  else table.update.run([...values, entry.rowId])
}

function rowStatements({ raw }: Connections, sql: Sql, table: string): RowStatements {
  const known = sql.byTable.get(table)
  if (known !== undefined) return known
  const columns = columnsOf(raw, table)
  const quoted = columns.map((column) => `"${column}"`)
  const made = {
    columns,
    insert: raw.prepare(
      `INSERT INTO "${table}" (${quoted.join(', ')}) VALUES (${quoted.map(() => '?').join(', ')})`,
    ),
    update: raw.prepare(
      `UPDATE "${table}" SET ${quoted.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    ),
    remove: raw.prepare(`DELETE FROM "${table}" WHERE id = ?`),
  }
  sql.byTable.set(table, made)
  return made
}

export function labelOf(action: Pick<ActionTable, 'label'>): ActionLabel {
  const label = actionLabels.find((known) => known === action.label)
  if (label === undefined) throw new Error(`Unknown action label ${action.label}`)
  return label
}

export function paramsOf(action: Pick<ActionTable, 'params'>): ActionParams {
  return JSON.parse(action.params)
}
