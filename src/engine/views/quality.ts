import type { Finding } from '../../quality/check.ts'
import { checks } from '../../quality/checks/index.ts'
import type { ColumnScore } from '../../quality/score.ts'
import { columnById, type Table } from '../../table/table.ts'
import { analysisOf } from '../analysing.ts'
import type { FindingView, QualityColumn, QualityView } from '../qualityViews.ts'
import type { Session } from '../session.ts'
import { profileOf } from './columns.ts'

const worstFirst: Readonly<Record<Finding['level'], number>> = { error: 0, warning: 1, info: 2 }

export function quality(session: Session): QualityView {
  const { table, document, revision } = session
  const { findings, columns, score } = analysisOf(session)
  const { valueColumn } = document.scheme
  const value = valueColumn === null ? undefined : columnById(table, valueColumn)
  const values = value?.type === 'number' ? value.values : null
  const total = values ? sumOf(values, table.order) : 0
  const views = findings.map((finding): FindingView => {
    const sum = values && sumOf(values, finding.rows)
    return {
      id: finding.id,
      check: finding.check,
      dimension: checks.get(finding.check).dimension,
      level: finding.level,
      detail: finding.detail,
      customers: finding.rows.length,
      value: sum,
      valueShare: sum !== null && total > 0 ? sum / total : null,
      columns: finding.columns,
      fixes: finding.fixes,
    }
  })
  return {
    revision,
    customers: table.order.length,
    score,
    valueName: values ? (value?.name ?? null) : null,
    valueUnit: values ? (value?.unit ?? null) : null,
    findings: views.sort((a, b) => worstFirst[a.level] - worstFirst[b.level]),
    columns: columns.flatMap((one) => columnOf(table, one)),
    merges: table.merges?.size ?? 0,
    distinct: table.distinct?.size ?? 0,
    completeness: completenessOf(session),
  }
}

function columnOf(table: Table, scored: ColumnScore): readonly QualityColumn[] {
  const column = columnById(table, scored.column)
  if (!column) return []
  const { id, name, role, reading, unit } = column
  const { distinct, min, max, examples } = profileOf(table, column)
  const { score, weight, filled, parsed, outliers, against } = scored
  const figures = { score, weight, filled, parsed, outliers, against }
  return [{ id, name, role, reading, unit, distinct, min, max, examples, ...figures }]
}

function sumOf(values: Float64Array, rows: Uint32Array): number {
  let sum = 0
  for (const row of rows) {
    const value = values[row] as number
    if (!Number.isNaN(value)) sum += value
  }
  return sum
}

function completenessOf({ table, result }: Session): QualityView['completeness'] {
  let sum = 0
  let complete = 0
  for (const row of table.order) {
    const share = result.completeness[row] ?? 0
    if (Number.isNaN(share)) continue
    sum += share
    complete += Number(share >= 1)
  }
  const count = table.order.length
  return { mean: count === 0 || result.utilities.length === 0 ? null : sum / count, complete }
}
