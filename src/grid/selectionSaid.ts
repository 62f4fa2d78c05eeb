import { countOf, rangesOf } from './blocks.ts'
import { columnsOf, rangeOf, rowsOf, type Selected } from './selection.ts'
import type { GridWords } from './source.ts'

/** What a screen reader hears of a selection. */
export function selectionSaid(selected: Selected, words: GridWords): string {
  const ranges = rangesOf(selected)
  const range = rangeOf(selected)
  return ranges.length > 1 && words.selectedBlocks
    ? words.selectedBlocks(ranges.length, countOf(ranges))
    : words.selected(rowsOf(range), columnsOf(range))
}
