import { columnById } from '../../table/table.ts'
import { knownStates } from '../modelRuns.ts'
import type { Session } from '../session.ts'
import type { TierColumn } from '../modelViews.ts'
import type { Views } from '../views.ts'

type Values =
  { readonly codes: Uint32Array; readonly words: number } | { readonly values: Float64Array }

/**
 * What a column, or a figure of a model that is not in the table, says of the customers of each tier; null = there is none
 * of that id. Models must have run (`modelStates`).
 */
export function byTier(
  session: Session,
  { column, scale }: Views['byTier']['args'],
): readonly TierColumn[] | null {
  const found = valuesOf(session, column)
  if (!found) return null
  const { table, result, document } = session
  const tiers = document.scheme.tiers.length
  const words = 'codes' in found ? found.words : 0
  const sums = Array.from({ length: tiers + 1 }, () => ({
    filled: 0,
    reached: 0,
    sum: 0,
    counts: new Array<number>(words).fill(0),
  }))
  for (const row of table.order) {
    const sum = sums[Math.min(tiers, result.final[row] ?? tiers)]
    if (!sum) continue
    if ('codes' in found) {
      const code = found.codes[row] ?? 0
      if (code === 0) continue
      sum.filled++
      sum.counts[code - 1] = (sum.counts[code - 1] ?? 0) + 1
    } else {
      const value = found.values[row] ?? NaN
      if (!(value >= (scale?.least ?? -Infinity) && value <= (scale?.most ?? Infinity))) continue
      sum.filled++
      sum.sum += value
      if (value >= (scale?.from ?? -Infinity)) sum.reached++
    }
  }
  return sums
}

function valuesOf({ document, table }: Session, id: string): Values | null {
  const figures = (knownStates(document) ?? []).flatMap(({ run }) => run?.figures ?? [])
  const figure = figures.find((one) => one.id === id)
  if (figure)
    return 'codes' in figure
      ? { codes: figure.codes, words: figure.labels.length }
      : { values: figure.values }
  const column = columnById(table, id)
  if (column?.type === 'category')
    return { codes: column.codes, words: column.dictionary.length - 1 }
  return column?.type === 'number' ? { values: column.values } : null
}
