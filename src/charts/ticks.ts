/** Round numbers over a range, some `wanted` of them: steps of 1, 2 or 5 times a power of ten. */
export function niceTicks([from, to]: readonly [number, number], wanted = 5): readonly number[] {
  const span = to - from
  if (!(span > 0) || !Number.isFinite(span)) return [from]
  const rough = span / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? power
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  )
}

/** Rounded to what one can point at: a two-hundredth of the range, as a round number. */
export function pointed(value: number, [from, to]: readonly [number, number]): number {
  const unit = 10 ** Math.floor(Math.log10((to - from) / 100))
  if (!(unit > 0)) return value
  return Number((Math.round(value / unit) * unit).toPrecision(12))
}
