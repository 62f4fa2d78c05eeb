import type { Issue } from '../core/issue.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { assignByValue, assignTiers } from '../scheme/tiering/assign.ts'
import { tierings } from '../scheme/tiering/index.ts'
import type { Lines } from '../scheme/tiering/tiering.ts'
import { type Table, columnById } from '../table/table.ts'

export interface Placed {
  /** Effective cut-offs over the score, as in the result; empty where tiers follow something else. */
  readonly cutoffs: Float64Array
  readonly issues: readonly Issue[]
}

/**
 * Score → computed tier (spec/grading.md §4). Writes `computed`. `held`: cut-offs to keep while something is dragged. `slack`: how
 * far below a cut-off a score reaches it, for scores that are not snapped.
 */
export function placeInTiers(
  table: Table,
  scheme: Scheme,
  score: Float64Array,
  held: Float64Array | null,
  computed: Uint8Array,
  slack = 0,
): Placed {
  const { measure, cutoffs, issues } = linesOf(table, scheme, score, held)
  if (measure === score) {
    const lines = slack === 0 ? cutoffs : cutoffs.map((cutoff) => cutoff - slack)
    assignTiers(score, lines, computed)
    return { cutoffs, issues }
  }
  assignByValue(measure, cutoffs, computed)
  return { cutoffs: noCutoffs, issues }
}

const noCutoffs = new Float64Array(0)

function linesOf(
  table: Table,
  scheme: Scheme,
  score: Float64Array,
  held: Float64Array | null,
): Lines {
  const { tiering, tiers, valueColumn } = scheme
  const part = tierings.get(tiering.id)
  if (!part.live && held?.length === tiers.length - 1)
    return { measure: score, cutoffs: held, issues: [] }
  return part.lines(tiering, {
    score,
    tiers: tiers.length,
    column: (id) => columnById(table, id ?? valueColumn ?? '') ?? null,
  })
}
