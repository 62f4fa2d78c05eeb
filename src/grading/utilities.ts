import { median } from '../math/median.ts'
import { livingRows } from '../scheme/living.ts'
import type { Criterion, IsoDate, MissingPolicy } from '../scheme/scheme.ts'
import { scoringPart } from '../scheme/scoring/index.ts'
import { codesOf, numbersOf } from '../scheme/scoring/input.ts'
import { type Bounds, scoreNumbers } from '../scheme/scoring/prepared.ts'
import type { Scored } from '../scheme/scoring/scoring.ts'
import { type Table, columnById } from '../table/table.ts'
import type { Utilities } from './result.ts'

/** What one criterion makes of its column: scoring, then the missing policy. A column that is gone or of a type that the scoring cannot read counts as missing throughout. */
export function utilitiesOf(criterion: Criterion, table: Table, asOf: IsoDate): Utilities {
  const scored = evaluate(criterion, table, asOf)
  if (!scored) return absent(criterion, table)
  const { values, parameters, bounds = null } = scored
  const present = new Uint8Array(values.length)
  let presentCount = 0
  for (let row = 0; row < values.length; row++) {
    const there = +!Number.isNaN(values[row])
    present[row] = there
    presentCount += there
  }
  const missingCount = table.order.length - presentCount
  if (missingCount > 0) fill(values, filledWith(criterion.missing, values), table)
  const { id } = criterion
  return { criterion: id, values, present, presentCount, missingCount, parameters, bounds }
}

/** Utility that the missing policy puts in; NaN = left out. */
export function filledWith(policy: MissingPolicy, values: Float64Array): number {
  switch (policy.id) {
    case 'fixed':
      return Math.min(1, Math.max(0, policy.utility))
    case 'median':
      return median(values)
    case 'reweight':
    case 'ungraded':
      return NaN
  }
}

function evaluate(
  criterion: Criterion,
  table: Table,
  asOf: IsoDate,
): (Scored & { readonly bounds?: Bounds | null }) | null {
  const column = columnById(table, criterion.column)
  const part = scoringPart(criterion.scoring)
  if (!column || !part.types.includes(column.type)) return null
  if (part.reads === 'codes') {
    const codes = codesOf(column, table)
    return codes && part.evaluate(criterion.scoring, codes)
  }
  const numbers = numbersOf(column, table, asOf)
  return numbers && scoreNumbers(part, criterion, numbers)
}

function fill(values: Float64Array, utility: number, table: Table): void {
  if (Number.isNaN(utility)) return
  const living = livingRows(table)
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]) && (living === null || living[row] === 1)) values[row] = utility
  }
}

function absent(criterion: Criterion, table: Table): Utilities {
  return {
    criterion: criterion.id,
    values: new Float64Array(table.rowCount).fill(NaN),
    present: new Uint8Array(table.rowCount),
    presentCount: 0,
    missingCount: table.order.length,
    parameters: new Float64Array(0),
    bounds: null,
  }
}
