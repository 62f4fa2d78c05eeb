import type { Issue } from '../../core/issue.ts'

/** Rows that a filter leaves out are taken all the same, and that is said. */
export function filteredIssue(count: number): Issue[] {
  return count === 0 ? [] : [{ code: 'sheet.filteredRows', level: 'info', detail: { count } }]
}
