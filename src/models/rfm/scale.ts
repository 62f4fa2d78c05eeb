/** How the values of one measure fall into classes, class 1 lowest. */
export interface Scale {
  readonly edges: Float64Array // one fewer than classes, ascending; NaN where there are no values
  readonly equals: 'below' | 'above' // the class of a value that equals an edge
}

/** The class of each value, from 1; 0 = missing. */
export function classesOf(values: Float64Array, { edges, equals }: Scale): Uint8Array {
  const classes = new Uint8Array(values.length)
  const orEqual = equals === 'above'
  for (let row = 0; row < values.length; row++) {
    const x = values[row] as number
    if (x !== x) continue
    let found = 1
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i] as number
      if (edge < x || (orEqual && edge === x)) found++
    }
    classes[row] = found
  }
  return classes
}
