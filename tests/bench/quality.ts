import { createJob } from '../../src/core/job.ts'
import { finish } from '../../src/core/steps.ts'
import { buildTable, openSource, planImport } from '../../src/import/read.ts'
import { analyse } from '../../src/quality/analyse.ts'
import { findDuplicates } from '../../src/quality/duplicates.ts'
import type { Scheme } from '../../src/scheme/scheme.ts'
import type { Table } from '../../src/table/table.ts'
import { appendMissing, dropLast } from '../../src/table/builder.ts'
import { writeCell } from '../../src/table/parse/cell.ts'
import { columnByRole } from '../../src/table/table.ts'
import type { Case } from './measure.ts'
import { customersCsv } from './customers.ts'

const asOf = '2026-11-21'
const again = 1000 // customers who stand a second time

/** A made-up list whose first thousand customers stand in it again, without their numbers. */
async function listed(rows: number): Promise<Table> {
  const lines = customersCsv(rows).trimEnd().split('\n')
  const doubles = lines.slice(1, again + 1).map((line) => line.replace(/^[^,]*/, ''))
  const text = [...lines.slice(0, rows + 1 - again), ...doubles].join('\n')
  const opened = await openSource({ kind: 'text', text, name: 'x.csv' }, createJob())
  const plan = await planImport(opened, {}, asOf, createJob())
  return buildTable(opened, plan, {}, 'customers', createJob())
}

/** Nothing is kept of what was found before: columns are other objects. */
function anew(table: Table): Table {
  const columns = table.columns.map((column) => dropLast(appendMissing(column, 1), 1))
  return { ...table, columns }
}

function namesOf(table: Table): string[] {
  const column = columnByRole(table, 'name')
  if (!column) throw new Error('a list has names')
  return Array.from(table.order, (row) => writeCell(column, row))
}

export const duplicates = (rows: number) => async (): Promise<Case> => {
  const table = await listed(rows)
  const names = namesOf(table)
  return {
    name: 'quality: duplicates',
    rows,
    goal: 6,
    yardstick: 'sort of the names',
    run: () => finish(findDuplicates(anew(table))),
    against: () => names.slice().sort(),
    check(result) {
      const { rows: found } = result as { rows: Uint32Array }
      const met = new Set(found)
      const times = new Map<string, number>()
      for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
      // a firm that stands again without its number, unless more than twenty bear the name (pairing.ts)
      const missed = names.findIndex(
        (name, row) =>
          row >= rows - again &&
          name.endsWith('有限公司') &&
          (times.get(name) ?? 0) <= 20 &&
          !met.has(row),
      )
      return missed < 0 ? null : `row ${missed} is not found`
    },
  }
}

export const quality = (rows: number) => async (): Promise<Case> => {
  const table = await listed(rows)
  const names = namesOf(table)
  const scheme: Scheme = {
    format: 1,
    name: 'bench',
    template: null,
    asOf,
    criteria: [],
    aggregation: { id: 'weightedSum' },
    tiers: ['A', 'B'].map((name) => ({ id: name, name, label: name })),
    tiering: { id: 'cutoffs', cutoffs: [50] },
    valueColumn: null,
  }
  return {
    name: 'quality: all checks and scores',
    rows,
    goal: 10,
    yardstick: 'sort of the names',
    run: () => finish(analyse({ table: anew(table), scheme })),
    against: () => names.slice().sort(),
    check(result) {
      const { columns } = result as ReturnType<typeof analyse> extends Generator<unknown, infer R>
        ? R
        : never
      return columns.length === table.columns.length ? null : 'columns are missing'
    },
  }
}
