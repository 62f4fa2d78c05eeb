/**
 * One memory of WebAssembly for columns of one length: places for arrays that kernels write, places for copies of columns, and a
 * desk for small tables. It never grows, so that no view of it is ever lost; who needs a larger one makes another.
 */
export class KernelMemory {
  readonly rows: number
  readonly copies: number // columns that it has places for
  readonly memory: WebAssembly.Memory
  readonly #slot: number // bytes of a place
  readonly #copiesAt: number
  readonly #written: Map<number, number> // free places for arrays that are written: address → bytes
  readonly #placeOf = new WeakMap<object, number>()
  readonly #holds: { array: WeakRef<object> | null; used: number }[]
  #turn = 0
  #desk = 0

  /** Throws where the browser does not give that much. */
  constructor(rows: number, floats: number, bytes: number, copies: number) {
    this.rows = rows
    this.copies = copies
    // a step of the kernels may read and write over the last row; the odd line keeps columns out of one another's cache sets
    this.#slot = round(rows * 8 + step) + step * 9
    const small = round(rows + step)
    this.#written = new Map()
    let at = deskBytes
    for (let i = 0; i < floats; i++, at += this.#slot) this.#written.set(at, rows * 8)
    for (let i = 0; i < bytes; i++, at += small) this.#written.set(at, rows)
    this.#copiesAt = at
    this.#holds = Array.from({ length: copies }, () => ({ array: null, used: -1 }))
    const pages = Math.ceil((at + copies * this.#slot) / 65_536)
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  }

  /** An array of this memory; each place is given once. */
  floats(): Float64Array {
    return new Float64Array(this.memory.buffer, this.#take(this.rows * 8), this.rows)
  }
  bytes(): Uint8Array {
    return new Uint8Array(this.memory.buffer, this.#take(this.rows), this.rows)
  }

  #take(bytes: number): number {
    for (const [at, size] of this.#written)
      if (size === bytes) {
        this.#written.delete(at)
        return at
      }
    throw new Error('no place is left in the memory of kernels')
  }

  /** Begins a call: what is placed from now on stays in its place until the next. */
  begin(): void {
    this.#turn++
    this.#desk = 0
  }

  /** Where the array is: itself, or a copy, kept from call to call. −1 = no place, or of another length. */
  addressOf(array: Float64Array | Uint16Array): number {
    if (array.buffer === this.memory.buffer) return array.byteOffset
    if (array.length !== this.rows) return -1
    const known = this.#placeOf.get(array)
    const held = known === undefined ? undefined : this.#holds[known]
    if (known !== undefined && held?.array?.deref() === array) {
      held.used = this.#turn
      return this.#copiesAt + known * this.#slot
    }
    const place = this.#oldest()
    const hold = this.#holds[place]
    if (!hold) return -1
    const at = this.#copiesAt + place * this.#slot
    const Copy = array instanceof Float64Array ? Float64Array : Uint16Array
    new Copy(this.memory.buffer, at, this.rows).set(array)
    hold.array = new WeakRef(array)
    hold.used = this.#turn
    this.#placeOf.set(array, place)
    return at
  }

  /** The place that was not used for longest, not in this call; those whose array is gone come first. */
  #oldest(): number {
    let best = -1
    let least = this.#turn
    this.#holds.forEach(({ array, used }, place) => {
      const rank = array?.deref() === undefined ? -1 : used
      if (rank < least) {
        least = rank
        best = place
      }
    })
    return best
  }

  /** Room on the desk, good until the next call, not emptied; null where it is full. */
  desk(bytes: number): number | null {
    const at = 64 + this.#desk
    if (at + bytes > deskBytes) return null
    this.#desk += round(bytes)
    return at
  }
}

const step = 64 // bytes
const deskBytes = 2 ** 21 // the shares of 4,096 patterns of gaps in 60 criteria
const round = (bytes: number): number => Math.ceil(bytes / step) * step
