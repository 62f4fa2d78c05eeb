import type { Column, RowId } from './column.ts'
import { mergedAs, type RowMatch } from './matchRows.ts'

type Filled = (row: RowId) => boolean

/**
 * Which cells of a newer list are looked at, per column. A row that names a customer by what named it before a merge does
 * not rename it, and beside the customer's own row it fills only gaps that the own row leaves, the first such row each.
 */
export class GapFilling {
  readonly #match: RowMatch
  readonly #order: Uint32Array
  readonly #own = new Map<RowId, number>() // places of customers that have further rows

  constructor(match: RowMatch, order: Uint32Array) {
    this.#match = match
    this.#order = order
    if (!match.merged.includes(mergedAs.beside)) return
    match.merged.forEach((as, place) => {
      if (as === mergedAs.beside) this.#own.set(match.rows[place] as number, -1)
    })
    match.rows.forEach((row, place) => {
      if (this.#own.has(row) && match.merged[place] !== mergedAs.beside) this.#own.set(row, place)
    })
  }

  /** For one column; places are to be asked for in ascending order, each once. */
  taking({ role }: Column, before: Filled, after: Filled): (place: number) => boolean {
    const names = role === 'key' || role === 'name' || role === 'phone' || role === 'email'
    const { rows, merged } = this.#match
    const filled = new Set<RowId>()
    const filledAt = (place: number) => place >= 0 && after(this.#order[place] ?? 0)
    return (place) => {
      const as = merged[place] ?? 0
      if (as === 0) return true
      const row = rows[place] ?? 0
      if (as === mergedAs.alone) return !names || !before(row)
      const own = this.#own.get(row) ?? -1
      if (before(row) || filled.has(row) || filledAt(own) || !filledAt(place)) return false
      filled.add(row)
      return true
    }
  }

  /** Per row of the older table the newer row whose cell stands there; −1 = none. Of a column that is new. */
  sourceOf(after: Filled, rowCount: number): Int32Array {
    const { rows, merged } = this.#match
    const source = new Int32Array(rowCount).fill(-1)
    rows.forEach((row, place) => {
      if (row >= 0 && merged[place] !== mergedAs.beside) source[row] = this.#order[place] ?? 0
    })
    if (this.#own.size === 0) return source
    rows.forEach((row, place) => {
      const there = source[row] ?? -1
      const other = this.#order[place] ?? 0
      if (merged[place] === mergedAs.beside && after(other) && (there < 0 || !after(there)))
        source[row] = other
    })
    return source
  }
}
