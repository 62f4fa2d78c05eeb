import type { Issue } from '../core/issue.ts'
import { finish, type Steps } from '../core/steps.ts'
import type { ColumnData, ColumnRole, ReadingId } from './column.ts'
import type { InferChoice } from './infer/choice.ts'
import { chooseReading } from './infer/choose.ts'
import { decided } from './infer/decided.ts'
import { type Evidence, evidenceOf } from './infer/evidence.ts'
import { columnIssues } from './infer/issues.ts'
import { roleOf } from './infer/role.ts'
import { type Sample, sampleOf } from './infer/sample.ts'
import { dateOrderOf, decimalOf, settle } from './infer/settle.ts'
import { readings } from './parse/index.ts'
import type { ReadContext } from './parse/reading.ts'
import type { Cells, RawCell } from './raw.ts'
import { readCells } from './readCells.ts'
import { type HeaderMeaning, meaningOf } from './roles.ts'

export type { InferChoice } from './infer/choice.ts'

/** What a column of cells was understood to be, and how well that went. */
export interface InferredColumn {
  readonly reading: ReadingId
  readonly role: ColumnRole
  readonly unit: string | null
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy'
  readonly dateOrderSure: boolean // false: 3/5/2024 could be either, all of them
  readonly decimal: '.' | ','
  /** The rules found: give them to `buildColumn`, so that it reads what was counted here. */
  readonly context: ReadContext
  /** The cells as read under them: `columnOf` makes a column of it without reading again. */
  readonly data: ColumnData
  readonly filled: number // cells that hold something other than a missing mark
  readonly missing: number
  readonly failed: number
  readonly success: number // (filled − failed) ÷ filled, 0..1; 1 when nothing is filled
  readonly distinct: number // different texts, capped at 1,000
  readonly examples: readonly string[] // ≤ 5 different texts that could be read
  readonly failures: readonly string[] // ≤ 5 different texts that could not
  readonly issues: readonly Issue[] // detail.column is the header; `rows` are positions in the cells, ≤ 1,000
}

/** How the cells of a column are to be read, before they are, and what that was taken from. */
export interface Understood {
  readonly reading: ReadingId
  readonly rules: ReadContext
  readonly meaning: HeaderMeaning
  readonly sample: Sample
  readonly found: Evidence
}

/**
 * A sample chooses the reading and its rules; the other cells are looked at where it leaves something open. In turns with
 * other work.
 */
export function* understanding(
  cells: Cells,
  header: string,
  usual: ReadContext,
  choice: InferChoice = {},
): Steps<Understood> {
  const context = decided(usual, choice)
  const meaning = meaningOf(header)
  const sample = sampleOf(cells, context)
  const decimal = decimalOf(sample)
  const found = evidenceOf(sample, { ...context, decimal })
  const reading = choice.reading ?? chooseReading(found, meaning)
  const dates =
    reading !== 'date'
      ? { order: context.dateOrder, sure: true }
      : choice.dateOrder
        ? { order: choice.dateOrder, sure: true }
        : yield* dateOrderOf(sample, cells, context)
  const settled = yield* settle(reading, sample, found, meaning, { ...context, decimal }, cells)
  const rules = { ...settled, decimal, dateOrder: dates.order, dateOrderSure: dates.sure }
  return { reading, rules, meaning, sample, found }
}

/**
 * Finds out what a column is from its header and cells, then reads every cell once and counts. Deterministic. `usual` gives
 * as-of date, missing marks and defaults.
 */
export function inferColumn(
  source: Cells | Iterable<RawCell>,
  header: string,
  usual: ReadContext,
  choice: InferChoice = {},
): InferredColumn {
  const cells = 'length' in source ? source : Array.from(source)
  const understood = finish(understanding(cells, header, usual, choice))
  const { reading, rules, meaning, sample, found } = understood
  const { data, tally: tallied } = readCells(cells, readings.get(reading), rules)
  const role = choice.role ?? roleOf(reading, meaning, tallied)
  const { filled, missing, failed, distinct, examples, failures } = tallied
  return {
    reading,
    role,
    unit: rules.unit,
    dateOrder: rules.dateOrder,
    dateOrderSure: rules.dateOrderSure ?? true,
    decimal: rules.decimal,
    context: rules,
    data,
    filled,
    missing,
    failed,
    success: filled === 0 ? 1 : (filled - failed) / filled,
    distinct,
    examples,
    failures,
    issues: columnIssues({
      column: header,
      tallied,
      role,
      reading,
      rules,
      choice,
      found,
      sample,
      cells,
    }),
  }
}
