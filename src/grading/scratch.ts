import type { Kernels } from '../math/kernels/kernel.ts'
import { createRoom, type Room } from '../math/kernels/room.ts'
import type { GradeResult } from './result.ts'

/** Arrays that a grade may write into instead of making new ones: a result made with them is overwritten by the next. */
export interface Scratch {
  room: Room
  score: Float64Array
  completeness: Float64Array
  base: Float64Array // of a preview
  computed: Uint8Array
  settled: Uint8Array
  final: Uint8Array
}

/** `columns`: of numbers that a grade of these rows reads. `kind` forces the kernels, for tests. */
export function createScratch(rows = 0, columns = 0, kind?: Kernels['id']): Scratch {
  const room = createRoom({ rows, columns, floats: 3, bytes: 3 }, kind)
  return {
    room,
    score: room.floats(),
    completeness: room.floats(),
    base: room.floats(),
    computed: room.bytes(),
    settled: room.bytes(),
    final: room.bytes(),
  }
}

// beside the criteria: the value column and two lists of patterns; a few more so that one more criterion needs no new room
const besides = 3
const spare = 3

/** The scratch, made anew where rows or criteria have become others than it has room for. */
export function fitted(rows: number, terms: readonly unknown[], scratch?: Scratch): Scratch {
  const columns = terms.length + besides
  if (!scratch) return createScratch(rows, columns, 'plain')
  const { room } = scratch
  if (room.rows !== rows || room.columns < columns)
    Object.assign(scratch, createScratch(rows, columns + spare))
  return scratch
}

/** A result in arrays of its own, which no later grade overwrites. */
export function copied(result: GradeResult): GradeResult {
  const { score, completeness, computed, settled, final } = result
  const own = computed.slice()
  const kept = settled === computed ? own : settled.slice()
  return {
    ...result,
    score: score.slice(),
    completeness: completeness.slice(),
    computed: own,
    settled: kept,
    final: final === settled ? kept : final.slice(),
  }
}
