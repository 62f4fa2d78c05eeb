import { newId } from '../../core/id.ts'
import type { Column } from '../../table/column.ts'
import { isWhole, type Table } from '../../table/table.ts'
import { chunkWriter, type ChunkWriter } from './chunkWriter.ts'
import type { Database } from './database.ts'
import { cellChunks, orderChunks, wordChunks } from './encode.ts'
import { orderId, type ColumnManifest, type DatasetRecord } from './records.ts'

/** A table written beside what is valid. */
export interface StagedTable {
  readonly record: DatasetRecord // to be put when ready
  readonly added: readonly number[] // chunk numbers just written
}

/** Writes what is not in `old`: a column of another revision, and of it the chunks that have changed. */
export async function stageTable(
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
