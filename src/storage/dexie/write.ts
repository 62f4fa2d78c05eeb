import type { Document, ProjectEntry } from '../../project/document.ts'
import { toStored } from '../../project/stored.ts'
import type { Database } from './database.ts'
import { dropDataset, swap } from './datasets.ts'
import { stageTable, type StagedTable } from './stage.ts'

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
