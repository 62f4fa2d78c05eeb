import type { Issue } from '../../core/issue.ts'
import type { ImportPlan } from '../../import/plan.ts'

const rank = { error: 0, warning: 1, info: 2 } as const

/** All issues of a plan, each once, the gravest first, with the column (index in the file) that each is about. */
export function issuesOf(
  plan: ImportPlan,
): readonly { readonly issue: Issue; readonly column: number | null }[] {
  const found = new Map<string, { issue: Issue; column: number | null }>()
  for (const column of plan.columns)
    for (const issue of column.issues) found.set(keyOf(issue), { issue, column: column.index })
  for (const issue of plan.issues)
    if (!found.has(keyOf(issue))) found.set(keyOf(issue), { issue, column: columnOf(plan, issue) })
  return [...found.values()].sort((a, b) => rank[a.issue.level] - rank[b.issue.level])
}

const keyOf = (issue: Issue) => `${issue.code}/${String(issue.detail['column'] ?? '')}`

function columnOf(plan: ImportPlan, issue: Issue): number | null {
  const name = issue.detail['column']
  return plan.columns.find((column) => column.name === name)?.index ?? null
}
