import { afterEach, expect, test } from 'vitest'
import { applyAll } from '../../../src/project/apply.ts'
import { migrate } from '../../../src/project/migrate.ts'
import { toStored } from '../../../src/project/stored.ts'
import { plan } from '../../../src/project/commands/index.ts'
import { openDexieStore } from '../../../src/storage/dexie/store.ts'
import type { Store } from '../../../src/storage/store.ts'
import { entryOf, sampleDocument, table } from '../project/documents.ts'

let store: Store | undefined
afterEach(() => store?.close())

const merging = () => {
  const document = sampleDocument()
  const groups = [{ keep: 0, rows: [2] }]
  const changes = plan(document, { kind: 'mergeCustomers', groups, at: '2026-03-01T08:00:00Z' })
  return { document, changes, next: applyAll(document, changes).next }
}

test('a merge is kept with the document, and can be taken apart after a reload', async () => {
  store = await openDexieStore('merges-1')
  const { document, next } = merging()
  await store.create(next, entryOf(next))
  const loaded = (await store.load(document.id)).document
  expect(table(loaded).merges).toEqual(table(next).merges)
  const [merge = ''] = table(loaded).merges?.keys() ?? []
  const parted = applyAll(loaded, plan(loaded, { kind: 'takeApart', id: merge })).next
  expect([...table(parted).order]).toEqual([0, 1, 2])
})

test('a merge that is only in the log is there too', async () => {
  store = await openDexieStore('merges-2')
  const { document, changes, next } = merging()
  await store.create(document, entryOf(document))
  await store.append(document.id, changes)
  const loaded = (await store.load(document.id)).document
  expect(table(loaded).merges).toEqual(table(next).merges)
  expect([...table(loaded).order]).toEqual([0, 1])
})

test('as JSON it survives; a document without merges names none', () => {
  const { document, next } = merging()
  const stored = toStored(next)
  expect(migrate(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
  expect(stored.tables[0]?.merges).toHaveLength(1)
  expect(toStored(document).tables[0]).not.toHaveProperty('merges')
})

test('what was found not to be one customer is kept too, in the document and in the log', async () => {
  store = await openDexieStore('merges-3')
  const document = sampleDocument()
  const entries = [{ id: 'd_1', rows: [0, 2] }]
  const changes = [{ kind: 'setDistinct' as const, table: 'customers', entries }]
  const { next } = applyAll(document, changes)
  await store.create(document, entryOf(document))
  await store.append(document.id, changes)
  const logged = (await store.load(document.id)).document
  expect([...(table(logged).distinct ?? [])]).toEqual([['d_1', [0, 2]]])
  expect(table(logged).distinct).toEqual(table(next).distinct)
  store.close()
  store = await openDexieStore('merges-4')
  await store.create(next, entryOf(next))
  expect(table((await store.load(next.id)).document).distinct).toEqual(table(next).distinct)
  const stored = toStored(next)
  expect(migrate(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
  expect(toStored(document).tables[0]).not.toHaveProperty('distinct')
})
