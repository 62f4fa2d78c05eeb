import type { Database } from './database.ts'
import { checksumOf, sizeOf, type SizedChunk } from './encode.ts'
import type { ChunkRecord, ChunkRef, DatasetId } from './records.ts'

const batchBytes = 8 * 2 ** 20 // per transaction

/** Adds chunks to a dataset, some megabytes at a time. */
export interface ChunkWriter {
  /** The chunks that stand for these; those that did not change stay as they are. */
  write(
    column: string,
    chunks: Iterable<SizedChunk>,
    before: readonly ChunkRef[],
  ): Promise<readonly ChunkRef[]>
  finish(): Promise<{ readonly added: readonly number[]; readonly nextChunk: number }>
}

/** `from`: the first number that is free. */
export function chunkWriter(database: Database, dataset: DatasetId, from: number): ChunkWriter {
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
