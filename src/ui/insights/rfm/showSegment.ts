import type { App } from '../../../state/app.svelte.ts'
import { wholeSheet } from '../../../state/selection.svelte.ts'
import { showCustomers } from '../showCustomers.ts'

/** Customers of one segment, by its place in the list: the cells may be in another language than the page. */
export async function showSegment(app: App, at: number): Promise<void> {
  try {
    const { columns } = await app.client.view('sheet', wholeSheet)
    const name = columns.find(({ id }) => id === 'rfm.segment')?.categories?.[at]
    if (name === undefined) return
    const filter = { column: 'rfm.segment', kind: 'values', values: [name], except: false } as const
    await showCustomers(app, [filter])
  } catch (error) {
    app.notices.fail(error)
  }
}

/** Customers of one cell of the heat map. */
export function showScores(app: App, recency: number, frequency: number): Promise<void> {
  const score = (column: string, value: number) =>
    ({ column, kind: 'range', from: String(value), to: String(value) }) as const
  return showCustomers(app, [score('rfm.r', recency), score('rfm.f', frequency)])
}
