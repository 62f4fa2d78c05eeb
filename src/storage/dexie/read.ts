import { AppError } from '../../core/error.ts'
import { applyAll } from '../../project/apply.ts'
import type { Document, ProjectId } from '../../project/document.ts'
import { migrate } from '../../project/migrate.ts'
import { fromStored, withSharedScheme, type StoredTable } from '../../project/stored.ts'
import type { Column } from '../../table/column.ts'
import type { Table, TableId } from '../../table/table.ts'
import type { Loaded } from '../store.ts'
import type { Database } from './database.ts'
import { decodeColumn, decodeOrder, type ReadChunk } from './decode.ts'
import {
  orderId,
  type ChunkRef,
  type DatasetRecord,
  type DocumentRecord,
  type EditRecord,
} from './records.ts'

export interface ReadDocument extends Loaded {
  readonly lastEdit: number // number of the last edit ever logged; 0 = none
}

/** The stored document with its log replayed. What cannot be read is left out and named. */
export async function readDocument(database: Database, id: ProjectId): Promise<ReadDocument> {
  const { project, record, datasets } = await database.transact('r', async () => ({
    project: await database.tables.projects.get(id),
    record: await database.tables.documents.get(id),
    datasets: await database.tables.datasets.where('project').equals(id).toArray(),
  }))
  if (project === undefined) throw new AppError('project.missing', { id })
  if (record === undefined) throw new AppError('storage.damaged', { parts: ['document'] })
  const base = await readBase(database, record, datasets)
  const edits = await readEdits(database, id, record.editsUpTo, project.lastEdit)
  const complete = edits.length === project.lastEdit - record.editsUpTo
  if ((base.damaged.length > 0 || !complete) && (await foldedMeanwhile(database, id, datasets)))
    return readDocument(database, id)
  const { document, replayed } = replay(base.document, edits)
  return {
    document: withSharedScheme(document),
    damaged: complete && replayed ? base.damaged : [...base.damaged, '#edits'],
    lastEdit: project.lastEdit,
  }
}

/** Another tab may have folded between two readings: then old chunks are gone without being lost. */
async function foldedMeanwhile(
  database: Database,
  id: ProjectId,
  before: readonly DatasetRecord[],
): Promise<boolean> {
  const now = await database.read(() =>
    database.tables.datasets.where('project').equals(id).toArray(),
  )
  const stamp = (records: readonly DatasetRecord[]) =>
    records.map(({ id, stagedAt, nextChunk }) => `${id} ${stagedAt} ${nextChunk}`).join()
  return stamp(now) !== stamp(before)
}

async function readBase(
  database: Database,
  record: DocumentRecord,
  datasets: readonly DatasetRecord[],
): Promise<Loaded> {
  const stored = migrate(record.stored)
  const idOf = new Map(record.datasets)
  const tables = new Map<TableId, Table>()
  const damaged: string[] = []
  for (const heading of stored.tables) {
    const dataset = datasets.find(({ id }) => id === idOf.get(heading.id))
    if (dataset === undefined) {
      damaged.push(`#${heading.id}`)
      continue
    }
    const table = await readTable(database, heading, dataset)
    tables.set(heading.id, table.table)
    damaged.push(...table.damaged)
  }
  return { document: fromStored(stored, tables), damaged }
}

async function readTable(
  database: Database,
  heading: StoredTable,
  dataset: DatasetRecord,
): Promise<{ readonly table: Table; readonly damaged: readonly string[] }> {
  const { rowCount } = dataset
  const damaged: string[] = []
  const columns: Column[] = []
  for (const stored of heading.columns) {
    const manifest = dataset.columns.find(({ id }) => id === stored.id) ?? {
      id: stored.id,
      revision: 0,
      cells: [],
      words: [],
      originals: null,
    }
    const read = (refs: readonly ChunkRef[]) => readChunks(database, dataset.id, stored.id, refs)
    const { value, whole } = decodeColumn(
      stored,
      manifest,
      {
        cells: await read(manifest.cells),
        words: await read(manifest.words),
        originals: manifest.originals === null ? null : await read(manifest.originals),
      },
      rowCount,
    )
    columns.push(value)
    if (!whole) damaged.push(stored.name)
  }
  const order =
    dataset.order === null
      ? null
      : decodeOrder(await readChunks(database, dataset.id, orderId, dataset.order))
  if (dataset.order !== null && order === null) damaged.push(orderId)
  return {
    table: {
      id: heading.id,
      rowCount,
      order: order ?? Uint32Array.from({ length: rowCount }, (_, row) => row),
      key: heading.key,
      columns,
      ...(heading.edited
        ? { edited: new Map(heading.edited.map(([id, rows]) => [id, new Set(rows)])) }
        : {}),
      ...(heading.merges
        ? { merges: new Map(heading.merges.map((merge) => [merge.id, merge])) }
        : {}),
      ...(heading.distinct ? { distinct: new Map(heading.distinct) } : {}),
    },
    damaged,
  }
}

/** All at once; one by one where that fails, since a single lost file fails the whole batch. */
async function readChunks(
  database: Database,
  dataset: string,
  column: string,
  refs: readonly ChunkRef[],
): Promise<readonly ReadChunk[]> {
  const { chunks } = database.tables
  const keys = refs.map(({ chunk }): [string, string, number] => [dataset, column, chunk])
  try {
    const records = await database.read(() => chunks.bulkGet(keys))
    return refs.map((ref, index) => ({ ref, chunk: records[index] ?? null }))
  } catch (error) {
    if (isFatal(error)) throw error
    const read: ReadChunk[] = []
    for (const [index, ref] of refs.entries()) {
      const key = keys[index] ?? [dataset, column, ref.chunk]
      const chunk = await salvage(() => database.read(() => chunks.get(key)))
      read.push({ ref, chunk: chunk ?? null })
    }
    return read
  }
}

/** The log up to the first record that is gone: later edits rely on the earlier ones. */
async function readEdits(
  database: Database,
  id: ProjectId,
  after: number,
  last: number,
): Promise<readonly EditRecord[]> {
  const { edits } = database.tables
  const keys = Array.from({ length: last - after }, (_, i): [string, number] => [id, after + 1 + i])
  try {
    const records = await database.read(() => edits.bulkGet(keys))
    const gap = records.indexOf(undefined)
    return (gap < 0 ? records : records.slice(0, gap)).filter((record) => record !== undefined)
  } catch (error) {
    if (isFatal(error)) throw error
    const records: EditRecord[] = []
    for (const key of keys) {
      const record = await salvage(() => database.read(() => edits.get(key)))
      if (record === undefined) break
      records.push(record)
    }
    return records
  }
}

function replay(
  base: Document,
  edits: readonly EditRecord[],
): { readonly document: Document; readonly replayed: boolean } {
  let document = base
  for (const { changes } of edits) {
    try {
      document = applyAll(document, changes).next
    } catch {
      return { document, replayed: false } // it does not fit what is left of the base
    }
  }
  return { document, replayed: true }
}

async function salvage<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read()
  } catch (error) {
    if (isFatal(error)) throw error
    return undefined
  }
}

/** The database is closed: no single record is to blame. */
function isFatal(error: unknown): boolean {
  return error instanceof AppError && error.code !== 'storage.damaged'
}
