import type { Issue } from '../core/issue.ts'
import type { Term } from '../scheme/aggregation/aggregation.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { assignByValue, assignTiers } from '../scheme/tiering/assign.ts'
import { tierings } from '../scheme/tiering/index.ts'
import type { Lines, TieringInput } from '../scheme/tiering/tiering.ts'
import type { Spread } from '../math/kernels/spread.ts'
import { type Table, columnById } from '../table/table.ts'
import { axisValues } from './axes.ts'
import type { GradeResult, Within } from './result.ts'
import { categoriesOf, placeWithin } from './within.ts'

/** Effective cut-offs over the score, as in the result; none where tiers follow something else. */
export interface Placed extends Pick<GradeResult, 'cutoffs' | 'within'> {
  /** What scores were held against, falling; null where tiers follow something else. */
  readonly lines: Float64Array | null
  readonly issues: readonly Issue[]
}

/** Cut-offs to keep while something is dragged. */
export interface Held {
  readonly cutoffs: Float64Array | null
  readonly within: Within | null
}

/**
 * Score → computed tier (spec/grading.md §4). Writes `computed`. `spread`: of the scores. `terms`: what a group's own score is made of. `slack`: how far
 * below a cut-off over all scores a score reaches it, for scores that are not snapped.
 */
export function placeInTiers(
  table: Table,
  scheme: Scheme,
  terms: readonly Term[],
  spread: Spread,
  held: Held,
  computed: Uint8Array,
  slack = 0,
): Placed {
  const { tiers, tiering, valueColumn } = scheme
  const { score } = spread
  const input: TieringInput = {
    score,
    spread,
    tiers: tiers.length,
    column: (id) => columnById(table, id ?? valueColumn ?? '') ?? null,
    axis: (axis) => axisValues(table, scheme, terms, axis),
  }
  const column = tierings.get(tiering.id).within === null ? null : (scheme.within ?? null)
  const categories = column === null ? null : categoriesOf(table, column)
  if (categories !== null) {
    const placed = placeWithin(scheme, categories, input, held.within, computed)
    return { cutoffs: noCutoffs, lines: null, ...placed }
  }
  const { measure, cutoffs, issues } = linesOf(scheme, input, held.cutoffs)
  const all = column === null ? issues : [...issues, gone]
  if (measure === score) {
    const low = slack === 0 ? cutoffs : cutoffs.map((cutoff) => cutoff - slack)
    const lines = assignTiers(score, low, computed)
    return { cutoffs, lines, within: null, issues: all }
  }
  assignByValue(measure, cutoffs, computed)
  return { cutoffs: noCutoffs, lines: null, within: null, issues: all }
}

const noCutoffs = new Float64Array(0)
const gone = { code: 'tiering.withinGone', level: 'warning', detail: {} } as const

function linesOf(
  { tiering, tiers }: Scheme,
  input: TieringInput,
  held: Float64Array | null,
): Lines {
  const part = tierings.get(tiering.id)
  if (!part.live && held?.length === tiers.length - 1)
    return { measure: input.score, cutoffs: held, issues: [] }
  return part.lines(tiering, input)
}
