import { decayOf } from '../../math/decay.ts'
import { quantileParts } from '../../math/quantile.ts'
import type { Criterion, Prepare } from '../scheme.ts'
import { daysOf, preparedDirection } from './decay.ts'
import { type Numbers, numbersOf } from './input.ts'
import { nearestCustomer, roundedAround } from './nearestEnough.ts'
import type { NumberScoring, ReachInput, Scored, StartInput } from './scoring.ts'

/** Values beyond them count as them; NaN where nothing is present. */
export type Bounds = readonly [number, number]

/** What a criterion's column came to: parameters of its part and bounds of its preparation, held for any single value. */
export interface Effective {
  readonly parameters: Float64Array
  readonly bounds: Bounds | null
}

type Way = Pick<Criterion, 'scoring' | 'direction' | 'prepare' | 'frozen'>

/** A column through preparation and scoring, with frozen parameters where the criterion has them. */
export function scoreNumbers(
  part: NumberScoring,
  way: Way,
  values: Numbers,
): Scored & { readonly bounds: Bounds | null } {
  const { scoring, frozen } = way
  const direction = preparedDirection(way)
  const ready = prepared(values, way.prepare, frozen?.bounds)
  if (!frozen || !part.automatic(scoring))
    return { ...part.evaluate(scoring, ready.values, direction), bounds: ready.bounds }
  const parameters = Float64Array.from(frozen.parameters)
  const utilities = new Float64Array(values.length)
  for (let row = 0; row < values.length; row++)
    utilities[row] = part.utilityOf(scoring, parameters, direction, ready.values[row] as number)
  return { values: utilities, parameters, bounds: ready.bounds }
}

/** Utility of any raw value. */
export function utilityOfRaw(
  part: NumberScoring,
  way: Way,
  { parameters, bounds }: Effective,
  x: number,
): number {
  const ready = preparedOne(x, way.prepare, bounds)
  return part.utilityOf(way.scoring, parameters, preparedDirection(way), ready)
}

/** The raw value nearest to `from` whose utility is at least `needed`; NaN where none can be had. */
export function reachOfRaw(
  part: NumberScoring,
  way: Way,
  effective: Effective,
  input: Pick<ReachInput, 'values' | 'utilities' | 'from'>,
  needed: number,
): number {
  const { prepare, scoring } = way
  const direction = preparedDirection(way)
  const { parameters, bounds } = effective
  const ready = prepared(input.values, prepare, bounds)
  const from = preparedOne(input.from, prepare, bounds)
  const { utilities } = input
  const within = bounds && preparedBounds(bounds, prepare)
  const reached = { values: ready.values, utilities, parameters, direction, from, within }
  const x = part.reach(scoring, reached, needed)
  if (!prepare || Number.isNaN(x)) return x
  if (x === from) return input.from
  const customer = input.values[ready.values.indexOf(x)] ?? NaN
  const isBound = bounds !== null && (customer < bounds[0] || customer > bounds[1])
  if (!Number.isNaN(customer) && !isBound) return customer // ranks know no others
  const raw = isBound ? nearestBound(bounds, customer) : unprepared(x, prepare)
  const isEnough = (value: number) => utilityOfRaw(part, way, effective, value) >= needed
  const rounds = prepare.log || prepare.decay || isBound
  const [, down = NaN, up = NaN] = rounds ? roundedAround(raw, input.values, raw) : []
  const rounded = x > from ? [up, down] : [down, up]
  const nudge = 1e-11 * raw // what `expOf` may have rounded off
  const exact = [raw, raw + nudge, raw - nudge]
  const enough =
    [...rounded, ...exact].find(isEnough) ?? nearestCustomer(reached, needed, input.values)
  return prepare.decay ? nearestDay(input.from, enough, isEnough) : enough
}

/** Ascending: what decays turns round. */
function preparedBounds(bounds: Bounds, prepare: Prepare | null | undefined): Bounds {
  const [a, b] = bounds.map((bound) => preparedOne(bound, prepare, null))
  return [Math.min(a ?? NaN, b ?? NaN), Math.max(a ?? NaN, b ?? NaN)]
}

/** By halving, since round numbers of what is left are days apart: the whole day nearest to `from` that is enough. */
function nearestDay(from: number, enough: number, isEnough: (days: number) => boolean): number {
  if (!Number.isFinite(from) || !Number.isFinite(enough)) return enough
  let [no, yes] = [from, enough]
  while (Math.abs(yes - no) > 1) {
    const middle = Math.round((no + yes) / 2)
    if (middle === yes || middle === no) break
    if (isEnough(middle)) yes = middle
    else no = middle
  }
  return yes
}

const nearestBound = ([low, high]: Bounds, x: number): number => (x < low ? low : high)

/** The column's numbers as the start of a scoring sees them. */
export function startNumbers({ column, table, asOf, prepare }: StartInput): Numbers {
  return prepared(numbersOf(column, table, asOf) ?? new Float64Array(0), prepare, null).values
}

interface Ready {
  readonly values: Numbers
  readonly bounds: Bounds | null
}

const ready = new WeakMap<Numbers, { readonly key: string; readonly value: Ready }>()

/** Kept for the last preparation of each array: dragging a parameter asks for the same again. */
export function prepared(
  values: Numbers,
  prepare: Prepare | null | undefined,
  held: Bounds | null | undefined,
): Ready {
  if (!prepare || (prepare.winsorise === null && !prepare.log && !prepare.decay))
    return { values, bounds: null }
  const key = JSON.stringify([prepare, held ?? null])
  const known = ready.get(values)
  if (known?.key === key) return known.value
  const bounds = prepare.winsorise && (held ?? boundsOf(values, prepare.winsorise))
  const value = {
    values: values.map((x) => preparedOne(x, prepare, bounds)),
    bounds,
  }
  ready.set(values, { key, value })
  return value
}

/** Quantiles are whole ten-thousandths, so that a whole place among the customers is met exactly. */
export const quantileSteps = 10_000

function boundsOf(values: Numbers, [low, high]: Bounds): Bounds {
  const parts = [low, high].map((p) => Math.round(p * quantileSteps))
  const [from = NaN, to = NaN] = quantileParts(values, parts, quantileSteps)
  return [from, to]
}

export function preparedOne(
  x: number,
  prepare: Prepare | null | undefined,
  bounds: Bounds | null,
): number {
  if (!prepare) return x
  const held = bounds === null ? x : x < bounds[0] ? bounds[0] : x > bounds[1] ? bounds[1] : x
  if (prepare.decay) return decayOf(held, prepare.decay)
  return prepare.log ? logOf(held) : held
}

/** The raw value that the preparation makes this number of. */
export function unprepared(x: number, prepare: Prepare | null | undefined): number {
  if (prepare?.decay) return daysOf(x, prepare.decay)
  return prepare?.log ? expOf(x) : x
}

/** sign(x)·ln(1 + |x|) */
export function logOf(x: number): number {
  return x < 0 ? -Math.log(1 - x) : Math.log(1 + x)
}

/** Its inverse, to 12 digits: 5,000 comes back as 5,000. Within ±1e15. */
export function expOf(x: number): number {
  const size = Math.min(1e15, Number(Math.expm1(Math.abs(x)).toPrecision(12)))
  return x < 0 ? -size : size
}
