import type { Issue, IssueCode } from '../core/issue.ts'
import type { Detail } from '../core/error.ts'
import type { Column } from '../table/column.ts'
import { type Table, columnById } from '../table/table.ts'
import type { Criterion, Scheme } from './scheme.ts'
import { checkAxes } from './checkAxes.ts'
import { sharesOfCriteria } from './groups.ts'
import { scoringPart } from './scoring/index.ts'
import { livingRows } from './living.ts'
import { checkStability } from './stability/check.ts'
import { tierings } from './tiering/index.ts'

/** What the check needs to know of computed utilities, in the order of the enabled criteria. */
export interface Counted {
  readonly criterion: string
  readonly presentCount: number
  readonly missingCount: number
}

/** A criterion that this share of customers lacks is reported. */
export const muchMissing = 0.4

/**
 * What is wrong or doubtful about a scheme on this table; everything at once. Utilities, where they are computed already,
 * spare a pass over each column.
 */
export function check(scheme: Scheme, table: Table, utilities?: readonly Counted[]): Issue[] {
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  const issues = enabled.flatMap((criterion) =>
    checkCriterion(
      criterion,
      table,
      utilities?.find((counted) => counted.criterion === criterion.id),
    ),
  )
  if (enabled.length === 0) issues.unshift(issue('scheme.noCriteria', 'error', {}))
  else if (!sharesOfCriteria(scheme, enabled).some((share) => share > 0))
    issues.unshift(issue('scheme.noWeight', 'error', {}))
  return [...issues, ...checkTiers(scheme), ...checkAxes(scheme, table), ...checkStability(scheme)]
}

function checkCriterion(criterion: Criterion, table: Table, counted?: Counted): Issue[] {
  const { id, name } = criterion
  const about = { criterion: name }
  const issues: Issue[] = []
  const { scoring } = criterion
  if (scoring.id === 'bands' && !ascending(scoring.bands.map((b) => b.from)))
    issues.push(issue('criterion.bandsNotAscending', 'error', about, id))
  if (scoring.id === 'piecewise' && !ascending(scoring.points.map(({ x }) => x)))
    issues.push(issue('criterion.pointsNotAscending', 'error', about, id))
  if (scoring.id === 'target' && scoring.low > scoring.high)
    issues.push(issue('criterion.targetTurned', 'error', about, id))
  const column = columnById(table, criterion.column)
  if (!column || !scoringPart(criterion.scoring).types.includes(column.type))
    return [...issues, issue('criterion.columnMissing', 'error', about, id)]
  const customers = table.order.length
  if (customers === 0) return issues
  const present = counted?.presentCount ?? countPresent(column, table)
  if (present === 0) return [...issues, issue('criterion.noValues', 'error', about, id)]
  const value = present > 1 ? onlyValue(column, table) : null
  if (value !== null)
    issues.push(issue('criterion.constant', 'warning', { ...about, value: String(value) }, id))
  const missing = customers - present
  const share = missing / customers
  if (share >= muchMissing)
    issues.push(issue('criterion.missingShare', 'warning', { ...about, count: missing, share }, id))
  return issues
}

function checkTiers({ tiers, tiering }: Scheme): Issue[] {
  const { crossed, unreachable } = tierings.get(tiering.id).doubts(tiering, tiers.length)
  const named = (places: readonly number[]) => tiers.filter((_, at) => places.includes(at))
  if (crossed.length > 0) {
    const detail = { tiers: named(crossed).map(({ name }) => name) }
    return [issue('scheme.cutoffsNotDescending', 'error', detail)]
  }
  return named(unreachable).map(({ id, name }) =>
    issue('scheme.tierUnreachable', 'warning', { tier: name }, id),
  )
}

function issue(code: IssueCode, level: Issue['level'], detail: Detail, about?: string): Issue {
  return about === undefined ? { code, level, detail } : { code, level, detail, about }
}

function ascending(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || value > (values[at - 1] ?? NaN))
}

function countPresent(column: Column, table: Table): number {
  let count = 0
  for (const row of table.order) count += +hasValue(column, row)
  return count
}

function hasValue(column: Column, row: number): boolean {
  switch (column.type) {
    case 'number':
    case 'date':
      return !Number.isNaN(column.values[row])
    case 'boolean':
      return column.values[row] !== 2
    case 'category':
      return column.codes[row] !== 0
    case 'text': {
      const changed = column.changed.get(row)
      return changed === undefined ? column.starts[row + 1] !== column.starts[row] : changed !== ''
    }
  }
}

/** The value that every present cell has, where there is just one. Ends at the second different value. Not asked of texts. */
function onlyValue(column: Column, table: Table): number | string | boolean | null {
  if (column.type === 'text') return null
  const living = livingRows(table)
  const cells = column.type === 'category' ? column.codes : column.values
  const missing = column.type === 'category' ? 0 : column.type === 'boolean' ? 2 : NaN
  let first: number | null = null
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row] as number
    if (cell !== cell || cell === missing || (living !== null && living[row] === 0)) continue
    if (first === null) first = cell
    else if (cell !== first) return null
  }
  if (first === null) return null
  if (column.type === 'category') return column.dictionary[first] ?? null
  if (column.type === 'date') return new Date(first * 86_400_000).toISOString().slice(0, 10)
  return column.type === 'boolean' ? first === 1 : first
}
