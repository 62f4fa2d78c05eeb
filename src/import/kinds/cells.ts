import { rawText } from '../../table/parse/rawText.ts'
import type { Cells } from '../../table/raw.ts'

const looked = 50_000 // rows

/**
 * Whether an amount stands for a whole order though the order has several rows: all rows that have one say the same.
 * Null where no order has two amounts: then it makes no difference.
 */
export function isPerOrder(numbers: Cells, amounts: Cells): boolean | null {
  const orders = new Map<string, { readonly first: string; same: boolean; count: number }>()
  const rows = Math.min(looked, numbers.length)
  for (let row = 0; row < rows; row++) {
    const order = rawText(numbers.at(row) ?? null)
    const amount = rawText(amounts.at(row) ?? null)
    if (order === '' || amount === '') continue
    const known = orders.get(order)
    if (!known) orders.set(order, { first: amount, same: true, count: 1 })
    else {
      known.count++
      if (known.first !== amount) known.same = false
    }
  }
  const several = [...orders.values()].filter(({ count }) => count > 1)
  if (several.length === 0) return null
  return several.filter(({ same }) => same).length >= several.length * 0.9
}

/** A tenth and more of the cells say what another one says. */
export function comesAgain(cells: Cells): boolean {
  const met = new Set<string>()
  let filled = 0
  for (let row = 0; row < Math.min(looked, cells.length); row++) {
    const text = rawText(cells.at(row) ?? null)
    if (text === '') continue
    filled++
    met.add(text)
  }
  return met.size < filled * 0.9
}
