import type { Issue } from '../../core/issue.ts'
import { correlationsOf } from '../correlations.ts'
import { presentUtilities } from '../presentUtilities.ts'
import { countingOf, type LintCheck } from './lint.ts'

const strong = 0.9
const fewest = 10 // customers with both: of fewer no likeness is told

/** Two criteria that say the same of the customers, or the opposite. */
export const alike: LintCheck = {
  id: 'alike',
  *run(subject) {
    const counting = countingOf(subject).filter(({ criterion }) => criterion.weight > 0)
    const columns = counting.map(({ utilities }) => presentUtilities(utilities))
    const matrix = yield* correlationsOf(columns)
    const found: Issue[] = []
    for (const [i, { criterion }] of counting.entries())
      for (let j = i + 1; j < counting.length; j++) {
        const r = matrix[i]?.[j] ?? NaN
        const other = counting[j]?.criterion
        if (!(Math.abs(r) > strong) || !other) continue
        if (both(columns[i], columns[j]) < fewest) continue
        // the one that counts less is the one that can go
        const [less, more] =
          criterion.weight < other.weight ? [criterion, other] : [other, criterion]
        const detail = { criterion: less.name, other: more.name, r }
        const code = r > 0 ? ('lint.alike' as const) : ('lint.opposed' as const)
        found.push({ code, level: 'warning', detail, about: less.id })
        yield
      }
    return found
  },
}

function both(xs?: Float64Array, ys?: Float64Array): number {
  let count = 0
  if (xs && ys)
    for (let row = 0; row < xs.length && count < fewest; row++)
      count += +!Number.isNaN((xs[row] as number) + (ys[row] as number))
  return count
}
