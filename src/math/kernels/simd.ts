import type { Exports } from './compiled.ts'
import { tenths } from './edges.ts'
import { classes, mostFound, type Histogram, type Kernels } from './kernel.ts'
import { markedIn } from './marks.ts'
import type { KernelMemory } from './memory.ts'
import { plain, sumOfFour, sumsOfEights } from './plain.ts'

/**
 * The kernels over one memory. Columns from elsewhere are copied into it once; where it has no place for one, or no room for a
 * table, the plain kernel does the call, to the same bits.
 */
export function simdOver(memory: KernelMemory, compiled: WebAssembly.Module): Kernels {
  const { buffer } = memory.memory
  const { rows } = memory
  const wasm = new WebAssembly.Instance(compiled, { env: { memory: memory.memory } })
    .exports as unknown as Exports

  /** A table on the desk; −1 where there is no room. */
  const put = (table: Float64Array | Uint32Array | Uint8Array): number => {
    const at = memory.desk(table.byteLength)
    if (at === null) return -1
    if (table instanceof Float64Array) new Float64Array(buffer, at, table.length).set(table)
    else if (table instanceof Uint32Array) new Uint32Array(buffer, at, table.length).set(table)
    else new Uint8Array(buffer, at, table.length).set(table)
    return at
  }
  const putAddresses = (columns: readonly Float64Array[]): number => {
    const addresses = columns.map((column) => memory.addressOf(column))
    return addresses.includes(-1) ? -1 : put(Uint32Array.from(addresses))
  }
  const allThere = (...addresses: readonly number[]): boolean => !addresses.includes(-1)
  const isOwn = (array: Float64Array | Uint8Array): boolean =>
    array.buffer === buffer && array.length === rows

  const histogramAt = (counts: number, sums: number): Histogram => ({
    counts: new Uint32Array(buffer, counts, classes + 2).slice(),
    sum: sumOfFour(new Float64Array(buffer, sums, 4)),
  })

  return {
    id: 'simd',

    weightedSum(columns, weights, scale, sums, toFinish = false) {
      memory.begin()
      const [at, table] = [putAddresses(columns), put(weights)]
      if (isOwn(sums) && allThere(at, table))
        wasm.weightedSum(at, table, columns.length, scale, +toFinish, sums.byteOffset, rows)
      else plain.weightedSum(columns, weights, scale, sums, toFinish)
    },

    weightedSumWithGaps(columns, weights, patterns, scale, sums) {
      memory.begin()
      const [at, table, gaps] = [putAddresses(columns), put(weights), memory.addressOf(patterns)]
      if (isOwn(sums) && allThere(at, table, gaps))
        wasm.weightedSumWithGaps(at, table, columns.length, gaps, scale, sums.byteOffset, rows)
      else plain.weightedSumWithGaps(columns, weights, patterns, scale, sums)
    },

    blend(base, column, weight, factor, score, wanted) {
      memory.begin()
      const [from, at] = [memory.addressOf(base), memory.addressOf(column)]
      const [counts, sums] = [put(marked(wanted)), put(new Float64Array(4))]
      const found = memory.desk((mostFound + 4) * 8) // four are written at once
      if (!isOwn(score) || !allThere(from, at, counts, sums) || found === null)
        return plain.blend(base, column, weight, factor, score, wanted)
      const count = wasm.blend(
        from,
        at,
        weight,
        factor,
        score.byteOffset,
        classes,
        counts,
        sums,
        found,
        mostFound,
        rows,
      )
      const histogram = histogramAt(counts, sums)
      unmark(histogram.counts, wanted)
      return {
        histogram,
        found: count > mostFound ? null : new Float64Array(buffer, found, count).slice(),
      }
    },

    blendWithGaps(base, column, weight, patterns, factors, score) {
      memory.begin()
      const [from, at] = [memory.addressOf(base), memory.addressOf(column)]
      const [gaps, table] = [memory.addressOf(patterns), put(factors)]
      if (isOwn(score) && allThere(from, at, gaps, table))
        wasm.blendWithGaps(from, at, weight, gaps, table, score.byteOffset, rows)
      else plain.blendWithGaps(base, column, weight, patterns, factors, score)
    },

    lookUp(patterns, table, values) {
      memory.begin()
      const [gaps, at] = [memory.addressOf(patterns), put(table)]
      if (isOwn(values) && allThere(gaps, at)) wasm.lookUp(gaps, at, values.byteOffset, rows)
      else plain.lookUp(patterns, table, values)
    },

    finish(score, completeness) {
      memory.begin()
      const at = completeness === null ? 0 : memory.addressOf(completeness)
      if (isOwn(score) && allThere(at)) wasm.finish(score.byteOffset, at, rows)
      else plain.finish(score, completeness)
    },

    assign(score, cutoffs, tier) {
      memory.begin()
      const table = put(cutoffs)
      if (isOwn(score) && isOwn(tier) && allThere(table))
        wasm.assign(score.byteOffset, table, cutoffs.length, tier.byteOffset, rows)
      else plain.assign(score, cutoffs, tier)
    },

    tally(score, tier, tiers, edges) {
      memory.begin()
      const size = (tiers + 1) * tenths
      const counts = put(new Uint32Array(size))
      const places = Uint32Array.from(
        { length: 256 },
        (_, t) => counts + 4 * tenths * Math.min(t, tiers),
      )
      const bare = put(new Uint32Array(256))
      const scores = put(new Float64Array(4))
      const [begins, asked] = [put(places), put(edges.asked)]
      const cutoffs = put(edges.cutoffs)
      if (!isOwn(score) || !isOwn(tier) || !allThere(counts, bare, scores, begins, asked, cutoffs))
        return plain.tally(score, tier, tiers, edges)
      const near = wasm.tally(
        score.byteOffset,
        tier.byteOffset,
        begins,
        bare,
        scores,
        asked,
        cutoffs,
        edges.cutoffs.length,
        rows,
      )
      const scored = new Uint32Array(buffer, counts, size).slice()
      const without = new Uint32Array(buffer, bare, 256).slice()
      // the loop does not part them
      without.forEach((count, t) => {
        const at = Math.min(t, tiers) * tenths
        scored[at] = (scored[at] as number) - count
      })
      return {
        counts: scored,
        bare: without,
        scoreSum: sumOfFour(new Float64Array(buffer, scores, 4)),
        near,
      }
    },

    valuesByTier(tier, values, tiers) {
      memory.begin()
      const [at, lanes] = [memory.addressOf(values), put(new Float64Array(8 * 256))]
      if (!isOwn(tier) || !allThere(at, lanes)) return plain.valuesByTier(tier, values, tiers)
      wasm.valuesByTier(tier.byteOffset, at, lanes, rows)
      return sumsOfEights(new Float64Array(buffer, lanes, 8 * tiers), tiers)
    },

    histogram(score) {
      memory.begin()
      const [counts, sums] = [put(new Uint32Array(classes + 2)), put(new Float64Array(4))]
      if (!isOwn(score) || !allThere(counts, sums)) return plain.histogram(score)
      wasm.histogram(score.byteOffset, classes, counts, sums, rows)
      return histogramAt(counts, sums)
    },

    gather(score, wanted, count) {
      memory.begin()
      const marks = put(wanted)
      const found = memory.desk((count + 1) * 8) // a score is written before it is known whether it counts
      if (!isOwn(score) || !allThere(marks) || found === null)
        return plain.gather(score, wanted, count)
      wasm.gather(score.byteOffset, classes, marks, found, rows)
      return new Float64Array(buffer, found, count).slice()
    },

    sum(column) {
      memory.begin()
      const at = memory.addressOf(column)
      return allThere(at) ? wasm.sum(at, rows) : plain.sum(column)
    },
  }
}

// a kernel that counts a class sees there whether its scores are wanted
const mark = 2 ** 31

function marked(wanted: Uint8Array): Uint32Array {
  const counts = new Uint32Array(wanted.length)
  for (const at of markedIn(wanted)) counts[at] = mark
  return counts
}

function unmark(counts: Uint32Array, wanted: Uint8Array): void {
  for (const at of markedIn(wanted)) counts[at] = (counts[at] as number) - mark
}
