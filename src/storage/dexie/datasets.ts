import { AppError } from '../../core/error.ts'
import type { Tables } from './database.ts'
import type { DatasetId, DatasetRecord } from './records.ts'

/** Makes the staged chunks the valid ones and drops those that no manifest names any more. Inside a transaction. */
export async function swap(
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
