import type { Words } from '../../i18n/translate.ts'
import type { PlannedColumn } from '../../import/plan.ts'

export interface Mind {
  readonly text: string
  readonly level: 'error' | 'warning' | '' // the tag's look
}

/** The one thing to mind about a column, most pressing first; null = nothing. */
export function mindOf(
  column: Pick<PlannedColumn, 'failed' | 'failures' | 'missing' | 'role' | 'issues'>,
  words: Words['importing'],
  count: (value: number) => string,
): Mind | null {
  if (column.failed > 0)
    return { text: words.toCheck(count(column.failed), column.failures[0] ?? ''), level: 'warning' }
  for (const issue of column.issues) {
    const say = words.minds[issue.code]
    if (!say) continue
    const text = say(count(Number(issue.detail['count'] ?? 0)))
    return { text, level: issue.level === 'info' ? '' : issue.level }
  }
  if (column.role === 'tier') return { text: words.keptAside, level: '' }
  if (column.missing > 0) return { text: words.gaps(count(column.missing)), level: '' }
  return null
}
