/** A sorted column as its different values: sums are of all values up to and including each, from a shifted zero. */
interface Runs {
  readonly values: Float64Array
  readonly count: Float64Array // one entry more than values: sums before each
  readonly sum: Float64Array
  readonly squares: Float64Array
}

/**
 * Lowest value of each of `k` classes, best class first, such that the squared distances from the class means are least:
 * exact k-means in one dimension (Wang & Song 2011, "Ckmeans.1d.dp"), the same optimum as Fisher's breaks. Equal values
 * share a class; of fewer different values than `k` each is a class, and the list is shorter. `values` holds no NaN.
 * Halving the range of each layer's best start (it never moves back) makes it k·n·log n.
 */
export function naturalBreaks(values: Float64Array, k: number): Float64Array {
  const runs = runsOf(values)
  const n = runs.values.length
  const classes = Math.min(k, n)
  if (classes === 0) return new Float64Array(0)
  let before = new Float64Array(n) // least cost of the first i + 1 values in the classes so far
  for (let i = 0; i < n; i++) before[i] = cost(runs, 0, i)
  const starts: Uint32Array[] = []
  for (let layer = 1; layer < classes; layer++) {
    const best = new Float64Array(n).fill(Infinity)
    const start = new Uint32Array(n)
    fillLayer(runs, before, best, start, layer, layer, n - 1, layer, n - 1)
    starts.push(start)
    before = best
  }
  const lowest: number[] = []
  let end = n - 1
  for (let layer = classes - 1; layer > 0; layer--) {
    const from = starts[layer - 1]?.[end] ?? 0
    lowest.push(runs.values[from] as number)
    end = from - 1
  }
  lowest.push(runs.values[0] as number)
  return Float64Array.from(lowest)
}

/** Best start of the last class for every end in [low, high]; it lies within [first, last]. */
function fillLayer(
  runs: Runs,
  before: Float64Array,
  best: Float64Array,
  start: Uint32Array,
  layer: number,
  low: number,
  high: number,
  first: number,
  last: number,
): void {
  if (low > high) return
  const middle = (low + high) >> 1
  const top = Math.min(middle, last)
  let at = Math.max(layer, first)
  let least = Infinity
  for (let from = at; from <= top; from++) {
    const total = (before[from - 1] as number) + cost(runs, from, middle)
    if (total < least) {
      least = total
      at = from
    }
  }
  best[middle] = least
  start[middle] = at
  fillLayer(runs, before, best, start, layer, low, middle - 1, first, at)
  fillLayer(runs, before, best, start, layer, middle + 1, high, at, last)
}

/** Squared distances of the different values i..j, as often as they occur, from their mean. */
function cost({ count, sum, squares }: Runs, i: number, j: number): number {
  if (i === j) return 0
  const n = (count[j + 1] as number) - (count[i] as number)
  const s = (sum[j + 1] as number) - (sum[i] as number)
  const q = (squares[j + 1] as number) - (squares[i] as number)
  return Math.max(0, q - (s * s) / n)
}

function runsOf(column: Float64Array): Runs {
  const sorted = column.slice().sort()
  const values = sorted.filter((value, at) => at === 0 || value !== sorted[at - 1])
  const shift = sorted[sorted.length >> 1] ?? 0 // from the middle on, so that squares keep their digits
  const count = new Float64Array(values.length + 1)
  const sum = new Float64Array(values.length + 1)
  const squares = new Float64Array(values.length + 1)
  let row = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    let times = 0
    while (sorted[row] === value) {
      times++
      row++
    }
    const x = value - shift
    count[at + 1] = (count[at] as number) + times
    sum[at + 1] = (sum[at] as number) + times * x
    squares[at + 1] = (squares[at] as number) + times * x * x
  }
  return { values, count, sum, squares }
}
