import { module } from './compiled.ts'
import type { Kernels } from './kernel.ts'
import { KernelMemory } from './memory.ts'
import { plain } from './plain.ts'
import { simdOver } from './simd.ts'

/** Arrays of one length, and the kernels for what is written into them. */
export interface Room {
  readonly kernels: Kernels
  readonly rows: number
  /** Columns from elsewhere that the kernels reach without a copy at each call. */
  readonly columns: number
  /** New arrays, as many as were asked for. */
  floats(): Float64Array
  bytes(): Uint8Array
}

export interface RoomSize {
  readonly rows: number
  readonly columns: number
  readonly floats: number
  readonly bytes: number
}

/** Fewer rows are done in plain arrays: copies and calls would cost what the loops save. */
export const leastRows = 8192

const owners = new WeakMap<ArrayBufferLike, Kernels>()

/** The kernels for what is written into this array. */
export const kernelsOf = (array: Float64Array): Kernels => owners.get(array.buffer) ?? plain

/** `kind` forces one or the other; else what is there and worth it. */
export function createRoom(size: RoomSize, kind?: Kernels['id']): Room {
  const { rows, columns, floats, bytes } = size
  const compiled = kind === 'plain' || (!kind && rows < leastRows) ? null : module()
  if (compiled) {
    try {
      const memory = new KernelMemory(rows, floats, bytes, columns)
      const kernels = simdOver(memory, compiled)
      owners.set(memory.memory.buffer, kernels)
      return {
        kernels,
        rows,
        columns,
        floats: () => memory.floats(),
        bytes: () => memory.bytes(),
      }
    } catch (error) {
      // more than the browser gives: plain arrays are half as much
      if (!(error instanceof RangeError)) throw error
    }
  }
  return {
    kernels: plain,
    rows,
    columns: Infinity,
    floats: () => new Float64Array(rows),
    bytes: () => new Uint8Array(rows),
  }
}
