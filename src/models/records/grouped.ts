/** Places of a list by customer: those of customer c are `places[starts[c]]` … `places[starts[c + 1] − 1]`, in order. */
export interface Grouped {
  readonly starts: Uint32Array // customers + 1
  readonly places: Uint32Array
}

/** Counting sort; entries of −1 are left out. */
export function groupedBy(customers: ArrayLike<number>, count: number): Grouped {
  const starts = new Uint32Array(count + 1)
  for (let at = 0; at < customers.length; at++) {
    const customer = customers[at] as number
    if (customer >= 0) starts[customer + 1] = (starts[customer + 1] as number) + 1
  }
  for (let c = 0; c < count; c++) starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number)
  const next = starts.slice(0, count)
  const places = new Uint32Array(starts[count] as number)
  for (let at = 0; at < customers.length; at++) {
    const customer = customers[at] as number
    if (customer < 0) continue
    const place = next[customer] as number
    places[place] = at
    next[customer] = place + 1
  }
  return { starts, places }
}
