import type { Levels } from './levels.ts'

/** How the values of one measure fall into classes, class 1 lowest. */
export interface Scale {
  readonly edges: Float64Array // one fewer than classes, ascending; NaN where there are no values
  readonly equals: 'below' | 'above' // the class of a value that equals an edge
}

/** By class, at places 1 to k. */
export interface Classes {
  readonly classes: Uint8Array // by row, from 1; 0 = missing
  readonly customers: Uint32Array
  readonly least: Float64Array // Infinity where nobody is in the class
  readonly most: Float64Array // −Infinity there
}

/** Sorts values into classes. NaN = missing. The edges are written out, since this is three times as fast as a loop. */
export function classify(values: Float64Array, { edges, equals }: Scale, levels: Levels): Classes {
  const [first = Infinity, second = Infinity, third = Infinity, fourth = Infinity] = edges
  const orEqual = equals === 'above' ? 1 : 0
  const classes = new Uint8Array(values.length)
  const customers = new Uint32Array(levels + 1)
  const least = new Float64Array(levels + 1).fill(Infinity)
  const most = new Float64Array(levels + 1).fill(-Infinity)
  for (let row = 0; row < values.length; row++) {
    const x = values[row] as number
    if (x !== x) continue
    const found =
      1 +
      reached(first, x, orEqual) +
      reached(second, x, orEqual) +
      reached(third, x, orEqual) +
      reached(fourth, x, orEqual)
    classes[row] = found
    customers[found] = (customers[found] as number) + 1
    if (x < (least[found] as number)) least[found] = x
    if (x > (most[found] as number)) most[found] = x
  }
  return { classes, customers, least, most }
}

/** 1 or 0, without a branch. */
function reached(edge: number, x: number, orEqual: number): number {
  return Number(edge < x) | (Number(edge === x) & orEqual)
}
