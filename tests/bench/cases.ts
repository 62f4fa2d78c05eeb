import Papa from 'papaparse'
import { seeded } from '../../src/core/random.ts'
import { openWorkspace } from '../../src/engine/workspace.ts'
import { createScratch, grade } from '../../src/grading/grade.ts'
import { UtilityCache } from '../../src/grading/utilityCache.ts'
import type { Criterion, Scheme } from '../../src/scheme/scheme.ts'
import { percentile } from '../../src/scheme/scoring/percentile.ts'
import { quota } from '../../src/scheme/tiering/quota.ts'
import type { NumberColumn } from '../../src/table/column.ts'
import type { Table } from '../../src/table/table.ts'
import { bgNbd, bgNbdOfScipy, gammaGamma, paretoNbd } from './btyd.ts'
import { customersCsv } from './customers.ts'
import { readingWorkbook } from './workbookCase.ts'
import { faultOf, importFile } from './importing.ts'
import { duplicates, quality } from './quality.ts'
import { rfmAgainstObjects, rfmAgainstPeer } from './rfm.ts'

export interface Case {
  readonly name: string
  readonly rows: number
  readonly goal: number | null // ratio to the yardstick
  readonly yardstick: string
  readonly rounds?: number // of a long case
  run(): unknown
  against(): unknown
  took?(result: unknown): number // ms that the yardstick measured itself, where a program has to be started for it
  check(result: unknown): string | null // what is wrong with the result
}

/** A case whose yardstick is not on this machine. */
export interface Skipped {
  readonly name: string
  readonly skipped: string // why
}

function numbers(rows: number, columns: number): Table {
  const random = seeded(3)
  return {
    id: 'customers',
    rowCount: rows,
    order: Uint32Array.from({ length: rows }, (_, row) => row),
    key: null,
    columns: Array.from({ length: columns }, (_, index): NumberColumn => ({
      id: `c${index}`,
      name: `c${index}`,
      group: null,
      role: 'measure',
      reading: 'number',
      unit: null,
      revision: 1,
      originals: null,
      marks: null,
      type: 'number',
      values: Float64Array.from({ length: rows }, () => random() * 1000),
    })),
  }
}

function schemeOver(table: Table): Scheme {
  return {
    format: 1,
    name: 'bench',
    template: null,
    asOf: '2026-11-21',
    criteria: table.columns.map((column, index): Criterion => ({
      id: `k${index}`,
      column: column.id,
      name: column.name,
      enabled: true,
      weight: index + 1,
      direction: 'higher',
      scoring: { id: 'linear', worst: null, best: null },
      missing: { id: 'reweight' },
    })),
    aggregation: { id: 'weightedSum' },
    tiers: ['A', 'B', 'C', 'D'].map((name) => ({ id: name, name, label: name })),
    tiering: { id: 'cutoffs', cutoffs: [60, 50, 40] },
    valueColumn: 'c0',
  }
}

/** The yardstick of memory: every number of ten columns read once. */
function readAll(table: Table): number {
  let sum = 0
  for (const column of table.columns)
    if (column.type === 'number')
      for (let row = 0; row < table.rowCount; row++) sum += column.values[row] as number
  return sum
}

const regrade = (rows: number) => (): Case => {
  const table = numbers(rows, 10)
  const cache = new UtilityCache()
  const scratch = createScratch(rows)
  let turn = 0
  const run = () => {
    const scheme = schemeOver(table)
    const criteria = scheme.criteria.map((each, at) =>
      at === 0 ? { ...each, weight: 1 + (turn++ % 50) } : each,
    )
    return grade(table, { ...scheme, criteria }, { overrides: new Map() }, cache, scratch)
  }
  run()
  return {
    name: 'grade: one weight moved, 10 criteria',
    rows,
    goal: 8,
    yardstick: 'read 10 columns (plain loop)',
    run,
    against: () => readAll(table),
    check(result) {
      const { totals } = result as ReturnType<typeof run>
      return totals.graded === rows ? null : `${totals.graded} graded`
    },
  }
}

const shapes = {
  uniform: (random: () => number) => random() * 1000,
  money: (random: () => number) =>
    Math.round(Math.exp(4 + 4 * (random() + random() + random() - 1.5)) * 100) / 100,
  counts: (random: () => number) => Math.floor(random() * random() * 50),
}

const ranks = (rows: number, shape: keyof typeof shapes) => (): Case => {
  const random = seeded(3)
  const values = Float64Array.from({ length: rows }, () => shapes[shape](random))
  const sorted = values.slice().sort()
  return {
    name: `percentile: a column of ${shape}`,
    rows,
    goal: 0.7,
    yardstick: 'Float64Array.sort',
    run: () => percentile.evaluate({ id: 'percentile' }, values, 'higher').values,
    against: () => values.slice().sort(),
    check(result) {
      const utilities = result as Float64Array
      const wrong = values.findIndex((value, row) => {
        if (row % (rows / 20) !== 0) return false
        const places = sorted.indexOf(value) + sorted.lastIndexOf(value)
        return utilities[row] !== places / 2 / (rows - 1)
      })
      return wrong < 0 ? null : `row ${wrong} has ${utilities[wrong]}`
    },
  }
}

const cutoffs = (rows: number) => (): Case => {
  const { values } = numbers(rows, 1).columns[0] as NumberColumn
  const score = values.map((value) => value / 10)
  const sorted = score.slice().sort()
  return {
    name: 'quota: cut-offs',
    rows,
    goal: 0.1,
    yardstick: 'Float64Array.sort',
    run: () =>
      quota.lines(
        { id: 'quota', cumulative: [1000, 3000, 6000, 10000] },
        { score, tiers: 4, column: () => null, axis: () => null },
      ).cutoffs,
    against: () => score.slice().sort(),
    check: (result) =>
      (result as Float64Array)[0] === sorted[rows - Math.ceil(rows / 10)]
        ? null
        : 'not the exact cut-off',
  }
}

/** Both from the bytes of a file: reading and decoding it is a part of either. */
const importing = (rows: number) => (): Case => {
  const file = new Blob([customersCsv(rows)])
  return {
    name: 'import: plan and build a CSV',
    rows,
    goal: 3,
    rounds: rows > 100_000 ? 3 : 9,
    yardstick: 'PapaParse walks the same file',
    run: () => importFile(file),
    async against() {
      const text = new TextDecoder().decode(await file.arrayBuffer())
      let cells = 0
      Papa.parse<string[]>(text, { step: ({ data }) => void (cells += data.length) })
      return cells
    },
    check: (result) => faultOf(result as Table, rows),
  }
}

const exporting = (rows: number, exporter: 'workbook' | 'csv') => async (): Promise<Case> => {
  const workspace = openWorkspace()
  await workspace.importFile({ kind: 'text', text: customersCsv(rows), name: 'x.csv' })
  const text = customersCsv(rows)
  return {
    name: `export: ${exporter}`,
    rows,
    goal: exporter === 'csv' ? 4 : 20,
    yardstick: 'PapaParse walks the list as CSV',
    run: () =>
      workspace.exportFile({
        exporter,
        language: 'zh',
        fileName: 'x',
        rows: 'all',
        query: null,
        options: { details: false, maskPhones: false, maskIdentities: true, guardFormulas: true },
      }),
    against() {
      let cells = 0
      Papa.parse<string[]>(text, { step: ({ data }) => void (cells += data.length) })
      return cells
    },
    check: (result) => ((result as { rows: number }).rows === rows ? null : 'rows are missing'),
  }
}

export const cases: readonly (() => Case | Skipped | Promise<Case | Skipped>)[] = [
  regrade(100_000),
  regrade(1_000_000),
  ranks(100_000, 'uniform'),
  ranks(1_000_000, 'uniform'),
  ranks(1_000_000, 'money'),
  ranks(1_000_000, 'counts'),
  cutoffs(1_000_000),
  importing(100_000),
  readingWorkbook(500_000),
  importing(1_000_000),
  duplicates(100_000),
  quality(100_000),
  rfmAgainstObjects(1_000_000),
  rfmAgainstPeer(1_000_000, 'pandas', 1 / 3),
  rfmAgainstPeer(1_000_000, 'duckdb', 1 / 2),
  exporting(100_000, 'csv'),
  exporting(100_000, 'workbook'),
  bgNbd(2357, 1 / 80),
  bgNbdOfScipy(2357, 1 / 80),
  bgNbdOfScipy(100_000, 1 / 120),
  paretoNbd(100_000, 20),
  gammaGamma(100_000, 40),
]
