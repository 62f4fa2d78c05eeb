import { expect, test } from 'vitest'
import { seeded } from '../../../src/core/random.ts'
import { totalsOf } from '../../../src/grading/totals.ts'
import { createRoom } from '../../../src/math/kernels/room.ts'
import { Spread } from '../../../src/math/kernels/spread.ts'
import { assignTiers } from '../../../src/scheme/tiering/assign.ts'
import { numbers, tableOf } from '../../fixtures/gradingTables.ts'

// Two ways to the same counts: customer by customer, and from how the scores lie.

const lists: readonly (readonly number[])[] = [
  [60, 50, 40],
  [60.02, 60.01, 59.987654321],
  [Infinity, 100, 99.975, 0],
  [100.5, 1, -3],
  [50, 70, 20], // crossed
  [1e-9, 0, 0],
]

test.each(lists)(
  'totals by lines are those of a walk over all customers: %d, %d, %d',
  (...lines) => {
    const random = seeded(7)
    for (const kind of ['simd', 'plain'] as const)
      for (const rows of [1, 7, 9000])
        for (const slack of [0, 5e-10]) {
          const room = createRoom({ rows, columns: 2, floats: 1, bytes: 1 }, kind)
          const [score, final] = [room.floats(), room.bytes()]
          const steps = [lines[0], lines[2], 61, 59, 100, 0, 59.999999999, 0.025, 99.9]
          for (let row = 0; row < rows; row++) {
            const step = steps[Math.floor(random() * 12)] ?? Math.floor(random() * 1e11) / 1e9
            score[row] = random() < 0.05 ? NaN : Math.min(100, Math.max(0, step))
          }
          const cutoffs = Float64Array.from(lines)
          const held = assignTiers(
            score,
            cutoffs.map((line) => line - slack),
            final,
          )
          const values = Array.from({ length: rows }, () => (random() < 0.1 ? NaN : random() * 1e5))
          const table = tableOf([numbers('value', values)], rows)
          const tiers = [...lines, 0].map((_, at) => ({ id: `t${at}`, name: 't', label: 't' }))
          const rest = { spread: new Spread(score), final, cutoffs, within: null }
          const totals = (lines: Float64Array | null) =>
            totalsOf(table, tiers, 'value', { ...rest, lines, overridden: 0, ruleHits: [] })
          expect(totals(held)).toEqual(totals(null))
          const near = [...score].filter((s) => lines.some((line) => Math.abs(s - line) <= 1))
          expect(totals(held).near).toBe(near.length)
          expect(totals(held).graded).toBe(score.filter((s) => s === s).length)
        }
  },
)
