import type { Job } from '../../core/job.ts'
import { buildColumn, tableOf } from '../../table/builder.ts'
import type { ReadingId } from '../../table/column.ts'
import { type MatchedBy, matchRows } from '../../table/matchRows.ts'
import { isMissing, missingMarks } from '../../table/parse/missing.ts'
import { rawText } from '../../table/parse/rawText.ts'
import type { ReadContext } from '../../table/parse/reading.ts'
import type { Cells, RawCell } from '../../table/raw.ts'
import type { Table } from '../../table/table.ts'
import type { Joined } from './join.ts'

/** A column that tells who a customer is. */
export interface Identity {
  readonly role: MatchedBy
  readonly index: number
  readonly reading: ReadingId
  readonly context: ReadContext
}

export interface Repeats {
  readonly joined: Joined // each customer once, or each row once
  readonly count: number // customers, or rows, that stand in several parts
}

/**
 * One row per customer of several parts, matched as a newer list is: by number, else name, else phone. The latest cell that
 * says something wins. Rows that stand twice within one part stay two.
 */
export async function latestOf(
  joined: Joined,
  identity: readonly Identity[],
  job: Job,
): Promise<Repeats> {
  const { sheet, layout } = joined
  const rowsAll = sheet.rowCount
  const newest = Int32Array.from({ length: rowsAll }, (_, row) => row) // by the first row of a customer
  const earlier = new Int32Array(rowsAll).fill(-1) // by row: the row before it of the same customer
  const columns = sheet.columns.map((column) => latestCells(column, newest, earlier))
  const customers: number[] = []
  for (const { rows } of joined.parts) {
    await job.checkpoint({ step: 'type', done: customers.length, total: layout.rows.length })
    const before = identifying(columns, customers, identity)
    const after = identifying(sheet.columns, rows, identity)
    const pairs = before.columns.map((column, at) => ({
      before: column,
      after: after.columns[at] ?? column,
    }))
    const match = await matchRows(before, after, pairs, job)
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] as number
      const first = customers[match.rows[place] ?? -1]
      if (first === undefined) continue
      earlier[row] = newest[first] ?? -1
      newest[first] = row
    }
    for (let place = 0; place < rows.length; place++)
      if (match.rows[place] === -1) customers.push(rows[place] as number)
  }
  const count = customers.reduce((sum, row) => sum + Number(newest[row] !== row), 0)
  return {
    count,
    joined: {
      ...joined,
      sheet: { ...sheet, columns },
      layout: { ...layout, rows: Uint32Array.from(customers) },
    },
  }
}

function identifying(
  columns: readonly Cells[],
  rows: ArrayLike<number>,
  identity: readonly Identity[],
): Table {
  const built = identity.map(({ role, index, reading, context }) => {
    const column = columns[index] ?? []
    const cells: Cells = { length: rows.length, at: (place) => column.at(rows[place] ?? 0) }
    return buildColumn(
      { id: role, name: role, group: null, role, reading, unit: context.unit, context },
      cells,
    )
  })
  return tableOf('', built)
}

/** The cell of a customer's first row, as the latest rows have it that have it at all. */
function latestCells(column: Cells, newest: Int32Array, earlier: Int32Array): Cells {
  return {
    length: column.length,
    at(row) {
      let at = newest[row] ?? row
      while (at !== row && at >= 0) {
        const cell = column.at(at) ?? null
        if (!isEmpty(cell)) return cell
        at = earlier[at] ?? -1
      }
      return column.at(row)
    },
  }
}

function isEmpty(cell: RawCell): boolean {
  const text = rawText(cell)
  return text === '' || isMissing(text, missingMarks)
}
