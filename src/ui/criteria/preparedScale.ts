import type { CriterionSummary } from '../../engine/views.ts'
import type { Prepare } from '../../scheme/scheme.ts'

/** A parameter of a scoring, which is in prepared units, as a number of the column (12 digits). */
export function rawOf(x: number, prepare: Prepare | null | undefined): number {
  if (!prepare?.log) return x
  return Math.sign(x) * Number(Math.expm1(Math.abs(x)).toPrecision(12))
}

/** A number of the column as a parameter: sign(x)·ln(1 + |x|) where the logarithm is scored. */
export function preparedOf(x: number, prepare: Prepare | null | undefined): number {
  return prepare?.log ? Math.sign(x) * Math.log(1 + Math.abs(x)) : x
}

/** Between a parameter and the number that is shown and typed for it: percents are a hundred times their value. */
export function shownScale({ criterion, reading }: CriterionSummary) {
  const times = reading === 'percent' ? 100 : 1
  const { prepare } = criterion
  const isLog = prepare?.log ?? false
  return {
    times,
    /** Widths have no unit on a logarithm. */
    isLog,
    shown: (x: number) => rawOf(x, prepare) * times,
    typed: (x: number) => preparedOf(x / times, prepare),
    raw: (x: number) => rawOf(x, prepare),
    prepared: (x: number) => preparedOf(x, prepare),
  }
}
