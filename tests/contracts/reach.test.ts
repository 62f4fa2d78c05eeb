import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utilitiesOf } from '../../src/grading/utilities.ts'
import type { Prepare, Scoring } from '../../src/scheme/scheme.ts'
import { scorings } from '../../src/scheme/scoring/index.ts'
import { reachOfRaw, unprepared, utilityOfRaw } from '../../src/scheme/scoring/prepared.ts'
import { countsWhole } from '../../src/scheme/scoring/step.ts'
import { criterion, numbers, tableOf } from '../fixtures/gradingTables.ts'
import { given } from './givenScorings.ts'

/**
 * What the explanation promises (spec/grading.md §6): the value that is named is enough, none nearer is, to the step that
 * it is rounded to, and where none is named there is none.
 */

const asOf = '2026-11-21'
const preparations: readonly (Prepare | null)[] = [
  null,
  { winsorise: [0.1, 0.9], log: false },
  { winsorise: null, log: true },
  { winsorise: [0.05, 1], log: true },
]
const value = fc.oneof(
  fc.integer({ min: -20, max: 60 }),
  fc.constantFrom(0, 3, 12_345, -4000),
  fc.double({ min: -50, max: 5000, noNaN: true }).map((x) => Math.round(x * 100) / 100),
)
const list = fc.array(fc.oneof({ weight: 6, arbitrary: value }, fc.constant(NaN)), {
  minLength: 2,
  maxLength: 12,
})
const needed = fc.oneof(
  fc.constantFrom(0, 0.5, 1),
  fc.nat(1000).map((u) => u / 1000),
)

const numeric = scorings.all.flatMap((part) => (part.reads === 'numbers' ? [part] : []))

describe.each(numeric)('the nearest value of $id', (part) => {
  const scoring = fc.constantFrom<(Scoring | null)[]>(...given[part.id], null) // null = as it begins

  test('is enough, and none that is nearer', () => {
    let [named, none] = [0, 0]
    fc.assert(
      fc.property(
        list,
        scoring,
        fc.constantFrom('higher' as const, 'lower' as const),
        fc.constantFrom(...preparations),
        needed,
        (values, chosen, direction, prepare, u) => {
          const column = numbers('x', values)
          const table = tableOf([column], values.length)
          const start = { column, table, asOf, direction, prepare }
          const way = criterion('x', {
            scoring: chosen ?? part.defaults(start),
            direction,
            prepare,
          })
          const scored = utilitiesOf(way, table, asOf)
          if (scored.presentCount === 0 || spread(present(values)) === 0) return
          const from = values[0] ?? NaN
          const raw = column.values
          const to = reachOfRaw(
            part,
            way,
            scored,
            { values: raw, utilities: scored.values, from },
            u,
          )

          const utilityAt = (x: number) => {
            const customer = raw.indexOf(x)
            return customer < 0
              ? utilityOfRaw(part, way, scored, x)
              : (scored.values[customer] as number)
          }
          const corners = part
            .corners(way.scoring, scored.parameters)
            .map((x) => unprepared(x, prepare))
          const ends = [...present(values), ...corners]
          // ranks are known of customers only
          const line = (xs: readonly number[]) => (part.id === 'percentile' ? [] : between(xs))
          const grid = [...(part.id === 'percentile' ? values : ends), ...line(ends)]
          const enough = (x: number) => utilityAt(x) >= u
          if (part.id === 'logistic' && u === 1) return // come near, never had
          if (enough(from)) return // asked only of what is not enough yet

          if (Number.isNaN(to)) {
            none++
            assert.deepEqual(grid.filter(enough), [])
            return
          }
          named++
          assert.ok(enough(to))
          if (Number.isNaN(from)) return // no value is near to none
          const away = Math.abs(to - from)
          const largest = Math.max(...ends.map(Math.abs), spread(ends), Math.abs(to))
          // a hundredth of a logarithm is a hundredth of the value
          const step = stepOf(raw, largest) + (prepare?.log ? 0.0101 * (Math.abs(to) + 1) : 0)
          const nearer = [...grid, ...line([from, to])].filter(
            (x) => Math.abs(x - from) < away - step * 1.000001 && enough(x),
          )
          assert.deepEqual(nearer, [])
        },
      ),
      { numRuns: 300, seed: 20261126 },
    )
    expect(named).toBeGreaterThan(20)
    if (part.id !== 'percentile') expect(none).toBeGreaterThan(0)
  })
})

/** The step that values are rounded to, at its coarsest. */
const stepOf = (values: Float64Array, range: number) => {
  const fine = 10 ** (Math.floor(Math.log10(range || 1)) - 3)
  return countsWhole(values) ? Math.max(1, fine) : fine
}
const present = (xs: readonly number[]) => xs.filter((x) => !Number.isNaN(x))
const spread = (xs: readonly number[]) => Math.max(...xs) - Math.min(...xs)
const between = (xs: readonly number[]) => {
  const [low, width] = [Math.min(...xs), spread(xs)]
  return Array.from({ length: 60 }, (_, i) => low + (width * i) / 59)
}
