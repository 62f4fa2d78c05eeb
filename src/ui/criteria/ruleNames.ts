import type { SheetColumn } from '../../engine/views.ts'
import type { RuleNames } from '../../i18n/ruleText.ts'
import type { Words } from '../../i18n/translate.ts'
import type { Tier } from '../../scheme/scheme.ts'
import type { ColumnType } from '../../table/column.ts'
import { unitAfter } from './criterionWords.ts'

/** A column of the table itself that a rule may ask; `type` is never that of a result. */
export type AskedColumn = SheetColumn & { readonly name: string; readonly type: ColumnType }

export function askedColumns(columns: readonly SheetColumn[]): readonly AskedColumn[] {
  return columns.filter(
    (column): column is AskedColumn =>
      column.name !== null && column.type !== 'score' && column.type !== 'result',
  )
}

export function ruleNames(
  columns: readonly SheetColumn[],
  tiers: readonly Tier[],
  words: Words,
  decimal: (value: number, digits?: number) => string,
): RuleNames {
  const asked = askedColumns(columns)
  return {
    tiers,
    decimal: (value) => decimal(value),
    column(id) {
      const column = asked.find((each) => each.id === id)
      if (!column) return null
      const { name, type, reading } = column
      const write = (value: number) => {
        if (type === 'date') return decimal(value)
        const unit = unitAfter(column, words)
        return reading === 'percent' ? decimal(value * 100) + unit : decimal(value) + unit
      }
      return { name, type, write }
    },
  }
}
