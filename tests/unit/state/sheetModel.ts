import type { GridRange } from '../../../src/grid/source.ts'

/** A sheet as arrays of texts: what a user would expect, without columns, readings, pages or an engine. */
export interface Shown {
  readonly sort: { readonly column: number; readonly descending: boolean } | null // of the number column
  readonly without: string | null // rows whose last cell is this text are filtered away
}

type Row = readonly string[] // one object per customer: who moves stays the same one
type State = readonly Row[]

export class SheetModel {
  shown: Shown = { sort: null, without: null }
  #rows: State
  readonly #done: State[] = []
  #undone: State[] = []

  constructor(rows: readonly Row[]) {
    this.#rows = rows.map((row) => [...row])
  }

  get rows(): readonly Row[] {
    return this.#rows
  }

  /** As it stands on the screen. */
  get view(): readonly Row[] {
    const { sort, without } = this.shown
    const kept = this.#rows.filter((row) => without === null || row.at(-1) !== without)
    if (!sort) return kept
    const value = (row: Row) => {
      const text = row[sort.column] ?? ''
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
    }
    return [...kept].sort((a, b) => {
      const [one, other] = [value(a), value(b)]
      if (one === null || other === null) return Number(one === null) - Number(other === null)
      return sort.descending ? other - one : one - other
    })
  }

  /** Texts laid on a block, repeated; rows past the last one are new. */
  lay({ top, left, bottom, right }: GridRange, texts: readonly (readonly string[])[]): void {
    const { view } = this
    const added: Row[] = []
    const next = new Map<Row, Row>()
    const wide = this.#rows[0]?.length ?? 3
    for (let at = top; at <= bottom; at++) {
      const before = view[at]
      const row = [...(before ?? Array<string>(wide).fill(''))]
      const line = texts[(at - top) % texts.length] ?? []
      for (let column = left; column <= right; column++)
        row[column] = line[(column - left) % line.length] ?? ''
      if (before) next.set(before, row)
      else added.push(row)
    }
    this.#become([...this.#rows.map((row) => next.get(row) ?? row), ...added])
  }

  insert(at: number, below: 0 | 1): void {
    const before = this.view[at + below]
    const place = before ? this.#rows.indexOf(before) : this.#rows.length
    const empty = Array<string>(this.#rows[0]?.length ?? 3).fill('')
    this.#become([...this.#rows.slice(0, place), empty, ...this.#rows.slice(place)])
  }

  remove(from: number, to: number): void {
    const gone = new Set(this.view.slice(from, to))
    this.#become(this.#rows.filter((row) => !gone.has(row)))
  }

  undo(): boolean {
    const before = this.#done.pop()
    if (!before) return false
    this.#undone.push(this.#rows)
    this.#rows = before
    return true
  }

  redo(): boolean {
    const after = this.#undone.pop()
    if (!after) return false
    this.#done.push(this.#rows)
    this.#rows = after
    return true
  }

  /** What changes nothing is no step. */
  #become(rows: State): void {
    if (JSON.stringify(rows) === JSON.stringify(this.#rows)) return
    this.#done.push(this.#rows)
    this.#undone = []
    this.#rows = rows
  }
}

/** The same numbers 0 ≤ x < 1 for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
