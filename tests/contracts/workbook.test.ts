import { describe, expect, test } from 'vitest'
import type { ExportInput } from '../../src/export/exporter.ts'
import { workbook } from '../../src/export/workbook/index.ts'
import { referenceTable } from '../../src/grading/reference.ts'
import { asGiven } from '../../src/project/layout.ts'
import { cutoffsFor } from '../../src/grading/cutoffsFor.ts'
import { criterionPoints } from '../../src/grading/points.ts'
import type { Scheme } from '../../src/scheme/scheme.ts'
import { tierings } from '../../src/scheme/tiering/index.ts'
import { scorings } from '../../src/scheme/scoring/index.ts'
import type { Column } from '../../src/table/column.ts'
import type { Table } from '../../src/table/table.ts'
import { criterion, schemeWith, tableOf, texts } from '../fixtures/gradingTables.ts'
import { customers } from './customers.ts'
import { everyCriterion } from './everyCriterion.ts'
import { cases, lastReview, reviewedOn } from './everyPart.ts'
import { inputOf } from './exportInput.ts'
import { type CellValue, calculated } from './formulaEngine.ts'
import { sampleColumns } from './samples.ts'

/** Exported workbooks, calculated from their formulas by a formula engine, hold the app's own numbers (spec §8). */
const tolerance = 1.5e-9

const quiet = { checkpoint: () => Promise.resolve() } as never

async function held(
  table: Table,
  scheme: Scheme,
  isReviewed = false,
  details = true,
  order: readonly string[] = [],
): Promise<void> {
  const about = { origin: 'file', name: 'x', reviewed: reviewedOn } as const
  const reference = isReviewed ? referenceTable(lastReview(table), about) : null
  const plain = inputOf(table, scheme, new Map(), reference)
  const input: ExportInput = {
    ...plain,
    document: { ...plain.document, layout: { ...asGiven, order } },
    options: { ...plain.options, details },
  }
  const { parts } = await workbook.write(input, quiet)
  const { columns, sheets } = input.words.workbook
  const rows = calculated(Buffer.concat(parts)).get(sheets.main) ?? expect.fail()
  const heads = rows[1] ?? []
  const at = (head: string) => heads.indexOf(head)
  const [score, tier, computed] = [columns.score, columns.tier, columns.computedTier].map(at)
  const toNext = at(columns.toNext)
  expect(toNext >= 0).toBe(tierings.get(scheme.tiering.id).measure === 'score')
  const points = criterionPoints(scheme, input.result)
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  const detailAt: readonly number[] = enabled.map(({ name }) => at(columns.pointsOf(name)))
  const nameOf = (tier = 255) => scheme.tiers[tier]?.name ?? ''
  table.order.forEach((row, i) => {
    const cells: readonly CellValue[] = rows[i + 2] ?? []
    const own = input.result.score[row] ?? NaN
    const say = `row ${row}: ${JSON.stringify(cells)}`
    if (Number.isNaN(own)) expect(cells[score ?? -1], say).toBe('')
    else expect(Math.abs(Number(cells[score ?? -1]) - own), say).toBeLessThanOrEqual(tolerance)
    expect(cells[tier ?? -1] ?? '', say).toBe(nameOf(input.result.final[row]))
    expect(cells[computed ?? -1] ?? '', say).toBe(nameOf(input.result.computed[row]))
    if (toNext >= 0) {
      const lines = cutoffsFor(input.result, row).subarray(0, input.result.computed[row])
      const gap = Number.isNaN(own) ? Infinity : Math.min(...lines) - own
      if (gap > 100) expect(cells[toNext], say).toBeOneOf(['', null])
      else expect(Math.abs(Number(cells[toNext]) - gap), say).toBeLessThanOrEqual(2 * tolerance)
    }
    if (Number.isNaN(own) || !details) return
    points(row).forEach((each, k) => {
      const cell = Number(cells[detailAt[k] ?? -1])
      expect(Math.abs(cell - (Number.isNaN(each) ? 0 : each)), say).toBeLessThan(1e-7)
    })
  })
}

describe.each([17, 1])('a list of %i', (rows) => {
  const table = customers(8, rows)
  const turned = table.columns.map(({ id }) => id).toReversed()
  const order = rows > 1 ? ['$reason', '$tier', '$settled', ...turned, '$score'] : [] // formulas follow their columns
  test.each(cases)(
    '$title: the workbook’s formulas give the same',
    ({ scheme, reviewed = false }) => held(table, scheme, reviewed, true, order),
  )
})

test('where cut-offs cross, the workbook’s formulas give the same', async () => {
  const table = customers(8, 40)
  const tiers = ['A', 'B', 'C', 'D'].map((name) => ({ id: name.toLowerCase(), name, label: '' }))
  const tiering = { id: 'cutoffs', cutoffs: [70, 30, 50] } as const
  await held(table, schemeWith([criterion('money')], { tiers, tiering }))
})

const atOnce = 6 // criteria of a workbook: the score's formula holds them all, and the engine takes a second for eight

/** Their like is there, and shorter. */
const large = new Set([
  'numbers: different',
  'numbers: heavy tail',
  'dates: different',
  'dates: ties',
])

describe.each(scorings.all)('$id', (part) => {
  const fitting = sampleColumns.filter(
    ({ title, column }) => part.types.includes(column.type) && !large.has(title),
  )
  test.each(fitting)(
    '$title: the workbook’s formulas give the same',
    async ({ title, column, rows }) => {
      const table = listOf(column, rows)
      const all = everyCriterion(column, table).filter(({ scoring }) => scoring.id === part.id)
      const some = all.filter((_, at) => at % Math.ceil(all.length / atOnce) === title.length % 2)
      await held(table, schemeWith(some), false, false)
    },
  )
})

function listOf(column: Column, rows: number): Table {
  const keys = Array.from({ length: rows }, (_, row) => `n${row}`)
  return tableOf([texts('id', keys, { role: 'key' }), column], rows)
}
