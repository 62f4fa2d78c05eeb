/** SpreadsheetML text: escaping, references, cells. Customer text only ever becomes a string cell, never a formula. */
import { type ByteBuffer, encoded } from '../byteBuffer.ts'

// eslint-disable-next-line no-control-regex -- the format forbids these very characters
const unsafe = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/
const unsafeAll = new RegExp(unsafe.source, 'g')
const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Control characters become `_xHHHH_` (ECMA-376 22.4.2.4); text that already looks so is escaped once more. */
export function escapeXml(text: string): string {
  if (!mayBeUnsafe(text) || !unsafe.test(text)) return text
  return text.replace(unsafeAll, (found) => {
    if (found.length > 1) return `_x005F${found}`
    return named[found] ?? `_x${found.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`
  })
}

/** A look at each letter costs a third of the expression that decides. */
function mayBeUnsafe(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x60 ? suspects[unit] === 1 : unit >= 0xfffe) return true
  }
  return false
}

const suspects = Uint8Array.from({ length: 0x60 }, (_, unit) =>
  Number(unit < 0x20 || '&<>"_'.includes(String.fromCharCode(unit))),
)

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  let name = ''
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}

/** Absolute: $C$4. `row` from 1. */
export const fixed = (column: number, row: number) => `$${columnName(column)}$${row}`
export const range = (column: number, from: number, to: number) =>
  `${fixed(column, from)}:${fixed(column, to)}`
/** 'Sheet name'!ref */
export const on = (sheet: string, ref: string) => `'${sheet.replaceAll("'", "''")}'!${ref}`
/** A text inside a formula. */
export const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/**
 * A formula that differs from row to row only in the row's own number, printed and encoded once. Not one shared formula of
 * the format: Excel takes a file for damaged whose shared formulas name other sheets ([MS-XLSB] 2.5.98.98).
 */
export interface RowFormula {
  readonly pieces: readonly Uint8Array[] // between them stands the row's number
}

/** Stands for the row's number in the text of a formula; no such text can hold it. */
export const rowMark = '\u0000'

export const rowFormula = (text: string): RowFormula => ({
  pieces: text.split(rowMark).map((piece) => encoded(escapeXml(piece))),
})

/** What a cell holds. A formula carries the value that it gives now, for viewers that do not calculate. */
export type SheetCell =
  | null
  | string
  | number
  | boolean
  | { readonly formula: string | RowFormula; readonly value: string | number | boolean }

/** Longest text that Excel keeps in a cell. */
export const longestText = 32_767

/** What cells of one column and style begin with: before the row's number, and after it. */
export interface CellOpening {
  readonly styled: boolean
  readonly before: Uint8Array
  readonly after: Uint8Array
}

export const cellOpening = (column: number, style: number): CellOpening => ({
  styled: style !== 0,
  before: encoded(`<c r="${columnName(column)}`),
  after: encoded(`"${style ? ` s="${style}"` : ''}`),
})

const bare = encoded('/>')
const number = encoded('><v>')
const boolean = encoded(' t="b"><v>')
const valueEnd = encoded('</v></c>')
const text = encoded(' t="inlineStr"><is><t xml:space="preserve">')
const textEnd = encoded('</t></is></c>')
const formulas = {
  number: encoded('><f>'),
  boolean: encoded(' t="b"><f>'),
  string: encoded(' t="str"><f>'),
}
const formulaEnd = encoded('</f><v>')

export function putCell(out: ByteBuffer, opening: CellOpening, row: string, cell: SheetCell): void {
  const empty = cell === null || cell === '' || (typeof cell === 'number' && !Number.isFinite(cell))
  if (empty && !opening.styled) return
  out.bytes(opening.before)
  out.text(row)
  out.bytes(opening.after)
  if (empty) out.bytes(bare)
  else if (typeof cell === 'string') {
    out.bytes(text)
    out.text(escapeXml(cell))
    out.bytes(textEnd)
  } else if (typeof cell === 'object') {
    out.bytes(formulas[typeof cell.value as keyof typeof formulas])
    putFormula(out, cell.formula, row)
    out.bytes(formulaEnd)
    putValue(out, cell.value)
  } else {
    out.bytes(typeof cell === 'number' ? number : boolean)
    putValue(out, cell)
  }
}

function putValue(out: ByteBuffer, value: string | number | boolean): void {
  out.text(typeof value === 'string' ? escapeXml(value) : String(Number(value)))
  out.bytes(valueEnd)
}

function putFormula(out: ByteBuffer, formula: string | RowFormula, row: string): void {
  if (typeof formula === 'string') return out.text(escapeXml(formula))
  const { pieces } = formula
  for (let i = 0; i < pieces.length; i++) {
    if (i > 0) out.text(row)
    out.bytes(pieces[i] as Uint8Array)
  }
}
