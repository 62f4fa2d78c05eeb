import { quantile } from './quantile.ts'

/** Middle of the present values, the mean of two where their number is even; NaN where there is none. */
export function median(values: Float64Array): number {
  return quantile(values, 0.5)
}
