import type { ExportInput } from '../exporter.ts'
import type { SheetSpec } from '../xlsx/book.ts'
import type { Styles } from '../xlsx/styles.ts'
import { columnName, range, type SheetCell } from '../xlsx/xml.ts'
import { CellGrid } from './cellGrid.ts'
import { criteriaLooks } from './criteriaLooks.ts'
import { putCriteria } from './criterionTable.ts'
import type { CriterionFace } from './faces.ts'
import { putGroups } from './groupTable.ts'
import type { MainPlaces } from './mainPlaces.ts'
import { putMatrix } from './matrix.ts'
import { schemeNotes } from './notes.ts'
import { putParameters, putStability } from './parameterTables.ts'
import { type CriteriaPlaces, type CriteriaRefs, rowOf } from './place.ts'
import { putTiers } from './tierTable.ts'

/** The scheme as cells: weights, ends, cut-offs and tables that the main sheet's formulas read. Yellow ones may be changed. */
export function criteriaSheet(
  input: ExportInput,
  faces: readonly CriterionFace[],
  places: CriteriaPlaces,
  main: MainPlaces,
  refs: CriteriaRefs,
  cutoffs: readonly SheetCell[],
  styles: Styles,
  conditions: SheetSpec['conditions'][number]['rules'],
): SheetSpec {
  const { document, words } = input
  const { tiers, tiering } = document.scheme
  const look = criteriaLooks(styles)
  const grid = new CellGrid()

  putCriteria(grid, input, faces, places, main, refs, look)
  putTiers(grid, input, cutoffs, look)
  putGroups(grid, input, faces, places, look)
  putMatrix(grid, input, places, refs, look)
  putParameters(grid, input, places, main, refs, look)
  putStability(grid, input, places, look)
  const notes = schemeNotes(input, faces)
  for (const [index, note] of notes.entries())
    grid.put(0, grid.height + 2 - (index > 0 ? 1 : 0), note, look.quiet)

  return {
    name: places.sheet,
    widths: [22, ...faces.map(() => 18), 12, 12],
    freeze: null,
    rows: grid.rows(),
    rowCount: grid.height,
    merges: [],
    filter: null,
    conditions: [
      {
        range: range(0, rowOf.firstTier, rowOf.firstTier + tiers.length - 1).replaceAll('$', ''),
        rules: conditions,
      },
    ],
    validations: [
      {
        kind: 'decimal',
        range: `B${rowOf.weights}:${columnName(Math.max(1, faces.length))}${rowOf.weights}`,
        from: 0,
        to: 1e9,
        title: words.workbook.validation.weightTitle,
        message: words.workbook.validation.weightMessage,
      },
      ...(tiering.id === 'cutoffs' && tiers.length > 1
        ? [
            {
              kind: 'decimal' as const,
              range: `C${rowOf.firstTier}:C${rowOf.firstTier + tiers.length - 2}`,
              from: 0,
              to: 100,
              title: words.workbook.validation.cutoffTitle,
              message: words.workbook.validation.cutoffMessage,
            },
          ]
        : []),
    ],
    titleRows: 0,
    landscape: true,
    onePage: true,
    tab: 'B8860B',
  }
}
