import type { Issue } from '../../core/issue.ts'
import type { CountedRows } from './counting.ts'
import { monthIndex, monthName } from './months.ts'
import type { Words } from './words.ts'

export interface MonthOfRecords {
  readonly month: string // 2024-03
  readonly counts: readonly number[] // all, then those of each of `parts`
}

const mostMonths = 120

/** How many in each month from the first to the last, the latest 120 at most; those of no known day are in none. */
export function monthsOfRows(
  { rows, when }: CountedRows,
  parts: readonly ((row: number) => boolean)[] = [],
): readonly MonthOfRecords[] {
  if (!when) return []
  const dated = rows.filter((row) => !Number.isNaN(when[row]))
  if (dated.length === 0) return []
  const months = Int32Array.from(dated, (row) => monthIndex(when[row] as number))
  const end = months.reduce((last, month) => Math.max(last, month))
  const first = months.reduce((least, month) => Math.min(least, month))
  const begin = Math.max(first, end - mostMonths + 1)
  const lists = [() => true, ...parts].map((isOf) => {
    const counts = new Uint32Array(end - begin + 1)
    dated.forEach((row, at) => {
      const place = (months[at] as number) - begin
      if (place >= 0 && isOf(row)) counts[place] = (counts[place] as number) + 1
    })
    return counts
  })
  return Array.from({ length: end - begin + 1 }, (_, place) => ({
    month: monthName(begin + place),
    counts: lists.map((counts) => counts[place] as number),
  }))
}

export interface Tallied {
  readonly top: readonly { readonly text: string; readonly count: number }[] // the most frequent first
  readonly others: { readonly kinds: number; readonly count: number }
  readonly unknown: number // nothing was said
}

const ranked = 10

export function talliedWords({ rows }: CountedRows, { codes, texts }: Words): Tallied {
  const counts = new Uint32Array(texts.length + 1)
  for (const row of rows) {
    const code = codes[row] as number
    counts[code] = (counts[code] as number) + 1
  }
  const found = texts
    .map((text, at) => ({ text, count: counts[at + 1] as number }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  const rest = found.slice(ranked)
  return {
    top: found.slice(0, ranked),
    others: { kinds: rest.length, count: rest.reduce((sum, { count }) => sum + count, 0) },
    unknown: counts[0] as number,
  }
}

/** What was left out, or counted without a day. */
export function countedNotes({ rows, when, later }: CountedRows): Issue[] {
  const notes: Issue[] = []
  if (later > 0) notes.push({ code: 'records.afterAsOf', level: 'info', detail: { count: later } })
  const undated = when ? rows.filter((row) => Number.isNaN(when[row])).length : 0
  if (undated > 0)
    notes.push({ code: 'records.undated', level: 'warning', detail: { count: undated } })
  return notes
}
