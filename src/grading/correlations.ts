import type { Steps } from '../core/steps.ts'
import { correlation } from '../math/correlation.ts'

const known = new WeakMap<Float64Array, WeakMap<Float64Array, number>>()

/** Pearson's r of two columns; kept with them, since weights move and columns stay. */
export function correlationOf(a: Float64Array, b: Float64Array): number {
  const found = known.get(a)?.get(b)
  if (found !== undefined) return found
  const r = correlation(a, b)
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const own = known.get(one) ?? new WeakMap<Float64Array, number>()
    known.set(one, own.set(other, r))
  }
  return r
}

/** r of each pair, [i][j] = [j][i]; 1 with itself. A column of a million takes some ms per pair: it pauses between them. */
export function* correlationsOf(columns: readonly Float64Array[]): Steps<readonly number[][]> {
  const matrix = columns.map(() => new Array<number>(columns.length).fill(1))
  for (let i = 0; i < columns.length; i++)
    for (let j = i + 1; j < columns.length; j++) {
      const r = correlationOf(columns[i] as Float64Array, columns[j] as Float64Array)
      for (const [row, at] of [
        [i, j],
        [j, i],
      ] as const)
        (matrix[row] as number[])[at] = r
      yield
    }
  return matrix
}
