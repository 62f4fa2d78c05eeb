import { Dexie } from 'dexie'
import { afterEach, beforeEach } from 'vitest'
import type { Change } from '../../../src/project/change.ts'
import type { Document } from '../../../src/project/document.ts'
import { openDexieStore } from '../../../src/storage/dexie/store.ts'
import type { Store } from '../../../src/storage/store.ts'
import { entryOf, sampleDocument } from '../project/documents.ts'

export interface RawChunk {
  readonly dataset: string
  readonly column: string
  readonly chunk: number
  readonly data: Record<string, unknown>
}

export const document = sampleDocument()

let names = 0

/** A database of its own for each test: the store over it, and its records as seen from outside. */
export function freshDatabase() {
  let name = ''
  const opened: { close(): void }[] = []
  beforeEach(() => {
    name = `database-${names++}`
  })
  afterEach(() => {
    for (const one of opened.splice(0)) one.close()
  })
  const keep = <T extends { close(): void }>(one: T): T => {
    opened.push(one)
    return one
  }
  const open = async (): Promise<Store> => keep(await openDexieStore(name))
  return {
    name: () => name,
    keep,
    open,
    stored: async (doc: Document = document): Promise<Store> => {
      const store = await open()
      await store.create(doc, entryOf(doc))
      return store
    },
    raw: async () => keep(await new Dexie(name).open()),
  }
}

export async function chunksOf(db: Dexie, column: string): Promise<readonly RawChunk[]> {
  const all = await db.table<RawChunk>('chunks').toArray()
  return all.filter((one) => one.column === column)
}

export function spend(row: number, value: number): Change {
  return {
    kind: 'setCells',
    table: 'customers',
    column: 'spend',
    rows: [row],
    cells: [{ value, original: null, mark: 'plain' }],
  }
}
