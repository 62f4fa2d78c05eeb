import type { CriterionSummary } from '../../engine/views.ts'
import type { Prepare } from '../../scheme/scheme.ts'

/** A parameter of a scoring, which is in prepared units, as a number of the column (12 digits). */
export function rawOf(x: number, prepare: Prepare | null | undefined): number {
  if (prepare?.decay) return x >= 1 ? 0 : -Math.log2(Math.max(0, x)) * prepare.decay
  if (!prepare?.log) return x
  return Math.sign(x) * Number(Math.expm1(Math.abs(x)).toPrecision(12))
}

/** A number of the column as a parameter: sign(x)·ln(1 + |x|) where the logarithm is scored, what is left where days decay. */
export function preparedOf(x: number, prepare: Prepare | null | undefined): number {
  if (prepare?.decay) return 2 ** (-Math.max(0, x) / prepare.decay)
  return prepare?.log ? Math.sign(x) * Math.log(1 + Math.abs(x)) : x
}

/**
 * Between a parameter and the number that is shown and typed for it: percents are a hundred times their value. What is left
 * of a date that decays is a percent, since no number of days leaves nothing.
 */
export function shownScale({ criterion, reading }: CriterionSummary) {
  const { prepare } = criterion
  const isLeft = !!prepare?.decay
  const times = isLeft || reading === 'percent' ? 100 : 1
  const isLog = prepare?.log ?? false
  return {
    times,
    /** Widths have no unit on a logarithm. */
    isLog,
    /** Parameters are what is left of a date. */
    isLeft,
    shown: (x: number) => (isLeft ? x : rawOf(x, prepare)) * times,
    typed: (x: number) => (isLeft ? x / times : preparedOf(x / times, prepare)),
    raw: (x: number) => rawOf(x, prepare),
    prepared: (x: number) => preparedOf(x, prepare),
  }
}
