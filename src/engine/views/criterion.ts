import { median } from '../../math/median.ts'
import type { Criterion } from '../../scheme/scheme.ts'
import { criterionSummary, largest } from '../criterionSummary.ts'
import { customerName } from '../customerName.ts'
import { once } from '../once.ts'
import {
  binsOf,
  parametersOf,
  scoredColumn,
  utilityOfCategory,
  utilityOfNumber,
  type ScoredColumn,
} from '../scored.ts'
import type { Session } from '../session.ts'
import type { CriterionView, Views } from '../views.ts'

const categoriesShown = 500
const steps = 64 // even steps of a curve, beside the corners of its own

export function criterion(
  session: Session,
  args: Views['criterion']['args'],
): CriterionView | null {
  const found = session.document.scheme.criteria.find(({ id }) => id === args.criterion)
  if (!found) return null
  const scored = scoredColumn(session, found)
  const parameters = parametersOf(session, found)
  const empty = { domain: null, bins: [], curve: [], median: null, min: null, max: null }
  return {
    summary: criterionSummary(session, found),
    ...empty,
    ...(scored?.kind === 'numbers' && scored.summary.count > 0
      ? ofNumbers(found, scored, parameters, Math.min(512, Math.max(1, args.bins)))
      : {}),
    parameters: [...parameters],
    atFull: atFull(session, found),
    categories:
      scored?.kind === 'codes'
        ? largest(scored, categoriesShown).map(({ name, count }) => ({
            name,
            count,
            utility: utilityOfCategory(found, name),
          }))
        : [],
    point: args.row === null || scored === null ? null : pointOf(session, found, scored, args.row),
  }
}

const medianOf = once((values: Float64Array) => median(values))

function ofNumbers(
  found: Criterion,
  scored: Extract<ScoredColumn, { kind: 'numbers' }>,
  parameters: Float64Array,
  bins: number,
): Pick<CriterionView, 'domain' | 'bins' | 'curve' | 'median' | 'min' | 'max'> {
  const { min, max } = scored.summary
  // points set by hand may lie beyond the data and must be in sight
  const ends = [min, max, ...cornersOf(found, parameters)]
  const domain = [Math.min(...ends), Math.max(...ends)] as const
  return {
    domain,
    bins: [...binsOf(scored.values, ...domain, bins)],
    curve: curveOf(found, parameters, domain),
    median: medianOf(scored.values),
    min,
    max,
  }
}

/** Raw values at which the curve bends or jumps. */
function cornersOf({ scoring }: Criterion, parameters: Float64Array): readonly number[] {
  if (scoring.id === 'bands') return scoring.bands.map(({ from }) => from)
  return [...parameters].filter((x) => Number.isFinite(x))
}

function curveOf(
  found: Criterion,
  parameters: Float64Array,
  [from, to]: readonly [number, number],
): readonly (readonly [number, number])[] {
  const at = (x: number) => [x, utilityOfNumber(found, parameters, x)] as const
  if (found.scoring.id === 'bands') {
    const jumps = found.scoring.bands.flatMap((band, index, bands) => [
      [band.from, bands[index - 1]?.utility ?? below(found)] as const,
      [band.from, band.utility] as const,
    ])
    return [at(from), ...jumps, at(to)]
  }
  const even = Array.from({ length: steps + 1 }, (_, step) => from + ((to - from) * step) / steps)
  const xs = [...new Set([...even, ...cornersOf(found, parameters)])].sort((a, b) => a - b)
  return xs.map(at)
}

const below = ({ scoring }: Criterion) => (scoring.id === 'bands' ? scoring.below : 0)

function atFull(session: Session, { id }: Criterion): number {
  const graded = session.result.utilities.find((one) => one.criterion === id)
  if (!graded) return 0
  let count = 0
  for (const row of session.table.order)
    if (graded.values[row] === 1 && graded.present[row] === 1) count++
  return count
}

function pointOf(
  session: Session,
  found: Criterion,
  scored: ScoredColumn,
  row: number,
): CriterionView['point'] {
  const name = customerName(session.table, row)
  if (scored.kind === 'codes') {
    const code = scored.values.codes[row] ?? 0
    const category = scored.values.dictionary[code] ?? ''
    return code === 0
      ? { name, x: null, utility: NaN }
      : { name, x: category, utility: utilityOfCategory(found, category) }
  }
  const x = scored.values[row] ?? NaN
  if (Number.isNaN(x)) return { name, x: null, utility: NaN }
  return { name, x, utility: utilityOfNumber(found, parametersOf(session, found), x) }
}
