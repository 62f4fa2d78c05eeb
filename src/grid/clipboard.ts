import { cellsOf, columnsOf, rowsOf } from './selection.ts'
import type { GridEdits, GridRange, GridSource, GridWords } from './source.ts'
import { parseTsv, squared, tiled, writeHtml, writeTsv, type Texts } from './tsv.ts'

export const mostCells = 200_000 // copied or pasted at once; more goes through a file

/** Puts a block on the clipboard as tabs and as a table; false = its texts are not here or too many. */
export function copyTo(
  data: DataTransfer,
  source: GridSource,
  range: GridRange,
  cut = false,
): boolean {
  const text = cellsOf(range) > mostCells ? null : source.copyText(range, cut)
  if (text === null) return false
  const texts = parseTsv(`${text}\n`).slice(0, rowsOf(range)) // an empty last row is a row here
  data.setData('text/plain', writeTsv(texts))
  data.setData('text/html', writeHtml(texts))
  return true
}

/** The cells on the clipboard: its tabs, or a table where there is only that; null = neither. */
export function textsOf(data: DataTransfer): Texts | null {
  const text = data.getData('text/plain')
  if (text !== '') return squared(parseTsv(text))
  const table = new DOMParser()
    .parseFromString(data.getData('text/html'), 'text/html')
    .querySelector('table')
  if (!table) return null
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((cell) => (cell.textContent ?? '').trim()),
  )
  return rows.length > 0 ? squared(rows) : null
}

export interface Pasted {
  readonly range: GridRange
  readonly texts: Texts
  readonly cutRows: number
  readonly cutColumns: number
}

/** Where a block lands: repeated over the selection where it fits, else from its corner, up to the sheet's end. */
export function landing(
  texts: Texts,
  selected: GridRange,
  rowCount: number,
  columnCount: number,
): Pasted {
  const repeated = tiled(texts, rowsOf(selected), columnsOf(selected))
  if (repeated) return { range: selected, texts: repeated, cutRows: 0, cutColumns: 0 }
  const high = Math.min(texts.length, rowCount - selected.top)
  const wide = Math.min(texts[0]?.length ?? 0, columnCount - selected.left)
  return {
    range: {
      top: selected.top,
      left: selected.left,
      bottom: selected.top + high - 1,
      right: selected.left + wide - 1,
    },
    texts: texts.slice(0, high).map((row) => row.slice(0, wide)),
    cutRows: texts.length - high,
    cutColumns: (texts[0]?.length ?? 0) - wide,
  }
}

/** True when at least one column of the block takes typing; else its owner is told who refused. */
export function accepts(source: GridSource, edits: GridEdits, range: GridRange): boolean {
  for (let column = range.left; column <= range.right; column++)
    if (source.columns[column]?.editor.kind !== 'none') return true
  edits.refused(range.left)
  return false
}

/** Pastes and gives back the block that was written; null = nothing was. */
export function pasteInto(
  texts: Texts,
  selected: GridRange,
  source: GridSource,
  edits: GridEdits,
  words: GridWords,
  note: (text: string) => void,
): GridRange | null {
  const high = texts.length
  const wide = texts[0]?.length ?? 0
  const repeats = rowsOf(selected) % high === 0 && columnsOf(selected) % wide === 0
  if (high * wide > mostCells || (repeats && cellsOf(selected) > mostCells)) {
    note(words.tooLarge)
    return null
  }
  const {
    range,
    texts: landed,
    cutRows,
    cutColumns,
  } = landing(texts, selected, source.grows ? Infinity : source.rowCount, source.columns.length)
  if (landed.length === 0 || !accepts(source, edits, range)) return null
  edits.paste(range, landed)
  if ((cutRows > 0 || cutColumns > 0) && words.pasteCut) note(words.pasteCut(cutRows, cutColumns))
  return { ...range, bottom: Math.max(range.top, Math.min(range.bottom, source.rowCount - 1)) }
}
