import type { GridRange } from '../../../src/grid/source.ts'

/** A sheet as arrays of texts: what a user would expect, without columns, readings, pages or an engine. */
export interface Shown {
  readonly sort: { readonly column: number; readonly descending: boolean } | null // of the number column
  readonly without: string | null // rows whose last cell is this text are filtered away
}

type Row = readonly string[]
interface Customer {
  readonly id: number // who is edited stays the same one
  readonly row: Row
}
type State = readonly Customer[]

/**
 * Rows stand as they were when sort or filter was last asked for, however their cells are edited (Excel: until Data › Reapply);
 * rows that come or go arrange the sheet anew.
 */
export class SheetModel {
  #shown: Shown = { sort: null, without: null }
  #customers: State
  #places: readonly number[] // ids on show, in their order
  readonly #done: State[] = []
  #undone: State[] = []
  #ids = 0

  constructor(rows: readonly Row[]) {
    this.#customers = rows.map((row) => this.#customer([...row]))
    this.#places = this.#arranged()
  }

  get rows(): readonly Row[] {
    return this.#customers.map(({ row }) => row)
  }

  /** As it stands on the screen. */
  get view(): readonly Row[] {
    return this.#view.map(({ row }) => row)
  }

  get shown(): Shown {
    return this.#shown
  }
  set shown(shown: Shown) {
    this.#shown = shown
    this.reapply()
  }

  reapply(): void {
    this.#places = this.#arranged()
  }

  /** Whether sort and filter would now show other rows, or another order. */
  get isBehind(): boolean {
    return JSON.stringify(this.#places) !== JSON.stringify(this.#arranged())
  }

  get #view(): State {
    const byId = new Map(this.#customers.map((one) => [one.id, one]))
    return this.#places.flatMap((id) => byId.get(id) ?? [])
  }

  #customer(row: Row): Customer {
    return { id: this.#ids++, row }
  }

  #arranged(): readonly number[] {
    const { sort, without } = this.#shown
    const kept = this.#customers.filter(({ row }) => without === null || row.at(-1) !== without)
    if (sort) {
      const value = ({ row }: Customer) => {
        const text = row[sort.column] ?? ''
        return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
      }
      kept.sort((a, b) => {
        const [one, other] = [value(a), value(b)]
        if (one === null || other === null) return Number(one === null) - Number(other === null)
        return sort.descending ? other - one : one - other
      })
    }
    return kept.map(({ id }) => id)
  }

  /** Texts laid on a block, repeated; rows past the last one are new. */
  lay({ top, left, bottom, right }: GridRange, texts: readonly (readonly string[])[]): void {
    const view = this.#view
    const added: Customer[] = []
    const next = new Map<Customer, Customer>()
    for (let at = top; at <= bottom; at++) {
      const before = view[at]
      const row = [...(before?.row ?? this.#emptyRow())]
      const line = texts[(at - top) % texts.length] ?? []
      for (let column = left; column <= right; column++)
        row[column] = line[(column - left) % line.length] ?? ''
      if (before) next.set(before, { ...before, row })
      else added.push(this.#customer(row))
    }
    this.#become([...this.#customers.map((one) => next.get(one) ?? one), ...added])
  }

  insert(at: number, below: 0 | 1): void {
    const before = this.#view[at + below]
    const place = before ? this.#customers.indexOf(before) : this.#customers.length
    const empty = this.#customer(this.#emptyRow())
    this.#become(this.#customers.toSpliced(place, 0, empty))
  }

  remove(from: number, to: number): void {
    const gone = new Set(this.#view.slice(from, to))
    this.#become(this.#customers.filter((one) => !gone.has(one)))
  }

  undo(): boolean {
    const before = this.#done.pop()
    if (!before) return false
    this.#undone.push(this.#customers)
    this.#stand(before)
    return true
  }

  redo(): boolean {
    const after = this.#undone.pop()
    if (!after) return false
    this.#done.push(this.#customers)
    this.#stand(after)
    return true
  }

  #emptyRow(): Row {
    return Array<string>(this.#customers[0]?.row.length ?? 3).fill('')
  }

  /** What changes nothing is no step. */
  #become(next: State): void {
    const rowsOf = (state: State) => JSON.stringify(state.map(({ row }) => row))
    if (rowsOf(next) === rowsOf(this.#customers)) return
    this.#done.push(this.#customers)
    this.#undone = []
    this.#stand(next)
  }

  #stand(next: State): void {
    const idsOf = (state: State) => JSON.stringify(state.map(({ id }) => id))
    const isEdit = idsOf(next) === idsOf(this.#customers)
    this.#customers = next
    if (!isEdit) this.reapply()
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
