import assert from 'node:assert/strict' // in loops over rows: a hundredth of what `expect` costs
import { describe, expect, test } from 'vitest'
import { utilitiesOf } from '../../src/grading/utilities.ts'
import type { Criterion, Prepare, Scoring } from '../../src/scheme/scheme.ts'
import { scorings } from '../../src/scheme/scoring/index.ts'
import { preparedDirection } from '../../src/scheme/scoring/decay.ts'
import { codesOf, numbersOf } from '../../src/scheme/scoring/input.ts'
import { preparation } from '../../src/scheme/scoring/preparation.ts'
import { reachOfRaw, utilityOfRaw } from '../../src/scheme/scoring/prepared.ts'
import type { Column } from '../../src/table/column.ts'
import { valueAt } from '../../src/table/cell.ts'
import { categories, criterion, dates, numbers, tableOf } from '../fixtures/gradingTables.ts'
import { evaluate } from './evaluate.ts'
import { given } from './givenScorings.ts'
import { numberSamples, wordSamples } from './samples.ts'
import { sheetOf } from './sheetOf.ts'

const asOf = '2026-11-21'
const directions = ['higher', 'lower'] as const

/** Those whose better values all lie in one direction. */
const monotone: readonly Scoring['id'][] = [
  'linear',
  'percentile',
  'quantileBins',
  'zscore',
  'logistic',
]

/** What may be done before scoring. */
const preparations: readonly (Prepare | null)[] = [
  null,
  { winsorise: [0.05, 0.95], log: false },
  { winsorise: null, log: true },
  { winsorise: [0.1, 1], log: true },
]

/** Of columns of dates alone. */
const decays: readonly Prepare[] = [
  { winsorise: null, log: false, decay: 90 },
  { winsorise: [0.1, 0.95], log: false, decay: 30.5 },
]

const preparationsOf = (type: Column['type']) =>
  type === 'date' ? [...preparations, ...decays] : preparations

const columns: readonly {
  readonly name: string
  readonly column: Column
  readonly rows: number
}[] = [
  ...numberSamples.map(({ name, values }) => ({
    name: `numbers: ${name}`,
    column: numbers('x', values),
    rows: values.length,
  })),
  ...numberSamples
    .filter(({ name }) => name !== 'extremes')
    .map(({ name, values }) => ({
      name: `dates: ${name}`,
      column: dates(
        'x',
        values.map((v) => Math.floor(v)),
      ),
      rows: values.length,
    })),
  ...wordSamples.map(({ name, values }) => ({
    name: `categories: ${name}`,
    column: categories('x', values),
    rows: values.length,
  })),
]

const cases = scorings.all.flatMap((part) =>
  columns
    .filter(({ column }) => part.types.includes(column.type))
    .flatMap(({ name, column, rows }) => {
      const table = tableOf([column], rows)
      return directions.flatMap((direction) =>
        (part.reads === 'numbers' ? preparationsOf(column.type) : [null]).flatMap((prepare) => {
          const start = { column, table, asOf, prepare }
          const own = part.defaults({
            ...start,
            direction: preparedDirection({ direction, prepare }),
          })
          return [...given[part.id], own].flatMap((scoring) => {
            const live = criterion('x', { scoring, direction, prepare })
            return [live, ...frozen(live, table)].map((set) => ({
              title: `${direction}, ${name}: ${JSON.stringify([scoring, prepare, set.frozen]).slice(0, 90)}`,
              part,
              column,
              table,
              set,
            }))
          })
        }),
      )
    }),
)

/** The same with its parameters held, where it has any. */
function frozen(live: Criterion, table: ReturnType<typeof tableOf>): readonly Criterion[] {
  const { parameters, bounds } = utilitiesOf(live, table, asOf)
  const held = [...parameters, ...(bounds ?? [])]
  if (held.length === 0 || held.some(Number.isNaN)) return []
  return [{ ...live, frozen: { parameters: [...parameters], bounds } }]
}

const rawOf = (column: Column, table: ReturnType<typeof tableOf>) =>
  numbersOf(column, table, asOf) ?? codesOf(column, table)?.codes ?? []
const isMissing = (column: Column, row: number) => valueAt(column, row) === null

type Case = (typeof cases)[number]
const everything = () => true

/** One test per scoring function over all its samples; a failure names the sample. */
function forEvery(behaviour: string, which: (c: Case) => boolean, hold: (c: Case) => void) {
  for (const part of scorings.all) {
    const mine = cases.filter((c) => c.part === part && which(c))
    if (mine.length === 0) continue
    test(`${part.id}: ${behaviour}`, () => {
      for (const c of mine) {
        try {
          hold(c)
        } catch (error) {
          throw new Error(c.title, { cause: error })
        }
      }
    })
  }
}

describe('every scoring function', () => {
  forEvery('utilities are 0..1 where a value is, missing elsewhere', everything, (c) => {
    const { values, present, presentCount, missingCount } = utilitiesOf(c.set, c.table, asOf)
    values.forEach((u, row) => {
      assert.equal(Number.isNaN(u), isMissing(c.column, row))
      assert.equal(present[row], isMissing(c.column, row) ? 0 : 1)
      if (!isMissing(c.column, row)) assert.ok(u >= 0 && u <= 1)
    })
    expect(presentCount + missingCount).toBe(c.table.rowCount)
  })

  forEvery(
    'parameters held as they were found give the utilities of that time',
    ({ set }) => !!set.frozen,
    ({ set, table }) => {
      const live = utilitiesOf({ ...set, frozen: null }, table, asOf)
      const held = utilitiesOf(set, table, asOf)
      // Places among the others are held as quantiles (spec §2). Between two of them a place is drawn straight, whatever the
      // values in between are: it can be off by the step between the two, and not by less.
      const near = set.scoring.id === 'percentile' ? 1 / (held.parameters.length - 1) : 0
      held.values.forEach((u, row) => {
        const then = live.values[row] as number
        if (near === 0) assert.equal(u, then)
        else assert.ok(Number.isNaN(u) === Number.isNaN(then) && !(Math.abs(u - then) > near))
      })
      assert.deepEqual(held.parameters, live.parameters)
      assert.deepEqual(held.bounds, live.bounds)
    },
  )

  forEvery('equal values have equal utilities', everything, (c) => {
    const raw = rawOf(c.column, c.table)
    const { values } = utilitiesOf(c.set, c.table, asOf)
    const seen = new Map<number, number>()
    values.forEach((u, row) => {
      const x = (raw[row] ?? 0) + 0
      if (!isMissing(c.column, row)) assert.equal(u, seen.get(x) ?? u)
      seen.set(x, u)
    })
  })

  forEvery('row order and deleted rows never matter', everything, (c) => {
    const turned = { ...c.table, order: c.table.order.slice().reverse() }
    assert.deepEqual(
      utilitiesOf(c.set, turned, asOf).values,
      utilitiesOf(c.set, c.table, asOf).values,
    )
    if (c.set.frozen) return
    const living = c.table.order.filter((_, at) => at % 2 === 0)
    const cut = utilitiesOf(c.set, { ...c.table, order: living }, asOf)
    const alone = utilitiesOf(c.set, only(c.column, living), asOf)
    assert.deepEqual(
      Array.from(living, (row) => cut.values[row]),
      [...alone.values],
    )
    assert.ok(cut.values.every((u, row) => living.includes(row) || Number.isNaN(u)))
  })

  forEvery(
    'a value further on is never worse',
    ({ set }) => monotone.includes(set.scoring.id),
    (c) => {
      const raw = numbersOf(c.column, c.table, asOf) ?? new Float64Array(0)
      const { values, parameters } = utilitiesOf(c.set, c.table, asOf)
      const sign = risesWith(c.set, parameters) ? 1 : -1
      const rows = [...raw.keys()].filter((row) => !Number.isNaN(raw[row]))
      rows.sort((a, b) => sign * ((raw[a] as number) - (raw[b] as number)))
      const sorted = rows.map((row) => values[row] as number)
      assert.ok(sorted.every((u, at) => at === 0 || (sorted[at - 1] as number) <= u))
    },
  )

  forEvery(
    'one value scores as its row does',
    ({ part, set }) => part.reads === 'codes' || part.id !== 'percentile' || !!set.frozen,
    ({ part, column, table, set }) => {
      const scored = utilitiesOf(set, table, asOf)
      const { values } = scored
      const raw = numbersOf(column, table, asOf)
      values.forEach((u, row) => {
        const one =
          part.reads === 'codes'
            ? part.utilityOf(set.scoring, String(valueAt(column, row) ?? ''))
            : utilityOfRaw(part, set, scored, raw?.[row] ?? NaN)
        assert.equal(one, u)
      })
    },
  )

  forEvery('the workbook expression gives the same utilities', everything, (c) => {
    const { values, parameters, bounds } = utilitiesOf(c.set, c.table, asOf)
    const dated = c.column.type === 'date'
    const rows = c.table.rowCount
    const before = c.part.reads === 'numbers' ? preparation(c.set, bounds, dated) : null
    const input = {
      parameters,
      direction: preparedDirection(c.set),
      rows,
      dated: dated && before === null,
      frozen: !!c.set.frozen,
    }
    const face = c.part.workbook(c.set.scoring, input)
    const cells = sheetOf({ column: c.column, isFrozen: !!c.set.frozen, asOf }, face, before)
    values.forEach((u, row) => {
      if (isMissing(c.column, row) || face.utility === null) return
      const cell = Number(evaluate(face.utility, cells(row)))
      if (!(Math.abs(cell - u) < 5e-12)) expect(cell).toBe(u)
    })
    expect(face.utility).not.toBeNull()
  })

  forEvery('the nearest value that is enough is enough', everything, (c) => {
    const scored = utilitiesOf(c.set, c.table, asOf)
    const { values: utilities } = scored
    const values = numbersOf(c.column, c.table, asOf)
    const best = utilities.reduce((top, u) => (u > top ? u : top), 0)
    for (const needed of [best / 3, best]) {
      if (c.part.reads === 'codes') {
        const to = c.part.reach(c.set.scoring, needed)
        if (to !== null) expect(c.part.utilityOf(c.set.scoring, to)).toBeGreaterThanOrEqual(needed)
      } else if (values) {
        const from = values[0] ?? NaN
        const to = reachOfRaw(c.part, c.set, scored, { values, utilities, from }, needed)
        const at = values.indexOf(to)
        const got = at < 0 ? utilityOfRaw(c.part, c.set, scored, to) : utilities[at]
        if (!Number.isNaN(to)) assert.ok((got as number) >= needed)
        else assert.ok(values.every(Number.isNaN) || c.part.id === 'bands')
      }
    }
  })

  forEvery('another unit of the column changes no utility', unitFree, (c) => {
    const times = 1000
    const raw = (c.column.type === 'number' && c.column.values) || new Float64Array(0)
    const scaled = numbers(
      'x',
      Array.from(raw, (x) => x * times),
    )
    const inUnit = utilitiesOf(c.set, tableOf([scaled], raw.length), asOf)
    utilitiesOf(c.set, c.table, asOf).values.forEach((u, row) => {
      if (!Number.isNaN(u)) assert.ok(Math.abs((inUnit.values[row] as number) - u) < 5e-12)
    })
  })
})

/** Spec §2: auto linear, percentile, quantileBins, zscore, without the logarithm. */
function unitFree({ set, column }: Case): boolean {
  const { scoring, prepare } = set
  const isAuto =
    scoring.id === 'linear'
      ? scoring.worst === null && scoring.best === null
      : ['percentile', 'quantileBins', 'zscore'].includes(scoring.id)
  return isAuto && !prepare?.log && !set.frozen && column.type === 'number'
}

test('percentile is written as values beyond 2,000 rows (spec §8)', () => {
  const part = scorings.get('percentile')
  const face = (rows: number) =>
    part.workbook(
      { id: 'percentile' },
      {
        parameters: new Float64Array(101),
        direction: 'higher',
        rows,
        dated: false,
        frozen: false,
      },
    ).utility
  expect(face(2000)).not.toBeNull()
  expect(face(2001)).toBeNull()
})

function risesWith(
  { direction, scoring, prepare }: Criterion,
  [worst = 0, best = 0]: Float64Array,
) {
  if (scoring.id !== 'linear') return direction === 'higher'
  return prepare?.decay ? best <= worst : best >= worst // ends of linear are of what is left
}

/** A table of these rows alone. */
function only(column: Column, rows: Uint32Array) {
  const values = Array.from(rows, (row) => valueAt(column, row))
  const next =
    column.type === 'category'
      ? categories(
          'x',
          values.map((word) => String(word ?? '')),
        )
      : (column.type === 'date' ? dates : numbers)(
          'x',
          values.map((v) => (v ?? NaN) as number),
        )
  return tableOf([next], rows.length)
}
