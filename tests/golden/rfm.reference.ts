import { gunzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import { dayOf } from '../../src/scheme/day.ts'
import type { MeasureId } from '../../src/models/rfm/measures.ts'
import type { Scores } from '../../src/models/rfm/scores.ts'
import type { Interval, SegmentRule } from '../../src/models/rfm/segment.ts'
import type { Purchases } from '../../src/models/records/purchases.ts'
import { sharedFile } from '../unit/sharedData.ts'

/** Readers of what the R package rfm 0.3.0 answered. */

export type Row = Readonly<Record<string, string>>

const rowsOf = (text: string) =>
  Papa.parse<Row>(text.trim(), { header: true, skipEmptyLines: true }).data

const fixtures = resolve(import.meta.dirname, '../fixtures/rfm')
export const fixtureRows = (name: string) => rowsOf(readFileSync(`${fixtures}/${name}`, 'utf8'))
export const fixtureReference = () =>
  JSON.parse(readFileSync(`${fixtures}/reference.json`, 'utf8')) as {
    readonly asOf: string
    readonly rules: Readonly<Record<'vignette' | 'test', RuleTable>>
    readonly thresholds: Readonly<Record<'five' | 'four' | 'three', readonly Threshold[]>>
    readonly summaries: Readonly<Record<'five' | 'cuts', Summaries>>
  }

export function sharedRows(name: string): readonly Row[] {
  const bytes = sharedFile(name)
  return rowsOf(new TextDecoder().decode(name.endsWith('.gz') ? gunzipSync(bytes) : bytes))
}
export const sharedReference = (name: string) =>
  JSON.parse(new TextDecoder().decode(sharedFile(name))) as {
    readonly analysis_date: string
    readonly thresholds: readonly Threshold[]
    readonly segment_rules: Readonly<Record<'vignette' | 'test', RuleTable>>
    readonly segment_summary: Summaries
  }

export type Threshold = Readonly<Record<`${MeasureId}_${'lower' | 'upper'}`, number>>
export type Summaries = Readonly<Record<'vignette' | 'test', readonly SummaryRow[]>>
interface SummaryRow {
  readonly segment: string
  readonly customers: number
  readonly orders: number
  readonly revenue: number
  readonly aov: number
}

interface RuleTable {
  readonly names: readonly string[]
  readonly rl: readonly number[]
  readonly ru: readonly number[]
  readonly fl: readonly number[]
  readonly fu: readonly number[]
  readonly ml: readonly number[]
  readonly mu: readonly number[]
}

export function rulesOfR({ names, rl, ru, fl, fu, ml, mu }: RuleTable): readonly SegmentRule[] {
  const interval = (low = NaN, high = NaN): Interval => ({ low, high })
  return names.map((text, at) => ({
    name: { text },
    recency: interval(rl[at], ru[at]),
    frequency: interval(fl[at], fu[at]),
    monetary: interval(ml[at], mu[at]),
  }))
}

/** Orders and their customers, numbered as they appear in `ids`. */
export function purchasesOf(
  orders: readonly Row[],
  names: { readonly customer: string; readonly day: string; readonly amount: string },
  ids: readonly string[],
): Purchases {
  const at = new Map(ids.map((id, row) => [id, row]))
  return {
    customers: Int32Array.from(orders, (row) => at.get(row[names.customer] ?? '') ?? -1),
    days: Float64Array.from(orders, (row) => dayOf(row[names.day] ?? '')),
    amounts: Float64Array.from(orders, (row) => Number(row[names.amount])),
    unit: null,
  }
}

/** 545 */
export const codes = ({ recency, frequency, monetary }: Scores) =>
  Array.from(
    recency.scores,
    (r, row) => `${r}${frequency.scores[row] ?? 0}${monetary.scores[row] ?? 0}`,
  )

export const column = (rows: readonly Row[], name: string) => rows.map((row) => row[name] ?? '')
export const numbers = (rows: readonly Row[], name: string) =>
  Float64Array.from(column(rows, name), Number)
