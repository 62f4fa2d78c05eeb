import { cellAt, originalAt } from '../table/cell.ts'
import type { Cell, Column, ColumnId, NumberColumn, RowId } from '../table/column.ts'
import { dayOf } from '../scheme/day.ts'
import { readTyped, writeCell } from '../table/parse/cell.ts'
import { columnById } from '../table/table.ts'
import type { Finding, FixId, Subject } from './check.ts'
import { statedNumber } from './checks/offScale.ts'
import { unified } from './checks/variants.ts'

/** What a fix is to do; `text` and `find` are of `replace` alone. */
export interface FixChoice {
  readonly fix: FixId
  readonly find?: string | null // only cells that say this; null or absent = all of the finding
  readonly text?: string // as typed into the sheet
}

/** Cells to be written into one column: as many rows as cells. */
export interface ColumnEdit {
  readonly column: ColumnId
  readonly rows: readonly RowId[]
  readonly cells: readonly Cell[]
}

/** The cell instead; null = this one is left as it is. */
type Mend = (row: RowId) => Cell | null

const empty: Cell = { value: null, original: null, mark: 'plain' }
const said = (value: number | string): Cell => ({ value, original: null, mark: 'plain' })

/** What mending a finding writes; only cells that become others. A finding or column that is gone: nothing. */
export function editsOf(
  subject: Subject,
  finding: Finding,
  choice: FixChoice,
): readonly ColumnEdit[] {
  if (!finding.fixes.includes(choice.fix)) return []
  const columns = finding.columns.flatMap((id) => columnById(subject.table, id) ?? [])
  const [column, other] = columns
  if (!column) return []
  if (choice.fix === 'swap') return other ? swapped(column, other, finding.rows) : []
  const mend = mendOf(subject, finding, column, choice)
  return mend ? written(column, finding.rows, mend) : []
}

function mendOf(
  { table, scheme }: Subject,
  { detail }: Finding,
  column: Column,
  { fix, find = null, text = '' }: FixChoice,
): Mend | null {
  switch (fix) {
    case 'clear':
      return () => empty
    case 'replace': {
      const cell = readTyped(text, column, scheme.asOf)
      return (row) => (find === null || writeCell(column, row) === find ? cell : null)
    }
    case 'asOf':
      return () => said(dayOf(scheme.asOf))
    case 'clamp': {
      const [low, high] = [Number(detail['low']), Number(detail['high'])]
      return numbers(column, (value) => Math.min(high, Math.max(low, value)))
    }
    case 'absolute':
      return numbers(column, Math.abs)
    case 'hundredth':
      return numbers(column, (value) => value / 100)
    case 'unify': {
      if (column.type !== 'category') return null
      const target = unified(table, column)
      const word = (row: RowId) =>
        column.dictionary[target?.[column.codes[row] as number] ?? 0] ?? ''
      return target && ((row) => said(word(row)))
    }
    case 'swap':
      return null
  }
}

/** 15 digits are what a number holds for sure: 85 ÷ 100 is 0.85. */
function numbers(column: Column, change: (value: number) => number): Mend | null {
  if (column.type !== 'number') return null
  return (row) => {
    const value = statedNumber(column satisfies NumberColumn, row)
    return Number.isNaN(value) ? null : said(Number(change(value).toPrecision(15)))
  }
}

function swapped(one: Column, other: Column, rows: Uint32Array): readonly ColumnEdit[] {
  if (one.type !== other.type) return []
  return [
    ...written(one, rows, (row) => cellAt(other, row)),
    ...written(other, rows, (row) => cellAt(one, row)),
  ]
}

function written(column: Column, all: Uint32Array, mend: Mend): readonly ColumnEdit[] {
  const rows: RowId[] = []
  const cells: Cell[] = []
  for (const row of all) {
    const cell = mend(row)
    if (!cell || isSame(cell, column, row)) continue
    rows.push(row)
    cells.push(cell)
  }
  return rows.length === 0 ? [] : [{ column: column.id, rows, cells }]
}

function isSame(cell: Cell, column: Column, row: RowId): boolean {
  const before = cellAt(column, row)
  return (
    before.value === cell.value &&
    originalAt(column, row) === cell.original &&
    before.mark === cell.mark
  )
}
