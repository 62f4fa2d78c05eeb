import Papa from 'papaparse'
import { seeded } from '../../src/core/random.ts'
import { openWorkspace } from '../../src/engine/workspace.ts'
import { percentile } from '../../src/scheme/scoring/percentile.ts'
import type { Table } from '../../src/table/table.ts'
import { bgNbd, bgNbdOfScipy, gammaGamma, paretoNbd } from './btyd.ts'
import type { Case, Skipped } from './measure.ts'
import { gradeOfPeers } from './gradePeers.ts'
import { formulaCases } from './formulas.ts'
import { gradeCases } from './grading.ts'
import { customersCsv } from './customers.ts'
import { readingWorkbook } from './workbookCase.ts'
import { faultOf, importFile } from './importing.ts'
import { duplicates, quality } from './quality.ts'
import { rfmAgainstObjects, rfmAgainstPeer } from './rfm.ts'

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

/** `of`: what `--only` asks for; nothing of the others is set up. */
export const cases: readonly {
  readonly of: string
  readonly make: () => Case | Skipped | Promise<Case | Skipped>
}[] = [
  ...gradeCases,
  ...gradeOfPeers,
  ...formulaCases(1_000_000).map((make) => ({ of: 'formula', make })),
  { of: 'percentile', make: ranks(100_000, 'uniform') },
  { of: 'percentile', make: ranks(1_000_000, 'uniform') },
  { of: 'percentile', make: ranks(1_000_000, 'money') },
  { of: 'percentile', make: ranks(1_000_000, 'counts') },
  { of: 'import', make: importing(100_000) },
  { of: 'import', make: readingWorkbook(500_000) },
  { of: 'import', make: importing(1_000_000) },
  { of: 'quality', make: duplicates(100_000) },
  { of: 'quality', make: quality(100_000) },
  { of: 'rfm', make: rfmAgainstObjects(1_000_000) },
  { of: 'rfm', make: rfmAgainstPeer(1_000_000, 'pandas', 1 / 3) },
  { of: 'rfm', make: rfmAgainstPeer(1_000_000, 'duckdb', 1 / 2) },
  { of: 'export', make: exporting(100_000, 'csv') },
  { of: 'export', make: exporting(100_000, 'workbook') },
  { of: 'btyd', make: bgNbd(2357, 1 / 80) },
  { of: 'btyd', make: bgNbdOfScipy(2357, 1 / 80) },
  { of: 'btyd', make: bgNbdOfScipy(100_000, 1 / 120) },
  { of: 'btyd', make: paretoNbd(100_000, 20) },
  { of: 'btyd', make: gammaGamma(100_000, 40) },
]
