import type { Detail } from '../core/error.ts'
import type { Issue } from '../core/issue.ts'
import { readings } from '../table/parse/index.ts'
import type { ImportPlan, PlannedColumn } from './plan.ts'

type Cover = (text: string) => string
const coverOf = ({ reading }: PlannedColumn): Cover | null => readings.get(reading).mask ?? null

/** The plan with personal numbers covered in its examples, its sample and what is said about their columns. */
export function covered(plan: ImportPlan): ImportPlan {
  const covers = new Map<number, Cover>() // by place in the file
  const byName = new Map<string, Cover>()
  for (const column of plan.columns) {
    const cover = coverOf(column)
    if (!cover) continue
    covers.set(column.index, cover)
    byName.set(column.name, cover)
  }
  if (covers.size === 0) return plan
  const tell = (issue: Issue): Issue => {
    const cover = byName.get(issue.about ?? '')
    return cover ? { ...issue, detail: coveredDetail(issue.detail, cover) } : issue
  }
  return {
    ...plan,
    columns: plan.columns.map((column) => coveredColumn(column, tell)),
    sample: plan.sample.map((row) =>
      row.part === 'data' || row.part === 'total'
        ? { ...row, texts: row.texts.map((text, at) => covers.get(at)?.(text) ?? text) }
        : row,
    ),
    issues: plan.issues.map(tell),
  }
}

function coveredColumn(column: PlannedColumn, tell: (issue: Issue) => Issue): PlannedColumn {
  const cover = coverOf(column)
  if (!cover) return column
  return {
    ...column,
    examples: column.examples.map(cover),
    failures: column.failures.map(cover),
    issues: column.issues.map(tell),
  }
}

function coveredDetail(detail: Detail, cover: Cover): Detail {
  const { examples } = detail
  return Array.isArray(examples) ? { ...detail, examples: examples.map(String).map(cover) } : detail
}
