import { module } from './compiled.ts'

export interface Sorted {
  readonly order: Uint32Array // places in the column, smallest value first
  readonly values: Float64Array // the values in that order
}

/**
 * The present values from the smallest to the largest, and where they stood; equal values keep their order. Null where there is
 * no WebAssembly or not enough memory.
 */
export function sortCompiled(column: Float64Array): Sorted | null {
  const sorter = sorterFor(column.length)
  if (sorter === null) return null
  const { memory, sort } = sorter
  const bytes = column.length * 8
  const [a, b] = [columnAt + bytes, columnAt + 2 * bytes]
  new Float64Array(memory.buffer, columnAt, column.length).set(column)
  const count = sort(columnAt, a, b, tablesAt, column.length)
  return {
    values: new Float64Array(memory.buffer, a, count).slice(),
    order: new Uint32Array(memory.buffer, b, count).slice(),
  }
}

interface Sorter {
  readonly memory: WebAssembly.Memory
  readonly sort: (column: number, a: number, b: number, tables: number, rows: number) => number
}

const tablesAt = 64
const columnAt = 32_768 // behind the tables

// one column after another is sorted most often; nobody misses it when the collector takes it
let last: WeakRef<Sorter> | null = null

function sorterFor(rows: number): Sorter | null {
  const pages = Math.ceil((columnAt + 24 * rows) / 65_536)
  const kept = last?.deref()
  if (kept && kept.memory.buffer.byteLength >= pages * 65_536) return kept
  const compiled = module()
  if (!compiled || pages > 65_536) return null
  try {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    const instance = new WebAssembly.Instance(compiled, { env: { memory } })
    const sorter = { memory, sort: instance.exports['sortWithOrder'] as Sorter['sort'] }
    last = new WeakRef(sorter)
    return sorter
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}
