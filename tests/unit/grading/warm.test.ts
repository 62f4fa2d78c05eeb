import { expect, test } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import { createJob, type Job } from '../../../src/core/job.ts'
import { grade } from '../../../src/grading/grade.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import { warm } from '../../../src/grading/warm.ts'
import type { Criterion, Scheme } from '../../../src/scheme/scheme.ts'
import { customers, numberColumn, scheme as template } from '../project/documents.ts'

const ids = ['a', 'b', 'c', 'd']
const table = customers(
  ids.map((id, at) => numberColumn(id, id, [at, 5, 9 - at, 2, 2, 2])),
  6,
)
const scheme: Scheme = {
  ...template,
  valueColumn: null,
  criteria: ids.map((id): Criterion => ({
    id,
    column: id,
    name: id,
    enabled: id !== 'd',
    weight: 10,
    direction: 'higher',
    scoring: { id: 'percentile' },
    missing: { id: 'reweight' },
  })),
}

/** Writes down which criteria are computed, and `|` where other tasks get their turn. */
function watched(cancelAt = Infinity) {
  const log: (string | number)[] = []
  class Watched extends UtilityCache {
    override get(...args: Parameters<UtilityCache['get']>) {
      log.push(args[0].id)
      return super.get(...args)
    }
  }
  const job: Job = {
    ...createJob(),
    checkpoint(progress) {
      log.push(`|${progress?.step} ${progress?.done}/${progress?.total}`)
      const isOver = (progress?.done ?? 0) >= cancelAt
      return isOver ? Promise.reject(new AppError('job.cancelled')) : Promise.resolve()
    },
  }
  return { log, cache: new Watched(), job }
}

test('others get a turn before each criterion, and are told how far it is', async () => {
  const { log, cache, job } = watched()
  await warm(cache, table, [scheme], job)
  expect(log).toEqual(['|grade 0/6', 'a', '|grade 2/6', 'b', '|grade 4/6', 'c', '|grade 6/6'])
})

test('the grade after it is the same, and computes no utility anew', async () => {
  const { cache, job } = watched()
  await warm(cache, table, [scheme], job)
  const known = scheme.criteria.slice(0, 3).map((one) => cache.get(one, table, scheme.asOf))
  const warmed = grade(table, scheme, { overrides: new Map() }, cache)
  warmed.utilities.forEach((utilities, at) => expect(utilities).toBe(known[at]))
  const cold = grade(table, scheme, { overrides: new Map() }, new UtilityCache())
  expect(warmed.score).toEqual(cold.score)
})

test('a cancel is heard before the next criterion', async () => {
  const { log, cache, job } = watched(2)
  await expect(warm(cache, table, [scheme], job)).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(log).toEqual(['|grade 0/6', 'a', '|grade 2/6'])
})
