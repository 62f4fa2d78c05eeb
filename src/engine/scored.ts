import { histogram } from '../math/histogram.ts'
import { summary, type Summary } from '../math/summary.ts'
import { codesOf, numbersOf, type Codes } from '../scheme/scoring/input.ts'
import { scorings } from '../scheme/scoring/index.ts'
import { type Effective, scoreNumbers, utilityOfRaw } from '../scheme/scoring/prepared.ts'
import type { Criterion } from '../scheme/scheme.ts'
import type { Column } from '../table/column.ts'
import { columnById, type Table } from '../table/table.ts'
import type { Session } from './session.ts'

/** A criterion's column as scoring reads it. Dates are days before the as-of date. */
export type ScoredColumn =
  | { readonly kind: 'numbers'; readonly values: Float64Array; readonly summary: Summary }
  | { readonly kind: 'codes'; readonly values: Codes; readonly counts: Uint32Array }

interface Known {
  readonly order: Uint32Array
  readonly asOf: string
  readonly as: ScoringReads
  readonly value: ScoredColumn
}
type ScoringReads = 'numbers' | 'codes'

const known = new WeakMap<Column, Known>()

/** Kept per column object: a drag of weights asks the same again and again. */
export function scoredColumn(session: Session, criterion: Criterion): ScoredColumn | null {
  const { table, document } = session
  const column = columnById(table, criterion.column)
  if (!column) return null
  const { asOf } = document.scheme
  const as = scorings.get(criterion.scoring.id).reads
  const before = known.get(column)
  if (before && before.order === table.order && before.asOf === asOf && before.as === as)
    return before.value
  const value = as === 'numbers' ? numbers(column, table, asOf) : codes(column, table)
  if (value) known.set(column, { order: table.order, asOf, as, value })
  return value
}

function numbers(column: Column, table: Table, asOf: string): ScoredColumn | null {
  const values = numbersOf(column, table, asOf)
  return values && { kind: 'numbers', values, summary: summary(values) }
}

function codes(column: Column, table: Table): ScoredColumn | null {
  const values = codesOf(column, table)
  if (!values) return null
  const counts = new Uint32Array(values.dictionary.length)
  for (const row of table.order) {
    const code = values.codes[row] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
  return { kind: 'codes', values, counts }
}

/** Effective parameters and bounds: of the result where the criterion is graded, else computed for it alone. */
export function effectiveOf(session: Session, criterion: Criterion): EffectiveColumn {
  const graded = session.result.utilities.find((one) => one.criterion === criterion.id)
  if (graded) return graded
  const part = scorings.get(criterion.scoring.id)
  const scored = scoredColumn(session, criterion)
  if (part.reads !== 'numbers' || scored?.kind !== 'numbers') return nothing
  return scoreNumbers(part, criterion, scored.values)
}

export interface EffectiveColumn extends Effective {
  readonly values: Float64Array // utilities
  readonly present?: Uint8Array // where a utility may be a filled one
}
const none = new Float64Array(0)
const nothing: EffectiveColumn = { values: none, parameters: none, bounds: null }

/** Utility of any raw number under the effective parameters; NaN for a criterion that reads categories. */
export function utilityOfNumber(criterion: Criterion, effective: Effective, x: number): number {
  const part = scorings.get(criterion.scoring.id)
  return part.reads === 'numbers' ? utilityOfRaw(part, criterion, effective, x) : NaN
}

export function utilityOfCategory(criterion: Criterion, category: string): number {
  const part = scorings.get(criterion.scoring.id)
  return part.reads === 'codes' ? part.utilityOf(criterion.scoring, category) : NaN
}

const bins = new WeakMap<Float64Array, Map<string, Uint32Array>>()

/** Kept per array of values. */
export function binsOf(values: Float64Array, from: number, to: number, count: number): Uint32Array {
  const key = `${from} ${to} ${count}`
  const own = bins.get(values) ?? new Map<string, Uint32Array>()
  bins.set(values, own)
  if (own.size > 8) own.clear() // a dragged end of the range asks for a new one each step
  const found = own.get(key) ?? histogram(values, from, to, count)
  own.set(key, found)
  return found
}
