import { AppError } from '../../core/error.ts'
import { newId } from '../../core/id.ts'
import type { Document, ProjectEntry } from '../../project/document.ts'
import { toStored } from '../../project/stored.ts'
import type { Column } from '../../table/column.ts'
import { isWhole, type Table } from '../../table/table.ts'
import type { Database, Tables } from './database.ts'
import {
  cellChunks,
  checksumOf,
  orderChunks,
  sizeOf,
  wordChunks,
  type SizedChunk,
} from './encode.ts'
import {
  orderId,
  type ChunkRecord,
  type ChunkRef,
  type ColumnManifest,
  type DatasetId,
  type DatasetRecord,
} from './records.ts'

const batchBytes = 8 * 2 ** 20 // per staging transaction

/** What the final transaction adds to the swap of the document. */
export interface Finish {
  /** Inside the transaction, before anything is changed: throws to refuse. */
  check(): PromiseLike<void>
  /** Inside the transaction: the project's own record. */
  put(entry: ProjectEntry): PromiseLike<unknown>
  /** Edits up to this number are in the document. */
  readonly editsUpTo: number
}

/**
 * Writes what changed since the last manifest beside it, then swaps document, manifests and log in one transaction.
 * Killed at any point, the project is as before or as after.
 */
export async function writeDocument(
  database: Database,
  document: Document,
  entry: ProjectEntry,
  finish: Finish,
): Promise<void> {
  const { tables } = database
  const old = await database.transact('r', async () => {
    const datasets = (await tables.documents.get(document.id))?.datasets ?? []
    const records = await tables.datasets.bulkGet(datasets.map(([, id]) => id))
    return new Map(datasets.map(([table], index) => [table, records[index]]))
  })
  const staged: StagedTable[] = []
  try {
    for (const table of Object.values(document.tables))
      staged.push(await stageTable(database, document.id, table, old.get(table.id)))
    await commit(database, document, entry, finish, staged)
  } catch (error) {
    await giveUp(database, document.id)
    throw error
  }
}

async function commit(
  database: Database,
  document: Document,
  entry: ProjectEntry,
  finish: Finish,
  staged: readonly StagedTable[],
): Promise<void> {
  const { tables } = database
  await database.transact('rw', async () => {
    await finish.check()
    for (const { record, added } of staged) await swap(tables, record, added)
    const kept = new Set(staged.map(({ record }) => record.id))
    const all = await tables.datasets.where('project').equals(document.id).toArray()
    for (const { id, ready } of all) if (ready && !kept.has(id)) await dropDataset(tables, id)
    await tables.documents.put({
      id: document.id,
      stored: toStored(document),
      datasets: Object.keys(document.tables).map((table, index) => [
        table,
        staged[index]?.record.id ?? '',
      ]),
      editsUpTo: finish.editsUpTo,
    })
    await finish.put(entry)
    await tables.edits
      .where('[project+edit]')
      .between([document.id, 0], [document.id, finish.editsUpTo], true, true)
      .delete()
  })
}

/** Frees the room of datasets that never became ready; what cannot be freed now is swept later. */
async function giveUp(database: Database, project: string): Promise<void> {
  const { tables } = database
  const freed = database.transact('rw', async () => {
    const unready = await tables.datasets
      .where('project')
      .equals(project)
      .filter(({ ready }) => !ready)
      .primaryKeys()
    for (const id of unready) await dropDataset(tables, id)
  })
  await freed.catch(() => {})
}

interface StagedTable {
  readonly record: DatasetRecord // to be put when ready
  readonly added: readonly number[] // chunk numbers just written
}

async function stageTable(
  database: Database,
  project: string,
  table: Table,
  old: DatasetRecord | undefined,
): Promise<StagedTable> {
  const id = old?.id ?? newId('d')
  const staged = { id, project, stagedAt: new Date().toISOString(), rowCount: table.rowCount }
  if (old === undefined)
    await database.transact('rw', () =>
      database.tables.datasets.add({
        ...staged,
        ready: false,
        order: null,
        columns: [],
        nextChunk: 0,
      }),
    )
  const writer = chunkWriter(database, id, old?.nextChunk ?? 0)
  const columns: ColumnManifest[] = []
  for (const column of table.columns) {
    const before = old?.columns.find((manifest) => manifest.id === column.id)
    columns.push(
      before !== undefined && isUnchanged(column, before, table.rowCount)
        ? before
        : await writeColumn(writer, column, before),
    )
  }
  const order = isPlainOrder(table)
    ? null
    : await writer.write(orderId, orderChunks(table.order), old?.order ?? [])
  const { added, nextChunk } = await writer.finish()
  return { record: { ...staged, ready: true, order, columns, nextChunk }, added }
}

async function writeColumn(
  writer: ChunkWriter,
  column: Column,
  before: ColumnManifest | undefined,
): Promise<ColumnManifest> {
  const words = column.type === 'category' ? column.dictionary : []
  return {
    id: column.id,
    revision: column.revision,
    cells: await writer.write(column.id, cellChunks(column), before?.cells ?? []),
    words: await writer.write(column.id, wordChunks(words), before?.words ?? []),
    originals:
      column.originals === null
        ? null
        : await writer.write(
            column.id,
            wordChunks(column.originals.dictionary),
            before?.originals ?? [],
          ),
  }
}

function isUnchanged(column: Column, before: ColumnManifest, rowCount: number): boolean {
  const rows = before.cells.reduce((sum, ref) => sum + ref.rows, 0)
  return before.revision === column.revision && rows === rowCount
}

function isPlainOrder(table: Table): boolean {
  return isWhole(table) && table.order.every((row, place) => row === place)
}

interface ChunkWriter {
  /** The chunks that stand for these; those that did not change stay as they are. */
  write(
    column: string,
    chunks: Iterable<SizedChunk>,
    before: readonly ChunkRef[],
  ): Promise<readonly ChunkRef[]>
  finish(): Promise<{ readonly added: readonly number[]; readonly nextChunk: number }>
}

function chunkWriter(database: Database, dataset: DatasetId, from: number): ChunkWriter {
  const added: number[] = []
  let nextChunk = from
  let batch: ChunkRecord[] = []
  let bytes = 0
  const flush = async () => {
    if (batch.length === 0) return
    const records = batch
    batch = []
    bytes = 0
    await database.transact('rw', () => database.tables.chunks.bulkPut(records))
  }
  return {
    async write(column, chunks, before) {
      const refs: ChunkRef[] = []
      for (const { rows, chunk } of chunks) {
        const checksum = checksumOf(chunk)
        const same = before[refs.length]
        if (same?.rows === rows && same.checksum === checksum) {
          refs.push(same)
          continue
        }
        refs.push({ chunk: nextChunk, rows, checksum })
        added.push(nextChunk)
        batch.push({ dataset, column, chunk: nextChunk, ...chunk })
        nextChunk++
        bytes += sizeOf(chunk)
        if (bytes >= batchBytes) await flush()
      }
      return refs
    },
    async finish() {
      await flush()
      return { added, nextChunk }
    },
  }
}

/** Makes the staged chunks the valid ones and drops those that no manifest names any more. */
async function swap(
  tables: Tables,
  record: DatasetRecord,
  added: readonly number[],
): Promise<void> {
  const keys = await chunkKeys(tables, record.id)
  const present = new Set(keys.map(([, , chunk]) => chunk))
  if (added.some((chunk) => !present.has(chunk)) || !(await tables.datasets.get(record.id)))
    throw new AppError('storage.otherTab', { what: 'staged chunks were swept' })
  const used = new Set(chunksOf(record))
  await tables.datasets.put(record)
  await tables.chunks.bulkDelete(keys.filter(([, , chunk]) => !used.has(chunk)))
}

function chunksOf({ columns, order }: DatasetRecord): readonly number[] {
  const refs = columns.flatMap(({ cells, words, originals }) => [
    ...cells,
    ...words,
    ...(originals ?? []),
  ])
  return [...refs, ...(order ?? [])].map(({ chunk }) => chunk)
}

/** Inside a transaction. */
export async function dropDataset(tables: Tables, id: DatasetId): Promise<void> {
  await tables.chunks.bulkDelete(await chunkKeys(tables, id))
  await tables.datasets.delete(id)
}

function chunkKeys(tables: Tables, dataset: DatasetId) {
  return tables.chunks
    .where('[dataset+column+chunk]')
    .between([dataset], [dataset, []]) // an array sorts after every column id
    .primaryKeys()
}
