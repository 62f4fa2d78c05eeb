import type { Change } from '../project/change.ts'
import type { Document } from '../project/document.ts'
import type { RowIndex } from '../table/table.ts'
import { isReached, isUnmade, reachOf } from './reach.ts'
import type { SheetQuery } from './views.ts'

interface Held {
  readonly query: SheetQuery
  readonly order: RowIndex
  readonly contents: number // of the document for which this order is the right one
  readonly isBehind: boolean // cells that it goes by have been edited since
}

const kept = 3 // the rows on show, those asked for next, and one question overtaken by that

/**
 * Orders of rows that were asked for by a number (`SheetQuery.asked`) and stay as they are while cells are edited, as in Excel: a
 * row does not jump away under the hand, nor vanish. They go when rows come or go, with an import, when the scheme changes, and with
 * a column that they go by.
 */
export class HeldOrders {
  readonly #known = new Map<string, Held>()

  get(query: SheetQuery): RowIndex | undefined {
    const key = keyOf(query)
    const held = key === null ? undefined : this.#known.get(key)
    if (key === null || !held) return undefined
    this.#known.delete(key) // to the end: the oldest goes first
    this.#known.set(key, held)
    return held.order
  }

  /** `order` as it is now, for these contents of the document (`Session.contents`). */
  take(query: SheetQuery, order: RowIndex, contents: number): RowIndex {
    const key = keyOf(query)
    if (key === null) return order
    this.#known.set(key, { query, order, contents, isBehind: false })
    for (const old of this.#known.keys()) {
      if (this.#known.size <= kept) break
      this.#known.delete(old)
    }
    return order
  }

  isBehind(query: SheetQuery): boolean {
    const key = keyOf(query)
    return key !== null && this.#known.get(key)?.isBehind === true
  }

  /** What changes mean for them. Undone to the contents that it was made for, an order is the right one again. */
  follow(changes: readonly Change[], before: Document, contents: number): void {
    const reach = reachOf(changes, before)
    if (reach === null) return this.clear()
    for (const [key, held] of this.#known) {
      if (isUnmade(held.query, reach)) this.#known.delete(key)
      else if (contents === held.contents) this.#known.set(key, { ...held, isBehind: false })
      else if (held.isBehind || isReached(held.query, reach))
        this.#known.set(key, { ...held, isBehind: true })
      else this.#known.set(key, { ...held, contents })
    }
  }

  clear(): void {
    this.#known.clear()
  }
}

/** null = nobody asked for it by a number. */
const keyOf = (query: SheetQuery): string | null =>
  query.asked === undefined ? null : JSON.stringify(query)
