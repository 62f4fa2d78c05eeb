import { cellsOf, columnsOf, rowsOf } from './selection.ts'
import type { GridCopied, GridEdits, GridRange, GridSource, GridWords } from './source.ts'
import { textsOfHtml } from './tableHtml.ts'
import { parseTsv, squared, writeHtml, writeTsv, type Texts } from './tsv.ts'

export const mostWithTable = 200_000 // cells: a longer table would hold up the page that writes it, and the one that reads it
export const mostPasted = 2_000_000 // cells
const mostLetters = 100_000 // of the tabs: reading a longer table would hold up the page

/** Puts cells on the clipboard as tabs and as a table; false = their texts are not here or too many. */
export function copyTo(
  data: DataTransfer,
  source: GridSource,
  copied: GridCopied,
  cut = false,
  headers = false,
): boolean {
  const text = cellsCopied(copied) > mostWithTable ? null : source.copyText(copied, cut, headers)
  if (text === null) return false
  const rows = rowsCopied(copied) + Number(headers)
  const texts = parseTsv(`${text}\n`).slice(0, rows) // an empty last row is a row here
  const areTexts = textColumns(source, copied)
  data.setData('text/plain', writeTsv(texts))
  data.setData(
    'text/html',
    writeHtml(texts, (at) => areTexts[at] ?? true),
  )
  return true
}

export const rowsCopied = ({ spans }: GridCopied): number =>
  spans.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0)

export const cellsCopied = (copied: GridCopied): number =>
  rowsCopied(copied) * copied.columns.length

/** Whether the cells of each column copied are texts, whatever they look like. */
export const textColumns = (source: GridSource, { columns }: GridCopied): readonly boolean[] =>
  columns.map((column) => {
    const { editor, align } = source.columns[column] ?? {}
    return editor?.kind === 'none'
      ? align !== 'end'
      : editor?.kind !== 'number' && editor?.kind !== 'date'
  })

/** The cells on the clipboard: its tabs, or a table where that says more or there is only that; null = neither. */
export function textsOf(data: DataTransfer): Texts | null {
  const text = data.getData('text/plain')
  const html = text.length > mostLetters ? '' : data.getData('text/html')
  const plain = text === '' ? null : squared(parseTsv(text))
  return (html === '' ? null : textsOfHtml(html, plain)) ?? plain
}

export interface Pasted {
  readonly range: GridRange // a multiple of the texts, which then repeat
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
  const high = texts.length
  const wide = texts[0]?.length ?? 0
  if (rowsOf(selected) % high === 0 && columnsOf(selected) % wide === 0)
    return { range: selected, texts, cutRows: 0, cutColumns: 0 }
  const rows = Math.min(high, rowCount - selected.top)
  const columns = Math.min(wide, columnCount - selected.left)
  return {
    range: {
      ...selected,
      bottom: selected.top + rows - 1,
      right: selected.left + columns - 1,
    },
    texts: texts.slice(0, rows).map((row) => (columns < wide ? row.slice(0, columns) : row)),
    cutRows: high - rows,
    cutColumns: wide - columns,
  }
}

/** True when at least one column of the block takes typing; else its owner is told who refused. */
export function accepts(source: GridSource, edits: GridEdits, range: GridRange): boolean {
  for (let column = range.left; column <= range.right; column++)
    if (source.columns[column]?.editor.kind !== 'none') return true
  edits.refused(range.left)
  return false
}

/** The blocks with a column that takes typing; none: their owner is told who refused. */
export function accepting(
  source: GridSource,
  edits: GridEdits,
  ranges: readonly GridRange[],
): readonly GridRange[] {
  const isOpen = ({ left, right }: GridRange) =>
    source.columns.slice(left, right + 1).some(({ editor }) => editor.kind !== 'none')
  const open = ranges.filter(isOpen)
  if (open.length === 0 && ranges[0]) edits.refused(ranges[0].left)
  return open
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
  const rowCount = source.grows ? Infinity : source.rowCount
  const landed = landing(texts, selected, rowCount, source.columns.length)
  const { range, cutRows, cutColumns } = landed
  if (texts.length * (texts[0]?.length ?? 0) > mostPasted) {
    note(words.tooLarge)
    return null
  }
  if (landed.texts.length === 0 || cellsOf(range) === 0 || !accepts(source, edits, range))
    return null
  edits.paste(range, landed.texts)
  if ((cutRows > 0 || cutColumns > 0) && words.pasteCut) note(words.pasteCut(cutRows, cutColumns))
  return { ...range, bottom: Math.max(range.top, Math.min(range.bottom, source.rowCount - 1)) }
}
