import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { applyAll } from '../../../src/project/apply.ts'
import type { Document } from '../../../src/project/document.ts'
import { rowsPerChunk } from '../../../src/storage/dexie/records.ts'
import { cellAt, textAt } from '../../../src/table/cell.ts'
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

// Layout of notes/performance.md §4; crashes of notes/reliability.md A1. On fake-indexeddb.
const { open, stored, raw } = freshDatabase()
const { id } = document

const rows = rowsPerChunk + 10
const large: Document = {
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

describe('what is written', () => {
  test('stands there for the next visit', async () => {
    const first = await stored()
    await first.append(id, [spend(1, 7)])
    first.close()
    const second = await open()
    expect((await second.list()).map((entry) => entry.id)).toEqual([id])
    const expected = applyAll(document, [spend(1, 7)]).next
    expect(content((await second.load(id)).document)).toEqual(content(expected))
  })

  test('after one changed cell is that chunk alone', async () => {
    const store = await stored(large)
    const db = await raw()
    const before = await db.table('chunks').toCollection().primaryKeys()
    const next = applyAll(large, [spend(rowsPerChunk + 3, -1)]).next
    await store.append(large.id, [spend(rowsPerChunk + 3, -1)])
    await store.fold(next, entryOf(next))
    const after = await db.table('chunks').toCollection().primaryKeys()
    expect(after).toHaveLength(before.length)
    const known = new Set(before.map(String))
    expect(after.map(String).filter((key) => !known.has(key))).toHaveLength(1)
    expect(await db.table('edits').count()).toBe(0)
    const loaded = column((await store.load(large.id)).document, 'spend')
    expect(isDeepStrictEqual(loaded, column(next, 'spend'))).toBe(true)
  })

  test('keeps codes as narrow as the dictionary allows', async () => {
    await stored(large)
    const [chunk] = await chunksOf(await raw(), 'region')
    expect(chunk?.data['codes']).toBeInstanceOf(Uint16Array)
  })

  test('never exceeds a mebibyte in one record of texts', async () => {
    const long = '长'.repeat(40_000) // 120,000 bytes
    const texts = Array.from({ length: 30 }, (_, i) => `${i}${long}`)
    const doc = {
      ...document,
      tables: { customers: customers([textColumn('note', '备注', texts)], 30) },
    }
    const store = await stored(doc)
    const sizes = (await chunksOf(await raw(), 'note')).map(
      ({ data }) => (data['bytes'] as Uint8Array).byteLength,
    )
    expect(sizes.length).toBeGreaterThan(3)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2 ** 20)
    const note = column((await store.load(id)).document, 'note')
    expect(note.type === 'text' && textAt(note, 29)).toBe(texts[29])
  })
})

describe('a killed tab', () => {
  test('in the middle of an import leaves nothing in the list, and the parts are swept', async () => {
    const store = await open()
    const db = await raw()
    const old = new Date(Date.now() - 11 * 60_000).toISOString()
    const young = new Date().toISOString()
    for (const [dataset, stagedAt] of [
      ['d_old', old],
      ['d_young', young],
    ] as const) {
      await db.table('datasets').put({ id: dataset, project: 'p_x', ready: false, stagedAt })
      await db.table('chunks').put({ dataset, column: 'spend', chunk: 0 })
    }
    expect(await store.list()).toEqual([])
    store.close()
    await open()
    const left = await db.table('datasets').toCollection().primaryKeys()
    expect(left).toEqual(['d_young']) // it may be an import that runs in another tab
    expect(await db.table('chunks').count()).toBe(1)
  })

  test('in the middle of a fold leaves the project as it was', async () => {
    const store = await stored(large)
    await store.append(large.id, [spend(0, 5)])
    const next = applyAll(large, [spend(0, 5)]).next
    const db = await raw()
    const staged = await chunksOf(db, 'spend')
    // what a fold stages before its last transaction: a chunk that no manifest names
    const [dataset] = (await db.table('datasets').toCollection().primaryKeys()) as string[]
    await db.table('chunks').put({ ...staged[0], dataset, chunk: 999 })
    store.close()
    const again = await open()
    const loaded = await again.load(large.id)
    expect(loaded.damaged).toEqual([])
    expect(isDeepStrictEqual(content(loaded.document), content(next))).toBe(true)
    await again.fold(loaded.document, entryOf(loaded.document))
    expect((await chunksOf(db, 'spend')).map(({ chunk }) => chunk)).not.toContain(999)
  })
})

test('100,000 customers in 12 columns are written and read', { timeout: 60_000 }, async () => {
  const count = 100_000
  const columns = Array.from({ length: 12 }, (_, k) => {
    if (k < 3)
      return textColumn(
        `c${k}`,
        `文字${k}`,
        Array.from({ length: count }, (_, i) => `客户${i}`),
      )
    if (k < 5)
      return categoryColumn(
        `c${k}`,
        `类别${k}`,
        Array.from({ length: count }, (_, i) => `类${i % 20}`),
      )
    return numberColumn(
      `c${k}`,
      `数值${k}`,
      Array.from({ length: count }, (_, i) => i * k * 0.01),
    )
  })
  const doc = { ...document, tables: { customers: customers(columns, count) } }
  const store = await open()
  await store.create(doc, entryOf(doc))
  const { document: loaded, damaged } = await store.load(id)
  expect(damaged).toEqual([])
  for (const one of columns) {
    const back = column(loaded, one.id)
    const probe = [0, 65_535, 65_536, count - 1]
    expect(probe.map((row) => cellAt(back, row))).toEqual(probe.map((row) => cellAt(one, row)))
  }
})
