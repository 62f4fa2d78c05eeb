import { columnTitle } from '../../i18n/columnTitle.ts'
import type { GroupedColumn } from '../../scheme/sheetGroups.ts'
import { originalAt, valueAt } from '../../table/cell.ts'
import type { Column } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'
import type { BookColumn } from './bookColumn.ts'
import { isReadByFormula } from './calculated.ts'
import { lookOf, widthOf } from './columnLooks.ts'
import { actingRules } from './rules.ts'

/** A column of the list, and beside it its numbers where its cells show words. */
export const sourceColumns = (each: GroupedColumn, input: ExportInput): readonly BookColumn[] => [
  source(each, input),
  ...number(each, input),
]

function source({ column, group }: GroupedColumn, input: ExportInput): BookColumn {
  return {
    purpose: { kind: 'source', column },
    group,
    header: columnTitle(column, input.words),
    width: widthOf(column, input),
    look: lookOf(column),
  }
}

/** A criterion whose cells say their value in words needs the value beside them, or no formula could use it. */
function number({ column, group }: GroupedColumn, input: ExportInput): readonly BookColumn[] {
  if (column.type !== 'number' && column.type !== 'date') return []
  if (group !== 'criteria' && !isAsked(column, input) && !isReadByFormula(column, input)) return []
  if (!column.originals || !saysValues(column, input)) return []
  return [
    {
      purpose: { kind: 'number', column },
      group,
      header: input.words.workbook.columns.numberOf(column.name),
      width: 14,
      look: lookOf(column),
    },
  ]
}

/** Whether a rule or the tiering reads the column. */
function isAsked(column: Column, input: ExportInput): boolean {
  const { tiering, valueColumn } = input.document.scheme
  const value = tiering.id === 'valueShare' ? (tiering.column ?? valueColumn) : null
  const sides = tiering.id === 'matrix' ? tiering.axes : []
  return (
    column.id === value ||
    sides.some((axis) => axis.of === 'column' && axis.column === column.id) ||
    actingRules(input).some((rule) => rule.conditions.some((one) => one.column === column.id))
  )
}

function saysValues(column: Column, { rows }: ExportInput): boolean {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    if (originalAt(column, row) !== null && valueAt(column, row) !== null) return true
  }
  return false
}
