import { newId } from '../core/id.ts'
import type { Words } from '../i18n/translate.ts'
import type { Change } from '../project/change.ts'
import { withMovedOverrides, withoutOverrides } from '../project/commands/overrideKeys.ts'
import type { Document } from '../project/document.ts'
import { appendMissing, buildColumn } from '../table/builder.ts'
import { cellAt, withCells } from '../table/cell.ts'
import type { Cell, Column, RowId } from '../table/column.ts'
import { filledIn, type ColumnDifference, type TableComparison } from '../table/compare.ts'
import { GapFilling } from '../table/gapFilling.ts'
import { gathered } from '../table/gather.ts'
import { readTyped, writeCell } from '../table/parse/cell.ts'
import { defaultContext } from '../table/parse/reading.ts'
import { columnById } from '../table/table.ts'
import { takenPlaces, type Held } from './comparedCells.ts'
import { absentColumn } from './comparing.ts'

/** How a newer list is taken over. */
export interface UpdateChoices extends Held {
  readonly missing: 'keep' | 'drop' // customers that are not in the newer list; kept ones are marked
}

const fewCells = 20_000 // beyond, a whole column is set: cheaper to keep than as many cells

/**
 * The newer list taken over: customers that were there keep their rows, so that what refers to them stays; new ones follow
 * at the end; empty cells of the file erase nothing. One undo step.
 */
export function updateChanges(
  document: Document,
  comparison: TableComparison,
  choices: UpdateChoices,
  words: Words,
): readonly Change[] {
  const { before: table, match } = comparison
  const added = placesAdded(match.rows)
  const count = added.length
  const order = nextOrder(comparison, count, choices.missing)
  const changes: readonly Change[] = [
    ...(count > 0 ? [{ kind: 'appendRows' as const, table: table.id, count }] : []),
    ...comparison.columns.flatMap((column) => cellChanges(comparison, column, added, choices)),
    ...newColumns(comparison, added),
    ...absentChanges(document, comparison, count, choices.missing, words),
    ...(order ? [{ kind: 'setOrder' as const, table: table.id, order }] : []),
  ]
  const gone = new Uint8Array(table.rowCount)
  if (choices.missing === 'drop') for (const row of match.missing) gone[row] = 1
  return [
    ...withMovedOverrides(document, table, changes),
    ...(order ? withoutOverrides(document, table, gone) : []),
  ]
}

function placesAdded(rows: Int32Array): readonly number[] {
  const places: number[] = []
  rows.forEach((row, place) => {
    if (row === -1) places.push(place)
  })
  return places
}

/** null = as it is. */
function nextOrder(
  { before, match }: TableComparison,
  count: number,
  missing: 'keep' | 'drop',
): Uint32Array | null {
  const gone = new Set(missing === 'drop' ? match.missing : [])
  if (count === 0 && gone.size === 0) return null
  const stay = before.order.filter((row) => !gone.has(row))
  const order = new Uint32Array(stay.length + count)
  order.set(stay)
  for (let i = 0; i < count; i++) order[stay.length + i] = before.rowCount + i
  return order
}

function cellChanges(
  comparison: TableComparison,
  column: ColumnDifference,
  added: readonly number[],
  held: Held,
): readonly Change[] {
  const { before: table, after, match } = comparison
  const rows: RowId[] = []
  const cells: Cell[] = []
  const put = (row: RowId, place: number) => {
    rows.push(row)
    cells.push(cellAt(column.after, after.order[place] ?? 0))
  }
  for (const place of takenPlaces(comparison, column, held)) put(match.rows[place] ?? 0, place)
  added.forEach((place, i) => put(table.rowCount + i, place))
  return columnChanges(
    table.id,
    column.before,
    table.columns.indexOf(column.before),
    added.length,
    {
      rows,
      cells,
    },
  )
}

function columnChanges(
  table: string,
  column: Column,
  at: number,
  appended: number,
  { rows, cells }: { readonly rows: readonly RowId[]; readonly cells: readonly Cell[] },
): readonly Change[] {
  if (rows.length === 0) return []
  if (rows.length <= fewCells) return [{ kind: 'setCells', table, column: column.id, rows, cells }]
  const next = withCells(appendMissing(column, appended), rows, cells)
  return [{ kind: 'setColumn', table, id: column.id, at, column: next }]
}

function newColumns(comparison: TableComparison, added: readonly number[]): readonly Change[] {
  const { before: table, after, match } = comparison
  const gaps = new GapFilling(match, after.order)
  return comparison.added.map((column, i) => {
    const source = gaps.sourceOf(filledIn(column), table.rowCount + added.length)
    added.forEach((place, i) => (source[table.rowCount + i] = after.order[place] ?? 0))
    const id = newId('c')
    return {
      kind: 'setColumn',
      table: table.id,
      id,
      at: table.columns.length + i,
      column: { ...gathered(column, source), id },
    }
  })
}

/** Marks who is kept though not in the newer list, and takes the mark from who is there again. */
function absentChanges(
  document: Document,
  { before: table, match, added }: TableComparison,
  count: number,
  missing: 'keep' | 'drop',
  words: Words,
): readonly Change[] {
  const { absentName, absentMark } = words.importing
  const marked = missing === 'keep' ? match.missing : new Uint32Array(0)
  const { asOf } = document.scheme
  const column = columnById(table, absentColumn)
  if (!column) return marked.length === 0 ? [] : [markColumn()]
  const texts = new Map<RowId, string>()
  for (const row of match.rows) if (row >= 0 && writeCell(column, row) !== '') texts.set(row, '')
  for (const row of marked) if (writeCell(column, row) === '') texts.set(row, absentMark)
  const cells = [...texts.values()].map((text) => readTyped(text, column, asOf))
  const at = table.columns.indexOf(column)
  return columnChanges(table.id, column, at, count, { rows: [...texts.keys()], cells })

  function markColumn(): Change {
    const texts = new Array<string>(table.rowCount + count).fill('')
    for (const row of marked) texts[row] = absentMark
    const spec = {
      id: absentColumn,
      name: absentName,
      group: null,
      role: 'note',
      reading: 'category',
      unit: null,
      context: defaultContext(asOf),
    } as const
    return {
      kind: 'setColumn',
      table: table.id,
      id: absentColumn,
      at: table.columns.length + added.length,
      column: buildColumn(spec, texts),
    }
  }
}
