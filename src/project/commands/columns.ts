import * as edit from '../../scheme/edit.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import {
  type Column,
  type ColumnId,
  type ColumnRole,
  singleRecordRoles,
} from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import { applyAll } from '../apply.ts'
import type { Change } from '../change.ts'
import { customersId, type Document } from '../document.ts'
import { columnOf, refuse, tableOf, type CommandOf, type Plan } from './contract.ts'
import { calculatedColumn, checkRole, isCalculated, otherReading } from './formulas.ts'
import { withNewColumn } from './layout.ts'
import { withoutFigure } from './models.ts'
import { withMovedOverrides } from './overrideKeys.ts'
import { emptyColumn, rereadColumn } from './readColumn.ts'
import { rescored } from './rescored.ts'
import { schemeChange } from './scheme.ts'

const mostColumns = 500

/** Roles that one column has at most; choosing another takes it from the one before. */
const single: readonly ColumnRole[] = ['key', 'name', ...singleRecordRoles]

export const addColumn: Plan<CommandOf<'addColumn'>> = (document, command, { newId }) => {
  const table = tableOf(document, command.table)
  const name = command.name.trim()
  if (name === '') refuse('a column without a name')
  if (table.columns.length >= mostColumns) refuse('too many columns', { limit: mostColumns })
  const { reading, role } = command
  const heading = { id: newId('c'), name, group: null, role, revision: 1 }
  const { formula, before = null, order } = command
  const column =
    formula === undefined
      ? emptyColumn(heading, reading, document.scheme.asOf, table.rowCount)
      : calculatedColumn(document, table, heading, formula)
  const at = before === null ? table.columns.length : table.columns.indexOf(columnOf(table, before))
  return [
    ...takenRoles(table, column),
    { ...place(table, column.id), at, column },
    ...keyChange(table, column),
    ...withNewColumn(document, table, column.id, order),
  ]
}

/** The copy names nobody and is worked out by no model: of what one column has at most it takes nothing. */
export const duplicateColumn: Plan<CommandOf<'duplicateColumn'>> = (
  document,
  command,
  { newId },
) => {
  const table = tableOf(document, command.table)
  const column = columnOf(table, command.column)
  const name = command.name.trim()
  if (name === '') refuse('a column without a name')
  if (table.columns.length >= mostColumns) refuse('too many columns', { limit: mostColumns })
  const isOwn = !single.includes(column.role) && column.role !== 'calculated'
  const id = newId('c')
  const copy: Column = { ...column, id, name, role: isOwn ? column.role : 'other' }
  return [
    { ...place(table, id), at: table.columns.indexOf(column) + 1, column: copy },
    ...withNewColumn(document, table, id, command.order, column.id),
  ]
}

/** Criteria that read the column go with it, in the same undo step; a calculated one is no longer wanted of its model. */
export const deleteColumn: Plan<CommandOf<'deleteColumn'>> = (document, command) => {
  const table = tableOf(document, command.table)
  const column = columnOf(table, command.column)
  if (table.columns.length === 1) refuse('the only column', { column: column.name })
  const unwanted = table.id === customersId ? withoutFigure(document, column.id) : []
  return [...unwanted, ...withoutColumnChanges(document, table, column)]
}

/** One after another, as one step. */
export const deleteColumns: Plan<CommandOf<'deleteColumns'>> = (document, command, context) => {
  let next = document
  return [...new Set(command.columns)].flatMap((column) => {
    const { table } = command
    const changes = deleteColumn(next, { kind: 'deleteColumn', table, column }, context)
    next = applyAll(next, changes).next
    return changes
  })
}

/** The changes that take a column out of its table, with the criteria that read it. */
export function withoutColumnChanges(
  document: Document,
  table: Table,
  column: Column,
): readonly Change[] {
  const scheme = table.id === customersId ? withoutColumn(document.scheme, column.id) : null
  return withMovedOverrides(document, table, [
    ...(scheme ? schemeChange(document, scheme) : []),
    ...(table.key === column.id ? [setKey(table, null)] : []),
    { ...place(table, column.id), column: null },
  ])
}

/** A new reading reads the texts anew; criteria that cannot score the new type get a scoring that can. */
export const changeColumn: Plan<CommandOf<'changeColumn'>> = (document, command) => {
  const table = tableOf(document, command.table)
  const before = columnOf(table, command.column)
  const name = (command.name ?? before.name).trim()
  if (name === '') refuse('a column without a name')
  const role = command.role ?? before.role
  const { reading } = command
  const reread =
    reading === undefined || reading === before.reading
      ? before
      : isCalculated(before)
        ? otherReading(before, reading)
        : rereadColumn(before, reading, document.scheme.asOf)
  if (isCalculated(before)) checkRole(before, role)
  if (reread === before && name === before.name && role === before.role) return []
  const column: Column = { ...reread, name, role }
  return withMovedOverrides(document, table, [
    ...takenRoles(table, column),
    { ...place(table, column.id), column },
    ...keyChange(table, column),
    ...rescored(document, table, column),
  ])
}

function place(table: Table, id: ColumnId) {
  const at = table.columns.findIndex((column) => column.id === id)
  return { kind: 'setColumn', table: table.id, id, at } as const
}

function setKey(table: Table, key: ColumnId | null): Change {
  return { kind: 'setKey', table: table.id, key }
}

function keyChange(table: Table, column: Column): readonly Change[] {
  if (column.role === 'key') return table.key === column.id ? [] : [setKey(table, column.id)]
  return table.key === column.id ? [setKey(table, null)] : []
}

function takenRoles(table: Table, column: Column): readonly Change[] {
  if (!single.includes(column.role)) return []
  return table.columns
    .filter(({ id, role }) => id !== column.id && role === column.role)
    .map((other) => ({ ...place(table, other.id), column: { ...other, role: 'other' as const } }))
}

function withoutColumn(scheme: Scheme, column: ColumnId): Scheme {
  const kept = scheme.criteria
    .filter((criterion) => criterion.column === column)
    .reduce((next, { id }) => edit.removeCriterion(next, id), scheme)
  return kept.valueColumn === column ? edit.setValueColumn(kept, null) : kept
}
