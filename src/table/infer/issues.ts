import type { Issue, IssueCode } from '../../core/issue.ts'
import type { ColumnRole } from '../column.ts'
import type { Tally, TallyGroup } from './tally.ts'

const of: readonly (readonly [TallyGroup, IssueCode, Issue['level']])[] = [
  ['unreadable', 'column.unreadable', 'warning'],
  ['vague', 'column.vagueFrequency', 'warning'],
  ['cellError', 'column.cellErrors', 'warning'],
  ['approximate', 'column.approximate', 'info'],
  ['range', 'column.range', 'info'],
  ['assumed', 'column.assumed', 'info'],
  ['masked', 'column.masked', 'info'],
  ['digitsLost', 'column.digitsLost', 'warning'],
  ['future', 'column.future', 'warning'],
]

/** What the user should know about a column. Rows are positions in the cells. */
export function columnIssues(
  column: string,
  tallied: Tally,
  role: ColumnRole,
  dateOrderSure: boolean,
): Issue[] {
  const issues: Issue[] = []
  for (const [name, code, level] of of) {
    const group = tallied.groups.get(name)
    if (!group) continue
    if (name === 'assumed' && !dateOrderSure) {
      issues.push({
        code: 'column.dateOrderUnsure',
        level: 'warning',
        detail: { column, count: group.count, examples: group.examples },
        rows: group.rows,
      })
      continue
    }
    issues.push({
      code,
      level,
      detail: { column, count: group.count, examples: group.examples },
      rows: group.rows,
    })
  }
  if (tallied.currencies.length > 1)
    issues.push({
      code: 'column.mixedCurrency',
      level: 'warning',
      detail: { column, currencies: tallied.currencies },
    })
  if (role === 'measure' && tallied.missing > 0 && tallied.filled > 0)
    issues.push({
      code: 'column.missing',
      level: 'info',
      detail: { column, count: tallied.missing },
    })
  if (role === 'tier' && tallied.filled > 0)
    issues.push({ code: 'column.hasTiers', level: 'info', detail: { column } })
  return issues
}
