import assert from 'node:assert/strict' // in loops over rows: a hundredth of what `expect` costs
import { describe, test } from 'vitest'
import { explain } from '../../src/grading/explain.ts'
import { grade } from '../../src/grading/grade.ts'
import { UtilityCache } from '../../src/grading/utilityCache.ts'
import { aggregations } from '../../src/scheme/aggregation/index.ts'
import { customers } from './customers.ts'
import { eachAlone } from './everyPart.ts'

/** Each missing policy and each preparation by itself; that workbooks agree is held in `workbook.test.ts`. */
const tables = [1, 2, 60].flatMap((rows) => [3, 4].map((seed) => customers(seed, rows)))

describe.each(eachAlone)('$title', ({ scheme }) => {
  test.each(aggregations.all)(
    '$id: utilities are 0..1 or missing, and what is explained adds up to the score',
    ({ id }) => {
      const own = { ...scheme, aggregation: { id } }
      const none = new Map()
      for (const table of tables) {
        const result = grade(table, own, { overrides: none }, new UtilityCache())
        for (const { values } of result.utilities)
          assert.ok(values.every((u) => Number.isNaN(u) || (u >= 0 && u <= 1)))
        for (const row of table.order) {
          const score = result.score[row] as number
          assert.ok(Number.isNaN(score) || (score >= 0 && score <= 100))
          if (Number.isNaN(score)) continue
          const { start, lines, extras } = explain(table, own, result, none, row)
          const sum = [...lines, ...extras].reduce((sum, line) => sum + line.points, start)
          assert.ok(Math.abs(sum - score) < 1e-9, `row ${row}: ${sum} for ${score}`)
          assert.ok(Math.abs(lines.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-12)
        }
      }
    },
  )
})
