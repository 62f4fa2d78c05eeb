import { expect } from 'vitest'
import type { SheetQuery, SheetWrite } from '../../../src/engine/views.ts'
import { all, columnNamed, imported } from './graded.ts'

/** A list of five customers, and what the sheet shows of it under a query that is asked for by a number. */

export const list = [
  '客户名称,金额,备注',
  '甲,50,a',
  '乙,40,b',
  '丙,30,c',
  '丁,20,d',
  '戊,10,e',
].join('\n')
export const [jia, yi, bing, , wu] = [0, 1, 2, 3, 4] as const

export async function opened(text = list) {
  const workspace = await imported(text)
  const name = await columnNamed(workspace, '客户名称')
  const amount = await columnNamed(workspace, '金额')
  const note = await columnNamed(workspace, '备注')
  const table = 'customers'
  const atLeast = (from: string) =>
    ({ column: amount, kind: 'range', from, to: null }) as const satisfies object
  return {
    workspace,
    name,
    amount,
    note,
    byAmount: { ...all, sort: { column: amount, descending: true }, asked: 1 } as SheetQuery,
    over: { ...all, columns: [atLeast('25')], asked: 1 } as SheetQuery,
    type: (row: number, column: string, text: string) =>
      workspace.run({ kind: 'editCells', table, origin: 'edit', cells: [{ row, column, text }] }),
    write: (write: Omit<SheetWrite, 'origin'>) =>
      workspace.call('write', { origin: 'paste', ...write }),
    /** Whether other rows, or another order, would come of asking anew. */
    behind: (query: SheetQuery) => workspace.view('behind', { query }),
    undo: () => workspace.call('undo', null),
    redo: () => workspace.call('redo', null),
    /** Names as they stand, `*` where the order is of before an edit. */
    shown: async (query: SheetQuery) => {
      const { held, rowCount } = await workspace.view('sheet', query)
      const args = { query, from: 0, to: 100, columns: [name], header: false }
      const names = (await workspace.view('copy', args)).split('\r\n')
      expect(names).toHaveLength(Math.max(1, rowCount)) // counts are of the rows on show
      return names.join('') + (held ? '*' : '')
    },
  }
}

export const anew = (query: SheetQuery): SheetQuery => ({ ...query, asked: (query.asked ?? 0) + 1 })
/** What the query gives of the cells as they are now. */
export const now = ({ asked: _, ...query }: SheetQuery): SheetQuery => query
