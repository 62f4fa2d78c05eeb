import type { ReachInput } from './scoring.ts'
import { roundTowards, stepOf } from './step.ts'

/** The candidate nearest to `from` whose utility is at least `needed`; where `from` is missing, the one that asks least. NaN = none. */
export function nearestEnough(
  candidates: readonly number[],
  { from, within }: Pick<ReachInput, 'from' | 'within'>,
  utility: (x: number) => number,
  needed: number,
): number {
  const distance = (x: number) => (Number.isNaN(from) ? utility(x) : Math.abs(x - from))
  return candidates
    .concat(Number.isNaN(from) ? [] : [from], within ?? [])
    .filter((x) => within === null || (x >= within[0] && x <= within[1]))
    .filter((x) => utility(x) >= needed)
    .reduce((best, x) => (distance(x) >= distance(best) ? best : x), NaN)
}

/** The nearest value that a customer has and that is enough, or what stands for it in `as`; NaN = none. */
export function nearestCustomer(
  { values, utilities, from }: Pick<ReachInput, 'values' | 'utilities' | 'from'>,
  needed: number,
  as = values,
): number {
  let nearest = NaN
  let least = Infinity
  for (let row = 0; row < values.length; row++) {
    const u = utilities[row] as number
    const x = values[row] as number
    if (!(u >= needed) || x !== x) continue
    const distance = from === from ? Math.abs(x - from) : u
    if (!(distance < least)) continue
    least = distance
    nearest = as[row] as number
  }
  return nearest
}

/** A value, the round ones just beside it, and those next to them: where it is round itself, it may miss by a last bit. */
export function roundedAround(x: number, values: Float64Array, range: number): readonly number[] {
  if (!Number.isFinite(x)) return []
  const step = stepOf(values, Math.abs(range) || Math.abs(x) || 1)
  const [down, up] = [roundTowards(x, -Infinity, step), roundTowards(x, Infinity, step)]
  return [
    x,
    down,
    up,
    roundTowards(down - step, -Infinity, step),
    roundTowards(up + step, Infinity, step),
  ]
}
