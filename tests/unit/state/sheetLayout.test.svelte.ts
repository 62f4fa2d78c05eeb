import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import type { Command } from '../../../src/project/command.ts'
import { addCalculated } from '../../../src/state/calculatedColumn.svelte.ts'
import {
  deleteColumns,
  duplicateColumn,
  insertColumn,
} from '../../../src/state/columnEdits.svelte.ts'
import { Jobs } from '../../../src/state/jobs.svelte.ts'
import { Locale } from '../../../src/state/locale.svelte.ts'
import { Notices } from '../../../src/state/notices.svelte.ts'
import type { Preferences } from '../../../src/state/preferences.ts'
import { Project } from '../../../src/state/project.svelte.ts'
import { Selection } from '../../../src/state/selection.svelte.ts'
import { Sheet } from '../../../src/state/sheet.svelte.ts'

const names = ['客户名称', '电话', '数量', '单价', '备注']
const text = [names, ['甲', '138', '3', '10', 'x'], ['乙', '139', '5', '20', 'y']]
  .map((row) => row.join(','))
  .join('\n')

function keeping(start: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(start))
  const preferences: Preferences = {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void (value === null ? kept.delete(key) : kept.set(key, value)),
  }
  return { kept, preferences }
}

/** The page over a project, as a visit sees it; `commands` are those that were sent. */
async function visit(workspace: ReturnType<typeof openWorkspace>, id: string, kept = keeping()) {
  const commands: Command[] = []
  const client = {
    call: (name: never, args: never) => {
      if (name === 'run') commands.push((args as { command: Command }).command)
      return workspace.call(name, structuredClone(args))
    },
    view: (name: never, args: never) => workspace.view(name, structuredClone(args)),
    on: (listener: never) => workspace.on(listener),
  }
  const { preferences } = kept
  const locale = await Locale.load(preferences, new URLSearchParams('lang=zh'), [])
  const notices = new Notices()
  const jobs = new Jobs()
  const project = new Project(client, notices, jobs)
  const selection = new Selection(client, project, preferences, notices)
  const sheet = new Sheet({ client, project, locale, notices, preferences, jobs }, selection)
  await project.show()
  await sheet.open(id)
  const arrived = async () => {
    await new Promise((done) => setTimeout(done, 5))
    await project.refresh()
    await sheet.pages.outdate()
  }
  const titles = () => sheet.columns.grid.map(({ title }) => title).slice(0, 7)
  const idOf = (title: string) =>
    sheet.columns.all.find(({ column }) => sheet.columns.title(column.id) === title)?.column.id ??
    ''
  const undo = async () => {
    await project.undo()
    await arrived()
  }
  const width = (title: string) => sheet.columns.grid.find((one) => one.title === title)?.width ?? 0
  return { sheet, project, commands, arrived, titles, idOf, undo, width, notices }
}

async function opened() {
  const workspace = openWorkspace({ today: () => '2026-03-01' })
  const { id } = await workspace.importFile({ kind: 'text', text, name: 'list' })
  return { workspace, id }
}
async function page() {
  const { workspace, id } = await opened()
  return visit(workspace, id)
}

describe('what is done to how columns stand', () => {
  test('shows at once, is one step of what goes together, and is undone in words', async () => {
    const { sheet, project, commands, arrived, titles, idOf, undo, width } = await page()
    const before = { titles: titles(), width: width('电话') }

    sheet.columns.hide([idOf('电话'), idOf('数量'), idOf('客户名称')])
    expect(titles()).not.toContain('电话') // before the engine has answered
    expect(titles()[0]).toBe('客户名称') // says whose row it is
    await arrived()
    expect(titles()).toEqual(before.titles.filter((one) => one !== '电话' && one !== '数量'))
    expect(project.view.current?.undo).toBe('hideColumns')
    await undo()
    expect(titles()).toEqual(before.titles)

    sheet.columns.grid.forEach((_, at) => sheet.columns.resize(at, 60.4 + at)) // all made to fit
    await arrived()
    expect(width('电话')).toBe(61)
    sheet.columns.resize(1, 1e9)
    expect(width('电话')).toBe(4000)
    await arrived()
    expect(project.view.current?.undo).toBe('resizeColumns')
    expect(commands.map(({ kind }) => kind)).toEqual(['setLayout', 'setLayout', 'setLayout'])
    await undo()
    expect(width('电话')).toBe(61)
    await undo()
    expect(width('电话')).toBe(before.width)

    sheet.columns.moveBefore([idOf('备注')], idOf('电话'))
    sheet.columns.freeze(idOf('备注')) // asked for in one go: one step
    expect(titles()[1]).toBe('备注')
    await arrived()
    expect(sheet.columns.frozenCount).toBe(2)
    await undo()
    expect([titles(), sheet.columns.frozenCount]).toEqual([before.titles, 1])
    expect(project.view.current?.undo).toBe(null)
    await project.redo()
    await arrived()
    expect([titles()[1], sheet.columns.frozenCount]).toEqual(['备注', 2])
  })

  test('goes on from what was asked for last, however slow the engine is', async () => {
    const { sheet, project, arrived, idOf, undo, width } = await page()
    for (const px of [100, 110, 120]) {
      sheet.columns.resize(1, px)
      await Promise.resolve() // a task of its own; no answer yet
      expect(width('电话')).toBe(px)
    }
    sheet.columns.nameGroup([idOf('电话')], '联系')
    await arrived()
    expect(width('电话')).toBe(120)
    await undo()
    expect(width('电话')).toBe(120)
    expect(project.view.current?.redo).toBe('nameGroups')
  })

  test('with a key held down is one step for each column', async () => {
    const { sheet, project, arrived, titles, undo, width } = await page()
    const before = { titles: titles(), width: width('电话') }
    for (const [at, px] of [
      [1, 100],
      [1, 116],
      [1, 132],
      [2, 132],
    ] as const) {
      sheet.columns.resize(at, px)
      await arrived()
    }
    for (const before of [3, 4, 5]) {
      sheet.columns.move(before - 2, before)
      await arrived()
    }
    expect(titles().indexOf('电话')).toBe(4)
    await undo()
    expect(titles()).toEqual(before.titles)
    await undo()
    expect([width('电话'), width('数量')]).toEqual([132, before.width])
    await undo()
    expect(width('电话')).toBe(before.width)
    expect(project.view.current?.undo).toBe(null)
  })

  test('falls back where the engine refuses it, and says so', async () => {
    const { sheet, arrived, idOf, notices } = await page()
    const column = sheet.pages.view?.columns.find(({ id }) => id === idOf('电话'))
    if (!column) throw new Error('no such column')
    const before = sheet.columns.groupOf(column)
    sheet.columns.nameGroup([column.id], '长'.repeat(300))
    await arrived()
    expect(sheet.columns.groupOf(column)).toBe(before)
    expect(notices.list).toHaveLength(1)
  })
})

describe('columns that come and go', () => {
  test('are one step with their place, and come back as they were', async () => {
    const { sheet, project, arrived, titles, idOf, undo, width } = await page()
    const start = titles()
    const done = async (task: Promise<unknown>) => {
      await task
      await arrived()
    }
    await done(insertColumn(sheet, 1, 1, '城市', 'text'))
    expect(titles().slice(0, 4)).toEqual(['客户名称', '电话', '城市', '数量'])
    await undo()
    expect([titles(), project.view.current?.undo]).toEqual([start, null])

    sheet.columns.resize(1, 222)
    sheet.columns.nameGroup([idOf('电话')], '联系')
    await arrived()
    await done(duplicateColumn(sheet, idOf('电话')))
    expect(titles()[2]).toBe('电话 副本')
    expect(width('电话 副本')).toBe(222)
    expect(sheet.columns.grid[2]?.group).toBe('联系')
    await undo()
    expect(titles()).toEqual(start)

    await done(addCalculated(sheet, 3, { name: '金额', formula: '=[数量]*[单价]' }))
    expect(titles()[4]).toBe('金额')
    await undo()
    expect(titles()).toEqual(start)

    await done(deleteColumns(sheet, [idOf('电话')]))
    expect(titles()).not.toContain('电话')
    sheet.columns.resize(1, 100) // the layout forgets who is gone
    await arrived()
    await undo()
    await undo()
    expect([titles(), width('电话'), sheet.columns.grid[1]?.group]).toEqual([start, 222, '联系'])
  })
})

describe('what a browser kept before columns were part of projects', () => {
  test('becomes part of the project that is opened, once', async () => {
    const { workspace, id } = await opened()
    const { columns } = await workspace.view('sheet', { sort: null, filters: [], search: '' })
    const of = (name: string) => columns.find((one) => one.name === name)?.id ?? ''
    const kept = keeping({
      [`layout.${id}`]: JSON.stringify({ hidden: [of('电话')], isTotalled: true, totals: 'x' }),
      [`columns.${id}`]: JSON.stringify([
        [of('数量'), 333],
        ['gone', 'x'],
      ]),
    })
    const first = await visit(workspace, id, kept)
    expect(first.titles()).not.toContain('电话')
    expect(first.width('数量')).toBe(333)
    expect(first.sheet.columns.isTotalled).toBe(true)
    expect(first.project.view.current?.undo).toBe(null)
    expect(kept.kept.has(`layout.${id}`)).toBe(true) // until it is known to be in the storage
    first.sheet.columns.show(null)
    await first.arrived()

    const second = await visit(workspace, id, kept)
    expect(second.titles()).toContain('电话') // what was decided since
    expect([...kept.kept.keys()].filter((key) => key.endsWith(id))).toEqual([])
  })

  test.each(['{', '7', 'null', '[]'])('that is %s changes nothing', async (broken) => {
    const { workspace, id } = await opened()
    const kept = keeping({ [`layout.${id}`]: broken, [`columns.${id}`]: broken })
    const { titles, notices } = await visit(workspace, id, kept)
    expect(titles().slice(0, 4)).toEqual(names.slice(0, 4))
    expect(notices.list).toEqual([])
  })
})
