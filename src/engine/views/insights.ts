import { concentration } from '../../math/concentration.ts'
import { gini } from '../../math/gini.ts'
import { median } from '../../math/median.ts'
import type { GradeResult } from '../../grading/result.ts'
import type { CategoryColumn, Column, ColumnId } from '../../table/column.ts'
import { columnById, type Table } from '../../table/table.ts'
import { living } from '../living.ts'
import { keepLast, once } from '../once.ts'
import type { Session } from '../session.ts'
import type { InsightsView } from '../views.ts'

const shown = 12 // categories; the rest stands together

export function insights(session: Session, { by }: { by: ColumnId | null }): InsightsView {
  const { document, table, result } = session
  const value = document.scheme.valueColumn && columnById(table, document.scheme.valueColumn)
  const spread = value && value.type === 'number' ? spreadOf(table, value.values) : null
  const groups = table.columns.filter(canGroup)
  const column = groups.find((group) => group.id === by) ?? null
  return {
    totals: result.totals,
    valueName: spread && value ? value.name : null,
    valueUnit: spread && value ? value.unit : null,
    gini: spread?.gini ?? null,
    topFifth: spread?.curve[20] ?? null,
    concentration: spread?.curve ?? [],
    scoreMedian: medianScore(result),
    cutoffs: [...result.cutoffs],
    groups: groups.map(({ id, name }) => ({ column: id, name })),
    composition: column ? composition(table, column, result, document.scheme.tiers.length) : [],
  }
}

const medianScore = once((result: GradeResult) => median(result.score))

/** null = nothing is held. */
const spreadOf = keepLast((table: Table, values: Float64Array) => {
  const held = living(table, values)
  const coefficient = gini(held)
  return Number.isNaN(coefficient)
    ? null
    : { gini: coefficient, curve: [...concentration(held)] as readonly number[] }
})

const groupRoles: readonly Column['role'][] = ['group', 'measure', 'calculated', 'other']

function canGroup(column: Column): column is CategoryColumn {
  return (
    column.type === 'category' && groupRoles.includes(column.role) && column.dictionary.length > 1
  )
}

/** Customers per tier for each of the largest categories; '' holds the others and those without one. */
function composition(
  table: Table,
  column: CategoryColumn,
  result: GradeResult,
  tiers: number,
): InsightsView['composition'] {
  const counts = new Uint32Array(column.dictionary.length * tiers)
  for (const row of table.order) {
    const tier = result.final[row] ?? tiers
    if (tier >= tiers) continue
    const cell = (column.codes[row] ?? 0) * tiers + tier
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  const categories = column.dictionary
    .map((name, code) => {
      const own = [...counts.subarray(code * tiers, (code + 1) * tiers)]
      return { name, counts: own, total: own.reduce((sum, count) => sum + count, 0) }
    })
    .filter(({ total }) => total > 0)
  const named = categories.filter(({ name }) => name !== '').sort((a, b) => b.total - a.total)
  const rest = [...named.slice(shown), ...categories.filter(({ name }) => name === '')]
  const together = Array.from({ length: tiers }, (_, tier) =>
    rest.reduce((sum, category) => sum + (category.counts[tier] ?? 0), 0),
  )
  const largest = named.slice(0, shown).map(({ name, counts: own }) => ({ name, counts: own }))
  return rest.length === 0 ? largest : [...largest, { name: '', counts: together }]
}
