import type { Cell } from '../column.ts'
import type { RawCell } from '../raw.ts'
import { isoDay } from './calendar.ts'
import { isCellError, isMissing } from './missing.ts'
import { formulaText, trimBlanks, wordForm } from './normalise.ts'
import { blank, failed, missing } from './outcome.ts'
import type { ReadContext } from './reading.ts'

const scientific = /^[+-]?\d(?:[.,]\d+)?e\+?\d+$/i

/** The text of a cell without blanks at its ends; '' = empty. */
export function rawText(cell: RawCell): string {
  if (typeof cell === 'string') {
    const text = trimBlanks(cell)
    return text.charCodeAt(0) === 0x3d ? formulaText(text) : text
  }
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  switch (cell.kind) {
    case 'date':
      return dateText(cell.day)
    case 'error':
      return cell.text
    case 'number': {
      const shown = trimBlanks(cell.text)
      return shown === '' || scientific.test(shown) || /^#+$/.test(shown)
        ? String(cell.value)
        : shown
    }
  }
}

/** 2024-03-05, with the time where the cell has one. */
function dateText(day: number): string {
  const seconds = Math.round((day - Math.floor(day)) * 86_400)
  if (seconds === 0) return isoDay(Math.floor(day))
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0')
  const time = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
  return seconds === 86_400 ? isoDay(Math.ceil(day)) : `${isoDay(Math.floor(day))} ${time}`
}

/** The cell's text to be read further, or the cell already settled: empty, missing mark, formula error. */
export function opened(cell: RawCell, context: ReadContext): string | Cell {
  const text = rawText(cell)
  if (text === '') return blank
  if (isMissing(text, context.missing) || context.words?.get(wordForm(text)) === null)
    return missing(text)
  if (isCellError(text) || (typeof cell === 'object' && cell?.kind === 'error')) return failed(text)
  return text
}

/** Digits that the file no longer has: 1.38E+10 as text, or a number of more than 15 digits. */
export function losesDigits(cell: RawCell): boolean {
  if (typeof cell === 'string')
    return (
      !isWord(cell.charCodeAt(0)) &&
      cell.includes('+') &&
      /^\s*'?\d(?:\.\d+)?e\+\d+\s*$/i.test(cell)
    )
  const value = typeof cell === 'number' ? cell : isNumberCell(cell) ? cell.value : 0
  return Math.abs(value) >= 1e15
}

/** A letter of ASCII or common Han: the text is no number, and most texts need no further look. */
function isWord(letter: number): boolean {
  return (letter > 0x40 && letter < 0x7f) || (letter >= 0x4e00 && letter < 0xa000)
}

function isNumberCell(cell: RawCell): cell is Extract<RawCell, { kind: 'number' }> {
  return typeof cell === 'object' && cell?.kind === 'number'
}
