/** What history is cut into. */
export const periods = ['month', 'quarter'] as const
export type Period = (typeof periods)[number]

const months: Readonly<Record<Period, number>> = { month: 1, quarter: 3 }
const dayLength = 86_400_000 // ms

/** First day of the period that lies `shift` periods after the one of `day`. Days since 1970-01-01, as everywhere. */
export function periodStart(day: number, period: Period, shift = 0): number {
  const date = new Date(day * dayLength)
  const month = date.getUTCMonth()
  const step = months[period]
  return Date.UTC(date.getUTCFullYear(), month - (month % step) + shift * step, 1) / dayLength
}

/**
 * First days of the periods from the one of `from` to the one of `to`, and of the one after it: period i lasts from the
 * i-th day to before the next. At most `most` periods, the latest ones.
 */
export function periodStarts(from: number, to: number, period: Period, most: number): Float64Array {
  const starts = [periodStart(to, period, 1)]
  for (let back = 0; back < most; back++) {
    const start = periodStart(to, period, -back)
    if (back > 0 && start < periodStart(from, period)) break
    starts.unshift(start)
  }
  return Float64Array.from(starts)
}

/** Which of the periods a day lies in; −1 = before, or after, all of them, or not known. */
export function periodOf(starts: Float64Array, day: number): number {
  let low = 0
  let high = starts.length - 1
  if (!(day >= (starts[0] ?? NaN)) || !(day < (starts[high] ?? NaN))) return -1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? NaN) <= day) low = middle
    else high = middle
  }
  return low
}
