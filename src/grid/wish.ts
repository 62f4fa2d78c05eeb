import type { GridSource } from './source.ts'

/** Tells the source which rows are on show, with a page before and one after: a step then meets no empty row. */
export class Wish {
  #from = -1
  #to = -1
  #source: GridSource | null = null

  /** `waiting` = a cell was not here: told again, though the rows are the same. */
  tell(
    source: GridSource,
    rows: { readonly first: number; readonly to: number; readonly fit: number },
    waiting: boolean,
  ): void {
    const from = Math.max(0, rows.first - rows.fit)
    const to = Math.min(source.rowCount, rows.to + rows.fit)
    const same = source === this.#source && from === this.#from && to === this.#to
    if (to <= from || (same && !waiting)) return
    this.#source = source
    this.#from = from
    this.#to = to
    source.want(from, to)
  }
}
