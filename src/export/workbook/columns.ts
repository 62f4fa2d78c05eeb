import { type GroupedColumn, sheetGroups } from '../../scheme/sheetGroups.ts'
import { columnTitle } from '../../i18n/columnTitle.ts'
import { originalAt, valueAt } from '../../table/cell.ts'
import type { Column, RowId } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'
import { customersOf } from '../../project/customersOf.ts'
import { plainText, pointsOf, textsOf } from '../texts.ts'
import type { Look } from '../xlsx/styles.ts'
import type { SheetCell } from '../xlsx/xml.ts'
import type { CriterionFace } from './faces.ts'
import { showsStability } from '../stability.ts'
import { overrideTexts } from '../overrides.ts'
import type { BookColumn } from './bookColumn.ts'
import { isReadByFormula } from './calculated.ts'
import type { GroupFace } from './groupFaces.ts'
import { saysToNext } from '../toNext.ts'
import { withinFace } from './withinFace.ts'
import { actingRules } from './rules.ts'
import { earlierKinds, type SettledKind } from './stabilityKinds.ts'

/** Few points are never shown as none. */
const gap: Look = { align: 'right', format: '[<0.05]0.0########;0.0' }
const day: Look = { align: 'center', format: 'yyyy\\-mm\\-dd' }

export function bookColumns(
  input: ExportInput,
  faces: readonly CriterionFace[],
  groups: readonly GroupFace[] = [],
): readonly BookColumn[] {
  const { document, words, options } = input
  const names = words.workbook.columns
  const result = (
    kind:
      | 'score'
      | 'computed'
      | 'toNext'
      | SettledKind
      | 'override'
      | 'final'
      | 'reason'
      | 'completeness',
    header: string,
    width: number,
    look: Look,
  ): BookColumn => ({
    purpose: { kind },
    group: 'result',
    header,
    width,
    look,
  })
  const beside = (kind: 'prepared' | 'utility', criterion: number, header: string): BookColumn => ({
    purpose: { kind, criterion },
    group: 'criteria',
    header,
    width: 14,
    look: { align: 'right', format: '0.0000' },
  })
  const own = [
    ...faces
      .filter((face) => face.prepared !== null)
      .map(({ index, criterion }) => beside('prepared', index, names.preparedOf(criterion.name))),
    ...faces
      .filter((face) => face.utility === null || face.apart)
      .map(({ index, criterion, utility }) =>
        beside(
          'utility',
          index,
          utility === null ? names.utilityOf(criterion.name) : names.partOf(criterion.name),
        ),
      ),
    ...groups.map(({ index, group }): BookColumn => ({
      purpose: { kind: 'group', group: index },
      group: 'result',
      header: words.groups.book.scoreOf(group.name),
      width: 12,
      look: { align: 'right', format: '0.0' },
    })),
    result('score', names.score, 9, { align: 'right', format: '0.0', bold: true }),
    result('final', names.tier, 8, { align: 'center', bold: true }),
    result('computed', names.computedTier, 10, { align: 'center' }),
    ...(saysToNext(input) ? [result('toNext', names.toNext, 12, gap)] : []),
    ...(showsStability(input)
      ? [
          result('settled', names.settledTier, 10, { align: 'center' }),
          result('since', names.since, 12, day),
          result('pending', names.pending, 8, { align: 'center' }),
          result('reviewed', names.reviewed, 12, day),
        ]
      : []),
    ...withinColumns(input),
    result('override', names.override, 10, { align: 'center', fill: 'FFF6D6', locked: false }),
    result('reason', names.reason, 18, { align: 'left', locked: false }),
    result('completeness', names.completeness, 12, { align: 'right', format: '0.0%' }),
  ]
  return [
    ...sheetGroups(customersOf(input.document), document.scheme).flatMap((each) =>
      each.column === null ? own : [source(each, input), ...number(each, input)],
    ),
    ...(showsStability(input)
      ? earlierKinds.map((kind): BookColumn => ({
          purpose: { kind },
          group: 'stability',
          header: names[kind],
          width: 12,
          look: kind === 'earlierSince' ? day : { align: 'center' },
        }))
      : []),
    ...(options.details
      ? faces.map(({ criterion, index }): BookColumn => ({
          purpose: { kind: 'points', criterion: index },
          group: 'details',
          header: names.pointsOf(criterion.name),
          width: 12,
          look: { align: 'right', format: '0.00' },
        }))
      : []),
  ]
}

/** What live tiers within a column are found by. */
function withinColumns(input: ExportInput): readonly BookColumn[] {
  const face = withinFace(input)
  if (face?.kind !== 'live') return []
  const say = input.words.groups.book
  const { name } = face.column
  const shared = { group: 'result', width: 13, look: { align: 'right', format: '#,##0' } } as const
  const above = face.above === 'customers' ? say.above(name) : say.aboveValue(name)
  return [
    { ...shared, purpose: { kind: 'withinCount' }, header: say.count(name) },
    { ...shared, purpose: { kind: 'withinAbove' }, header: above },
  ]
}

function source({ column, group }: GroupedColumn, input: ExportInput): BookColumn {
  return {
    purpose: { kind: 'source', column },
    group,
    header: columnTitle(column, input.words),
    width: widthOf(column, input),
    look: lookOf(column),
  }
}

/** A criterion whose cells say their value in words needs the value beside them, or no formula could use it. */
function number({ column, group }: GroupedColumn, input: ExportInput): readonly BookColumn[] {
  if (column.type !== 'number' && column.type !== 'date') return []
  if (group !== 'criteria' && !isAsked(column, input) && !isReadByFormula(column, input)) return []
  if (!column.originals || !saysValues(column, input)) return []
  return [
    {
      purpose: { kind: 'number', column },
      group,
      header: input.words.workbook.columns.numberOf(column.name),
      width: 14,
      look: lookOf(column),
    },
  ]
}

/** Whether a rule or the tiering reads the column. */
function isAsked(column: Column, input: ExportInput): boolean {
  const { tiering, valueColumn } = input.document.scheme
  const value = tiering.id === 'valueShare' ? (tiering.column ?? valueColumn) : null
  const sides = tiering.id === 'matrix' ? tiering.axes : []
  return (
    column.id === value ||
    sides.some((axis) => axis.of === 'column' && axis.column === column.id) ||
    actingRules(input).some((rule) => rule.conditions.some((one) => one.column === column.id))
  )
}

function saysValues(column: Column, { rows }: ExportInput): boolean {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    if (originalAt(column, row) !== null && valueAt(column, row) !== null) return true
  }
  return false
}

function lookOf(column: Column): Look {
  switch (column.type) {
    case 'number':
      return { align: 'right', format: numberFormat(column.reading, column.values) }
    case 'date':
      return day
    case 'boolean':
      return { align: 'center' }
    case 'category':
      return { align: column.reading === 'tier' ? 'center' : 'left' }
    case 'text':
      if (column.formula !== undefined) return { align: 'left' } // Excel would show the formula itself
      return { align: 'left', format: '@' } // codes and phones keep their digits when they are edited
  }
}

function numberFormat(reading: Column['reading'], values: Float64Array): string {
  let decimals = 0
  for (const value of values) {
    if (Number.isNaN(value) || Number.isInteger(value)) continue
    decimals = Number.isInteger(Math.round(value * 1e6) / 1e5) ? Math.max(decimals, 1) : 2
    if (decimals === 2) break
  }
  if (reading === 'percent' || reading === 'discount')
    return reading === 'percent' ? '0.0%' : '0.00'
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

/** From the header and up to 200 texts; a Chinese character is two wide. */
function widthOf(column: Column, input: ExportInput): number {
  const wide = (text: string) =>
    [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2.1 : 1.1), 0)
  let width = wide(column.name)
  const step = Math.max(1, Math.floor(input.rows.length / 200))
  for (let i = 0; i < input.rows.length; i += step)
    width = Math.max(width, wide(plainText(column, input.rows[i] ?? 0, input)))
  return Math.min(40, Math.max(8, Math.ceil(width) + 3))
}

const excelEpoch = 25_569 // serial of 1970-01-01 in the 1900 system

/** A value as a cell of the workbook; missing = empty. Dates before 1900-03-01 stand as text: Excel cannot hold them. */
export function valueCell(column: Column, row: RowId): SheetCell {
  const value = valueAt(column, row)
  if (value === null) return null
  if (column.type !== 'date' || typeof value !== 'number') return value
  const serial = value + excelEpoch
  return serial < 61 ? new Date(value * 86_400_000).toISOString().slice(0, 10) : serial
}

/** Cells of the customer's own table. Words that formulas look up stand as their values; what could not be read stays as written. */
function sourceCell(input: ExportInput, column: Column): (row: RowId) => SheetCell {
  const { yes, no } = input.words.workbook.validation
  const text = textsOf(column, input)
  switch (column.type) {
    case 'boolean':
      return (row) => {
        const value = valueAt(column, row)
        return value === null ? originalAt(column, row) : value === true ? yes : no
      }
    case 'category':
      return (row) => {
        const value = valueAt(column, row)
        const original = originalAt(column, row)
        return value === null || column.role === 'tier' ? (original ?? value) : value
      }
    case 'text':
      if (!column.originals) return (row) => text(row) || null
      return (row) => (valueAt(column, row) === null ? originalAt(column, row) : text(row))
    case 'number':
    case 'date':
      return (row) => originalAt(column, row) ?? valueCell(column, row)
  }
}

/** Cells that are not formulas. */
export function plainCell(input: ExportInput, { purpose }: BookColumn): (row: RowId) => SheetCell {
  switch (purpose.kind) {
    case 'source':
      return sourceCell(input, purpose.column)
    case 'number':
      return (row) => valueCell(purpose.column, row)
    case 'utility': {
      const utilities = input.result.utilities[purpose.criterion]?.values
      return (row) => orNull(utilities?.[row] ?? NaN)
    }
    case 'override':
    case 'reason':
      return overrideCell(input, purpose.kind)
    case 'points': {
      const points = pointsOf(input)
      return (row) => orNull(points(row)[purpose.criterion] ?? NaN)
    }
    case 'prepared':
    case 'group':
    case 'withinCount':
    case 'withinAbove':
    case 'score':
    case 'toNext':
    case 'computed':
    case 'final':
    case 'completeness':
    case 'settled':
    case 'since':
    case 'pending':
    case 'reviewed':
    case 'earlierTier':
    case 'earlierNumber':
    case 'earlierSince':
    case 'earlierPending':
    case 'earlierReviews':
      return () => null // a formula, or beside one
  }
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value)

function overrideCell(input: ExportInput, kind: 'override' | 'reason'): (row: RowId) => SheetCell {
  const texts = overrideTexts(input, customersOf(input.document))
  return (row) => {
    const { tier, reason } = texts(row)
    return (kind === 'reason' ? reason : tier) || null
  }
}
