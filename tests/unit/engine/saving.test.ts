import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError, type ErrorCode } from '../../../src/core/error.ts'
import { createJob, type Job, type Progress } from '../../../src/core/job.ts'
import type { EngineEvent } from '../../../src/engine/protocol.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import { openStore } from '../../../src/storage/open.ts'
import { openDexieStore } from '../../../src/storage/dexie/store.ts'
import type { Store, StoreEvent } from '../../../src/storage/store.ts'
import { locks } from '../storage/locks.ts'
import { columnNamed, criterionNamed, imported, tiers } from './graded.ts'
import { templateText } from './templateText.ts'

const code = (wanted: string) => ({ code: wanted })

/** The codes of the failures that the page is told, in order. */
function failures(workspace: Workspace): string[] {
  const told: string[] = []
  workspace.on((event: EngineEvent) => {
    if (event.kind === 'saveState' && event.state === 'failed')
      told.push(event.error?.kind === 'app' ? event.error.code : 'bug')
  })
  return told
}

const idOf = async (workspace: Workspace) => (await workspace.view('project', null)).id

describe('a project that is open in another tab', () => {
  let names = 0
  const opened: Store[] = []
  afterEach(() => {
    vi.unstubAllGlobals()
    for (const store of opened.splice(0)) store.close()
  })
  async function twoTabs() {
    const name = `tabs-${names++}`
    const open = async () => {
      const store = await openDexieStore(name)
      opened.push(store)
      return store
    }
    const first = await imported(templateText, await open())
    return { first, second: openWorkspace({ store: await open() }), id: await idOf(first), open }
  }

  test('is not renamed from the list: that tab would write its own name over it', async () => {
    vi.stubGlobal('navigator', { locks: locks() })
    const { first, second, id } = await twoTabs()
    const renamed = second.call('renameProject', { id, name: '乙' })
    await expect(renamed).rejects.toMatchObject(code('storage.otherTab'))
    expect((await second.call('listProjects', null))[0]?.name).toBe('客户分级表')
    await first.close()
    await second.call('renameProject', { id, name: '乙' })
    await second.call('openProject', { id })
    expect((await second.view('project', null)).name).toBe('乙')
    await second.close()
  })

  test('keeps the new name where there are no locks, and the other tab is told that it writes no more', async () => {
    vi.stubGlobal('navigator', {})
    const { first, second, id, open } = await twoTabs()
    const told = failures(first)
    await second.call('renameProject', { id, name: '乙' })
    const criterion = await criterionNamed(first, '购买频率')
    await first.run({ kind: 'setWeight', criterion, weight: 1 })
    const saved = first.call('saveNow', null)
    await expect(saved).rejects.toMatchObject(code('storage.otherTab'))
    expect(told).toContain('storage.otherTab')
    const third = openWorkspace({ store: await open() })
    await third.call('openProject', { id })
    expect((await third.view('project', null)).name).toBe('乙')
  })
})

test('the page is told at once that the browser has dropped the storage', async () => {
  const listeners: ((event: StoreEvent) => void)[] = []
  const store: Store = {
    ...memoryStore(),
    on: (listener) => {
      listeners.push(listener)
      return () => {}
    },
  }
  const workspace = await imported(templateText, store)
  const told = failures(workspace)
  for (const listener of listeners) listener({ kind: 'lost' })
  expect(told).toEqual(['storage.lost'])
})

test('a paste says how many texts found no column', async () => {
  const workspace = await imported()
  const paste = {
    kind: 'pasteBlock',
    table: 'customers',
    rows: [0, 1],
    columns: [await columnNamed(workspace, '备注')],
    origin: 'paste',
  } as const
  const texts = [['甲', '乙', '丙'], ['丁']]
  expect(await workspace.run({ ...paste, texts })).toMatchObject({ cut: 2 })
  expect(await workspace.run({ ...paste, texts: [['甲'], ['乙']] })).toMatchObject({ cut: 0 })
})

describe('a browser that takes no projects', () => {
  /** A store that can be told to refuse everything that writes. */
  function moody() {
    const inner = memoryStore()
    let reason: ErrorCode | null = null
    const unless = <Value>(work: () => Promise<Value>): Promise<Value> =>
      reason === null ? work() : Promise.reject(new AppError(reason))
    const store: Store = {
      ...inner,
      create: (document, entry) => unless(() => inner.create(document, entry)),
      claim: (id) => unless(() => inner.claim(id)),
      append: (id, changes) => unless(() => inner.append(id, changes)),
      fold: (document, entry) => unless(() => inner.fold(document, entry)),
    }
    return { store, inner, be: (next: ErrorCode | null) => (reason = next) }
  }
  const graded = ['张三 A', '李四 B', '王五 C']

  test.each(['storage.full', 'storage.unavailable'] as const)(
    'still lets a list be opened, graded and edited, and says that it is not saved (%s)',
    async (why) => {
      const { store, inner, be } = moody()
      be(why)
      const workspace = openWorkspace({ store })
      const told = failures(workspace)
      await workspace.importFile({ kind: 'text', text: templateText, name: '客户分级表' })
      expect(told).toEqual([why])
      expect(await tiers(workspace)).toEqual(graded)
      const id = await idOf(workspace)
      const criterion = await criterionNamed(workspace, '购买频率')
      await workspace.run({ kind: 'setWeight', criterion, weight: 5 })
      expect(await inner.list()).toEqual([])

      // closed and opened again within the visit nothing is lost, and it is not forgotten that it is not saved
      await workspace.call('closeProject', null)
      expect(await workspace.call('listProjects', null)).toMatchObject([{ id, rowCount: 3 }])
      await workspace.call('openProject', { id })
      expect((await workspace.view('scheme', null)).criteria[0]?.criterion.weight).toBe(5)
      expect(told).toEqual([why, why])
      await expect(workspace.call('saveNow', null)).rejects.toMatchObject(code(why))

      be(null) // room was made
      await workspace.call('saveNow', null)
      await workspace.run({ kind: 'setWeight', criterion, weight: 6 })
      await workspace.close()
      const later = openWorkspace({ store })
      expect(await later.call('listProjects', null)).toHaveLength(1)
      await later.call('openProject', { id })
      expect((await later.view('scheme', null)).criteria[0]?.criterion.weight).toBe(6)
    },
  )

  test('still opens what it holds, and takes what was edited meanwhile once it can', async () => {
    const { store, be } = moody()
    const workspace = await imported(templateText, store)
    const id = await idOf(workspace)
    await workspace.close()
    be('storage.full')
    const told = failures(workspace)
    await workspace.call('openProject', { id })
    expect(told).toEqual(['storage.full'])
    const criterion = await criterionNamed(workspace, '购买频率')
    await workspace.run({ kind: 'setWeight', criterion, weight: 5 })
    await workspace.call('closeProject', null)
    expect(await workspace.call('listProjects', null)).toHaveLength(1)
    be(null)
    await workspace.call('openProject', { id })
    await workspace.close()
    const later = openWorkspace({ store })
    await later.call('openProject', { id })
    expect((await later.view('scheme', null)).criteria[0]?.criterion.weight).toBe(5)
  })

  test('holds nobody in a project that it stopped saving, and loses no edit of it', async () => {
    const { store, be } = moody()
    const workspace = await imported(templateText, store)
    const id = await idOf(workspace)
    be('storage.lost')
    const criterion = await criterionNamed(workspace, '购买频率')
    await workspace.run({ kind: 'setWeight', criterion, weight: 5 })
    await workspace.call('createProject', { name: '另一个' })
    await workspace.call('openProject', { id })
    expect((await workspace.view('scheme', null)).criteria[0]?.criterion.weight).toBe(5)
    await workspace.call('deleteProject', { id })
    const names = async () => (await workspace.call('listProjects', null)).map(({ name }) => name)
    expect(await names()).toEqual(['另一个'])
    await workspace.call('restoreProject', { id })
    expect((await names()).sort()).toEqual(['另一个', '客户分级表'])
  })

  test('gives new projects the room of those deleted before', async () => {
    const inner = memoryStore()
    const first = await imported(templateText, inner)
    await first.call('deleteProject', { id: await idOf(first) })
    const asked: string[] = []
    let full = true
    const store: Store = {
      ...inner,
      create: (document, entry) =>
        full ? Promise.reject(new AppError('storage.full')) : inner.create(document, entry),
      forgetRemoved(before) {
        asked.push(before)
        full = false
        return Promise.resolve(1)
      },
    }
    const second = openWorkspace({ store })
    const told = failures(second)
    await second.call('createProject', { name: '新' })
    expect(told).toEqual([])
    // what was deleted within the last minute can still be taken back
    expect(Date.now() - Date.parse(asked[0] ?? '')).toBeGreaterThanOrEqual(60_000)
    expect(asked).toHaveLength(1)
  })

  test('refuses from the start where the browser has no storage at all', async () => {
    // Node has no IndexedDB of its own: the same as a browser that forbids it
    vi.stubGlobal('indexedDB', undefined)
    const { store, unsaved } = await openStore({ fresh: false })
    vi.unstubAllGlobals()
    expect(unsaved).toMatchObject(code('storage.unavailable'))
    const workspace = openWorkspace({ store })
    const told = failures(workspace)
    await workspace.importFile({ kind: 'text', text: templateText, name: '客户分级表' })
    expect(told).toEqual(['storage.unavailable'])
    expect(await tiers(workspace)).toEqual(graded)
  })
})

test('an import that is cancelled while it is graded leaves the list and the open project as they were', async () => {
  const workspace = await imported()
  const before = await idOf(workspace)
  const graded: Progress[] = []
  const job: Job = {
    ...createJob(),
    async checkpoint(progress) {
      if (progress?.step === 'grade') {
        graded.push(progress)
        throw new AppError('job.cancelled')
      }
      return Promise.resolve()
    },
  }
  const source = { kind: 'text', text: templateText, name: '新名单' } as const
  const { session } = await workspace.call('planImport', { source, choices: {} })
  for (const into of ['new', 'replace'] as const) {
    const running = workspace.call('runImport', { session, name: '新名单', into }, job)
    await expect(running).rejects.toMatchObject(code('job.cancelled'))
  }
  expect(graded).toHaveLength(2)
  expect(await workspace.call('listProjects', null)).toHaveLength(1)
  expect(await workspace.view('project', null)).toMatchObject({ id: before, undo: null })
})
