import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import type { EngineEvent } from '../../../src/engine/protocol.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
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
