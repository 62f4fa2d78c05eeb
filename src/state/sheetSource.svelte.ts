import type { GridCell, GridSelection, GridSource } from '../grid/source.ts'
import type { SheetOwner } from './sheetOwner.ts'
import { gridCell, type CellContext } from './sheetCell.ts'
import { localDay, sheetEdge } from './sheetEdge.ts'

/** The sheet as the grid sees it: cells by place. */
export function sheetSource(sheet: SheetOwner): GridSource {
  const context: CellContext = $derived.by(() => ({
    words: sheet.locale.words,
    decimal: sheet.locale.decimal,
    score: sheet.locale.score,
    cutoffs: sheet.project.summary.current?.cutoffs ?? [],
    tiers: sheet.project.scheme.current?.scheme.tiers.map((tier) => tier.name) ?? [],
    search: sheet.folded,
  }))
  let selecting = 0

  async function explain(selection: GridSelection): Promise<void> {
    const step = ++selecting
    const row = await sheet.rowAt(selection.active.row)
    if (row === null || step !== selecting || row === sheet.selection.row) return
    await sheet.selection.show(row, sheet.query)
  }

  return {
    grows: true,
    get rowCount() {
      return sheet.rowCount
    },
    get columns() {
      return sheet.columns.grid
    },
    get totals() {
      return sheet.totals.grid
    },
    cell(row, column): GridCell | undefined {
      const place = sheet.pages.at(row)
      const placed = sheet.columns.at(column)
      if (!place || !placed) return undefined
      const cells = place.window.cells[placed.at]
      return gridCell(placed.column, cells, place.window, place.index, context)
    },
    rowLabel: (row) => ({ text: sheet.locale.count(row + 1), changed: false }),
    want: (from, to) => sheet.pages.want(from, to),
    selected(selection) {
      sheet.active = selection.active
      sheet.range = selection.range
      sheet.ranges = selection.ranges
      sheet.selectedCells = selection.cells
      sheet.copy.prepare(selection)
      sheet.stats.selected(selection)
      void explain(selection)
    },
    copyText: (copied, cut, headers) => sheet.copy.text(copied, cut, headers),
    copyLater: (copied, how) => sheet.copy.later(copied, how),
    edge: (from, step, run) => sheetEdge(sheet, from, step, run ?? false),
    today: () => localDay(),
  }
}
