import type { Issue } from '../core/issue.ts'
import { codesOf } from '../scheme/scoring/input.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { tierOf } from '../scheme/tiering/assign.ts'
import { tierings } from '../scheme/tiering/index.ts'
import type { TieringInput } from '../scheme/tiering/tiering.ts'
import { textAt } from '../table/cell.ts'
import type { Column, NumberColumn } from '../table/column.ts'
import { type Table, columnById } from '../table/table.ts'
import { ungraded, type Within } from './result.ts'

/** Categories of a column of texts or yes and no may be at most as many. */
export const mostTexts = 200

/** The living customers of each category; code 0 = without one. */
export interface Categories {
  readonly codes: Uint32Array // by row id
  readonly names: readonly string[] // names[0] = ''
  readonly rows: readonly Uint32Array[] // row ids by code, ascending
}

const kept = new WeakMap<
  Column,
  { readonly order: Uint32Array; readonly categories: Categories | null }
>()

const fewTexts = new WeakMap<Column, boolean>()

/** Categories, yes and no, or few different texts: names end the look after their first hundreds. */
export function canBeWithin(column: Column, table: Table): boolean {
  if (column.type !== 'text') return column.type === 'category' || column.type === 'boolean'
  const known = fewTexts.get(column)
  if (known !== undefined) return known
  const texts = new Set<string>()
  for (const row of table.order) {
    texts.add(textAt(column, row))
    if (texts.size > mostTexts) break
  }
  fewTexts.set(column, texts.size <= mostTexts)
  return texts.size <= mostTexts
}

/** Null where the column is gone or has no categories. Kept for as long as column and rows are the same. */
export function categoriesOf(table: Table, id: string): Categories | null {
  const column = columnById(table, id)
  if (!column) return null
  const last = kept.get(column)
  if (last?.order === table.order) return last.categories
  const categories = compute(table, column)
  kept.set(column, { order: table.order, categories })
  return categories
}

function compute(table: Table, column: Column): Categories | null {
  const found = canBeWithin(column, table) ? codesOf(column, table) : null
  if (!found) return null
  const { codes, dictionary: names } = found
  const counts = new Uint32Array(names.length)
  for (const row of table.order) counts[codes[row] ?? 0] = (counts[codes[row] ?? 0] ?? 0) + 1
  const rows = Array.from(counts, (count) => new Uint32Array(count))
  const filled = new Uint32Array(names.length)
  for (const row of table.order.slice().sort()) {
    const code = codes[row] ?? 0
    const own = rows[code]
    const at = filled[code] ?? 0
    if (own) own[at] = row
    filled[code] = at + 1
  }
  return { codes, names, rows }
}

/**
 * The tiers of each category drawn by itself (spec/grading.md §4): one pass over its own rows. Writes `computed`. `held`:
 * the cut-offs to keep where the method is too dear to run at each step of a drag.
 */
export function placeWithin(
  scheme: Scheme,
  { codes, names, rows }: Categories,
  input: TieringInput,
  held: Within | null,
  computed: Uint8Array,
): { readonly within: Within; readonly issues: readonly Issue[] } {
  const part = tierings.get(scheme.tiering.id)
  const holds = !part.live && held?.codes === codes ? held : null
  const issues: Issue[] = []
  computed.fill(ungraded)
  const cutoffs = rows.map((own, code) => {
    const score = gathered(input.score, own)
    const column: TieringInput['column'] = (id) => {
      const whole = input.column(id)
      return whole?.type === 'number' ? gatheredColumn(whole, own) : whole
    }
    const keptLines = holds?.cutoffs[code]
    const lines = keptLines
      ? { measure: score, cutoffs: keptLines, issues: [] }
      : part.lines(scheme.tiering, { ...input, score, column })
    if (own.length > 0) issues.push(...lines.issues)
    for (let at = 0; at < own.length; at++) {
      const value = lines.measure[at] as number
      computed[own[at] as number] = value === value ? tierOf(value, lines.cutoffs) : ungraded
    }
    return lines.measure === score ? lines.cutoffs : none
  })
  return { within: { codes, names, cutoffs }, issues: together(issues) }
}

const none = new Float64Array(0)

function gathered(values: Float64Array, rows: Uint32Array): Float64Array {
  const own = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at++) own[at] = values[rows[at] as number] as number
  return own
}

const columns = new WeakMap<NumberColumn, WeakMap<Uint32Array, NumberColumn>>()

/** Kept, since what sorts a column keeps that too. */
function gatheredColumn(column: NumberColumn, rows: Uint32Array): NumberColumn {
  const known = columns.get(column) ?? new WeakMap<Uint32Array, NumberColumn>()
  columns.set(column, known)
  const found = known.get(rows) ?? { ...column, values: gathered(column.values, rows) }
  known.set(rows, found)
  return found
}

/** The same fact of several categories is said once, with all that it counts. */
function together(issues: readonly Issue[]): readonly Issue[] {
  const byCode = new Map<string, Issue>()
  for (const issue of issues) {
    const before = byCode.get(issue.code)
    const count = Number(before?.detail['count'] ?? 0) + Number(issue.detail['count'] ?? 0)
    const detail = 'count' in issue.detail ? { ...issue.detail, count } : issue.detail
    byCode.set(issue.code, { ...issue, detail })
  }
  return [...byCode.values()]
}

/** Customers with a score within 1 of a cut-off of their own category. */
export function countNearWithin(score: Float64Array, { codes, cutoffs }: Within): number {
  let near = 0
  for (let row = 0; row < score.length; row++) {
    const s = score[row] as number
    const own = cutoffs[codes[row] as number] ?? none
    let isNear = false
    for (let at = 0; at < own.length; at++) isNear ||= Math.abs(s - (own[at] as number)) <= 1 // NaN and Infinity never are
    near += +isNear
  }
  return near
}
