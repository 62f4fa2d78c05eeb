import { describe, expect, test } from 'vitest'
import { utilitiesOf } from '../../src/grading/utilities.ts'
import { dayOf } from '../../src/scheme/day.ts'
import type { Criterion, Scoring } from '../../src/scheme/scheme.ts'
import { scorings } from '../../src/scheme/scoring/index.ts'
import { codesOf, numbersOf } from '../../src/scheme/scoring/input.ts'
import type { WorkbookFace } from '../../src/scheme/scoring/scoring.ts'
import type { Column } from '../../src/table/column.ts'
import { valueAt } from '../../src/table/cell.ts'
import { categories, criterion, dates, numbers, tableOf } from '../fixtures/gradingTables.ts'
import { evaluate } from './evaluate.ts'
import { numberSamples, wordSamples } from './samples.ts'

const asOf = '2026-11-21'
const directions = ['higher', 'lower'] as const

/** Each scoring function as it starts, and as a user may set it. */
const given: Record<Scoring['id'], readonly Scoring[]> = {
  linear: [
    { id: 'linear', worst: null, best: null },
    { id: 'linear', worst: 0, best: 500 },
    { id: 'linear', worst: 300, best: -20 },
    { id: 'linear', worst: 5, best: 5 },
  ],
  percentile: [{ id: 'percentile' }],
  bands: [
    { id: 'bands', below: 0.1, bands: [] },
    {
      id: 'bands',
      below: 0,
      bands: [
        { from: 0, utility: 0.4 },
        { from: 2, utility: 1 },
      ],
    },
  ],
  lookup: [
    { id: 'lookup', points: [], other: 0.25 },
    {
      id: 'lookup',
      points: [
        { category: 'A', utility: 1 },
        { category: '__proto__', utility: 0.5 },
        { category: '*', utility: 0.75 },
      ],
      other: 0,
    },
  ],
}

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
        [...given[part.id], part.defaults({ column, table, asOf, direction })].map((scoring) => ({
          title: `${part.id}, ${direction}, ${name}: ${JSON.stringify(scoring).slice(0, 60)}`,
          part,
          column,
          table,
          set: criterion('x', { scoring, direction }),
        })),
      )
    }),
)

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
      expect(Number.isNaN(u)).toBe(isMissing(c.column, row))
      expect(present[row]).toBe(isMissing(c.column, row) ? 0 : 1)
      if (!isMissing(c.column, row)) {
        expect(u).toBeGreaterThanOrEqual(0)
        expect(u).toBeLessThanOrEqual(1)
      }
    })
    expect(presentCount + missingCount).toBe(c.table.rowCount)
  })

  forEvery('equal values have equal utilities', everything, (c) => {
    const raw = rawOf(c.column, c.table)
    const { values } = utilitiesOf(c.set, c.table, asOf)
    const seen = new Map<number, number>()
    values.forEach((u, row) => {
      const x = (raw[row] ?? 0) + 0
      if (!isMissing(c.column, row)) expect(u).toBe(seen.get(x) ?? u)
      seen.set(x, u)
    })
  })

  forEvery('row order and deleted rows never matter', everything, (c) => {
    const turned = { ...c.table, order: c.table.order.slice().reverse() }
    expect(utilitiesOf(c.set, turned, asOf).values).toEqual(
      utilitiesOf(c.set, c.table, asOf).values,
    )
    const living = c.table.order.filter((_, at) => at % 2 === 0)
    const cut = utilitiesOf(c.set, { ...c.table, order: living }, asOf)
    const alone = utilitiesOf(c.set, only(c.column, living), asOf)
    expect(Array.from(living, (row) => cut.values[row])).toEqual([...alone.values])
    expect(cut.values.filter((u, row) => !living.includes(row) && !Number.isNaN(u))).toHaveLength(0)
  })

  forEvery(
    'a value further on is never worse',
    ({ set }) => set.scoring.id === 'linear' || set.scoring.id === 'percentile',
    (c) => {
      const raw = numbersOf(c.column, c.table, asOf) ?? new Float64Array(0)
      const { values, parameters } = utilitiesOf(c.set, c.table, asOf)
      const sign = risesWith(c.set, parameters) ? 1 : -1
      const rows = [...raw.keys()].filter((row) => !Number.isNaN(raw[row]))
      rows.sort((a, b) => sign * ((raw[a] as number) - (raw[b] as number)))
      const sorted = rows.map((row) => values[row] as number)
      expect(sorted).toEqual(sorted.slice().sort((a, b) => a - b))
    },
  )

  forEvery(
    'one value scores as its row does',
    ({ part }) => part.reads === 'codes' || part.id !== 'percentile',
    ({ part, column, table, set }) => {
      const { values, parameters } = utilitiesOf(set, table, asOf)
      const raw = numbersOf(column, table, asOf)
      values.forEach((u, row) => {
        const one =
          part.reads === 'codes'
            ? part.utilityOf(set.scoring, String(valueAt(column, row) ?? ''))
            : part.utilityOf(set.scoring, parameters, set.direction, raw?.[row] ?? NaN)
        expect(one).toBe(u)
      })
    },
  )

  forEvery('the workbook expression gives the same utilities', everything, (c) => {
    const { values, parameters } = utilitiesOf(c.set, c.table, asOf)
    const dated = c.column.type === 'date'
    const rows = c.table.rowCount
    const input = { parameters, direction: c.set.direction, rows, dated }
    const face = c.part.workbook(c.set.scoring, input)
    values.forEach((u, row) => {
      if (isMissing(c.column, row) || face.utility === null) return
      expect(evaluate(face.utility, cellsOf(face, c.column, row))).toBeCloseTo(u, 11)
    })
    expect(face.utility).not.toBeNull()
  })

  forEvery('the nearest value that is enough is enough', everything, (c) => {
    const { values: utilities, parameters } = utilitiesOf(c.set, c.table, asOf)
    const values = numbersOf(c.column, c.table, asOf)
    const best = utilities.reduce((top, u) => (u > top ? u : top), 0)
    for (const needed of [best / 3, best]) {
      if (c.part.reads === 'codes') {
        const to = c.part.reach(c.set.scoring, needed)
        if (to !== null) expect(c.part.utilityOf(c.set.scoring, to)).toBeGreaterThanOrEqual(needed)
      } else if (values) {
        const { direction, scoring } = c.set
        const from = values[0] ?? NaN
        const to = c.part.reach(scoring, { values, utilities, parameters, direction, from }, needed)
        const at = values.indexOf(to)
        const got = at < 0 ? c.part.utilityOf(scoring, parameters, direction, to) : utilities[at]
        if (!Number.isNaN(to)) expect(got).toBeGreaterThanOrEqual(needed)
        else expect(values.every(Number.isNaN) || c.part.id === 'bands').toBe(true)
      }
    }
  })
})

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
      },
    ).utility
  expect(face(2000)).not.toBeNull()
  expect(face(2001)).toBeNull()
})

function risesWith({ direction, scoring }: Criterion, [worst = 0, best = 0]: Float64Array) {
  return scoring.id === 'linear' ? best >= worst : direction === 'higher'
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

function cellsOf(face: WorkbookFace, column: Column, row: number) {
  const all = Array.from({ length: tableLength(column) }, (_, at) => valueAt(column, at))
  return {
    value(name: string) {
      if (name === 'x') return valueAt(column, row)
      if (name === 'asOf') return dayOf(asOf)
      const parameter = face.parameters.find((p) => p.name === name)
      if (parameter?.kind !== 'cell') throw new Error(`no cell ${name}`)
      // An auto parameter must come to the same by its own formula.
      const live = parameter.formula && evaluate(parameter.formula, this)
      if (live !== null) expect(live).toBe(parameter.value)
      return parameter.value
    },
    range(name: string) {
      if (name === 'column') return all
      const parameter = face.parameters.find((p) => p.name === name)
      if (parameter?.kind !== 'range') throw new Error(`no range ${name}`)
      return parameter.values
    },
  }
}

function tableLength(column: Column): number {
  return column.type === 'category'
    ? column.codes.length
    : column.type === 'number' || column.type === 'date'
      ? column.values.length
      : 0
}
