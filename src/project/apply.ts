import { finish, type Steps } from '../core/steps.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { scoringProblem } from '../scheme/scoring/valid.ts'
import { appendMissing, dropLast } from '../table/builder.ts'
import { cellAt, lengthOf, withCells } from '../table/cell.ts'
import type { Column, ColumnId } from '../table/column.ts'
import { columnById, withColumn, type Table, type TableId } from '../table/table.ts'
import type { Change } from './change.ts'
import type { Document } from './document.ts'
import { shapeOf, withShape } from './held.ts'
import { readLayout } from './layout.ts'
import { risen } from './risen.ts'

export interface Applied {
  readonly next: Document
  readonly inverse: Change
}

type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>

/**
 * One primitive edit, copy-on-write. Applying the inverse to `next` gives the document back exactly, save that the
 * revisions of the columns touched have risen: a revision never stands for two contents.
 * A change that does not fit the document is our bug (plain `Error`): commands are checked before they become changes.
 */
export function apply(document: Document, change: Change): Applied {
  switch (change.kind) {
    case 'setCells':
      return setCells(document, change)
    case 'appendRows':
      return appendRows(document, change)
    case 'dropLastRows':
      return dropLastRows(document, change)
    case 'setOrder': {
      const table = tableOf(document, change.table)
      return {
        next: withTable(document, { ...table, order: change.order }),
        inverse: { ...change, order: table.order },
      }
    }
    case 'setColumn':
      return setColumn(document, change)
    case 'setEdited':
      return setEdited(document, change)
    case 'setKey': {
      const table = tableOf(document, change.table)
      return {
        next: withTable(document, { ...table, key: change.key }),
        inverse: { ...change, key: table.key },
      }
    }
    case 'setMerges':
      return setMerges(document, change)
    case 'setDistinct':
      return setDistinct(document, change)
    case 'setTable':
      return setTable(document, change)
    case 'setScheme':
      checkScorings(change.scheme)
      return {
        next: { ...document, scheme: change.scheme },
        inverse: { kind: 'setScheme', scheme: document.scheme },
      }
    case 'setKeptScheme':
      checkScorings(change.scheme)
      return {
        next: { ...document, keptScheme: change.scheme },
        inverse: { kind: 'setKeptScheme', scheme: document.keptScheme },
      }
    case 'setOverrides':
      return setOverrides(document, change)
    case 'setModel':
      return setModel(document, change)
    case 'setLayout':
      return setLayout(document, change)
    case 'setName':
      return {
        next: { ...document, name: change.name },
        inverse: { kind: 'setName', name: document.name },
      }
  }
}

function setModel(document: Document, { model, choice }: ChangeOf<'setModel'>): Applied {
  const { models, ...plain } = document
  const { [model]: before, ...others } = models ?? {}
  const next = choice ? { ...others, [model]: choice } : others
  return {
    next: Object.keys(next).length > 0 ? { ...plain, models: next } : plain,
    inverse: { kind: 'setModel', model, choice: before ?? null },
  }
}

/** A logged layout may come from a later version of the app. */
function setLayout(document: Document, change: ChangeOf<'setLayout'>): Applied {
  const { layout: before, ...plain } = document
  return {
    next: change.layout === null ? plain : { ...plain, layout: readLayout(change.layout) },
    inverse: { kind: 'setLayout', layout: before ?? null },
  }
}

/** Where changes lead to, and the inverses in the order in which they are to be applied. */
export interface AppliedAll {
  readonly next: Document
  readonly inverses: readonly Change[]
}

/** All of the changes or, where one throws, none. */
export const applyAll = (document: Document, changes: readonly Change[]): AppliedAll =>
  finish(applying(document, changes))

/** The same, with a pause after each change. */
export function* applying(document: Document, changes: readonly Change[]): Steps<AppliedAll> {
  let next = document
  const inverses: Change[] = []
  for (const change of changes) {
    const applied = apply(next, change)
    next = applied.next
    inverses.push(applied.inverse)
    yield
  }
  return { next, inverses: inverses.reverse() }
}

/** A logged scheme may come from a later version of the app. */
function checkScorings({ criteria }: Scheme): void {
  for (const { scoring } of criteria) {
    const problem = scoringProblem(scoring)
    if (problem !== null) throw new Error(`setScheme: ${problem}`)
  }
}

function setCells(document: Document, change: ChangeOf<'setCells'>): Applied {
  const table = tableOf(document, change.table)
  const column = columnOf(table, change.column)
  const { rows, cells } = change
  if (rows.length !== cells.length) throw new Error('setCells: as many rows as cells')
  if (rows.some((row) => row >= table.rowCount)) throw new Error('setCells: no such row')
  if (new Set(rows).size < rows.length) throw new Error('setCells: a row twice')
  const set = withCells(column, rows, cells)
  return {
    next: withTable(
      document,
      withColumn(table, change.held === undefined ? set : withShape(set, change.held)),
    ),
    inverse: {
      kind: 'setCells',
      table: table.id,
      column: column.id,
      rows,
      cells: rows.map((row) => cellAt(column, row)),
      held: shapeOf(column, rows),
    },
  }
}

function appendRows(document: Document, { table: id, count }: ChangeOf<'appendRows'>): Applied {
  const table = tableOf(document, id)
  return {
    next: withTable(document, {
      ...table,
      rowCount: table.rowCount + count,
      columns: table.columns.map((column) => appendMissing(column, count)),
    }),
    inverse: { kind: 'dropLastRows', table: id, count },
  }
}

/** Refuses rows that hold anything: only rows just appended, and set back to missing, may go. */
function dropLastRows(document: Document, { table: id, count }: ChangeOf<'dropLastRows'>): Applied {
  const table = tableOf(document, id)
  const rowCount = table.rowCount - count
  if (rowCount < 0) throw new Error('dropLastRows: more rows than there are')
  if (table.order.some((row) => row >= rowCount)) throw new Error('dropLastRows: a living row')
  for (const column of table.columns)
    for (let row = rowCount; row < table.rowCount; row++) {
      const { value, original, mark } = cellAt(column, row)
      if (value !== null || original !== null || mark !== 'plain')
        throw new Error('dropLastRows: a filled row')
    }
  return {
    next: withTable(document, {
      ...table,
      rowCount,
      columns: table.columns.map((column) => dropLast(column, count)),
    }),
    inverse: { kind: 'appendRows', table: id, count },
  }
}

function setColumn(document: Document, change: ChangeOf<'setColumn'>): Applied {
  const table = tableOf(document, change.table)
  const place = table.columns.findIndex((column) => column.id === change.id)
  const before = table.columns[place] ?? null
  if (before === null && change.column === null) throw new Error('setColumn: nothing to remove')
  const columns = table.columns.filter((column) => column.id !== change.id)
  if (change.column !== null) {
    if (change.column.id !== change.id) throw new Error('setColumn: two ids')
    if (lengthOf(change.column) !== table.rowCount) throw new Error('setColumn: another length')
    columns.splice(change.at, 0, risen(change.column, before))
  }
  return {
    next: withTable(document, { ...table, columns }),
    inverse: { ...change, at: before === null ? change.at : place, column: before },
  }
}

function setEdited(document: Document, change: ChangeOf<'setEdited'>): Applied {
  const { edited: before, ...table } = tableOf(document, change.table)
  const cells = new Set(before?.get(change.column))
  const rows = change.rows.filter((row) => cells.has(row) !== change.edited)
  for (const row of rows)
    if (change.edited) cells.add(row)
    else cells.delete(row)
  const edited = new Map(before).set(change.column, cells)
  if (cells.size === 0) edited.delete(change.column)
  return {
    next: withTable(document, edited.size === 0 ? table : { ...table, edited }),
    inverse: { ...change, rows, edited: !change.edited },
  }
}

function setMerges(document: Document, change: ChangeOf<'setMerges'>): Applied {
  const { merges: before, ...table } = tableOf(document, change.table)
  const merges = new Map(before)
  for (const { id, merge } of change.entries)
    if (merge === null) merges.delete(id)
    else merges.set(id, merge)
  return {
    next: withTable(document, merges.size === 0 ? table : { ...table, merges }),
    inverse: {
      ...change,
      entries: change.entries.map(({ id }) => ({ id, merge: before?.get(id) ?? null })),
    },
  }
}

function setDistinct(document: Document, change: ChangeOf<'setDistinct'>): Applied {
  const { distinct: before, ...table } = tableOf(document, change.table)
  const distinct = new Map(before)
  for (const { id, rows } of change.entries)
    if (rows === null) distinct.delete(id)
    else distinct.set(id, rows)
  return {
    next: withTable(document, distinct.size === 0 ? table : { ...table, distinct }),
    inverse: {
      ...change,
      entries: change.entries.map(({ id }) => ({ id, rows: before?.get(id) ?? null })),
    },
  }
}

function setTable(document: Document, { id, table }: ChangeOf<'setTable'>): Applied {
  const before = document.tables[id] ?? null
  if (before === null && table === null) throw new Error('setTable: nothing to remove')
  const tables =
    table === null
      ? Object.fromEntries(Object.entries(document.tables).filter(([name]) => name !== id))
      : { ...document.tables, [id]: withRisenColumns(table, before) }
  return {
    next: { ...document, tables },
    inverse: { kind: 'setTable', id, table: before },
  }
}

function withRisenColumns(table: Table, before: Table | null): Table {
  return {
    ...table,
    columns: table.columns.map((column) =>
      risen(column, (before && columnById(before, column.id)) ?? null),
    ),
  }
}

function setOverrides(document: Document, change: ChangeOf<'setOverrides'>): Applied {
  const overrides = new Map(document.overrides)
  for (const { customer, override } of change.entries) {
    if (override === null) overrides.delete(customer)
    else overrides.set(customer, override)
  }
  return {
    next: { ...document, overrides },
    inverse: {
      kind: 'setOverrides',
      entries: change.entries.map(({ customer }) => ({
        customer,
        override: document.overrides.get(customer) ?? null,
      })),
    },
  }
}

function tableOf(document: Document, id: TableId): Table {
  const table = document.tables[id]
  if (!table) throw new Error(`no table ${id}`)
  return table
}

function columnOf(table: Table, id: ColumnId): Column {
  const column = columnById(table, id)
  if (!column) throw new Error(`no column ${id} in ${table.id}`)
  return column
}

function withTable(document: Document, table: Table): Document {
  return { ...document, tables: { ...document.tables, [table.id]: table } }
}
