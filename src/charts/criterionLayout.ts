import { pointed } from './ticks.ts'

export type Range = readonly [number, number]
/** The edges of the plot in px: values go from left to right, utilities of 0 to 1 from the bottom to the top. */
export interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const widestBar = 72 // px: few categories would be walls
const tallestBar = 0.86 // of the plot: the curve stays readable above

export const xIn = ({ left, right }: Plot, [from, to]: Range, value: number): number =>
  left + ((value - from) / (to - from || 1)) * (right - left)

export const yIn = ({ top, bottom }: Plot, utility: number): number =>
  bottom - utility * (bottom - top)

/** The value and the utility at a point, to what one can point at. */
export function valueAt(plot: Plot, range: Range, x: number, y: number): readonly [number, number] {
  const value = range[0] + ((x - plot.left) / (plot.right - plot.left)) * (range[1] - range[0] || 1)
  const utility = Math.round((100 * (plot.bottom - y)) / (plot.bottom - plot.top)) / 100
  return [inRange(value, range), share(utility)]
}

/** One path for the bars of counts, even over the plot. */
export function barsPath({ left, right, top, bottom }: Plot, counts: readonly number[]): string {
  const highest = Math.max(1, ...counts)
  const step = (right - left) / counts.length
  const across = Math.min(widestBar, Math.max(1, step - 2))
  return counts
    .map((count, i) => {
      if (count === 0) return ''
      const tall = Math.max(1, (count / highest) * (bottom - top) * tallestBar)
      const from = left + (i + 0.5) * step - across / 2
      return `M${from.toFixed(1)} ${bottom}v${(-tall).toFixed(1)}h${across.toFixed(1)}v${tall.toFixed(1)}z`
    })
    .join('')
}

/** Straight between the points of a curve, level beyond the first and the last. */
export function curvePath(
  plot: Plot,
  range: Range,
  curve: readonly (readonly [number, number])[],
): string {
  const known = curve.filter(([x, utility]) => Number.isFinite(x) && Number.isFinite(utility))
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last) return ''
  const all = [[range[0], first[1]], ...known, [range[1], last[1]]] as const
  return all
    .map(([x, utility], i) => {
      const inside = Math.min(plot.right, Math.max(plot.left, xIn(plot, range, x)))
      return `${i === 0 ? 'M' : 'L'}${inside.toFixed(1)} ${yIn(plot, utility).toFixed(1)}`
    })
    .join('')
}

const steps: ReadonlyMap<string, number> = new Map([
  ['ArrowRight', 1],
  ['ArrowUp', 1],
  ['ArrowLeft', -1],
  ['ArrowDown', -1],
  ['PageUp', 5],
  ['PageDown', -5],
])

interface Point {
  readonly x: number
  readonly utility: number
  readonly free?: boolean // moves up and down too
}

/** The value and the utility that a key moves a point to; null = no key for that. */
export function nudged(
  { x, utility, free = false }: Point,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  range: Range,
): readonly [number, number] | null {
  const step = steps.get(key)
  if (step === undefined) return null
  const times = shiftKey ? 10 * step : step
  if (free && (key === 'ArrowUp' || key === 'ArrowDown')) return [x, share(utility + times / 100)]
  const size = 10 ** Math.floor(Math.log10((range[1] - range[0] || 1) / 50))
  return [inRange(x + times * size, range), share(utility)]
}

const inRange = (value: number, range: Range) =>
  pointed(Math.min(range[1], Math.max(range[0], value)), range)
const share = (utility: number) => Math.min(1, Math.max(0, utility))
