import type { Job, Progress } from '../core/job.ts'
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
  const customers = table.order.length
  const progress = (criteria: number): Progress => ({
    step: 'grade',
    done: Math.floor((customers * criteria) / (wanted.length || 1)), // as if graded one after another
    total: customers,
  })
  for (const [done, { criterion, asOf }] of wanted.entries()) {
    await job.checkpoint(progress(done))
    cache.get(criterion, table, asOf)
  }
  await job.checkpoint(progress(wanted.length))
}
