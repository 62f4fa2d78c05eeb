import { median } from '../../math/median.ts'
import type { Criterion } from '../../scheme/scheme.ts'
import { preparedDirection } from '../../scheme/scoring/decay.ts'
import { scorings } from '../../scheme/scoring/index.ts'
import { type Effective, preparedOne, unprepared } from '../../scheme/scoring/prepared.ts'
import { criterionSummary, largest } from '../criterionSummary.ts'
import { customerName } from '../customerName.ts'
import { once } from '../once.ts'
import {
  binsOf,
  effectiveOf,
  scoredColumn,
  type EffectiveColumn,
  utilityOfCategory,
  utilityOfNumber,
  type ScoredColumn,
} from '../scored.ts'
import type { Session } from '../session.ts'
import { cornersOf, isAutomatic, shownRange } from '../shownRange.ts'
import type { CriterionView, Views } from '../views.ts'

const categoriesShown = 500
const steps = 96 // even steps of a curve, beside the corners of its own

export function criterion(
  session: Session,
  args: Views['criterion']['args'],
): CriterionView | null {
  const found = session.document.scheme.criteria.find(({ id }) => id === args.criterion)
  if (!found) return null
  const scored = scoredColumn(session, found)
  const effective = effectiveOf(session, found)
  const empty = {
    domain: null,
    beyond: { below: 0, above: 0 },
    bins: [],
    curve: [],
    median: null,
    min: null,
    max: null,
  }
  return {
    summary: criterionSummary(session, found),
    ...empty,
    ...(scored?.kind === 'numbers' && scored.summary.count > 0
      ? ofNumbers(found, scored, effective, Math.min(512, Math.max(1, args.bins)))
      : {}),
    parameters: [...effective.parameters],
    bounds: effective.bounds,
    automatic: isAutomatic(found),
    classes: scored?.kind === 'numbers' ? classesOf(found, effective) : [],
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
  effective: Effective,
  bins: number,
): Pick<CriterionView, 'domain' | 'beyond' | 'bins' | 'curve' | 'median' | 'min' | 'max'> {
  const { min, max } = scored.summary
  const domain = shownRange(found, scored.values, effective)
  return {
    domain,
    beyond: beyond(scored, domain),
    bins: [...binsOf(scored.values, ...domain, bins)],
    curve: curveOf(found, effective, domain, cornersOf(found, effective)),
    median: medianOf(scored.values),
    min,
    max,
  }
}

function beyond(
  { values, summary }: Extract<ScoredColumn, { kind: 'numbers' }>,
  [from, to]: readonly [number, number],
): CriterionView['beyond'] {
  const found = { below: 0, above: 0 }
  if (summary.min >= from && summary.max <= to) return found
  for (const x of values)
    if (x < from) found.below++
    else if (x > to) found.above++
  return found
}

function curveOf(
  found: Criterion,
  effective: Effective,
  [from, to]: readonly [number, number],
  corners: readonly number[],
): readonly (readonly [number, number])[] {
  const at = (x: number) => utilityOfNumber(found, effective, x)
  const inside = [...corners, ...(effective.bounds ?? [])].filter((x) => x >= from && x <= to)
  const rising = (xs: readonly number[]) => [...new Set(xs)].sort((a, b) => a - b)
  const part = scorings.get(found.scoring.id)
  if (part.reads === 'numbers' && part.stepped) {
    const beside = (x: number) => (Math.abs(x) || to - from || 1) * 1e-9
    const jumps = rising(inside).flatMap((x) => [
      [x, at(x - beside(x))] as const,
      [x, at(x + beside(x))] as const,
    ])
    return [[from, at(from)], ...jumps, [to, at(to)]]
  }
  const between = (low: number, high: number) =>
    Array.from({ length: steps + 1 }, (_, step) => low + ((high - low) * step) / steps)
  // on a logarithm, and where it decays, most of the bend is at one end
  const bent =
    (found.prepare?.log ?? found.prepare?.decay)
      ? between(preparedOne(from, found.prepare, null), preparedOne(to, found.prepare, null))
          .map((x) => unprepared(x, found.prepare))
          .filter((x) => x > from && x < to)
      : []
  return rising([...between(from, to), ...bent, ...inside]).map((x) => [x, at(x)] as const)
}

/** Customers in each class of equal counts, lowest values first; also where nobody is in it. */
function classesOf(
  found: Criterion,
  { parameters: edges, values, present }: EffectiveColumn,
): CriterionView['classes'] {
  const { scoring, prepare } = found
  const direction = preparedDirection(found)
  if (scoring.id !== 'quantileBins' || !edges.length || edges.some(Number.isNaN)) return []
  const counts = new Uint32Array(edges.length + 1)
  for (let row = 0; row < values.length; row++) {
    const u = values[row] as number
    if (u !== u || present?.[row] === 0) continue
    const at = Math.round(u * edges.length)
    const of = direction === 'higher' ? at : edges.length - at
    counts[of] = (counts[of] ?? 0) + 1
  }
  const edge = (at: number) =>
    at < 0 || at >= edges.length ? null : unprepared(edges[at] ?? NaN, prepare)
  const classes = [...counts].map((count, at) => ({
    above: edge(prepare?.decay ? at : at - 1),
    upTo: edge(prepare?.decay ? at - 1 : at),
    count,
    utility: (direction === 'higher' ? at : edges.length - at) / edges.length,
  }))
  return prepare?.decay ? classes.reverse() : classes // the less is left, the more days have gone
}

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
  return { name, x, utility: utilityOfNumber(found, effectiveOf(session, found), x) }
}
