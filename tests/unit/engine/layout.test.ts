import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import { Session } from '../../../src/engine/session.ts'
import { orderOf } from '../../../src/engine/order.ts'
import { totals } from '../../../src/engine/views/totals.ts'
import type { Command } from '../../../src/project/command.ts'
import { asGiven } from '../../../src/project/layout.ts'
import { openDexieStore } from '../../../src/storage/dexie/store.ts'
import { gradedDocument } from '../project/gradedDocument.ts'
import { all, imported, today } from './graded.ts'
import { templateText } from './templateText.ts'

const widths = (px: number, merge?: string): Command => ({
  kind: 'setLayout',
  set: { widths: [['$score', px]] },
  ...(merge !== undefined && { merge }),
})

describe('another width', () => {
  test('grades nothing and leaves rows in their order, also when it is undone and redone', () => {
    const session = new Session(gradedDocument(), () => {})
    const query = { ...all, sort: { column: '$score', descending: true } }
    const order = orderOf(session, query)
    const { result, table } = session
    const grades = session.grade.count
    const same = () => {
      expect(orderOf(session, query)).toBe(order)
      expect(session.result).toBe(result)
      expect(session.grade.count).toBe(grades)
      expect(session.table).toBe(table)
    }
    session.run(widths(120))
    same()
    expect(session.undo()).toBe('resizeColumns')
    same()
    session.redo()
    same()
    expect(session.document.layout?.widths).toEqual([['$score', 120]])
  })

  test('of a burst is one step, stored as it comes, and no drag that would end held rows', () => {
    const told: (string | null)[] = []
    const session = new Session(gradedDocument(), (_, merge) => told.push(merge))
    const asked = { ...all, sort: { column: '$score', descending: true }, asked: 1 }
    const order = orderOf(session, asked)
    for (const px of [120, 136, 152]) session.run(widths(px, 'a 1'))
    session.run(widths(200, 'a 2'))
    expect(told).toEqual([null, null, null, null])
    session.settle() // of another control
    expect(orderOf(session, asked)).toBe(order)
    session.undo()
    expect(session.document.layout?.widths).toEqual([['$score', 152]])
    session.undo()
    expect(session.document.layout?.widths ?? []).toEqual([])
    expect(session.undoKind).toBeNull()
  })

  test('counts no totals anew', () => {
    const session = new Session(gradedDocument(), () => {})
    const columns = session.table.columns.map(({ id }) => ({ column: id, kind: null }))
    const args = { query: all, columns: [...columns, { column: '$score', kind: null }] }
    const before = totals(session, args)
    session.run(widths(120))
    const turned = totals(session, { ...args, columns: args.columns.toReversed() })
    expect(turned.map((total, at) => total === before.at(-1 - at))).not.toContain(false)
    const [criterion] = session.document.scheme.criteria
    if (!criterion) throw new Error('no criterion')
    session.run({ kind: 'setWeight', criterion: criterion.id, weight: 0.123 })
    expect(totals(session, args).at(-1)?.value).not.toBe(before.at(-1)?.value)
  })
})

describe('how the columns of a project stand', () => {
  test('comes with the sheet, is undone as one of the steps, and is there when it is opened again', async () => {
    const open = () => openDexieStore('layouts')
    const store = await open()
    const workspace = await imported(templateText, store)
    const { id } = await workspace.view('project', null)
    const layout = async () => (await workspace.view('sheet', all)).layout
    expect(await layout()).toBeUndefined()
    for (const px of [90, 120, 150]) await workspace.run(widths(px))
    expect((await workspace.view('project', null)).undo).toBe('resizeColumns')
    await workspace.call('undo', null)
    expect(await layout()).toEqual({ ...asGiven, widths: [['$score', 120]] })
    const copy = await workspace.call('duplicateProject', { id, name: '副本' })
    await workspace.close()
    store.close()

    const again = openWorkspace({ store: await open(), today })
    for (const each of [id, copy]) {
      await again.call('openProject', { id: each })
      expect((await again.view('sheet', all)).layout?.widths).toEqual([['$score', 120]])
    }
    await again.close()
  })

  test('is taken from the browser once, where the project has none of its own, and not undone', async () => {
    const store = await openDexieStore('adopted')
    const workspace = await imported(templateText, store)
    const { id } = await workspace.view('project', null)
    const { columns } = await workspace.view('sheet', all)
    const [first = '', second = ''] = columns.map((column) => column.id)
    const kept = {
      hidden: [second],
      widths: [
        [first, 200],
        [second, 'x'],
      ],
      totals: 7,
    }
    expect(await workspace.call('adoptLayout', { id, layout: kept })).toMatchObject({ taken: true })
    const own = { ...asGiven, hidden: [second], widths: [[first, 200]] }
    expect((await workspace.view('sheet', all)).layout).toEqual(own)
    expect((await workspace.view('project', null)).undo).toBe(null)
    const other = { id, layout: { hidden: [first] } }
    expect(await workspace.call('adoptLayout', other)).toMatchObject({ taken: false })
    await expect(workspace.call('adoptLayout', { ...other, id: 'p_other' })).rejects.toMatchObject({
      code: 'project.missing',
    })
    await workspace.close()
    store.close()
    const reopened = openWorkspace({ store: await openDexieStore('adopted'), today })
    await reopened.call('openProject', { id })
    expect((await reopened.view('sheet', all)).layout).toEqual(own)
    await reopened.close()
  })
})
