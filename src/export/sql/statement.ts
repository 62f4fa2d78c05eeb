import { type SqlDialect, sqlComment, sqlMaterialized } from '../../expression/sqlDialect.ts'

/** One common table expression: what was there, and columns more. Rows are called `t`. */
export interface Step {
  readonly name: string
  readonly says: string | null // comment above it
  readonly columns: readonly StepColumn[]
  /** Where its rows come from; absent = the step before, whose columns it keeps. */
  readonly from?: string
  readonly join?: string // to the step before
}

export interface StepColumn {
  readonly name: string
  readonly sql: string
}

/** `WITH …` and what is selected from the last step. Steps without columns are left out. */
export function statement(
  steps: readonly Step[],
  select: (last: string) => string,
  dialect: SqlDialect,
): string {
  const used = steps.filter(({ columns }) => columns.length > 0)
  const printed = used.map((step, at) => {
    const before = used[at - 1]?.name ?? ''
    const kept = step.from === undefined ? ['t.*'] : []
    const lines = [...kept, ...step.columns.map(({ name, sql }) => `${sql} AS ${name}`)]
    const says = step.says === null ? '' : `${sqlComment(step.says)}\n`
    const body = `SELECT\n    ${lines.join(',\n    ')}\n  FROM ${step.from ?? `${before} AS t`}${step.join === undefined ? '' : `\n  ${step.join}`}`
    return `${says}${step.name} ${sqlMaterialized(dialect)} (\n  ${body}\n)`
  })
  return `WITH\n${printed.join(',\n')}\n${select(used.at(-1)?.name ?? '')}`
}
