import { finish, type Steps } from '../../core/steps.ts'
import { dayOf } from '../../scheme/day.ts'
import { cellAt, withCells } from '../../table/cell.ts'
import type { Cell, Column, RowId } from '../../table/column.ts'
import { columnById, type Table, withColumn } from '../../table/table.ts'
import { applyAll } from '../apply.ts'
import type { Change } from '../change.ts'
import { customersId, type Document } from '../document.ts'
import { sameArrays } from '../risen.ts'
import { calculatedCells, calculatingData, withData } from './calculate.ts'
import { madeBefore } from './made.ts'
import { type Calculated, calculatedColumns } from './recipes.ts'
import { Touched } from './touched.ts'

const fewRows = 20_000 // beyond, the whole column is set: cheaper to keep than as many cells

/**
 * What brings calculated columns up to date after the changes that led from one document to the next: of the rows touched
 * alone where these are few. To be applied in the same undo step. Figures from records come before, since formulas may
 * read them; models read no calculated column.
 */
export const recalculation = (...of: Parameters<typeof recalculating>): readonly Change[] =>
  finish(recalculating(...of))

/** The same, with pauses. */
export function* recalculating(
  before: Document,
  next: Document,
  changes: readonly Change[],
): Steps<readonly Change[]> {
  const table = next.tables[customersId]
  if (!table?.columns.some(({ formula }) => formula !== undefined)) return []
  const old = before.tables[customersId]
  const isOtherDay = before.scheme.asOf !== next.scheme.asOf
  if (old === table && !isOtherDay) return []
  const touched = new Touched(old, table, changes)
  const known = new Map(old && calculatedColumns(old).map((one) => [one.column.id, one]))
  const asOf = dayOf(next.scheme.asOf)
  const more: Change[] = []
  let now = table
  for (const one of calculatedColumns(table)) {
    const { id } = one.column
    const isAnew = isOther(known.get(id), one) || (isOtherDay && one.readsAsOf)
    const rows = isAnew ? 'all' : touched.of([id, ...one.reads])
    if (rows !== 'all' && rows.size === 0) continue
    const column = columnById(now, id) as Column
    const made =
      rows === 'all' || rows.size > fewRows
        ? yield* wholeChange(now, column, one, asOf, old)
        : cellsChange(now, column, one, asOf, [...rows])
    if (!made) continue
    more.push(made.change)
    now = withColumn(now, made.column)
    touched.add(id, made.change.kind === 'setCells' ? made.change.rows : 'all')
  }
  return more
}

/** The changes, and those of calculated columns: what a document is changed by, as a whole. */
export function withCalculated(document: Document, changes: readonly Change[]): readonly Change[] {
  return [...changes, ...recalculation(document, applyAll(document, changes).next, changes)]
}

/** Another formula, or one that has become wrong, or right. */
function isOther(before: Calculated | undefined, next: Calculated): boolean {
  return (
    before?.column.formula !== next.column.formula ||
    before?.column.type !== next.column.type ||
    errorOf(before) !== errorOf(next)
  )
}

const errorOf = ({ recipe }: Calculated) => ('error' in recipe ? recipe.error : null)

interface Made {
  readonly change: Extract<Change, { kind: 'setCells' | 'setColumn' }>
  readonly column: Column
}

function* wholeChange(
  table: Table,
  column: Column,
  { recipe, reads }: Calculated,
  asOf: number,
  old: Table | undefined,
): Steps<Made | null> {
  const { type, formula = '' } = column
  const made = madeBefore(old, table, { type, formula }, reads, asOf)
  const next = withData(column, made ?? (yield* calculatingData(table, type, recipe, asOf)))
  if (yield* isSame(column, next, table.rowCount)) return null
  const { id } = column
  const at = table.columns.findIndex((one) => one.id === id)
  return { change: { kind: 'setColumn', table: table.id, id, at, column: next }, column: next }
}

function cellsChange(
  table: Table,
  column: Column,
  { recipe }: Calculated,
  asOf: number,
  rows: readonly RowId[],
): Made | null {
  const cells = calculatedCells(table, recipe, asOf, rows)
  const other = cells.flatMap((cell, i) => {
    const row = rows[i] ?? 0
    return isSameCell(cell, cellAt(column, row)) ? [] : [{ row, cell }]
  })
  if (other.length === 0) return null
  const change = {
    kind: 'setCells',
    table: table.id,
    column: column.id,
    rows: other.map(({ row }) => row),
    cells: other.map(({ cell }) => cell),
  } as const
  return { change, column: withCells(column, change.rows, change.cells) }
}

const isSameCell = (a: Cell, b: Cell) =>
  a.value === b.value && a.original === b.original && a.mark === b.mark

/** Texts are compared as they are packed: a column that was edited since counts as another. */
function* isSame(a: Column, b: Column, count: number): Steps<boolean> {
  if (sameArrays(a, b)) return true
  if (a.type !== b.type) return false
  if (a.type === 'text')
    return (
      b.type === 'text' &&
      a.changed.size === 0 &&
      a.marks === null &&
      b.marks === null &&
      isEqual(a.bytes, b.bytes) &&
      isEqual(a.starts, b.starts)
    )
  const isPlain = [a.marks, b.marks, a.originals, b.originals].every((flags) => flags === null)
  if (isPlain && 'values' in a && 'values' in b) return isEqual(a.values, b.values)
  for (let row = 0; row < count; row++) {
    if (!isSameCell(cellAt(a, row), cellAt(b, row))) return false
    if (row % block === block - 1) yield
  }
  return true
}
const block = 8192 // cells between pauses

function isEqual<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false
  return true
}
