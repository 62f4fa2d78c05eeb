import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { grade } from '../../src/grading/grade.ts'
import { UtilityCache } from '../../src/grading/utilityCache.ts'
import { criterion, numbers, schemeWith, tableOf } from '../fixtures/gradingTables.ts'

const shared = resolve(import.meta.dirname, '../../../shared/data')
const scores = `${shared}/stats/wholesale_scores.csv`
const customers = `${shared}/customers/wholesale_customers.csv`
const weights = `${shared}/stats/weights_reference.json`

const names = ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen']

function columnsOf(path: string): Map<string, number[]> {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const rows = lines.map((line) => line.split(',').map(Number))
  return new Map(header.split(',').map((name, at) => [name, rows.map((row) => row[at] ?? NaN)]))
}

const here = [scores, customers, weights].every((path) => existsSync(path))

/** wholesale_scores.csv: min-max scores of 440 customers, computed by other programs (data/MANIFEST.md, "stats"); 10 digits are printed. */
test.skipIf(!here).each(['equal weights', 'entropy weights'] as const)(
  'linear auto and weightedSum give the published min-max scores of the wholesale list: %s',
  (kind) => {
    const list = columnsOf(customers)
    const rows = list.get('Fresh')?.length ?? 0
    const table = tableOf(
      names.map((name) => numbers(name, list.get(name) ?? [])),
      rows,
    )
    const { entropy } = JSON.parse(readFileSync(weights, 'utf8')) as {
      entropy: readonly { name: string; weights: readonly number[] }[]
    }
    const entropyWeights = entropy.find(({ name }) => name === 'wholesale 440x6 min-max')?.weights
    const scheme = schemeWith(
      names.map((name, at) =>
        criterion(name, { weight: kind === 'equal weights' ? 1 : (entropyWeights?.[at] ?? NaN) }),
      ),
    )
    const { score } = grade(table, scheme, { overrides: new Map() }, new UtilityCache())
    const column = kind === 'equal weights' ? 'equal_weight_minmax' : 'weighted_minmax_score'
    const expected = columnsOf(scores).get(column) ?? []
    expect(expected).toHaveLength(440)
    expected.forEach((published, row) => {
      expect(Math.abs((score[row] as number) / 100 - published)).toBeLessThan(1e-10)
    })
  },
)
