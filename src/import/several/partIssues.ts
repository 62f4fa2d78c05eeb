import type { Issue } from '../../core/issue.ts'
import type { PlannedColumn } from '../plan.ts'
import { hiddenSheetsIssue, sheetIssues } from '../tableIssues.ts'
import type { Whole } from './whole.ts'

const shownRows = 10

/** Facts about the sheets that make up the table: each fact once, over all of them. */
export function partIssues(whole: Whole, columns: readonly PlannedColumn[]): Issue[] {
  const { parts, sources } = whole
  const taken = new Set(parts.all.map(({ sheet }) => sheet))
  const others = sources.flatMap(({ reading }) => reading.sheets.filter((one) => !taken.has(one)))
  const perPart = parts.all.map(({ name, sheet, layout }) => ({
    name,
    issues: sheetIssues(sheet, layout),
  }))
  return [
    ...hiddenSheetsIssue(parts.all.length === 1 ? (sources[0]?.reading.sheets ?? []) : others),
    ...(perPart.length === 1 ? (perPart[0]?.issues ?? []) : summed(perPart)),
    ...repeatsIssue(whole, columns),
    ...gapsIssue(whole),
  ]
}

/** Counts added up; rows by the name of their part: 三月:32. */
function summed(
  perPart: readonly { readonly name: string; readonly issues: readonly Issue[] }[],
): Issue[] {
  const found = new Map<string, Issue>()
  for (const { name, issues } of perPart)
    for (const { code, level, detail } of issues) {
      const before = found.get(code)
      const count = Number(before?.detail['count'] ?? 0) + Number(detail['count'] ?? 1)
      const own = detail['rows'] ?? (detail['row'] === undefined ? [] : [String(detail['row'])])
      const rows = [
        ...listOf(before?.detail['rows']),
        ...listOf(own).map((row) => `${name}:${row}`),
      ]
      found.set(code, {
        code,
        level,
        detail: {
          ...detail,
          count,
          ...(rows.length > 0 ? { rows: rows.slice(0, shownRows) } : {}),
        },
      })
    }
  return [...found.values()]
}

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : []

function repeatsIssue({ repeats, parts }: Whole, columns: readonly PlannedColumn[]): Issue[] {
  if (!repeats || repeats.count === 0) return []
  const { count, taken } = repeats
  const identity = columns.find(({ role, include }) => role === 'key' && include)
  const detail = { count, parts: parts.all.length, column: identity?.name ?? '' }
  return [{ code: taken === 'once' ? 'parts.once' : 'parts.kept', level: 'info', detail }]
}

/** Columns that some parts do not have, named with the parts that lack most. */
function gapsIssue({ joined }: Whole): Issue[] {
  const gaps = joined?.gaps ?? []
  if (gaps.length === 0) return []
  const columns = [...new Set(gaps.flatMap((gap) => gap.columns))]
  const names = gaps.map(({ part }) => part)
  return [
    {
      code: 'parts.gaps',
      level: 'info',
      detail: { count: gaps.length, columns: columns.slice(0, 5), parts: names.slice(0, 5) },
    },
  ]
}
