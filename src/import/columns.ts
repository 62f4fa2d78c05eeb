import type { Issue } from '../core/issue.ts'
import { type ColumnRole, singleRecordRoles } from '../table/column.ts'
import type { Header } from './layout/headers.ts'
import type { ColumnChoice, ImportChoices, PlannedColumn } from './plan.ts'
import type { FoundColumn } from './understood.ts'

/** A column as the file names it and as it was understood. */
export interface ReadColumn {
  readonly header: Header
  readonly inferred: FoundColumn
}

export interface PlannedColumns {
  readonly columns: readonly PlannedColumn[]
  readonly issues: readonly Issue[]
}

/**
 * Names made unique, roles made compatible, choices of the user on top. `recognised`: roles that follow from the kind of
 * the table, by place; null = as the column alone was understood.
 */
export function planColumns(
  read: readonly ReadColumn[],
  choices: ImportChoices,
  recognised: readonly (ColumnRole | null)[] = [],
): PlannedColumns {
  const chosen = (index: number): ColumnChoice => choices.columns?.[index] ?? {}
  const { names, issues } = uniqueNames(read.map(({ header }) => header))
  const roles = onePerRole(read, chosen, recognised)
  const columns = read.map(({ header, inferred }, at): PlannedColumn => {
    const choice = chosen(header.index)
    const role = roles[at] ?? inferred.role
    const name = choice.name?.trim() || (names[at] ?? '')
    return {
      index: header.index,
      name,
      group: header.group ?? groupByRole(header.groupWords, role),
      include: choice.include ?? true,
      role,
      reading: inferred.reading,
      unit: inferred.unit,
      filled: inferred.filled,
      missing: inferred.missing,
      failed: inferred.failed,
      success: inferred.success,
      examples: inferred.examples,
      failures: inferred.failures,
      distinct: inferred.distinct,
      issues: inferred.issues.map((issue) => named(issue, name)),
    }
  })
  return { columns, issues }
}

function named(issue: Issue, column: string): Issue {
  return { ...issue, detail: { ...issue.detail, column }, about: column }
}

/** 备注, 备注 (2); 列 3 for a column without a name. */
function uniqueNames(headers: readonly Header[]): {
  readonly names: readonly string[]
  readonly issues: readonly Issue[]
} {
  const written = new Set(headers.map(({ name }) => name))
  const taken = new Set<string>()
  const repeated = new Set<string>()
  let blank = 0
  const names = headers.map(({ index, name }) => {
    if (name === '') blank++
    const base = name === '' ? `列 ${index + 1}` : name
    if (!taken.has(base)) {
      taken.add(base)
      return base
    }
    repeated.add(base)
    let number = 2
    while (taken.has(`${base} (${number})`) || written.has(`${base} (${number})`)) number++
    taken.add(`${base} (${number})`)
    return `${base} (${number})`
  })
  const issues: Issue[] = []
  if (repeated.size > 0)
    issues.push({
      code: 'headers.duplicate',
      level: 'info',
      detail: { count: repeated.size, examples: [...repeated].slice(0, 5) },
    })
  if (blank > 0 && blank < headers.length)
    issues.push({ code: 'headers.blank', level: 'info', detail: { count: blank } })
  return { names, issues }
}

/** A table has one column of each of these; further claims become what they also are. */
const single = ['key', 'name', 'tier', ...singleRecordRoles] as const

function onePerRole(
  read: readonly ReadColumn[],
  chosen: (index: number) => ColumnChoice,
  recognised: readonly (ColumnRole | null)[],
): ColumnRole[] {
  const roles = read.map(
    ({ header, inferred }, at) => chosen(header.index).role ?? recognised[at] ?? inferred.role,
  )
  for (const role of single) {
    const claims = roles.flatMap((each, at) => (each === role ? [at] : []))
    if (claims.length < 2) continue
    const best = claims.reduce((a, b) => (claim(read, chosen, a) >= claim(read, chosen, b) ? a : b))
    for (const at of claims) if (at !== best) roles[at] = secondRole(role)
  }
  return roles
}

/** What was chosen by hand comes first, then headers that say it outright, then what names most customers apart. */
function claim(
  read: readonly ReadColumn[],
  chosen: (index: number) => ColumnChoice,
  at: number,
): number {
  const { header, inferred } = read[at] as ReadColumn
  const byHand = chosen(header.index).role !== undefined ? 100 : 0
  const said = /客户(编号|编码|代码|名称|姓名|等级|级别)|^等级$|customer|account|client/i.test(
    header.name,
  )
  const filled = inferred.filled / Math.max(1, inferred.filled + inferred.missing)
  const apart = inferred.distinct / Math.max(1, Math.min(1_000, inferred.filled))
  return byHand + (said ? 10 : 0) + filled + apart
}

function secondRole(role: (typeof single)[number]): ColumnRole {
  return role === 'tier' ? 'group' : 'other'
}

const groupOfRole: readonly (readonly [RegExp, readonly ColumnRole[]])[] = [
  [/信息|profile|customer|info/i, ['key', 'name', 'phone', 'group', 'other']],
  [/指标|criteria|metric/i, ['measure']],
  [/结果|result/i, ['tier']],
  [/备注|说明|note|remark/i, ['note']],
]

/** Of the group words whose spans are lost, the one that fits what the column is. */
function groupByRole(words: readonly string[], role: ColumnRole): string | null {
  const patterns = groupOfRole.filter(([, roles]) => roles.includes(role)).map(([word]) => word)
  return words.find((word) => patterns.some((pattern) => pattern.test(word))) ?? null
}
