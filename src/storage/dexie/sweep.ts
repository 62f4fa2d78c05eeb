import type { Database } from './database.ts'
import { dropDataset } from './datasets.ts'

const staleAfter = 10 * 60_000 // ms: a younger one may be an import running in another tab

/** Drops datasets that a killed import left behind. A slow import that loses one is refused at its end, not broken. */
export async function sweep(database: Database, now: number): Promise<void> {
  const { tables } = database
  await database.transact('rw', async () => {
    const stale = await tables.datasets
      .filter(({ ready, stagedAt }) => !ready && now - Date.parse(stagedAt) > staleAfter)
      .primaryKeys()
    for (const id of stale) await dropDataset(tables, id)
  })
}
