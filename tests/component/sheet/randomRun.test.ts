import { expect, test, vi } from 'vitest'
import { movedBefore } from '../../../src/state/columnOrder.ts'
import { SheetModel, seeded } from '../../unit/state/sheetModel.ts'
import { one, openGraded } from '../openGraded.ts'

const steps = 60 // more of them run in Node: unit/state
const names = ['客户名称', '数量', '备注']
const rows = Array.from({ length: 12 }, (_, at) => [
  `n${String(at)}`,
  String((at * 7) % 40),
  'ab'[at % 2] ?? '',
])

const typedInto = () => document.activeElement as HTMLTextAreaElement
function key(name: string, keys: KeyboardEventInit = {}): void {
  const init = { key: name, bubbles: true, cancelable: true, ...keys }
  typedInto().dispatchEvent(new KeyboardEvent('keydown', init))
}
/** What an input method or a keyboard puts into the field, with the browser's own input event. */
const type = (text: string) => document.execCommand('insertText', false, text)
function clip(kind: 'copy' | 'cut' | 'paste', data = new DataTransfer()): DataTransfer {
  const event = new ClipboardEvent(kind, { clipboardData: data, bubbles: true, cancelable: true })
  typedInto().dispatchEvent(event)
  return data
}

test(
  `${String(steps)} random keys and clipboards end like plain arrays`,
  { timeout: 60_000 },
  async () => {
    const { app } = await openGraded([names, ...rows].map((row) => row.join(',')).join('\n'))
    const { sheet } = app
    const note = sheet.columns.all.find(({ column }) => column.name === '备注')?.column.id ?? ''
    const order = movedBefore(
      sheet.columns.all.map(({ column }) => column.id),
      [note],
      '$score',
    )
    const id = app.project.view.current?.id ?? ''
    await app.client.call('adoptLayout', { id, layout: { order } })
    await sheet.pages.outdate()
    const model = new SheetModel(rows)
    const random = seeded(6)
    const below = (count: number) => Math.floor(random() * count)
    const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
    const text = (column: number) =>
      column === 1 ? pick(['3', '12', '250', 'x']) : pick(['a', 'b', 'cc', 'd e'])
    /** Walks to a cell by keys and selects a block from there. */
    function select(high = below(3), wide = below(2)) {
      const row = below(model.view.length)
      const column = below(3)
      key('Home', { ctrlKey: true })
      for (let step = 0; step < row; step++) key('ArrowDown')
      for (let step = 0; step < column; step++) key('ArrowRight')
      const bottom = Math.min(model.view.length - 1, row + high)
      const right = Math.min(2, column + wide)
      for (let step = row; step < bottom; step++) key('ArrowDown', { shiftKey: true })
      for (let step = column; step < right; step++) key('ArrowRight', { shiftKey: true })
      return { top: row, left: column, bottom, right }
    }
    /** What was changed is on show. */
    async function arrived() {
      for (let turn = 0; turn < 4; turn++) await new Promise((done) => setTimeout(done))
      await sheet.pages.outdate()
      await new Promise((done) => requestAnimationFrame(done))
    }
    /** The rows that were asked for are on show, and the active cell is where it goes then. */
    async function settled() {
      await vi.waitFor(() => expect(sheet.pages.shown).toBe(sheet.query))
      await arrived()
    }
    const seen = () =>
      Array.from({ length: sheet.rowCount }, (_, row) =>
        names.map((_name, column) => {
          const cell = sheet.source.cell(row, column)
          return cell ? (cell.input ?? cell.text) : '?'
        }),
      )
    const actions: Record<string, () => Promise<void> | void> = {
      typing() {
        const { top, left } = select(0, 0)
        const typed = text(left)
        type(typed)
        key('Enter')
        model.lay({ top, left, bottom: top, right: left }, [[typed]])
      },
      editing() {
        const { top, left } = select(0, 0)
        const before = model.view[top]?.[left] ?? ''
        key('F2')
        type('7')
        key('Tab')
        model.lay({ top, left, bottom: top, right: left }, [[`${before}7`]])
      },
      escaping() {
        select(0, 0)
        type('zzz')
        key('Escape')
      },
      typingIntoAll() {
        const range = select()
        const typed = text(0)
        type(typed)
        key('Enter', { ctrlKey: true })
        model.lay(range, [[typed]])
      },
      erasing() {
        const range = select()
        key('Delete')
        model.lay(range, [['']])
      },
      pasting() {
        const { top, left } = select(0, 0)
        const laid = Array.from({ length: 1 + below(3) }, () => [text(left)])
        const data = new DataTransfer()
        data.setData('text/plain', laid.map((line) => line.join('\t')).join('\r\n'))
        clip('paste', data)
        model.lay({ top, left, bottom: top + laid.length - 1, right: left }, laid)
      },
      async moving() {
        const from = select()
        const laid = model.view
          .slice(from.top, from.bottom + 1)
          .map((row) => row.slice(from.left, from.right + 1))
        await new Promise((done) => requestAnimationFrame(done))
        const isCut = below(2) === 0
        const data = clip(isCut ? 'cut' : 'copy')
        if (isCut) model.lay(from, [['']])
        await arrived()
        const { top, left } = select(0, 0)
        const wide = from.right - from.left
        if (left + wide > 2) return
        clip('paste', data)
        model.lay({ top, left, bottom: top + laid.length - 1, right: left + wide }, laid)
      },
      fillingDown() {
        const range = select(2, below(2))
        if (range.bottom === range.top) return
        key('d', { ctrlKey: true })
        const line = model.view[range.top]?.slice(range.left, range.right + 1) ?? []
        model.lay(range, [line])
      },
      undoing() {
        key('z', { ctrlKey: true })
        model.undo()
      },
      redoing() {
        key('y', { ctrlKey: true })
        model.redo()
      },
      async sorting() {
        const descending = below(2) === 0
        sheet.edits.sort(1, descending ? 'descending' : 'ascending')
        model.shown = { sort: { column: 1, descending }, without: null }
        await settled()
      },
      async reapplying() {
        key('l', { ctrlKey: true, altKey: true })
        model.reapply()
        await settled()
      },
    }
    sheet.grid?.focus()
    await arrived()
    expect(seen()).toEqual(rows)
    const kinds = [...Object.keys(actions), 'typing', 'undoing', 'redoing']
    for (let step = 0; step < steps; step++) {
      const kind = pick(kinds)
      await actions[kind]?.()
      await arrived()
      expect(seen(), `step ${String(step)}: ${kind}`).toEqual(model.view)
    }
    // what stands on the page itself
    const first = [
      ...one('sheet').querySelectorAll<HTMLElement>('[role=gridcell][aria-colindex="1"]'),
    ]
    const drawn = first.filter((cell) => cell.checkVisibility()).map((cell) => cell.textContent)
    expect(new Set(drawn)).toEqual(new Set(model.view.map((row) => row[0] || '')))
    while (model.undo()) key('z', { ctrlKey: true })
    sheet.edits.sort(1, null)
    await settled()
    expect(seen()).toEqual(rows)
  },
)
