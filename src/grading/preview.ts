import { gapRows, gapsOf, type Gaps } from '../math/kernels/gaps.ts'
import { marks } from '../math/kernels/marks.ts'
import { kernelsOf } from '../math/kernels/room.ts'
import { Spread } from '../math/kernels/spread.ts'
import type { Term } from '../scheme/aggregation/aggregation.ts'
import type { CriterionId, Scheme } from '../scheme/scheme.ts'

/** A score reaches a cut-off if it would when snapped. */
export const halfSnap = 5e-10

/**
 * The weighted sum while one weight moves, in one pass over one column instead of all: (base + w·u) · 100/Σw, base = Σ of the
 * others, made at the first step and kept in `base`. Within 1e-12 of the canonical order of additions, which is taken again when
 * the drag has ended. How the scores lie; null, and nothing is written, where it does not hold.
 */
export function previewScore(
  scheme: Scheme,
  terms: readonly Term[],
  moving: CriterionId,
  score: Float64Array,
  base: Float64Array,
): Spread | null {
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  const at = enabled.findIndex(({ id }) => id === moving)
  const term = terms[at]
  if (scheme.aggregation.id !== 'weightedSum' || (scheme.groups ?? []).length > 0 || !term)
    return null
  const columns = terms.map(({ utilities }) => utilities)
  const gaps = gapsOf(columns.map(gapRows), score.length)
  if (!gaps) return null
  const others = Float64Array.from(terms, ({ weight }, i) => (i === at ? 0 : weight))
  const last = kept.get(base)
  if (!last || !isOf(last, columns, others, gaps)) {
    const kernels = kernelsOf(base)
    if (gaps.count === 1) kernels.weightedSum(columns, others, 1, base)
    else kernels.weightedSumWithGaps(columns, ofPresent(others, gaps), gaps.patterns, 1, base)
  }
  const factors = factorsOf(terms, gaps)
  const { utilities, weight } = term
  const kernels = kernelsOf(score)
  let spread: Spread
  const [factor = NaN] = factors
  if (gaps.count === 1 && !Number.isNaN(factor)) {
    const wanted = last?.spread.lastWanted ?? marks()
    const { histogram, found } = kernels.blend(base, utilities, weight, factor, score, wanted)
    spread = new Spread(score, histogram, found && { wanted, found })
  } else {
    kernels.blendWithGaps(base, utilities, weight, gaps.patterns, factors, score)
    spread = new Spread(score)
  }
  kept.set(base, { columns, others, gaps, spread })
  return spread
}

interface Made {
  readonly columns: readonly Float64Array[]
  readonly others: Float64Array
  readonly gaps: Gaps
  readonly spread: Spread // of the step before: what it looked for will be looked for again
}
const kept = new WeakMap<Float64Array, Made>()

function isOf(
  last: Made,
  columns: readonly Float64Array[],
  others: Float64Array,
  gaps: Gaps,
): boolean {
  return (
    last.gaps === gaps &&
    last.columns.length === columns.length &&
    last.columns.every((column, at) => column === columns[at]) &&
    last.others.every((weight, at) => weight === others[at])
  )
}

function ofPresent(weights: Float64Array, { lacks }: Gaps): Float64Array {
  return Float64Array.from(lacks, (lacking, i) =>
    lacking === 1 ? 0 : (weights[i % weights.length] as number),
  )
}

/** 100 ÷ Σ of the weights that are there, by pattern of gaps; NaN where there are none, or a required value is not. */
function factorsOf(terms: readonly Term[], { lacks, count }: Gaps): Float64Array {
  return Float64Array.from({ length: count }, (_, pattern) => {
    let total = 0
    for (const [at, { weight, required }] of terms.entries())
      if (lacks[pattern * terms.length + at] === 0) total += weight
      else if (required) return NaN
    return total > 0 ? 100 / total : NaN
  })
}
