import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { applyAll } from '../../../src/project/apply.ts'
import type { Change } from '../../../src/project/change.ts'
import type { Document } from '../../../src/project/document.ts'
import { openDexieStore } from '../../../src/storage/dexie/store.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import type { Store } from '../../../src/storage/store.ts'
import { cellAt } from '../../../src/table/cell.ts'
import {
  anyChange,
  anyDocument,
  column,
  content,
  customers,
  entryOf,
  numberColumn,
  sampleDocument,
  table,
} from '../project/documents.ts'

// The contract of storage/store.ts, held by every store.
let names = 0
const stores: readonly (readonly [string, () => Promise<Store>])[] = [
  ['in memory', () => Promise.resolve(memoryStore())],
  ['in IndexedDB', () => openDexieStore(`contract-${names++}`)],
]

const spend = (row: number, value: number): Change => ({
  kind: 'setCells',
  table: 'customers',
  column: 'spend',
  rows: [row],
  cells: [{ value, original: null, mark: 'plain' }],
})

/** What is in the cells and beside them, whichever way the columns hold it. */
function cells(document: Document) {
  return {
    ...document,
    tables: Object.values(document.tables).map(({ columns, ...rest }) => ({
      ...rest,
      columns: columns.map((one) => ({
        id: one.id,
        name: one.name,
        role: one.role,
        reading: one.reading,
        unit: one.unit,
        cells: Array.from({ length: rest.rowCount }, (_, row) => cellAt(one, row)),
      })),
    })),
  }
}

describe.each(stores)('a store %s', (_, open) => {
  let store: Store | undefined
  const begin = async (document = sampleDocument()) => {
    store = await open()
    await store.create(document, entryOf(document))
    return { store, document, id: document.id }
  }
  afterEach(() => store?.close())

  test('gives back the very document that was stored', async () => {
    const { store, document, id } = await begin()
    const loaded = await store.load(id)
    expect(content(loaded.document)).toEqual(content(document))
    expect(loaded.damaged).toEqual([])
    expect(loaded.document.keptScheme).toBe(loaded.document.scheme)
  })

  test('gives back any document, cell by cell, stored or folded', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, anyDocument, async (first, second) => {
        const { store, id } = await begin(first)
        expect(cells((await store.load(id)).document)).toEqual(cells(first))
        const risen = applyAll(first, [
          { kind: 'setTable', id: 'customers', table: table(second) },
        ]).next
        await store.fold(risen, entryOf(risen))
        expect(cells((await store.load(id)).document)).toEqual(cells(risen))
        store.close()
      }),
      { numRuns: 40 },
    )
  })

  test('replays what was appended, in order, any kind of change', async () => {
    const cases = anyDocument.chain((document) =>
      fc.tuple(
        fc.constant(document),
        fc.array(fc.oneof(...Object.values(anyChange(document))), { maxLength: 4 }),
      ),
    )
    await fc.assert(
      fc.asyncProperty(cases, async ([document, changes]) => {
        const { store, id } = await begin(document)
        let expected = document
        for (const change of changes) {
          try {
            expected = applyAll(expected, [change]).next
          } catch {
            continue // does not fit what the ones before left
          }
          await store.append(id, [change])
        }
        expect(cells((await store.load(id)).document)).toEqual(cells(expected))
        store.close()
      }),
      { numRuns: 40 },
    )
  })

  test('holds the same after the log was folded, and takes further edits', async () => {
    const { store, document, id } = await begin()
    await store.append(id, [spend(0, 1)])
    await store.append(id, [spend(1, 2), { kind: 'setName', name: '新名' }])
    const folded = applyAll(document, [spend(0, 1), spend(1, 2)]).next
    const named = { ...folded, name: '新名' }
    await store.fold(named, entryOf(named))
    await store.append(id, [spend(2, 3)])
    const { document: loaded } = await store.load(id)
    expect(loaded.name).toBe('新名')
    expect(column(loaded, 'spend')).toMatchObject({ values: Float64Array.of(1, 2, 3) })
  })

  test('keeps an edit that is appended while it folds', async () => {
    const { store, document, id } = await begin()
    await store.append(id, [spend(0, 1)])
    const next = applyAll(document, [spend(0, 1)]).next
    const folding = store.fold(next, entryOf(next))
    const appending = store.append(id, [spend(1, 2)])
    await Promise.all([folding, appending])
    expect(column((await store.load(id)).document, 'spend')).toMatchObject({
      values: Float64Array.of(1, 2, 2000),
    })
  })

  test('keeps tables that come and drops those that go', async () => {
    const { store, document, id } = await begin()
    const orders = { ...customers([numberColumn('sum', '金额', [1, 2])], 2), id: 'orders' }
    const more = { ...document, tables: { ...document.tables, orders } }
    await store.fold(more, entryOf(more))
    expect(cells((await store.load(id)).document)).toEqual(cells(more))
    await store.fold(document, entryOf(document))
    expect(cells((await store.load(id)).document)).toEqual(cells(document))
  })

  test('lists projects with the latest change first', async () => {
    const { store } = await begin(sampleDocument('p_1'))
    const other = sampleDocument('p_2')
    await store.create(other, entryOf(other, '2026-02-01T00:00:00.000Z'))
    expect((await store.list()).map(({ id }) => id)).toEqual(['p_2', 'p_1'])
    await store.append('p_1', [spend(0, 1)])
    expect((await store.list()).map(({ id }) => id)).toEqual(['p_1', 'p_2'])
  })

  test('tells a new name in the list as soon as it is logged', async () => {
    const { store, id } = await begin()
    await store.append(id, [{ kind: 'setName', name: '甲' }])
    expect((await store.list())[0]?.name).toBe('甲')
    await store.rename(id, '乙')
    expect((await store.list())[0]?.name).toBe('乙')
    expect((await store.load(id)).document.name).toBe('乙')
  })

  test('copies a project with its log, and leaves the first alone afterwards', async () => {
    const { store, id } = await begin()
    await store.append(id, [spend(0, 1)])
    const copy = await store.duplicate(id, '副本')
    expect(copy).toMatchObject({ name: '副本', rowCount: 3 })
    expect(copy.id).not.toBe(id)
    await store.append(copy.id, [spend(0, 99)])
    const [first, second] = [await store.load(id), await store.load(copy.id)]
    expect(column(first.document, 'spend')).toMatchObject({ values: Float64Array.of(1, NaN, 2000) })
    expect(column(second.document, 'spend')).toMatchObject({
      values: Float64Array.of(99, NaN, 2000),
    })
    expect(second.document).toMatchObject({ id: copy.id, name: '副本' })
  })

  test('keeps a removed project aside until it is forgotten', async () => {
    const { store, document, id } = await begin()
    await store.remove(id)
    expect(await store.list()).toEqual([])
    await store.restore(id)
    expect((await store.list()).map((entry) => entry.id)).toEqual([id])
    expect(content((await store.load(id)).document)).toEqual(content(document))
    await store.remove(id)
    await store.forgetRemoved(new Date(Date.now() - 3600_000).toISOString())
    await store.restore(id) // removed less than an hour ago: another tab may still offer to undo it
    await store.remove(id)
    await store.forgetRemoved(new Date(Date.now() + 1).toISOString())
    await expect(store.restore(id)).rejects.toMatchObject({ code: 'project.missing' })
    await expect(store.load(id)).rejects.toMatchObject({ code: 'project.missing' })
  })

  test('says which project it does not have', async () => {
    const { store } = await begin()
    const missing = { code: 'project.missing', detail: { id: 'p_none' } }
    await expect(store.load('p_none')).rejects.toMatchObject(missing)
    await expect(store.claim('p_none')).rejects.toMatchObject(missing)
    await expect(store.append('p_none', [spend(0, 1)])).rejects.toMatchObject(missing)
    await expect(store.duplicate('p_none', 'x')).rejects.toMatchObject(missing)
    const none = sampleDocument('p_none')
    await expect(store.fold(none, entryOf(none))).rejects.toMatchObject(missing)
  })
})
