import { isDeepStrictEqual } from 'node:util'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { rowsPerChunk } from '../../../src/storage/dexie/records.ts'
import { openDexieStore } from '../../../src/storage/dexie/store.ts'
import type { StoreEvent } from '../../../src/storage/store.ts'
import { cellAt } from '../../../src/table/cell.ts'
import {
  categoryColumn,
  column,
  content,
  customers,
  entryOf,
  numberColumn,
  textColumn,
} from '../project/documents.ts'
import { chunksOf, document, freshDatabase, spend } from './database.ts'

// Facts of notes/reliability.md, section 0 and table A, on fake-indexeddb.
const { name, keep, open, stored, raw } = freshDatabase()
const { id } = document
afterEach(() => {
  vi.restoreAllMocks()
})

const rows = rowsPerChunk + 10
const large: typeof document = {
  ...document,
  id: 'p_large',
  tables: {
    customers: customers(
      [
        numberColumn(
          'spend',
          '金额',
          Array.from({ length: rows }, (_, i) => i),
        ),
        textColumn(
          'note',
          '备注',
          Array.from({ length: rows }, (_, i) => `备注${i % 7}`),
        ),
        categoryColumn(
          'region',
          '地区',
          Array.from({ length: rows }, (_, i) => `区${i % 300}`),
        ),
      ],
      rows,
    ),
  },
  overrides: new Map(),
}

describe('damaged records', () => {
  test('cost their own cells only, and are named', async () => {
    const store = await stored(large)
    const db = await raw()
    const [first] = await chunksOf(db, 'spend')
    await db
      .table('chunks')
      .where('[dataset+column+chunk]')
      .equals([first?.dataset ?? '', 'spend', first?.chunk ?? 0])
      .delete()
    const { document: loaded, damaged } = await store.load(large.id)
    expect(damaged).toEqual(['金额'])
    expect(cellAt(column(loaded, 'spend'), 5).value).toBeNull()
    expect(cellAt(column(loaded, 'spend'), rowsPerChunk + 5).value).toBe(rowsPerChunk + 5)
    expect(content({ ...loaded, tables: {} })).toEqual(content({ ...large, tables: {} }))
    expect(isDeepStrictEqual(column(loaded, 'note'), column(large, 'note'))).toBe(true)
  })

  test('with changed bytes are used as they are, and named', async () => {
    const store = await stored()
    const db = await raw()
    const [chunk] = await chunksOf(db, 'spend')
    await db.table('chunks').put({
      ...chunk,
      data: { kind: 'values', values: Float64Array.of(5000, NaN, 2001) },
    })
    const { document: loaded, damaged } = await store.load(id)
    expect(damaged).toEqual(['金额'])
    expect(column(loaded, 'spend')).toMatchObject({ values: Float64Array.of(5000, NaN, 2001) })
  })

  test('in a dictionary leave the other words in their places', async () => {
    const store = await stored(large)
    const db = await raw()
    const words = (await chunksOf(db, 'region')).find(({ data }) => data['kind'] === 'texts')
    await db.table('chunks').put({ ...words, data: { kind: 'texts' } })
    const { document: loaded, damaged } = await store.load(large.id)
    expect(damaged).toEqual(['地区'])
    expect(isDeepStrictEqual(column(loaded, 'spend'), column(large, 'spend'))).toBe(true)
  })

  test('that cannot be read at all do not stop the rest', async () => {
    const store = await stored()
    const lost = new DOMException('Data lost due to missing file', 'NotReadableError')
    failing('get', ([key]) => Array.isArray(key) && key[1] === 'region', lost)
    const { document: loaded, damaged } = await store.load(id)
    expect(damaged).toEqual(['地区'])
    expect(column(loaded, 'spend')).toEqual(column(document, 'spend'))
  })

  test('in the log end the replay there, and it is said', async () => {
    const store = await stored()
    for (const value of [1, 2, 3]) await store.append(id, [spend(0, value)])
    await (await raw()).table('edits').delete([id, 2])
    const { document: loaded, damaged } = await store.load(id)
    expect(damaged).toEqual(['#edits'])
    expect(cellAt(column(loaded, 'spend'), 0).value).toBe(1)
  })

  test('at the end of the log are noticed too', async () => {
    const store = await stored()
    for (const value of [1, 2]) await store.append(id, [spend(0, value)])
    await (await raw()).table('edits').delete([id, 2])
    expect((await store.load(id)).damaged).toEqual(['#edits'])
  })

  test('where the document itself is gone are refused with a reason', async () => {
    const store = await stored()
    await (await raw()).table('documents').clear()
    await expect(store.load(id)).rejects.toMatchObject({ code: 'storage.damaged' })
  })
})

describe('versions', () => {
  const upgrade = async () => {
    const db = keep(new Dexie(name()))
    db.version(2).stores({ projects: 'id', other: 'id' })
    return db.open()
  }

  test('a database of a newer app is refused and left as it is', async () => {
    ;(await stored()).close()
    ;(await upgrade()).close()
    await expect(openDexieStore(name())).rejects.toMatchObject({ code: 'storage.newer' })
    const versions = await indexedDB.databases()
    expect(versions.find((one) => one.name === name())?.version).toBe(20)
  })

  test('an old tab gives way to a newer app, says so once, and never writes again', async () => {
    const store = await stored()
    const events: StoreEvent[] = []
    store.on((event) => events.push(event))
    const newer = await upgrade()
    expect(events).toEqual([{ kind: 'superseded' }])
    const before = await newer.table('projects').toArray()
    const refused = { code: 'storage.superseded' }
    await expect(store.append(id, [spend(0, 1)])).rejects.toMatchObject(refused)
    await expect(store.list()).rejects.toMatchObject(refused)
    expect(await newer.table('projects').toArray()).toEqual(before)
  })

  test('a newer format in the same database stops every write, also of a store opened before', async () => {
    const store = await stored()
    await (await raw()).table('meta').put({ key: 'formatVersion', value: 2 })
    await expect(store.append(id, [spend(0, 1)])).rejects.toMatchObject({ code: 'storage.newer' })
    await expect(openDexieStore(name())).rejects.toMatchObject({ code: 'storage.newer' })
  })

  test('looking at the version of a database that is not there does not make one', async () => {
    const store = await open()
    store.close()
    const versions = await indexedDB.databases()
    expect(versions.find((one) => one.name === name())?.version).toBe(10)
  })
})

describe('a storage that fails', () => {
  test('says that it is lost once it was wiped, and does not begin an empty one', async () => {
    const store = await stored()
    const events: StoreEvent[] = []
    store.on((event) => events.push(event))
    // browsers close the connection with an event when the origin's data is cleared
    connections.at(-1)?.onclose?.(new Event('close'))
    expect(events).toEqual([{ kind: 'lost' }])
    await expect(store.append(id, [spend(0, 1)])).rejects.toMatchObject({ code: 'storage.lost' })
  })

  test('a full disk is storage.full, however deep it is wrapped, and nothing is half written', async () => {
    const store = await stored()
    const full = new DOMException('full', 'QuotaExceededError')
    failing('add', () => true, full)
    await expect(store.append(id, [spend(0, 1)])).rejects.toMatchObject({ code: 'storage.full' })
    vi.restoreAllMocks()
    const loaded = await store.load(id)
    expect(loaded.damaged).toEqual([])
    expect(content(loaded.document)).toEqual(content(document))
  })

  test('a failed import gives its room back', async () => {
    const store = await open()
    const full = new DOMException('full', 'QuotaExceededError')
    failing('put', (_, objectStore) => objectStore.name === 'documents', full)
    await expect(store.create(document, entryOf(document))).rejects.toMatchObject({
      code: 'storage.full',
    })
    vi.restoreAllMocks()
    const db = await raw()
    expect(await db.table('datasets').count()).toBe(0)
    expect(await db.table('chunks').count()).toBe(0)
    expect(await store.list()).toEqual([])
  })
})

describe('two tabs', () => {
  test('the one that claimed last writes, the other is told and changes nothing', async () => {
    const first = await stored()
    await first.claim(id)
    await first.append(id, [spend(0, 1)])
    const second = await open()
    await second.claim(id)
    const refused = { code: 'storage.otherTab' }
    await expect(first.append(id, [spend(0, 2)])).rejects.toMatchObject(refused)
    await expect(first.fold(document, entryOf(document))).rejects.toMatchObject(refused)
    await second.append(id, [spend(1, 3)])
    expect(column((await second.load(id)).document, 'spend')).toMatchObject({
      values: Float64Array.of(1, 3, 2000),
    })
  })
})

/** The connections below Dexie, in the order in which they were opened. */
const connections: IDBDatabase[] = []
const factory: Record<'open', (this: unknown, ...args: unknown[]) => IDBOpenDBRequest> =
  IDBFactory.prototype as never
const openOf = factory.open
factory.open = function (...args) {
  const request = openOf.apply(this, args)
  request.addEventListener('success', () => connections.push(request.result))
  return request
}

/** Requests that `hit` fail as the browser would fail them. */
function failing(
  method: 'get' | 'put' | 'add',
  hit: (args: readonly unknown[], objectStore: IDBObjectStore) => boolean,
  error: DOMException,
): void {
  const methods: Record<string, (this: unknown, ...args: unknown[]) => unknown> =
    IDBObjectStore.prototype as never
  const real = methods[method]
  vi.spyOn(methods, method).mockImplementation(function (this: unknown, ...args: unknown[]) {
    if (hit(args, this as IDBObjectStore)) throw error
    return real?.apply(this, args)
  })
}
