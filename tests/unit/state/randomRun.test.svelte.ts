import { expect, test } from 'vitest'
import type { GridRange } from '../../../src/grid/source.ts'
import { movedBefore } from '../../../src/state/columnOrder.ts'
import type { Sheet } from '../../../src/state/sheet.svelte.ts'
import { deleteSelectedRows, insertRow } from '../../../src/state/sheetRows.svelte.ts'
import { openSheet } from './openedSheet.ts'
import { SheetModel, seeded } from './sheetModel.ts'

const steps = 1_000
const names = ['客户名称', '数量', '备注']
const rows = Array.from({ length: 24 }, (_, at) => [
  `n${at}`,
  String((at * 7) % 40),
  'ab'[at % 2] ?? '',
])

/** What stands on the screen, in the columns of the model. */
function seen(sheet: Sheet): string[][] {
  const columns = names.map((name) =>
    sheet.columns.placed.findIndex(({ column }) => column.name === name),
  )
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    columns.map((column) => {
      const cell = sheet.source.cell(row, column)
      return cell ? (cell.input ?? cell.text) : '?'
    }),
  )
}

test(
  `${steps} random edits, pastes, fills, cuts, rows, sorts, filters, undos and redos end like plain arrays`,
  { timeout: 60_000 },
  async () => {
    const { sheet, idle, workspace } = await openSheet([names, ...rows])
    const ids = sheet.columns.all.map(({ column }) => column.id)
    const note = sheet.columns.all.find(({ column }) => column.name === '备注')?.column.id ?? ''
    const { id } = await workspace.view('project', null)
    const layout = { order: movedBefore(ids, [note], '$score') }
    await workspace.call('adoptLayout', { id, layout }) // no step of undo
    await sheet.pages.outdate()
    await idle()
    const model = new SheetModel(rows)
    const random = seeded(20_261_126)
    const below = (count: number) => Math.floor(random() * count)
    const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
    const at = names.map((name) =>
      sheet.columns.placed.findIndex(({ column }) => column.name === name),
    )
    expect(at).toEqual([0, 1, 2]) // neighbours, so that blocks are blocks in both
    const wide = 3
    const text = (column: number) =>
      column === 1 ? one(['', '3', '12', '250', '0.5', 'x']) : one(['', 'a', 'b', 'cc', 'd e'])
    const place = () => ({ row: below(model.view.length), column: below(wide) })
    const range = (): GridRange => {
      const { row, column } = place()
      return {
        top: row,
        left: column,
        bottom: Math.min(model.view.length - 1, row + below(5)),
        right: Math.min(wide - 1, column + below(2)),
      }
    }
    const texts = ({ top, left, bottom, right }: GridRange) =>
      Array.from({ length: bottom - top + 1 }, () =>
        Array.from({ length: right - left + 1 }, (_, x) => text(left + x)),
      )
    const block = ({ top, left, bottom, right }: GridRange) =>
      model.view.slice(top, bottom + 1).map((row) => row.slice(left, right + 1))
    const done = new Map<string, number>()
    const held = new Set<string>() // kinds of steps after which the order was that of before

    const actions: Record<string, () => void | Promise<void>> = {
      edit() {
        const { row, column } = place()
        const typed = text(column)
        sheet.edits.edit(row, column, typed)
        model.lay({ top: row, left: column, bottom: row, right: column }, [[typed]])
      },
      paste() {
        const whole = range()
        const past = { ...whole, bottom: whole.bottom + (below(12) === 0 ? below(3) : 0) }
        const laid = texts(past)
        sheet.edits.paste(past, laid)
        model.lay(past, laid)
      },
      repeat() {
        const whole = range()
        const laid = [texts(whole)[0] ?? []]
        sheet.edits.paste(whole, laid)
        model.lay(whole, laid)
      },
      spread() {
        const whole = range()
        const typed = text(0)
        sheet.edits.spread([whole], typed)
        model.lay(whole, [[typed]])
      },
      clear() {
        const whole = range()
        sheet.edits.clear([whole], false)
        model.lay(whole, [['']])
      },
      async copyAndPaste() {
        const whole = range()
        const columns = Array.from(
          { length: whole.right - whole.left + 1 },
          (_, x) => whole.left + x,
        )
        const cut = below(2) === 0
        const copied = sheet.copy.text({ spans: [whole], columns }, cut, false)
        const laid = (copied ?? '').split(/\r?\n/).map((line) => line.split('\t'))
        if (cut) {
          sheet.edits.clear([whole], true)
          model.lay(whole, [['']])
          await idle() // who pastes looks where
          await sheet.pages.outdate()
        }
        if (model.view.length === 0) return
        const { row } = place()
        const target = { ...whole, top: row, bottom: row + laid.length - 1 }
        sheet.edits.paste(target, laid)
        model.lay(target, laid)
      },
      copyDown() {
        const from = range()
        const to = { ...from, bottom: Math.min(model.view.length - 1, from.bottom + 1 + below(5)) }
        sheet.edits.fill(from, to, 'copy')
        model.lay(to, block(from))
      },
      countDown() {
        // a lone whole number goes on by one
        const { row } = place()
        const number = model.view[row]?.[1] ?? ''
        if (!/^\d+$/.test(number)) return
        const from = { top: row, left: 1, bottom: row, right: 1 }
        const to = { ...from, bottom: Math.min(model.view.length - 1, row + 1 + below(4)) }
        sheet.edits.fill(from, to, 'series')
        const count = to.bottom - row + 1
        model.lay(
          to,
          Array.from({ length: count }, (_, nth) => [String(Number(number) + nth)]),
        )
      },
      async insert() {
        const row = below(model.view.length)
        const side = below(2) as 0 | 1
        await insertRow(sheet, row, side)
        model.insert(row, side)
      },
      async remove() {
        if (model.rows.length < 15) return
        const from = below(model.view.length)
        const to = Math.min(model.view.length, from + 1 + below(2))
        sheet.ranges = [{ top: from, left: 0, bottom: to - 1, right: 0 }]
        sheet.range = sheet.ranges[0] ?? sheet.range
        await deleteSelectedRows(sheet)
        model.remove(from, to)
      },
      sort() {
        const direction = one(['ascending', 'descending', null] as const)
        sheet.edits.sort(1, direction)
        const sort = direction && { column: 1, descending: direction === 'descending' }
        model.shown = { ...model.shown, sort }
      },
      async filter() {
        const column = sheet.columns.at(2)?.column.id ?? ''
        const without = one([null, 'a', 'b'])
        const filter = { column, kind: 'values', values: [without ?? ''], except: true } as const
        await sheet.filterColumn(column, without === null ? null : filter)
        model.shown = { ...model.shown, without }
      },
      async reapply() {
        await sheet.reapply()
        model.reapply()
      },
      undo() {
        sheet.edits.undo()
        model.undo()
      },
      redo() {
        sheet.edits.redo()
        model.redo()
      },
    }
    const often = ['edit', 'edit', 'edit', 'paste', 'paste', 'undo', 'undo', 'redo', 'redo']
    const kinds = [...Object.keys(actions), ...often]

    for (let step = 0; step < steps; step++) {
      const kind = model.view.length === 0 ? 'filter' : one(kinds)
      done.set(kind, (done.get(kind) ?? 0) + 1)
      await actions[kind]?.()
      await idle()
      sheet.pages.want(0, 300)
      // the engine says that something changed once a frame: mostly the test does not wait for that
      if (step % 20 === 0) await new Promise((done) => setTimeout(done, 20))
      else await sheet.pages.outdate()
      await idle()
      const where = `step ${step}: ${kind}`
      expect(sheet.notices.list, where).toEqual([])
      expect(
        seen(sheet).map((row) => row.slice(0, wide)),
        where,
      ).toEqual(model.view.map((row) => row.slice(0, wide)))
      const isHeld = sheet.pages.view?.held === true
      if (model.isBehind) expect(isHeld, `${where}: the order is of before`).toBe(true)
      if (isHeld && sheet.pages.shown) {
        const isBehind = await workspace.view('behind', { query: sheet.pages.shown })
        expect(isBehind, `${where}: arranged anew`).toBe(model.isBehind)
      }
      if (isHeld) held.add(kind)
    }
    expect(held.size).toBeGreaterThan(5)
    for (const kind of Object.keys(actions)) expect(done.get(kind), kind).toBeGreaterThan(20)

    // all of it taken back
    await sheet.ask({ sort: null, filters: [], search: '' })
    model.shown = { sort: null, without: null }
    while (model.undo()) sheet.edits.undo()
    await idle()
    expect(seen(sheet)).toEqual(rows)
    expect((await workspace.view('project', null)).undo).toBeNull()
  },
)
