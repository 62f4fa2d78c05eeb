import { module } from './compiled.ts'

export interface Sorted {
  readonly order: Uint32Array // places in the column, smallest value first
  readonly values: Float64Array // the values in that order
}

export interface Ranked {
  readonly values: Float64Array // the present values, smallest first
  readonly ranks: Float64Array // by place in the column: from 1, equal values share their average; NaN where missing
}

/**
 * The present values from the smallest to the largest, and where they stood; equal values keep their order. Null where there is
 * no WebAssembly or not enough memory.
 */
export function sortCompiled(column: Float64Array): Sorted | null {
  const held = sortIn(column)
  if (held === null) return null
  const { buffer, a, b, count } = held
  return {
    values: new Float64Array(buffer, a, count).slice(),
    order: new Uint32Array(buffer, b, count).slice(),
  }
}

export function rankCompiled(column: Float64Array): Ranked | null {
  const held = sortIn(column)
  if (held === null) return null
  const { buffer, a, b, count, exports } = held
  exports.averageRanks(columnAt, a, b, count)
  return {
    values: new Float64Array(buffer, a, count).slice(),
    ranks: new Float64Array(buffer, columnAt, column.length).slice(),
  }
}

interface Sorter {
  readonly memory: WebAssembly.Memory
  readonly exports: {
    sortWithOrder(column: number, a: number, b: number, tables: number, rows: number): number
    averageRanks(column: number, a: number, b: number, count: number): void
  }
}

const tablesAt = 64
const columnAt = 32_768 // behind the tables

function sortIn(column: Float64Array) {
  const rows = column.length
  const sorter = sorterFor(rows)
  if (sorter === null) return null
  const { memory, exports } = sorter
  const { buffer } = memory
  const [a, b] = [columnAt + rows * 8, columnAt + rows * 16]
  new Float64Array(buffer, columnAt, rows).set(column)
  return { buffer, a, b, count: exports.sortWithOrder(columnAt, a, b, tablesAt, rows), exports }
}

// one column after another is sorted most often; nobody misses it when the collector takes it
let last: WeakRef<Sorter> | null = null

function sorterFor(rows: number): Sorter | null {
  const pages = Math.ceil((columnAt + 24 * rows) / 65_536)
  const kept = last?.deref()
  if (kept && kept.memory.buffer.byteLength >= pages * 65_536) return kept
  const compiled = module()
  if (!compiled || pages > 32_767) return null // addresses stay positive
  try {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } })
    const sorter = { memory, exports: exports as unknown as Sorter['exports'] }
    last = new WeakRef(sorter)
    return sorter
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}
