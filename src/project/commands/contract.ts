import { AppError, type Detail } from '../../core/error.ts'
import type { Column, ColumnId } from '../../table/column.ts'
import { columnById, type Table, type TableId } from '../../table/table.ts'
import type { Change } from '../change.ts'
import type { Command, CommandKind } from '../command.ts'
import type { Document } from '../document.ts'

/** What a plan may not make up by itself, so that tests can repeat it. */
export interface PlanContext {
  readonly newId: (prefix: string) => string
}

/**
 * What a command comes to. Pure: nothing is changed yet. No changes = it is so already.
 * Throws `command.invalid` { reason, … } when it cannot be done.
 */
export type Plan<C extends Command> = (
  document: Document,
  command: C,
  context: PlanContext,
) => readonly Change[]

export type CommandOf<K extends CommandKind> = Extract<Command, { readonly kind: K }>

export function refuse(reason: string, detail: Detail = {}): never {
  throw new AppError('command.invalid', { reason, ...detail })
}

export function tableOf(document: Document, id: TableId): Table {
  return document.tables[id] ?? refuse('no such table', { table: id })
}

export function columnOf(table: Table, id: ColumnId): Column {
  return columnById(table, id) ?? refuse('no such column', { column: id })
}
