import type { Job } from '../core/job.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Table } from '../table/table.ts'
import type { UtilityCache } from './utilityCache.ts'

/**
 * Computes the utilities of the schemes one criterion at a time, so that what else is asked meanwhile need not wait for a
 * large table, and a cancel is heard. A grade after it only sums. Throws `job.cancelled`.
 */
export async function warm(
  cache: UtilityCache,
  table: Table,
  schemes: readonly Scheme[],
  job: Job,
): Promise<void> {
  const wanted = schemes.flatMap(({ criteria, asOf }) =>
    criteria.filter(({ enabled }) => enabled).map((criterion) => ({ criterion, asOf })),
  )
  const total = wanted.length
  for (const [done, { criterion, asOf }] of wanted.entries()) {
    await job.checkpoint({ step: 'grade', done, total })
    cache.get(criterion, table, asOf)
  }
  await job.checkpoint({ step: 'grade', done: total, total })
}
