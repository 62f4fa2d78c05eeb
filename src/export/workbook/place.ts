import { excelFormula } from '../../expression/excel.ts'
import type { Expression } from '../../expression/expression.ts'
import { fixed, on, range } from '../xlsx/xml.ts'
import type { CriterionFace } from './faces.ts'

/**
 * Where everything stands on the criteria sheet: one column per criterion (from B), so that its direction matches the
 * columns of the main sheet; tiers below; then one block per criterion that has a table of its own. Rows count from 1.
 */
export const rowOf = {
  title: 1,
  hint: 2,
  groups: 3,
  names: 4,
  weights: 5,
  shares: 6,
  scoring: 7,
  worst: 8,
  best: 9,
  missing: 10,
  filled: 11,
  asOf: 13,
  tierHeads: 15,
  firstTier: 16,
} as const

/** Parameters that have a row of their own; all others stand in the criterion's block. */
const shared = new Map<string, number>([
  ['worst', rowOf.worst],
  ['best', rowOf.best],
])

/** A small table: single parameters first, then the ranges side by side from column A. */
export interface Block {
  readonly face: CriterionFace
  readonly titleRow: number
  readonly headRow: number
  readonly cellRows: ReadonlyMap<string, number>
  readonly firstRow: number
  readonly ranges: readonly {
    readonly name: string
    readonly values: readonly (number | string)[]
    readonly formulas?: readonly Expression[]
  }[]
  readonly count: number
}

export interface CriteriaPlaces {
  readonly sheet: string
  readonly totalColumn: number
  readonly blocks: readonly Block[]
  /** Rows of the numbers that hold customers in their tier, by name, below their title. */
  readonly stability: { readonly titleRow: number; readonly rows: ReadonlyMap<string, number> }
  /** The table of groups: its title, heads below, then a row per group. Null = none. */
  readonly groups: { readonly title: number; readonly first: number } | null
  /** The tiers of a matrix, then the lines of its two sides. */
  readonly matrix: {
    readonly title: number
    readonly first: number
    readonly lines: number
    readonly down: number
    readonly across: number
  } | null
}

/** Tables of the whole scheme beside the criteria's own. */
export interface SchemeTables {
  readonly groups: number // 0 = none
  readonly matrix: { readonly down: number; readonly across: number } | null // classes
  readonly stability: readonly string[] // names of its numbers
}

export function criteriaPlaces(
  faces: readonly CriterionFace[],
  tiers: number,
  sheet: string,
  tables: SchemeTables = { groups: 0, matrix: null, stability: [] },
): CriteriaPlaces {
  let row = rowOf.firstTier + tiers + 2
  const groups = tables.groups === 0 ? null : { title: row, first: row + 2 }
  if (groups) row = groups.first + tables.groups + 2
  const { matrix: size } = tables
  const matrix = size && { title: row, first: row + 2, lines: row + 2 + size.down, ...size }
  if (matrix) row = matrix.lines + 3
  const blocks: Block[] = []
  for (const face of faces) {
    const own = face.parameters.filter(({ name }) => !shared.has(name))
    if (own.length === 0) continue
    const cells = own.filter((parameter) => parameter.kind === 'cell')
    const ranges = own.filter((parameter) => parameter.kind === 'range')
    const firstRow = row + 2 + cells.length
    const count = Math.max(0, ...ranges.map(({ values }) => values.length))
    blocks.push({
      face,
      titleRow: row,
      headRow: row + 1,
      cellRows: new Map(cells.map(({ name }, index) => [name, row + 2 + index])),
      firstRow,
      ranges,
      count,
    })
    row = firstRow + count + 1
  }
  const rows = new Map(tables.stability.map((name, at) => [name, row + 1 + at]))
  const stability = { titleRow: row, rows }
  return { sheet, totalColumn: faces.length + 1, blocks, groups, matrix, stability }
}

/** References into the criteria sheet, as formulas of any sheet write them. */
export function criteriaRefs({ sheet, blocks, groups, matrix, stability }: CriteriaPlaces) {
  const at = (column: number, row: number) => on(sheet, fixed(column, row))
  return {
    weight: (index: number) => at(index + 1, rowOf.weights),
    share: (index: number) => at(index + 1, rowOf.shares),
    groupWeight: (group: number) => at(1, (groups?.first ?? 1) + group),
    groupCap: (group: number) => at(3, (groups?.first ?? 1) + group),
    matrixCells: () =>
      matrix === null
        ? ''
        : on(
            sheet,
            `${fixed(1, matrix.first)}:${fixed(matrix.across, matrix.first + matrix.down - 1)}`,
          ),
    /** Where a class of one side begins. */
    matrixLine: (side: number, line: number) => at(line + 1, (matrix?.lines ?? 1) + side),
    filled: (index: number) => at(index + 1, rowOf.filled),
    asOf: at(1, rowOf.asOf),
    tierName: (tier: number) => at(0, rowOf.firstTier + tier),
    /** The place of a name in the list of tiers, from 1. */
    tierNumber: (name: string, tiers: number) => {
      const names = on(sheet, range(0, rowOf.firstTier, rowOf.firstTier + tiers - 1))
      return `SUMPRODUCT(EXACT(${names},${name})*(ROW(${names})-${rowOf.firstTier - 1}))`
    },
    tierNames: (tiers: number) => on(sheet, range(0, rowOf.firstTier, rowOf.firstTier + tiers - 1)),
    cutoff: (tier: number) => at(2, rowOf.firstTier + tier),
    /** Those of the best tiers, so many. */
    cutoffs: (tiers: number) => on(sheet, range(2, rowOf.firstTier, rowOf.firstTier + tiers - 1)),
    stability(name: string): string {
      const row = stability.rows.get(name)
      if (row === undefined) throw new Error(`a formula names ${name}, which has no place`)
      return at(1, row)
    },
    given: (tier: number) => at(3, rowOf.firstTier + tier),
    /** A parameter of a criterion by its name. */
    parameter(face: CriterionFace, name: string): string {
      const row = shared.get(name)
      if (row !== undefined) return at(face.index + 1, row)
      const block = blocks.find((each) => each.face === face)
      const cellRow = block?.cellRows.get(name)
      if (cellRow !== undefined) return at(1, cellRow)
      const column = block?.ranges.findIndex((each) => each.name === name) ?? -1
      if (!block || column < 0) throw new Error(`a formula names ${name}, which has no place`)
      return on(sheet, range(column, block.firstRow, block.firstRow + block.count - 1))
    },
  }
}
export type CriteriaRefs = ReturnType<typeof criteriaRefs>

/** A parameter of a criterion as formula text; `column` is where the values scored stand, `source` those of the table. */
export function printed(
  expression: Expression,
  face: CriterionFace,
  refs: CriteriaRefs,
  places: { readonly column: string; readonly source: string },
): string {
  return excelFormula(expression, (name) => {
    if (name === 'column') return places.column
    if (name === 'source') return places.source
    if (name === 'asOf') return refs.asOf
    return refs.parameter(face, name)
  })
}
